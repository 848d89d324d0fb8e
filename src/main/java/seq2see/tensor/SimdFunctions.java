package seq2see.tensor;

import static seq2see.tensor.Exponential.*;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The functions of {@link Exponential} by vectors, to the same bits, and what else the cells are written in. */
final class SimdFunctions {
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();
    static final FloatVector ONE = FloatVector.broadcast(SPECIES, 1f);
    private static final VectorSpecies<Integer> INTEGERS = SPECIES.withLanes(int.class);

    private SimdFunctions() {
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
        FloatVector p = r.fma(constant(C7), constant(C6));
        p = p.fma(r, constant(C5));
        p = p.fma(r, constant(C4));
        p = p.fma(r, constant(C3));
        p = p.fma(r, constant(C2));
        return p.fma(r.mul(r), r);
    }

    private static FloatVector constant(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }

    /** k = round(x / ln 2), as floats. */
    private static FloatVector exponent(FloatVector x) {
        return x.fma(constant(LOG2_E), constant(ROUND)).sub(ROUND);
    }

    private static FloatVector remainder(FloatVector x, FloatVector k) {
        return k.fma(constant(-LN2_LOW), k.fma(constant(-LN2_HIGH), x));
    }

    /** 2^k. */
    private static FloatVector powerOfTwo(FloatVector k) {
        IntVector bits = (IntVector) k.convertShape(VectorOperators.F2I, INTEGERS, 0);
        return bits.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
    }

    /** eˣ. */
    static FloatVector exp(FloatVector x) {
        FloatVector clamped = x.min(MOST).max(LEAST);
        FloatVector k = exponent(clamped);
        FloatVector scale = powerOfTwo(k);
        return scale.fma(smallExpm1(remainder(clamped, k)), scale);
    }

    /** σ(x) = 1 / (1 + e⁻ˣ). */
    static FloatVector sigmoid(FloatVector x) {
        return ONE.div(exp(x.neg()).add(1f));
    }

    /** tanh x. */
    static FloatVector tanh(FloatVector x) {
        FloatVector twice = x.min(TANH_MOST).max(-TANH_MOST).mul(2f);
        FloatVector k = exponent(twice);
        FloatVector scale = powerOfTwo(k);
        FloatVector m = scale.fma(smallExpm1(remainder(twice, k)), scale.sub(1f));
        return m.div(m.add(2f));
    }
}
