package seq2see.tensor;

/** s_nt = f · q_n · k_tn over the valid positions; dq_n = f Σ_t ds_nt k_tn and dk_tn = f ds_nt q_n. Rows may share a source. */
public final class DotScores {
    private DotScores() {
    }

    /**
     * @param query        (N, H)
     * @param keys         (T, S, H)
     * @param sentences    (N) which of the S sources a row looks at
     * @param validLengths (N)
     * @param factor       f
     * @param scores       (N, T); behind the valid positions not set
     */
    public static void forward(Tape tape, Tensor query, Tensor keys, int[] sentences, int[] validLengths, float factor, Tensor scores) {
        int size = query.rows();
        int width = query.width();
        int time = scores.width();
        int sources = keys.shape().size(1);
        tape.run(() -> {
            for (int n = 0; n < size; n++) {
                for (int t = 0; t < validLengths[n]; t++) {
                    scores.values()[scores.offset() + n * time + t] = factor * tape.kernels().dot(query.values(), query.offset() + n * width,
                            keys.values(), keys.offset() + (t * sources + sentences[n]) * width, width);
                }
            }
        }, () -> {
            for (int n = 0; n < size; n++) {
                for (int t = 0; t < validLengths[n]; t++) {
                    float dScore = factor * scores.gradient()[scores.offset() + n * time + t];
                    int q = query.offset() + n * width;
                    int k = keys.offset() + (t * sources + sentences[n]) * width;
                    tape.kernels().addScaled(dScore, keys.values(), k, query.gradient(), q, width);
                    tape.kernels().addScaled(dScore, query.values(), q, keys.gradient(), k, width);
                }
            }
        });
    }
}
