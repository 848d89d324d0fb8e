package seq2see.model;

import seq2see.tensor.Kernels;
import seq2see.tensor.Tape;
import seq2see.tensor.Tensor;

/**
 * The elementwise part of a GRU step (Cho et al., 2014, with the reset gate after the hidden product, as PyTorch has it).
 * With i = W_i x + b_i and j = W_h h + b_h, each in three parts r, z, n:
 *
 * <pre>
 * r  = σ(i_r + j_r)
 * z  = σ(i_z + j_z)
 * n  = tanh(i_n + r ⊙ j_n)
 * h′ = (1 − z) ⊙ n + z ⊙ h
 * </pre>
 *
 * Backward, with dh′ given:
 *
 * <pre>
 * dn = dh′ ⊙ (1 − z) ⊙ (1 − n²)     di_n = dn        dj_n = dn ⊙ r
 * dz = dh′ ⊙ (h − n) ⊙ z (1 − z)    di_z = dj_z = dz
 * dr = dn ⊙ j_n ⊙ r (1 − r)         di_r = dj_r = dr
 * dh = dh′ ⊙ z                      (and what comes back through W_h)
 * </pre>
 */
final class GruCell {
    private GruCell() {
    }

    /**
     * One time step. Behind its valid length a sentence keeps its state.
     *
     * @param input        (N, 3H) i
     * @param recurrent    (N, 3H) j
     * @param previous     (N, H) h
     * @param gates        (N, 3H) receives r, z, n
     * @param next         (N, H) receives h′
     * @param timeStep     from 0
     * @param validLengths (N), or null where every sentence goes on
     */
    static void step(Tape tape, Tensor input, Tensor recurrent, Tensor previous, Tensor gates, Tensor next,
                     int timeStep, int[] validLengths) {
        int hidden = next.width();
        for (int n = 0; n < next.rows(); n++) {
            if (validLengths != null && timeStep >= validLengths[n]) {
                System.arraycopy(previous.values(), previous.offset() + n * hidden, next.values(), next.offset() + n * hidden, hidden);
            } else {
                forwardRow(tape.kernels(), hidden, input.values(), input.offset() + 3 * n * hidden,
                        recurrent.values(), recurrent.offset() + 3 * n * hidden, previous.values(), previous.offset() + n * hidden,
                        gates.values(), gates.offset() + 3 * n * hidden, next.values(), next.offset() + n * hidden);
            }
        }
        tape.record(() -> {
            for (int n = 0; n < next.rows(); n++) {
                if (validLengths != null && timeStep >= validLengths[n]) {
                    passGradient(next, previous, n * hidden, hidden);
                } else {
                    backwardRow(hidden, n, input, recurrent, previous, gates, next);
                }
            }
        });
    }

    private static void forwardRow(Kernels kernels, int hidden, float[] input, int i, float[] recurrent, int j,
                                   float[] previous, int h, float[] gates, int g, float[] next, int out) {
        int z = g + hidden;
        int n = g + 2 * hidden;
        for (int u = 0; u < 2 * hidden; u++) {
            gates[g + u] = input[i + u] + recurrent[j + u];
        }
        kernels.sigmoid(gates, g, gates, g, 2 * hidden);
        for (int u = 0; u < hidden; u++) {
            gates[n + u] = input[i + 2 * hidden + u] + gates[g + u] * recurrent[j + 2 * hidden + u];
        }
        kernels.tanh(gates, n, gates, n, hidden);
        for (int u = 0; u < hidden; u++) {
            next[out + u] = (1f - gates[z + u]) * gates[n + u] + gates[z + u] * previous[h + u];
        }
    }

    private static void passGradient(Tensor next, Tensor previous, int row, int hidden) {
        for (int u = 0; u < hidden; u++) {
            previous.gradient()[previous.offset() + row + u] += next.gradient()[next.offset() + row + u];
        }
    }

    private static void backwardRow(int hidden, int row, Tensor input, Tensor recurrent, Tensor previous, Tensor gates, Tensor next) {
        float[] dNext = next.gradient();
        float[] dPrevious = previous.gradient();
        float[] dInput = input.gradient();
        float[] dRecurrent = recurrent.gradient();
        float[] gate = gates.values();
        float[] state = previous.values();
        float[] product = recurrent.values();
        int out = next.offset() + row * hidden;
        int h = previous.offset() + row * hidden;
        int i = input.offset() + 3 * row * hidden;
        int j = recurrent.offset() + 3 * row * hidden;
        int g = gates.offset() + 3 * row * hidden;
        for (int u = 0; u < hidden; u++) {
            float r = gate[g + u];
            float z = gate[g + hidden + u];
            float n = gate[g + 2 * hidden + u];
            float dState = dNext[out + u];
            float dCandidate = dState * (1f - z) * (1f - n * n);
            float dUpdate = dState * (state[h + u] - n) * z * (1f - z);
            float dReset = dCandidate * product[j + 2 * hidden + u] * r * (1f - r);
            dInput[i + u] += dReset;
            dInput[i + hidden + u] += dUpdate;
            dInput[i + 2 * hidden + u] += dCandidate;
            dRecurrent[j + u] += dReset;
            dRecurrent[j + hidden + u] += dUpdate;
            dRecurrent[j + 2 * hidden + u] += dCandidate * r;
            dPrevious[h + u] += dState * z;
        }
    }
}
