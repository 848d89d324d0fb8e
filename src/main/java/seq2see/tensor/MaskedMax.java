package seq2see.tensor;

/** m_ni = max_t v_tni over the valid positions; the gradient goes to the first position that holds the maximum. */
public final class MaskedMax {
    private MaskedMax() {
    }

    /**
     * @param values       (T, N, C)
     * @param validLengths (N)
     * @param maximum      (N, C)
     */
    public static void forward(Tape tape, Tensor values, int[] validLengths, Tensor maximum) {
        int size = maximum.rows();
        int width = maximum.width();
        int[] places = new int[size * width];
        tape.run(() -> {
            for (int n = 0; n < size; n++) {
                for (int i = 0; i < width; i++) {
                    int best = values.offset() + n * width + i;
                    for (int t = 1; t < validLengths[n]; t++) {
                        int place = values.offset() + (t * size + n) * width + i;
                        if (values.values()[place] > values.values()[best]) {
                            best = place;
                        }
                    }
                    places[n * width + i] = best;
                    maximum.values()[maximum.offset() + n * width + i] = values.values()[best];
                }
            }
        }, () -> {
            for (int i = 0; i < places.length; i++) {
                values.gradient()[places[i]] += maximum.gradient()[maximum.offset() + i];
            }
        });
    }
}
