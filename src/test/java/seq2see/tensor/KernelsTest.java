package seq2see.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelsTest {
    private static final int[] AWKWARD = {1, 2, 3, 5, 11, 12, 13, 15, 16, 17, 24, 31, 32, 33, 47, 64, 65};

    private final Kernels scalar = new ScalarKernels();
    private final Kernels simd = new SimdKernels();
    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    void testsRunWithSimd() {
        assertInstanceOf(SimdKernels.class, Kernels.best());
    }

    @Test
    void productsOfAllAwkwardSizesAgreeToTheBit() {
        for (int m : AWKWARD) {
            for (int n : AWKWARD) {
                int k = AWKWARD[random.nextInt(AWKWARD.length)];
                Matrix a = random(m, k);
                Matrix b = random(k, n);
                assertArrayEquals(product(scalar, a, b, m, n, false), product(simd, a, b, m, n, false), 0f, m + " " + n + " " + k);
                assertArrayEquals(product(scalar, a, b, m, n, true), product(simd, a, b, m, n, true), 0f, m + " " + n + " " + k);
            }
        }
    }

    @Test
    void transposedSidesGiveTheSameProduct() {
        Matrix a = random(13, 29);
        Matrix b = random(29, 37);
        float[] straight = product(simd, a, b, 13, 37, false);
        assertArrayEquals(straight, product(simd, copyTransposed(a).transposed(), copyTransposed(b).transposed(), 13, 37, false), 0f);
    }

    @Test
    void aRowTimesTransposedColumnsAgreesToTheBit() {
        for (int n : AWKWARD) {
            Matrix a = random(1, 37);
            Matrix b = random(n, 37).transposed();
            assertArrayEquals(product(scalar, a, b, 1, n, true), product(simd, a, b, 1, n, true), 0f, "" + n);
            assertArrayEquals(product(simd, a, b, 1, n, false), product(simd, a, copyTransposed(b.transposed()), 1, n, false), 1e-4f);
        }
    }

    @Test
    void longProductsAgreeToTheBit() {
        Matrix a = random(700, 18).transposed();
        Matrix b = random(700, 40);
        assertArrayEquals(product(scalar, a, b, 18, 40, true), product(simd, a, b, 18, 40, true), 0f);
    }

    @Test
    void aProductAgreesWithDoublePrecision() {
        Matrix a = random(20, 300);
        Matrix b = random(300, 40);
        float[] c = product(simd, a, b, 20, 40, false);
        for (int i = 0; i < 20; i++) {
            for (int j = 0; j < 40; j++) {
                double sum = 0;
                for (int p = 0; p < 300; p++) {
                    sum += (double) a.get(i, p) * b.get(p, j);
                }
                assertEquals(sum, c[i * 40 + j], 1e-4);
            }
        }
    }

    @Test
    void aRowOfAProductDoesNotDependOnTheRowsBesideIt() {
        Matrix a = random(40, 50);
        Matrix b = random(50, 60);
        float[] all = product(simd, a, b, 40, 60, false);
        for (int row = 0; row < 40; row++) {
            float[] alone = product(simd, new Matrix(a.data(), row * 50, 1, 50, 50, 1), b, 1, 60, false);
            for (int j = 0; j < 60; j++) {
                assertEquals(alone[j], all[row * 60 + j], 0f);
            }
        }
    }

    @Test
    void whatLiesBesideTheProductIsLeftAlone() {
        float[] wide = new float[30 * 50];
        Arrays.fill(wide, 7f);
        Matrix window = new Matrix(wide, 3 * 50 + 4, 20, 33, 50, 1);
        simd.multiply(random(20, 9), random(9, 33), window, false);
        for (int i = 0; i < wide.length; i++) {
            int row = i / 50 - 3;
            int column = i % 50 - 4;
            if (row < 0 || row >= 20 || column < 0 || column >= 33) {
                assertEquals(7f, wide[i]);
            }
        }
    }

    @Test
    void sizesThatDoNotFitAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> product(simd, random(3, 4), random(5, 6), 3, 6, false));
        assertThrows(IllegalArgumentException.class, () -> product(scalar, random(3, 4), random(4, 6), 3, 7, false));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 16, 33, 1000})
    void functionsAgreeToTheBit(int count) {
        float[] x = new float[count];
        for (int i = 0; i < count; i++) {
            x[i] = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(-6, 3)));
        }
        float[] special = {0f, -0f, 200f, -200f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MIN_VALUE};
        System.arraycopy(special, 0, x, 0, Math.min(count, special.length));
        for (int function = 0; function < 3; function++) {
            assertArrayEquals(apply(scalar, function, x), apply(simd, function, x), 0f, "function " + function);
        }
    }

    @Test
    void functionsAreRightToTheLastDigits() {
        for (float x = -20; x <= 20; x += 0.0137f) {
            near(StrictMath.exp(x), apply(simd, 0, new float[] {x})[0]);
            near(StrictMath.tanh(x), apply(simd, 1, new float[] {x})[0]);
            near(1 / (1 + StrictMath.exp(-x)), apply(simd, 2, new float[] {x})[0]);
        }
        for (float x = 1e-7f; x < 0.1f; x *= 1.37f) {
            near(StrictMath.tanh(x), apply(simd, 1, new float[] {x})[0]);
        }
    }

    private static void near(double expected, float actual) {
        assertEquals(expected, actual, 4e-7 * Math.abs(expected));
    }

    @Test
    void sumsAgreeToTheBit() {
        for (int count : AWKWARD) {
            float[] x = random(1, count + 3).data();
            float[] y = random(1, count + 5).data();
            float[] byScalar = y.clone();
            float[] bySimd = y.clone();
            scalar.addScaled(0.3f, x, 3, byScalar, 2, count);
            simd.addScaled(0.3f, x, 3, bySimd, 2, count);
            assertArrayEquals(byScalar, bySimd, 0f);
            scalar.add(x, 1, y, 2, byScalar, 4, count);
            simd.add(x, 1, y, 2, bySimd, 4, count);
            assertArrayEquals(byScalar, bySimd, 0f);
        }
    }

    @Test
    void sumsOfScaledRowsAgreeToTheBitWithAddingThemOneByOne() {
        for (int count : AWKWARD) {
            int step = count + 4;
            float[] factors = random(1, 12).data();
            float[] x = random(10, step).data();
            float[] oneByOne = new float[count];
            for (int row = 0; row < 9; row++) {
                scalar.addScaled(factors[2 + row], x, 3 + row * step, oneByOne, 0, count);
            }
            for (Kernels kernels : List.of(scalar, simd)) {
                float[] y = new float[count + 2];
                Arrays.fill(y, 7f);
                kernels.sumScaled(factors, 2, 9, x, 3, step, y, 1, count);
                assertArrayEquals(oneByOne, Arrays.copyOfRange(y, 1, count + 1), 0f, "" + count);
                assertEquals(14f, y[0] + y[count + 1]);
            }
        }
    }

    @Test
    void theGreatestIsFoundWhereverItStands() {
        for (int count : AWKWARD) {
            for (int place = 0; place < count; place++) {
                float[] values = random(1, count + 3).data();
                values[0] = 100;
                values[count + 1] = 100;
                values[1 + place] = 50;
                assertEquals(50f, scalar.max(values, 1, count));
                assertEquals(50f, simd.max(values, 1, count));
            }
        }
    }

    @Test
    void dotProductsAgreeToTheBit() {
        for (int count : AWKWARD) {
            float[] a = random(1, count).data();
            float[] b = random(1, count).data();
            assertEquals(scalar.dot(a, 0, b, 0, count), simd.dot(a, 0, b, 0, count), 0f, "" + count);
        }
        assertTrue(Float.isNaN(simd.dot(new float[] {Float.NaN}, 0, new float[] {1}, 0, 1)));
    }

    @Test
    void cellsAgreeToTheBit() {
        for (int hidden : AWKWARD) {
            cellsAgree(1, hidden, scalar.rnn(), simd.rnn());
            cellsAgree(3, hidden, scalar.gru(), simd.gru());
            cellsAgree(4, hidden, scalar.lstm(), simd.lstm());
        }
    }

    private void cellsAgree(int gates, int hidden, Cell one, Cell other) {
        CellStep step = step(gates, hidden);
        CellStep copy = copy(step);
        for (int row = 0; row < 2; row++) {
            one.forward(step, row);
            one.backward(step, row);
            other.forward(copy, row);
            other.backward(copy, row);
        }
        for (int i = 0; i < 7; i++) {
            assertArrayEquals(tensors(step).get(i).values(), tensors(copy).get(i).values(), 0f, gates + " gates, hidden " + hidden);
            assertArrayEquals(tensors(step).get(i).gradient(), tensors(copy).get(i).gradient(), 0f, gates + " gates, hidden " + hidden);
        }
    }

    private CellStep step(int gates, int hidden) {
        Shape wide = Shape.of(Axis.BATCH, 2, Axis.HIDDEN, gates * hidden);
        Shape narrow = Shape.of(Axis.BATCH, 2, Axis.HIDDEN, hidden);
        return new CellStep(filled(wide), filled(wide), filled(narrow), filled(narrow), filled(wide), filled(narrow), filled(narrow));
    }

    private Tensor filled(Shape shape) {
        return new Tensor(shape, random(1, shape.elements()).data(), random(1, shape.elements()).data(), 0);
    }

    private static List<Tensor> tensors(CellStep step) {
        return List.of(step.input(), step.recurrent(), step.previous(), step.previousMemory(), step.gates(), step.next(), step.nextMemory());
    }

    private static CellStep copy(CellStep step) {
        List<Tensor> copies = tensors(step).stream()
                .map(tensor -> new Tensor(tensor.shape(), tensor.values().clone(), tensor.gradient().clone(), 0)).toList();
        return new CellStep(copies.get(0), copies.get(1), copies.get(2), copies.get(3), copies.get(4), copies.get(5), copies.get(6));
    }

    private Matrix random(int rows, int columns) {
        float[] data = new float[rows * columns];
        for (int i = 0; i < data.length; i++) {
            data[i] = (float) random.nextGaussian();
        }
        return Matrix.of(data, 0, rows, columns);
    }

    private static Matrix copyTransposed(Matrix matrix) {
        float[] data = new float[matrix.rows() * matrix.columns()];
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < matrix.columns(); j++) {
                data[j * matrix.rows() + i] = matrix.get(i, j);
            }
        }
        return Matrix.of(data, 0, matrix.columns(), matrix.rows());
    }

    private static float[] product(Kernels kernels, Matrix a, Matrix b, int m, int n, boolean accumulate) {
        float[] c = new float[m * n];
        Arrays.fill(c, 0.5f);
        kernels.multiply(a, b, Matrix.of(c, 0, m, n), accumulate);
        return c;
    }

    private static float[] apply(Kernels kernels, int function, float[] x) {
        float[] y = new float[x.length];
        switch (function) {
            case 0 -> kernels.exp(x, 0, y, 0, x.length);
            case 1 -> kernels.tanh(x, 0, y, 0, x.length);
            default -> kernels.sigmoid(x, 0, y, 0, x.length);
        }
        return y;
    }
}
