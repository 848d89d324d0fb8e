package seq2see.tensor;

import java.util.Arrays;

/** m_n = 1/T_n Σ_t v_tn over the T_n valid positions; dv_tn = dm_n / T_n. */
public final class MaskedMean {
    private MaskedMean() {
    }

    /**
     * @param values       (T, N, C)
     * @param validLengths (N)
     * @param mean         (N, C)
     */
    public static void forward(Tape tape, Tensor values, int[] validLengths, Tensor mean) {
        int size = mean.rows();
        int width = mean.width();
        tape.run(() -> {
            for (int n = 0; n < size; n++) {
                int to = mean.offset() + n * width;
                Arrays.fill(mean.values(), to, to + width, 0f);
                for (int t = 0; t < validLengths[n]; t++) {
                    tape.kernels().addScaled(1f, values.values(), values.offset() + (t * size + n) * width, mean.values(), to, width);
                }
                for (int i = 0; i < width; i++) {
                    mean.values()[to + i] /= validLengths[n];
                }
            }
        }, () -> {
            for (int n = 0; n < size; n++) {
                for (int t = 0; t < validLengths[n]; t++) {
                    tape.kernels().addScaled(1f / validLengths[n], mean.gradient(), mean.offset() + n * width,
                            values.gradient(), values.offset() + (t * size + n) * width, width);
                }
            }
        });
    }
}
