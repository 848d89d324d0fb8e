package seq2see.training.benchmark;

import java.util.List;
import java.util.Random;
import seq2see.tensor.Kernels;
import seq2see.tensor.Matrix;

/** Matrix products of the shapes that recurrent models take, on one thread; packing is part of them. */
final class ProductJobs {
    /**
     * c (m, n) = a · b over k.
     *
     * @param order how a and b lie in memory: NN both as they are, NT b transposed, TN a transposed
     */
    private record Product(String name, String order, int m, int n, int k) {
        Job job() {
            String line = "gemm.seq2see.%s.%s_%dx%dx%d".formatted(name, order, m, n, k);
            return new Job("gemm", line, "gflops", 2.0 * m * n * k, this::work);
        }

        Work work() {
            Matrix a = order.charAt(0) == 'T' ? random(k, m).transposed() : random(m, k);
            Matrix b = order.charAt(1) == 'T' ? random(n, k).transposed() : random(k, n);
            Matrix c = random(m, n);
            return () -> Kernels.best().multiply(a, b, c, false);
        }
    }

    private static final List<Product> PRODUCTS = List.of(
            new Product("sq64", "NN", 64, 64, 64), new Product("sq128", "NN", 128, 128, 128),
            new Product("sq256", "NN", 256, 256, 256), new Product("sq512", "NN", 512, 512, 512),
            new Product("sq1024", "NN", 1024, 1024, 1024),
            new Product("d2l_fwd", "NT", 128, 768, 256), new Product("d2l_fwd", "NN", 128, 768, 256),
            new Product("d2l_dx", "NN", 128, 256, 768), new Product("d2l_dx", "NT", 128, 256, 768),
            new Product("d2l_dw", "TN", 768, 256, 128), new Product("d2l_dw10", "TN", 768, 256, 1280),
            new Product("d2l_in10", "NT", 1280, 768, 256),
            new Product("lesson_fwd", "NT", 32, 192, 64), new Product("lesson_fwd", "NN", 32, 192, 64),
            new Product("lesson_dx", "NN", 32, 64, 192), new Product("lesson_dw", "TN", 192, 64, 32),
            new Product("lesson_dw10", "TN", 192, 64, 320), new Product("lesson_in10", "NT", 320, 192, 64),
            new Product("vec_fwd", "NT", 1, 768, 256), new Product("vec_lesson", "NT", 1, 192, 64));

    private ProductJobs() {
    }

    static List<Job> all() {
        return PRODUCTS.stream().map(Product::job).toList();
    }

    private static Matrix random(int rows, int columns) {
        Random random = new Random(rows + columns);
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat() - 0.5f;
        }
        return Matrix.of(values, 0, rows, columns);
    }
}
