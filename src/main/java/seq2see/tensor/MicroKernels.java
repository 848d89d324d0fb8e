package seq2see.tensor;

import static seq2see.tensor.SimdFunctions.LANES;
import static seq2see.tensor.SimdFunctions.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The register-blocked hearts of the matrix product. Each keeps a tile of c in registers while it runs along k; the local
 * variables are written out because only those stay in registers, which makes long methods of one thought each. Twelve rows
 * by two vectors fill the 32 registers of AVX-512 and NEON; of AVX2's 16 four by two leave enough to the compiler (six by two
 * ran at half their speed); the lower ones serve what is left over.
 *
 * <p>Three traps were met here. A vector that meets another value where two branches join, or that is handed to a method
 * which is not inlined, is kept as an object, and the loop runs fifty times slower: so every sum begins with what c
 * holds, nothing branches, and vectors go straight into the array. And called straight from a long-running loop that is
 * compiled while it runs, the same code was seen to run a hundred times slower: so it is called through small methods only.
 */
final class MicroKernels {
    /** Columns of a tile. */
    static final int WIDTH = 2 * LANES;
    /** Rows of a whole tile on this machine. */
    static final int HEIGHT = LANES == 8 ? 4 : 12;

    private MicroKernels() {
    }

    /**
     * Rows of the best tile for so many rows that are left: 12, 8 or 4; where it is higher, the rest of it is not used. Nine and
     * ten rows are quicker as eight and the rest than as twelve.
     */
    static int height(int left) {
        if (left <= 4 || HEIGHT == 4) {
            return 4;
        }
        return left <= 10 || left > 12 && left <= 16 ? 8 : 12;
    }

    /**
     * A whole tile of c += a · b.
     *
     * @param height rows of the tile, as {@link #height} gives it
     * @param a      k columns of {@code height} values: {@code aRow} from row to row, which is 1 unless there are 4 rows, and
     *               {@code aStep} from column to column
     * @param b      k rows of {@link #WIDTH} values
     * @param c      where the tile begins; its rows are {@code cStride} apart
     */
    static void tile(int height, int k, float[] a, int aOffset, int aRow, int aStep, float[] b, int bOffset, float[] c, int cOffset, int cStride) {
        switch (height) {
            case 12 -> rows12(k, a, aOffset, aStep, b, bOffset, c, cOffset, cStride);
            case 8 -> rows8(k, a, aOffset, aStep, b, bOffset, c, cOffset, cStride);
            default -> rows4(k, a, aOffset, aRow, aStep, b, bOffset, c, cOffset, cStride);
        }
    }

    /** 12 rows by two vectors: tile += a panel · b panel. */
    private static void rows12(int k, float[] a, int aOffset, int aStep, float[] b, int bOffset, float[] c, int cOffset, int cStride) {
        FloatVector c00 = FloatVector.fromArray(SPECIES, c, cOffset);
        FloatVector c01 = FloatVector.fromArray(SPECIES, c, cOffset + LANES);
        FloatVector c10 = FloatVector.fromArray(SPECIES, c, cOffset + cStride);
        FloatVector c11 = FloatVector.fromArray(SPECIES, c, cOffset + cStride + LANES);
        FloatVector c20 = FloatVector.fromArray(SPECIES, c, cOffset + 2 * cStride);
        FloatVector c21 = FloatVector.fromArray(SPECIES, c, cOffset + 2 * cStride + LANES);
        FloatVector c30 = FloatVector.fromArray(SPECIES, c, cOffset + 3 * cStride);
        FloatVector c31 = FloatVector.fromArray(SPECIES, c, cOffset + 3 * cStride + LANES);
        FloatVector c40 = FloatVector.fromArray(SPECIES, c, cOffset + 4 * cStride);
        FloatVector c41 = FloatVector.fromArray(SPECIES, c, cOffset + 4 * cStride + LANES);
        FloatVector c50 = FloatVector.fromArray(SPECIES, c, cOffset + 5 * cStride);
        FloatVector c51 = FloatVector.fromArray(SPECIES, c, cOffset + 5 * cStride + LANES);
        FloatVector c60 = FloatVector.fromArray(SPECIES, c, cOffset + 6 * cStride);
        FloatVector c61 = FloatVector.fromArray(SPECIES, c, cOffset + 6 * cStride + LANES);
        FloatVector c70 = FloatVector.fromArray(SPECIES, c, cOffset + 7 * cStride);
        FloatVector c71 = FloatVector.fromArray(SPECIES, c, cOffset + 7 * cStride + LANES);
        FloatVector c80 = FloatVector.fromArray(SPECIES, c, cOffset + 8 * cStride);
        FloatVector c81 = FloatVector.fromArray(SPECIES, c, cOffset + 8 * cStride + LANES);
        FloatVector c90 = FloatVector.fromArray(SPECIES, c, cOffset + 9 * cStride);
        FloatVector c91 = FloatVector.fromArray(SPECIES, c, cOffset + 9 * cStride + LANES);
        FloatVector c100 = FloatVector.fromArray(SPECIES, c, cOffset + 10 * cStride);
        FloatVector c101 = FloatVector.fromArray(SPECIES, c, cOffset + 10 * cStride + LANES);
        FloatVector c110 = FloatVector.fromArray(SPECIES, c, cOffset + 11 * cStride);
        FloatVector c111 = FloatVector.fromArray(SPECIES, c, cOffset + 11 * cStride + LANES);
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bOffset + p * WIDTH);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, bOffset + p * WIDTH + LANES);
            int q = aOffset + p * aStep;
            FloatVector x = FloatVector.broadcast(SPECIES, a[q]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            x = FloatVector.broadcast(SPECIES, a[q + 1]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            x = FloatVector.broadcast(SPECIES, a[q + 2]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            x = FloatVector.broadcast(SPECIES, a[q + 3]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            x = FloatVector.broadcast(SPECIES, a[q + 4]);
            c40 = x.fma(b0, c40);
            c41 = x.fma(b1, c41);
            x = FloatVector.broadcast(SPECIES, a[q + 5]);
            c50 = x.fma(b0, c50);
            c51 = x.fma(b1, c51);
            x = FloatVector.broadcast(SPECIES, a[q + 6]);
            c60 = x.fma(b0, c60);
            c61 = x.fma(b1, c61);
            x = FloatVector.broadcast(SPECIES, a[q + 7]);
            c70 = x.fma(b0, c70);
            c71 = x.fma(b1, c71);
            x = FloatVector.broadcast(SPECIES, a[q + 8]);
            c80 = x.fma(b0, c80);
            c81 = x.fma(b1, c81);
            x = FloatVector.broadcast(SPECIES, a[q + 9]);
            c90 = x.fma(b0, c90);
            c91 = x.fma(b1, c91);
            x = FloatVector.broadcast(SPECIES, a[q + 10]);
            c100 = x.fma(b0, c100);
            c101 = x.fma(b1, c101);
            x = FloatVector.broadcast(SPECIES, a[q + 11]);
            c110 = x.fma(b0, c110);
            c111 = x.fma(b1, c111);
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

    /** 8 rows by two vectors: tile += a panel · b panel. */
    private static void rows8(int k, float[] a, int aOffset, int aStep, float[] b, int bOffset, float[] c, int cOffset, int cStride) {
        FloatVector c00 = FloatVector.fromArray(SPECIES, c, cOffset);
        FloatVector c01 = FloatVector.fromArray(SPECIES, c, cOffset + LANES);
        FloatVector c10 = FloatVector.fromArray(SPECIES, c, cOffset + cStride);
        FloatVector c11 = FloatVector.fromArray(SPECIES, c, cOffset + cStride + LANES);
        FloatVector c20 = FloatVector.fromArray(SPECIES, c, cOffset + 2 * cStride);
        FloatVector c21 = FloatVector.fromArray(SPECIES, c, cOffset + 2 * cStride + LANES);
        FloatVector c30 = FloatVector.fromArray(SPECIES, c, cOffset + 3 * cStride);
        FloatVector c31 = FloatVector.fromArray(SPECIES, c, cOffset + 3 * cStride + LANES);
        FloatVector c40 = FloatVector.fromArray(SPECIES, c, cOffset + 4 * cStride);
        FloatVector c41 = FloatVector.fromArray(SPECIES, c, cOffset + 4 * cStride + LANES);
        FloatVector c50 = FloatVector.fromArray(SPECIES, c, cOffset + 5 * cStride);
        FloatVector c51 = FloatVector.fromArray(SPECIES, c, cOffset + 5 * cStride + LANES);
        FloatVector c60 = FloatVector.fromArray(SPECIES, c, cOffset + 6 * cStride);
        FloatVector c61 = FloatVector.fromArray(SPECIES, c, cOffset + 6 * cStride + LANES);
        FloatVector c70 = FloatVector.fromArray(SPECIES, c, cOffset + 7 * cStride);
        FloatVector c71 = FloatVector.fromArray(SPECIES, c, cOffset + 7 * cStride + LANES);
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bOffset + p * WIDTH);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, bOffset + p * WIDTH + LANES);
            int q = aOffset + p * aStep;
            FloatVector x = FloatVector.broadcast(SPECIES, a[q]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            x = FloatVector.broadcast(SPECIES, a[q + 1]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            x = FloatVector.broadcast(SPECIES, a[q + 2]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            x = FloatVector.broadcast(SPECIES, a[q + 3]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            x = FloatVector.broadcast(SPECIES, a[q + 4]);
            c40 = x.fma(b0, c40);
            c41 = x.fma(b1, c41);
            x = FloatVector.broadcast(SPECIES, a[q + 5]);
            c50 = x.fma(b0, c50);
            c51 = x.fma(b1, c51);
            x = FloatVector.broadcast(SPECIES, a[q + 6]);
            c60 = x.fma(b0, c60);
            c61 = x.fma(b1, c61);
            x = FloatVector.broadcast(SPECIES, a[q + 7]);
            c70 = x.fma(b0, c70);
            c71 = x.fma(b1, c71);
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
    }

    /** 4 rows by two vectors: tile += a · b panel, where a's rows may lie anywhere. */
    private static void rows4(int k, float[] a, int aOffset, int aRow, int aStep, float[] b, int bOffset, float[] c, int cOffset, int cStride) {
        FloatVector c00 = FloatVector.fromArray(SPECIES, c, cOffset);
        FloatVector c01 = FloatVector.fromArray(SPECIES, c, cOffset + LANES);
        FloatVector c10 = FloatVector.fromArray(SPECIES, c, cOffset + cStride);
        FloatVector c11 = FloatVector.fromArray(SPECIES, c, cOffset + cStride + LANES);
        FloatVector c20 = FloatVector.fromArray(SPECIES, c, cOffset + 2 * cStride);
        FloatVector c21 = FloatVector.fromArray(SPECIES, c, cOffset + 2 * cStride + LANES);
        FloatVector c30 = FloatVector.fromArray(SPECIES, c, cOffset + 3 * cStride);
        FloatVector c31 = FloatVector.fromArray(SPECIES, c, cOffset + 3 * cStride + LANES);
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bOffset + p * WIDTH);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, bOffset + p * WIDTH + LANES);
            int q = aOffset + p * aStep;
            FloatVector x = FloatVector.broadcast(SPECIES, a[q]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            x = FloatVector.broadcast(SPECIES, a[q + aRow]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            x = FloatVector.broadcast(SPECIES, a[q + 2 * aRow]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            x = FloatVector.broadcast(SPECIES, a[q + 3 * aRow]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
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

    /**
     * One row by the eight vectors of four panels: c += a · b. Eight chains run side by side, since each waits four cycles
     * for its last addition.
     *
     * @param a  k values one after the other
     * @param b0 where the first panel begins, and so on
     * @param c  the row's values for the four panels, one panel after the other
     */
    static void row(int k, float[] a, int aOffset, float[] b, int b0, int b1, int b2, int b3, float[] c, int cOffset) {
        FloatVector c0 = FloatVector.fromArray(SPECIES, c, cOffset);
        FloatVector c1 = FloatVector.fromArray(SPECIES, c, cOffset + LANES);
        FloatVector c2 = FloatVector.fromArray(SPECIES, c, cOffset + 2 * LANES);
        FloatVector c3 = FloatVector.fromArray(SPECIES, c, cOffset + 3 * LANES);
        FloatVector c4 = FloatVector.fromArray(SPECIES, c, cOffset + 4 * LANES);
        FloatVector c5 = FloatVector.fromArray(SPECIES, c, cOffset + 5 * LANES);
        FloatVector c6 = FloatVector.fromArray(SPECIES, c, cOffset + 6 * LANES);
        FloatVector c7 = FloatVector.fromArray(SPECIES, c, cOffset + 7 * LANES);
        for (int p = 0; p < k; p++) {
            FloatVector x = FloatVector.broadcast(SPECIES, a[aOffset + p]);
            c0 = x.fma(FloatVector.fromArray(SPECIES, b, b0 + p * WIDTH), c0);
            c1 = x.fma(FloatVector.fromArray(SPECIES, b, b0 + p * WIDTH + LANES), c1);
            c2 = x.fma(FloatVector.fromArray(SPECIES, b, b1 + p * WIDTH), c2);
            c3 = x.fma(FloatVector.fromArray(SPECIES, b, b1 + p * WIDTH + LANES), c3);
            c4 = x.fma(FloatVector.fromArray(SPECIES, b, b2 + p * WIDTH), c4);
            c5 = x.fma(FloatVector.fromArray(SPECIES, b, b2 + p * WIDTH + LANES), c5);
            c6 = x.fma(FloatVector.fromArray(SPECIES, b, b3 + p * WIDTH), c6);
            c7 = x.fma(FloatVector.fromArray(SPECIES, b, b3 + p * WIDTH + LANES), c7);
        }
        c0.intoArray(c, cOffset);
        c1.intoArray(c, cOffset + LANES);
        c2.intoArray(c, cOffset + 2 * LANES);
        c3.intoArray(c, cOffset + 3 * LANES);
        c4.intoArray(c, cOffset + 4 * LANES);
        c5.intoArray(c, cOffset + 5 * LANES);
        c6.intoArray(c, cOffset + 6 * LANES);
        c7.intoArray(c, cOffset + 7 * LANES);
    }
}
