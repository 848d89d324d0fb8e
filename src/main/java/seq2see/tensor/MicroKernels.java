package seq2see.tensor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The register-blocked hearts of the matrix product. Each keeps a tile of c in registers while it runs along k; the local
 * variables are written out because only those stay in registers. Twelve rows by two vectors fill the 32 registers of
 * AVX-512; six by two fill the 16 of AVX2; four by two serve what is left over.
 *
 * <p>They are called through small methods only: in a long-running caller that is compiled while it runs, the same code
 * was seen to run a hundred times slower.
 */
final class MicroKernels {
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();
    /** Columns of a tile. */
    static final int WIDTH = 2 * LANES;
    /** Rows of a whole tile on this machine. */
    static final int HEIGHT = LANES >= 16 ? 12 : 6;
    /** Rows of the tile for the rows left over. */
    static final int LOW = 4;
    private static final FloatVector ZERO = FloatVector.zero(SPECIES);

    private MicroKernels() {
    }

    static void tile(int height, int k, float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset, int cStride, boolean accumulate) {
        switch (height) {
            case 12 -> rows12(k, a, aOffset, b, bOffset, c, cOffset, cStride, accumulate);
            case 6 -> rows6(k, a, aOffset, b, bOffset, c, cOffset, cStride, accumulate);
            default -> rows4(k, a, aOffset, b, bOffset, c, cOffset, cStride, accumulate);
        }
    }

    /** 12 rows by two vectors: c tile = a panel · b panel (or added to it); the tile is whole. */
    static void rows12(int k, float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset, int cStride, boolean accumulate) {
        FloatVector c00 = ZERO, c01 = ZERO;
        FloatVector c10 = ZERO, c11 = ZERO;
        FloatVector c20 = ZERO, c21 = ZERO;
        FloatVector c30 = ZERO, c31 = ZERO;
        FloatVector c40 = ZERO, c41 = ZERO;
        FloatVector c50 = ZERO, c51 = ZERO;
        FloatVector c60 = ZERO, c61 = ZERO;
        FloatVector c70 = ZERO, c71 = ZERO;
        FloatVector c80 = ZERO, c81 = ZERO;
        FloatVector c90 = ZERO, c91 = ZERO;
        FloatVector c100 = ZERO, c101 = ZERO;
        FloatVector c110 = ZERO, c111 = ZERO;
        if (accumulate) {
            c00 = FloatVector.fromArray(SPECIES, c, cOffset);
            c01 = FloatVector.fromArray(SPECIES, c, cOffset + LANES);
            c10 = FloatVector.fromArray(SPECIES, c, cOffset + cStride);
            c11 = FloatVector.fromArray(SPECIES, c, cOffset + cStride + LANES);
            c20 = FloatVector.fromArray(SPECIES, c, cOffset + 2 * cStride);
            c21 = FloatVector.fromArray(SPECIES, c, cOffset + 2 * cStride + LANES);
            c30 = FloatVector.fromArray(SPECIES, c, cOffset + 3 * cStride);
            c31 = FloatVector.fromArray(SPECIES, c, cOffset + 3 * cStride + LANES);
            c40 = FloatVector.fromArray(SPECIES, c, cOffset + 4 * cStride);
            c41 = FloatVector.fromArray(SPECIES, c, cOffset + 4 * cStride + LANES);
            c50 = FloatVector.fromArray(SPECIES, c, cOffset + 5 * cStride);
            c51 = FloatVector.fromArray(SPECIES, c, cOffset + 5 * cStride + LANES);
            c60 = FloatVector.fromArray(SPECIES, c, cOffset + 6 * cStride);
            c61 = FloatVector.fromArray(SPECIES, c, cOffset + 6 * cStride + LANES);
            c70 = FloatVector.fromArray(SPECIES, c, cOffset + 7 * cStride);
            c71 = FloatVector.fromArray(SPECIES, c, cOffset + 7 * cStride + LANES);
            c80 = FloatVector.fromArray(SPECIES, c, cOffset + 8 * cStride);
            c81 = FloatVector.fromArray(SPECIES, c, cOffset + 8 * cStride + LANES);
            c90 = FloatVector.fromArray(SPECIES, c, cOffset + 9 * cStride);
            c91 = FloatVector.fromArray(SPECIES, c, cOffset + 9 * cStride + LANES);
            c100 = FloatVector.fromArray(SPECIES, c, cOffset + 10 * cStride);
            c101 = FloatVector.fromArray(SPECIES, c, cOffset + 10 * cStride + LANES);
            c110 = FloatVector.fromArray(SPECIES, c, cOffset + 11 * cStride);
            c111 = FloatVector.fromArray(SPECIES, c, cOffset + 11 * cStride + LANES);
        }
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bOffset);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, bOffset + LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[aOffset]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            x = FloatVector.broadcast(SPECIES, a[aOffset + 1]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            x = FloatVector.broadcast(SPECIES, a[aOffset + 2]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            x = FloatVector.broadcast(SPECIES, a[aOffset + 3]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            x = FloatVector.broadcast(SPECIES, a[aOffset + 4]);
            c40 = x.fma(b0, c40);
            c41 = x.fma(b1, c41);
            x = FloatVector.broadcast(SPECIES, a[aOffset + 5]);
            c50 = x.fma(b0, c50);
            c51 = x.fma(b1, c51);
            x = FloatVector.broadcast(SPECIES, a[aOffset + 6]);
            c60 = x.fma(b0, c60);
            c61 = x.fma(b1, c61);
            x = FloatVector.broadcast(SPECIES, a[aOffset + 7]);
            c70 = x.fma(b0, c70);
            c71 = x.fma(b1, c71);
            x = FloatVector.broadcast(SPECIES, a[aOffset + 8]);
            c80 = x.fma(b0, c80);
            c81 = x.fma(b1, c81);
            x = FloatVector.broadcast(SPECIES, a[aOffset + 9]);
            c90 = x.fma(b0, c90);
            c91 = x.fma(b1, c91);
            x = FloatVector.broadcast(SPECIES, a[aOffset + 10]);
            c100 = x.fma(b0, c100);
            c101 = x.fma(b1, c101);
            x = FloatVector.broadcast(SPECIES, a[aOffset + 11]);
            c110 = x.fma(b0, c110);
            c111 = x.fma(b1, c111);
            aOffset += 12;
            bOffset += WIDTH;
        }
        c00.intoArray(c, cOffset);
        c01.intoArray(c, cOffset + LANES);
        c10.intoArray(c, cOffset + cStride);
        c11.intoArray(c, cOffset + cStride + LANES);
        c20.intoArray(c, cOffset + 2 * cStride);
        c21.intoArray(c, cOffset + 2 * cStride + LANES);
        c30.intoArray(c, cOffset + 3 * cStride);
        c31.intoArray(c, cOffset + 3 * cStride + LANES);
        c40.intoArray(c, cOffset + 4 * cStride);
        c41.intoArray(c, cOffset + 4 * cStride + LANES);
        c50.intoArray(c, cOffset + 5 * cStride);
        c51.intoArray(c, cOffset + 5 * cStride + LANES);
        c60.intoArray(c, cOffset + 6 * cStride);
        c61.intoArray(c, cOffset + 6 * cStride + LANES);
        c70.intoArray(c, cOffset + 7 * cStride);
        c71.intoArray(c, cOffset + 7 * cStride + LANES);
        c80.intoArray(c, cOffset + 8 * cStride);
        c81.intoArray(c, cOffset + 8 * cStride + LANES);
        c90.intoArray(c, cOffset + 9 * cStride);
        c91.intoArray(c, cOffset + 9 * cStride + LANES);
        c100.intoArray(c, cOffset + 10 * cStride);
        c101.intoArray(c, cOffset + 10 * cStride + LANES);
        c110.intoArray(c, cOffset + 11 * cStride);
        c111.intoArray(c, cOffset + 11 * cStride + LANES);
    }

    /** 6 rows by two vectors: c tile = a panel · b panel (or added to it); the tile is whole. */
    static void rows6(int k, float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset, int cStride, boolean accumulate) {
        FloatVector c00 = ZERO, c01 = ZERO;
        FloatVector c10 = ZERO, c11 = ZERO;
        FloatVector c20 = ZERO, c21 = ZERO;
        FloatVector c30 = ZERO, c31 = ZERO;
        FloatVector c40 = ZERO, c41 = ZERO;
        FloatVector c50 = ZERO, c51 = ZERO;
        if (accumulate) {
            c00 = FloatVector.fromArray(SPECIES, c, cOffset);
            c01 = FloatVector.fromArray(SPECIES, c, cOffset + LANES);
            c10 = FloatVector.fromArray(SPECIES, c, cOffset + cStride);
            c11 = FloatVector.fromArray(SPECIES, c, cOffset + cStride + LANES);
            c20 = FloatVector.fromArray(SPECIES, c, cOffset + 2 * cStride);
            c21 = FloatVector.fromArray(SPECIES, c, cOffset + 2 * cStride + LANES);
            c30 = FloatVector.fromArray(SPECIES, c, cOffset + 3 * cStride);
            c31 = FloatVector.fromArray(SPECIES, c, cOffset + 3 * cStride + LANES);
            c40 = FloatVector.fromArray(SPECIES, c, cOffset + 4 * cStride);
            c41 = FloatVector.fromArray(SPECIES, c, cOffset + 4 * cStride + LANES);
            c50 = FloatVector.fromArray(SPECIES, c, cOffset + 5 * cStride);
            c51 = FloatVector.fromArray(SPECIES, c, cOffset + 5 * cStride + LANES);
        }
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bOffset);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, bOffset + LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[aOffset]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            x = FloatVector.broadcast(SPECIES, a[aOffset + 1]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            x = FloatVector.broadcast(SPECIES, a[aOffset + 2]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            x = FloatVector.broadcast(SPECIES, a[aOffset + 3]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            x = FloatVector.broadcast(SPECIES, a[aOffset + 4]);
            c40 = x.fma(b0, c40);
            c41 = x.fma(b1, c41);
            x = FloatVector.broadcast(SPECIES, a[aOffset + 5]);
            c50 = x.fma(b0, c50);
            c51 = x.fma(b1, c51);
            aOffset += 6;
            bOffset += WIDTH;
        }
        c00.intoArray(c, cOffset);
        c01.intoArray(c, cOffset + LANES);
        c10.intoArray(c, cOffset + cStride);
        c11.intoArray(c, cOffset + cStride + LANES);
        c20.intoArray(c, cOffset + 2 * cStride);
        c21.intoArray(c, cOffset + 2 * cStride + LANES);
        c30.intoArray(c, cOffset + 3 * cStride);
        c31.intoArray(c, cOffset + 3 * cStride + LANES);
        c40.intoArray(c, cOffset + 4 * cStride);
        c41.intoArray(c, cOffset + 4 * cStride + LANES);
        c50.intoArray(c, cOffset + 5 * cStride);
        c51.intoArray(c, cOffset + 5 * cStride + LANES);
    }

    /** 4 rows by two vectors: c tile = a panel · b panel (or added to it); the tile is whole. */
    static void rows4(int k, float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset, int cStride, boolean accumulate) {
        FloatVector c00 = ZERO, c01 = ZERO;
        FloatVector c10 = ZERO, c11 = ZERO;
        FloatVector c20 = ZERO, c21 = ZERO;
        FloatVector c30 = ZERO, c31 = ZERO;
        if (accumulate) {
            c00 = FloatVector.fromArray(SPECIES, c, cOffset);
            c01 = FloatVector.fromArray(SPECIES, c, cOffset + LANES);
            c10 = FloatVector.fromArray(SPECIES, c, cOffset + cStride);
            c11 = FloatVector.fromArray(SPECIES, c, cOffset + cStride + LANES);
            c20 = FloatVector.fromArray(SPECIES, c, cOffset + 2 * cStride);
            c21 = FloatVector.fromArray(SPECIES, c, cOffset + 2 * cStride + LANES);
            c30 = FloatVector.fromArray(SPECIES, c, cOffset + 3 * cStride);
            c31 = FloatVector.fromArray(SPECIES, c, cOffset + 3 * cStride + LANES);
        }
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bOffset);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, bOffset + LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[aOffset]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            x = FloatVector.broadcast(SPECIES, a[aOffset + 1]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            x = FloatVector.broadcast(SPECIES, a[aOffset + 2]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            x = FloatVector.broadcast(SPECIES, a[aOffset + 3]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            aOffset += 4;
            bOffset += WIDTH;
        }
        c00.intoArray(c, cOffset);
        c01.intoArray(c, cOffset + LANES);
        c10.intoArray(c, cOffset + cStride);
        c11.intoArray(c, cOffset + cStride + LANES);
        c20.intoArray(c, cOffset + 2 * cStride);
        c21.intoArray(c, cOffset + 2 * cStride + LANES);
        c30.intoArray(c, cOffset + 3 * cStride);
        c31.intoArray(c, cOffset + 3 * cStride + LANES);
    }
}
