package seq2see.tensor;

/**
 * The exponential and its relatives for one number, and the constants that the SIMD form shares. Both forms do the same
 * roundings in the same order and so give the same bits.
 *
 * <p>exp(x) = 2^k · exp(r) with k = round(x / ln 2) and |r| ≤ ln 2 / 2; exp(r) − 1 is its Taylor polynomial of degree 7,
 * whose error there is below 2 · 10⁻⁸ of r. ln 2 is taken in two parts so that r is exact (Cody and Waite, 1980).
 */
final class Exponential {
    static final float LOG2_E = 1.442695041f;
    static final float LN2_HIGH = 0.693359375f;
    static final float LN2_LOW = -2.12194440e-4f;
    /** Adding and subtracting 1.5 · 2²³ rounds to the nearest integer. */
    static final float ROUND = 12582912f;
    static final float C2 = 1f / 2;
    static final float C3 = 1f / 6;
    static final float C4 = 1f / 24;
    static final float C5 = 1f / 120;
    static final float C6 = 1f / 720;
    static final float C7 = 1f / 5040;
    /** Beyond these exp would leave the normal floats. */
    static final float LEAST = -87.3f;
    static final float MOST = 88.3f;
    /** tanh is ±1 to the last bit beyond. */
    static final float TANH_MOST = 9.1f;

    private Exponential() {
    }

    /** exp(r) − 1 for |r| ≤ ln 2 / 2. */
    private static float smallExpm1(float r) {
        float p = Math.fma(r, C7, C6);
        p = Math.fma(p, r, C5);
        p = Math.fma(p, r, C4);
        p = Math.fma(p, r, C3);
        p = Math.fma(p, r, C2);
        return Math.fma(p, r * r, r);
    }

    /** x − k ln 2. */
    private static float remainder(float x, float k) {
        return Math.fma(k, -LN2_LOW, Math.fma(k, -LN2_HIGH, x));
    }

    /** 2^k, where k stands in the lowest bits of k + 1.5 · 2²³. */
    private static float powerOfTwo(float rounded) {
        return Float.intBitsToFloat((Float.floatToRawIntBits(rounded) << 23) + Float.floatToRawIntBits(1f));
    }

    static float exp(float x) {
        float clamped = Math.max(LEAST, Math.min(MOST, x));
        float rounded = Math.fma(clamped, LOG2_E, ROUND);
        float scale = powerOfTwo(rounded);
        float r = remainder(clamped, rounded - ROUND);
        return Math.fma(scale, smallExpm1(r), scale);
    }

    /** 1 / (1 + exp(−x)). */
    static float sigmoid(float x) {
        return 1f / (1f + exp(-x));
    }

    /** m / (m + 2) with m = exp(2x) − 1, which keeps its relative accuracy near zero. */
    static float tanh(float x) {
        float twice = 2f * Math.max(-TANH_MOST, Math.min(TANH_MOST, x));
        float rounded = Math.fma(twice, LOG2_E, ROUND);
        float scale = powerOfTwo(rounded);
        float r = remainder(twice, rounded - ROUND);
        float m = Math.fma(scale, smallExpm1(r), scale - 1f);
        return m / (m + 2f);
    }
}
