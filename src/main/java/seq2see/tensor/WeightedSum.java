package seq2see.tensor;

/**
 * c_n = Σ_t w_nt v_tn over the valid positions. Rows may share a source.
 *
 * <p>dw_nt = dc_n · v_tn and dv_tn = w_nt dc_n.
 */
public final class WeightedSum {
    private WeightedSum() {
    }

    /**
     * @param weights      (N, T)
     * @param values       (T, S, C)
     * @param sentences    (N) which of the S sources a row sums
     * @param validLengths (N)
     * @param sum          (N, C)
     */
    public static void forward(Tape tape, Tensor weights, Tensor values, int[] sentences, int[] validLengths, Tensor sum) {
        int time = weights.width();
        int size = sum.rows();
        int width = sum.width();
        int sources = values.shape().size(1);
        tape.run(() -> {
            for (int n = 0; n < size; n++) {
                tape.kernels().sumScaled(weights.values(), weights.offset() + n * time, validLengths[n],
                        values.values(), values.offset() + sentences[n] * width, sources * width,
                        sum.values(), sum.offset() + n * width, width);
            }
        }, () -> {
            for (int n = 0; n < size; n++) {
                int from = sum.offset() + n * width;
                for (int t = 0; t < validLengths[n]; t++) {
                    int weight = weights.offset() + n * time + t;
                    int value = values.offset() + (t * sources + sentences[n]) * width;
                    weights.gradient()[weight] += tape.kernels().dot(sum.gradient(), from, values.values(), value, width);
                    tape.kernels().addScaled(weights.values()[weight], sum.gradient(), from, values.gradient(), value, width);
                }
            }
        });
    }
}
