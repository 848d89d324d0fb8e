package seq2see.model;

import seq2see.tensor.Tape;
import seq2see.tensor.Tensor;

/**
 * The elementwise part of a plain recurrent step (Elman, 1990; PyTorch's nn.RNN). With i = W_i x + b_i and j = W_h h + b_h:
 *
 * <pre>
 * h′ = tanh(i + j)
 * </pre>
 *
 * Backward, with dh′ given: di = dj = dh′ ⊙ (1 − h′²).
 */
final class RnnCell implements Cell {
    @Override
    public void forward(Tape tape, CellStep step, int row) {
        int hidden = step.hidden();
        Tensor next = step.next();
        int out = next.offset() + row * hidden;
        int i = step.input().offset() + row * hidden;
        int j = step.recurrent().offset() + row * hidden;
        for (int u = 0; u < hidden; u++) {
            next.values()[out + u] = step.input().values()[i + u] + step.recurrent().values()[j + u];
        }
        tape.kernels().tanh(next.values(), out, next.values(), out, hidden);
    }

    @Override
    public void backward(CellStep step, int row) {
        int hidden = step.hidden();
        Tensor next = step.next();
        int out = next.offset() + row * hidden;
        int i = step.input().offset() + row * hidden;
        int j = step.recurrent().offset() + row * hidden;
        for (int u = 0; u < hidden; u++) {
            float state = next.values()[out + u];
            float d = next.gradient()[out + u] * (1f - state * state);
            step.input().gradient()[i + u] += d;
            step.recurrent().gradient()[j + u] += d;
        }
    }
}
