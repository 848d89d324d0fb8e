package seq2see.tensor;

/**
 * The elementwise part of a plain recurrent step (Elman, 1990; PyTorch's nn.RNN). With i = W_i x + b_i and j = W_h h + b_h:
 *
 * <pre>
 * h′ = tanh(i + j)
 * </pre>
 *
 * Backward, with dh′ given: di = dj = dh′ ⊙ (1 − h′²), added to what is there.
 */
class RnnCell implements Cell {
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
        float[] next = step.next().values();
        int i = step.input().offset() + row * hidden;
        int j = step.recurrent().offset() + row * hidden;
        int out = step.next().offset() + row * hidden;
        for (int u = unit; u < hidden; u++) {
            next[out + u] = Exponential.tanh(input[i + u] + recurrent[j + u]);
        }
    }

    final void backward(CellStep step, int row, int unit) {
        int hidden = step.hidden();
        float[] next = step.next().values();
        float[] dNext = step.next().gradient();
        float[] dInput = step.input().gradient();
        float[] dRecurrent = step.recurrent().gradient();
        int i = step.input().offset() + row * hidden;
        int j = step.recurrent().offset() + row * hidden;
        int out = step.next().offset() + row * hidden;
        for (int u = unit; u < hidden; u++) {
            float state = next[out + u];
            float d = dNext[out + u] * (1f - state * state);
            dInput[i + u] += d;
            dRecurrent[j + u] += d;
        }
    }
}
