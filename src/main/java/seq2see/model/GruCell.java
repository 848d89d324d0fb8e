package seq2see.model;

import seq2see.tensor.Tape;

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
final class GruCell implements Cell {
    @Override
    public void forward(Tape tape, CellStep step, int row) {
        int hidden = step.hidden();
        float[] input = step.input().values();
        float[] recurrent = step.recurrent().values();
        float[] gates = step.gates().values();
        float[] previous = step.previous().values();
        float[] next = step.next().values();
        int i = step.input().offset() + 3 * row * hidden;
        int j = step.recurrent().offset() + 3 * row * hidden;
        int r = step.gates().offset() + 3 * row * hidden;
        int z = r + hidden;
        int n = z + hidden;
        int h = step.previous().offset() + row * hidden;
        int out = step.next().offset() + row * hidden;
        for (int u = 0; u < 2 * hidden; u++) {
            gates[r + u] = input[i + u] + recurrent[j + u];
        }
        tape.kernels().sigmoid(gates, r, gates, r, 2 * hidden);
        for (int u = 0; u < hidden; u++) {
            gates[n + u] = input[i + 2 * hidden + u] + gates[r + u] * recurrent[j + 2 * hidden + u];
        }
        tape.kernels().tanh(gates, n, gates, n, hidden);
        for (int u = 0; u < hidden; u++) {
            next[out + u] = (1f - gates[z + u]) * gates[n + u] + gates[z + u] * previous[h + u];
        }
    }

    @Override
    public void backward(CellStep step, int row) {
        int hidden = step.hidden();
        float[] dNext = step.next().gradient();
        float[] dPrevious = step.previous().gradient();
        float[] dInput = step.input().gradient();
        float[] dRecurrent = step.recurrent().gradient();
        float[] gates = step.gates().values();
        float[] previous = step.previous().values();
        float[] recurrent = step.recurrent().values();
        int out = step.next().offset() + row * hidden;
        int h = step.previous().offset() + row * hidden;
        int i = step.input().offset() + 3 * row * hidden;
        int j = step.recurrent().offset() + 3 * row * hidden;
        int g = step.gates().offset() + 3 * row * hidden;
        for (int u = 0; u < hidden; u++) {
            float r = gates[g + u];
            float z = gates[g + hidden + u];
            float n = gates[g + 2 * hidden + u];
            float dState = dNext[out + u];
            float dCandidate = dState * (1f - z) * (1f - n * n);
            float dUpdate = dState * (previous[h + u] - n) * z * (1f - z);
            float dReset = dCandidate * recurrent[j + 2 * hidden + u] * r * (1f - r);
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
