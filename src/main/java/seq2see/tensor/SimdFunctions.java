package seq2see.tensor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The functions of {@link Exponential} by vectors, to the same bits, and what else the cells are written in. One loop holds
 * one of them only: with three the compiler stops inlining, and vectors become objects.
 */
final class SimdFunctions {
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();

    // Ready-made: the fewer operations a loop is written in, the more of it the compiler inlines.
    static final FloatVector ONE = all(1f);
    private static final FloatVector TWO = all(2f);
    private static final FloatVector LOG2_E = all(Exponential.LOG2_E);
    private static final FloatVector ROUND = all(Exponential.ROUND);
    private static final FloatVector MINUS_LN2_HIGH = all(-Exponential.LN2_HIGH);
    private static final FloatVector MINUS_LN2_LOW = all(-Exponential.LN2_LOW);
    private static final FloatVector LEAST = all(Exponential.LEAST);
    private static final FloatVector MOST = all(Exponential.MOST);
    private static final FloatVector TANH_MOST = all(Exponential.TANH_MOST);
    private static final FloatVector MINUS_TANH_MOST = all(-Exponential.TANH_MOST);
    private static final FloatVector C2 = all(Exponential.C2);
    private static final FloatVector C3 = all(Exponential.C3);
    private static final FloatVector C4 = all(Exponential.C4);
    private static final FloatVector C5 = all(Exponential.C5);
    private static final FloatVector C6 = all(Exponential.C6);
    private static final FloatVector C7 = all(Exponential.C7);
    private static final IntVector BITS_OF_ONE = ONE.reinterpretAsInts();

    private SimdFunctions() {
    }

    private static FloatVector all(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }

    /** A vector's worth of values. */
    static FloatVector at(float[] values, int offset) {
        return FloatVector.fromArray(SPECIES, values, offset);
    }

    /** Adds to what stands at a place. */
    static void add(FloatVector x, float[] sum, int offset) {
        at(sum, offset).add(x).intoArray(sum, offset);
    }

    /** dσ/dx where y = σ(x). */
    static FloatVector slopeOfSigmoid(FloatVector y) {
        return y.mul(ONE.sub(y));
    }

    /** d tanh/dx where y = tanh x. */
    static FloatVector slopeOfTanh(FloatVector y) {
        return ONE.sub(y.mul(y));
    }

    /** exp(r) − 1 for |r| ≤ ln 2 / 2, as {@link Exponential} does it. */
    private static FloatVector smallExpm1(FloatVector r) {
        return r.fma(C7, C6).fma(r, C5).fma(r, C4).fma(r, C3).fma(r, C2).fma(r.mul(r), r);
    }

    /** x − k ln 2. */
    private static FloatVector remainder(FloatVector x, FloatVector k) {
        return k.fma(MINUS_LN2_LOW, k.fma(MINUS_LN2_HIGH, x));
    }

    /** 2^k, where k stands in the lowest bits of k + 1.5 · 2²³. */
    private static FloatVector powerOfTwo(FloatVector rounded) {
        return rounded.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23).add(BITS_OF_ONE).reinterpretAsFloats();
    }

    /** eˣ. */
    static FloatVector exp(FloatVector x) {
        FloatVector clamped = x.min(MOST).max(LEAST);
        FloatVector rounded = clamped.fma(LOG2_E, ROUND);
        FloatVector scale = powerOfTwo(rounded);
        return scale.fma(smallExpm1(remainder(clamped, rounded.sub(ROUND))), scale);
    }

    /** σ(x) = 1 / (1 + e⁻ˣ). */
    static FloatVector sigmoid(FloatVector x) {
        return ONE.div(exp(x.neg()).add(ONE));
    }

    /** tanh x. */
    static FloatVector tanh(FloatVector x) {
        FloatVector twice = x.min(TANH_MOST).max(MINUS_TANH_MOST).mul(TWO);
        FloatVector rounded = twice.fma(LOG2_E, ROUND);
        FloatVector scale = powerOfTwo(rounded);
        FloatVector m = scale.fma(smallExpm1(remainder(twice, rounded.sub(ROUND))), scale.sub(ONE));
        return m.div(m.add(TWO));
    }

    /** How many of so many elements fill whole vectors. */
    static int whole(int count) {
        return count - count % LANES;
    }

    /** y = σ(a + b), element by element, for whole vectors. */
    static void sigmoidOfSum(float[] a, int aOffset, float[] b, int bOffset, float[] y, int yOffset, int count) {
        for (int u = 0; u < count; u += LANES) {
            sigmoid(at(a, aOffset + u).add(at(b, bOffset + u))).intoArray(y, yOffset + u);
        }
    }

    /** y = tanh(a + b), element by element, for whole vectors. */
    static void tanhOfSum(float[] a, int aOffset, float[] b, int bOffset, float[] y, int yOffset, int count) {
        for (int u = 0; u < count; u += LANES) {
            tanh(at(a, aOffset + u).add(at(b, bOffset + u))).intoArray(y, yOffset + u);
        }
    }
}
