package seq2see.tensor;

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
 * Backward, with dh′ given; all is added to what is there:
 *
 * <pre>
 * dn = dh′ ⊙ (1 − z) ⊙ (1 − n²)     di_n = dn        dj_n = dn ⊙ r
 * dz = dh′ ⊙ (h − n) ⊙ z (1 − z)    di_z = dj_z = dz
 * dr = dn ⊙ j_n ⊙ r (1 − r)         di_r = dj_r = dr
 * dh = dh′ ⊙ z                      (and what comes back through W_h)
 * </pre>
 */
class GruCell implements Cell {
    @Override
    public void forward(CellStep step, int row) {
        forward(step, row, 0);
    }

    @Override
    public void backward(CellStep step, int row) {
        backward(step, row, 0);
    }

    /** The units from {@code unit} on. */
    final void forward(CellStep step, int row, int unit) {
        int hidden = step.hidden();
        float[] input = step.input().values();
        float[] recurrent = step.recurrent().values();
        float[] previous = step.previous().values();
        float[] gates = step.gates().values();
        float[] next = step.next().values();
        int i = step.input().offset() + 3 * row * hidden;
        int j = step.recurrent().offset() + 3 * row * hidden;
        int g = step.gates().offset() + 3 * row * hidden;
        int h = step.previous().offset() + row * hidden;
        int out = step.next().offset() + row * hidden;
        for (int u = unit; u < hidden; u++) {
            float r = Exponential.sigmoid(input[i + u] + recurrent[j + u]);
            float z = Exponential.sigmoid(input[i + hidden + u] + recurrent[j + hidden + u]);
            float n = Exponential.tanh(input[i + 2 * hidden + u] + r * recurrent[j + 2 * hidden + u]);
            gates[g + u] = r;
            gates[g + hidden + u] = z;
            gates[g + 2 * hidden + u] = n;
            next[out + u] = (1f - z) * n + z * previous[h + u];
        }
    }

    final void backward(CellStep step, int row, int unit) {
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
        for (int u = unit; u < hidden; u++) {
            float r = gates[g + u];
            float z = gates[g + hidden + u];
            float n = gates[g + 2 * hidden + u];
            float dState = dNext[out + u];
            float dCandidate = dState * (1f - z) * (1f - n * n);
            float dUpdate = dState * (previous[h + u] - n) * (z * (1f - z));
            float dReset = dCandidate * recurrent[j + 2 * hidden + u] * (r * (1f - r));
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
