package seq2see.tensor;

import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The functions of {@link Exponential} by vectors, to the same bits, and what else the cells are written in.
 *
 * <p>A vector that is handed to a method which is not inlined becomes an object, and whether the compiler inlines a method
 * differs from launch to launch: it does not where it compiled it alone to much code before, be it ever so short. So no
 * method here takes or gives a vector, and the loops call those of the Vector API only, which are always inlined.
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

    /** How many of so many elements fill whole vectors. */
    static int whole(int count) {
        return count - count % LANES;
    }

    /** y = exp(x), element by element, for whole vectors. */
    static void exp(float[] x, int xOffset, float[] y, int yOffset, int count) {
        exp(1f, x, xOffset, Exponential.LEAST, Exponential.MOST, 0f, y, yOffset, count);
    }

    /** y = 1 / (1 + exp(−x)), element by element, for whole vectors. */
    static void sigmoid(float[] x, int xOffset, float[] y, int yOffset, int count) {
        exp(-1f, x, xOffset, Exponential.LEAST, Exponential.MOST, 0f, y, yOffset, count);
        for (int i = 0; i < count; i += LANES) {
            ONE.div(fromArray(SPECIES, y, yOffset + i).add(ONE)).intoArray(y, yOffset + i);
        }
    }

    /** y = tanh(x) = m / (m + 2) with m = exp(2x) − 1, element by element, for whole vectors. */
    static void tanh(float[] x, int xOffset, float[] y, int yOffset, int count) {
        exp(2f, x, xOffset, -2f * Exponential.TANH_MOST, 2f * Exponential.TANH_MOST, 1f, y, yOffset, count);
        for (int i = 0; i < count; i += LANES) {
            FloatVector m = fromArray(SPECIES, y, yOffset + i);
            m.div(m.add(TWO)).intoArray(y, yOffset + i);
        }
    }

    /**
     * y = exp(factor · x) − minus with factor · x held between two limits, as {@link Exponential} does it: exp(r) − 1 by its
     * terms, times 2^k. The one loop of them all that calls nothing of its own.
     *
     * @param minus 0 or 1; the difference is exact near zero
     */
    private static void exp(float factor, float[] x, int xOffset, float least, float most, float minus, float[] y, int yOffset, int count) {
        FloatVector factors = FloatVector.broadcast(SPECIES, factor);
        FloatVector leasts = FloatVector.broadcast(SPECIES, least);
        FloatVector mosts = FloatVector.broadcast(SPECIES, most);
        FloatVector subtracted = FloatVector.broadcast(SPECIES, minus);
        for (int i = 0; i < count; i += LANES) {
            // By comparison, since min and max take five instructions each, for the order of zeros. A NaN stays what it is.
            FloatVector scaled = fromArray(SPECIES, x, xOffset + i).mul(factors);
            FloatVector below = scaled.blend(mosts, scaled.compare(VectorOperators.GT, mosts));
            FloatVector held = below.blend(leasts, below.compare(VectorOperators.LT, leasts));
            FloatVector rounded = held.fma(LOG2_E, ROUND);
            FloatVector k = rounded.sub(ROUND);
            FloatVector r = k.fma(MINUS_LN2_LOW, k.fma(MINUS_LN2_HIGH, held));
            FloatVector terms = r.fma(C7, C6).fma(r, C5).fma(r, C4).fma(r, C3).fma(r, C2).fma(r.mul(r), r);
            // 2^k: k stands in the lowest bits of k + 1.5 · 2²³.
            FloatVector power = rounded.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23).add(BITS_OF_ONE).reinterpretAsFloats();
            power.fma(terms, power.sub(subtracted)).intoArray(y, yOffset + i);
        }
    }

    /** y = σ(a + b), element by element, for whole vectors. */
    static void sigmoidOfSum(float[] a, int aOffset, float[] b, int bOffset, float[] y, int yOffset, int count) {
        sum(a, aOffset, b, bOffset, y, yOffset, count);
        sigmoid(y, yOffset, y, yOffset, count);
    }

    /** y = tanh(a + b), element by element, for whole vectors. */
    static void tanhOfSum(float[] a, int aOffset, float[] b, int bOffset, float[] y, int yOffset, int count) {
        sum(a, aOffset, b, bOffset, y, yOffset, count);
        tanh(y, yOffset, y, yOffset, count);
    }

    private static void sum(float[] a, int aOffset, float[] b, int bOffset, float[] y, int yOffset, int count) {
        for (int i = 0; i < count; i += LANES) {
            fromArray(SPECIES, a, aOffset + i).add(fromArray(SPECIES, b, bOffset + i)).intoArray(y, yOffset + i);
        }
    }
}
