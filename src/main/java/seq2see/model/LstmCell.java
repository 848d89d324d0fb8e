package seq2see.model;

import seq2see.tensor.Tape;

/**
 * The elementwise part of an LSTM step (Hochreiter and Schmidhuber, 1997, with the forget gate of Gers et al., 2000;
 * PyTorch's nn.LSTM). With a = W_i x + b_i + W_h h + b_h in four parts i, f, g, o, and the memory cell c:
 *
 * <pre>
 * i  = σ(a_i)    f = σ(a_f)    g = tanh(a_g)    o = σ(a_o)
 * c′ = f ⊙ c + i ⊙ g
 * h′ = o ⊙ tanh(c′)
 * </pre>
 *
 * Backward, with dh′ and the share of dc′ that came from later given:
 *
 * <pre>
 * dc′ += dh′ ⊙ o ⊙ (1 − tanh²(c′))
 * da_i = dc′ ⊙ g ⊙ i (1 − i)        da_f = dc′ ⊙ c ⊙ f (1 − f)
 * da_g = dc′ ⊙ i ⊙ (1 − g²)         da_o = dh′ ⊙ tanh(c′) ⊙ o (1 − o)
 * dc  += dc′ ⊙ f
 * </pre>
 */
final class LstmCell implements Cell {
    @Override
    public void forward(Tape tape, CellStep step, int row) {
        int hidden = step.hidden();
        float[] gates = step.gates().values();
        float[] memory = step.nextMemory().values();
        float[] next = step.next().values();
        int wide = 4 * row * hidden;
        int i = step.gates().offset() + wide;
        int f = i + hidden;
        int g = f + hidden;
        int o = g + hidden;
        int before = step.previousMemory().offset() + row * hidden;
        int after = step.nextMemory().offset() + row * hidden;
        int out = step.next().offset() + row * hidden;
        for (int u = 0; u < 4 * hidden; u++) {
            gates[i + u] = step.input().values()[step.input().offset() + wide + u]
                    + step.recurrent().values()[step.recurrent().offset() + wide + u];
        }
        tape.kernels().sigmoid(gates, i, gates, i, 2 * hidden);
        tape.kernels().tanh(gates, g, gates, g, hidden);
        tape.kernels().sigmoid(gates, o, gates, o, hidden);
        for (int u = 0; u < hidden; u++) {
            memory[after + u] = gates[f + u] * step.previousMemory().values()[before + u] + gates[i + u] * gates[g + u];
        }
        tape.kernels().tanh(memory, after, next, out, hidden);
        for (int u = 0; u < hidden; u++) {
            next[out + u] *= gates[o + u];
        }
    }

    @Override
    public void backward(CellStep step, int row) {
        int hidden = step.hidden();
        float[] gates = step.gates().values();
        float[] dInput = step.input().gradient();
        float[] dRecurrent = step.recurrent().gradient();
        int wide = 4 * row * hidden;
        int gate = step.gates().offset() + wide;
        int input = step.input().offset() + wide;
        int recurrent = step.recurrent().offset() + wide;
        int before = step.previousMemory().offset() + row * hidden;
        int after = step.nextMemory().offset() + row * hidden;
        int out = step.next().offset() + row * hidden;
        for (int u = 0; u < hidden; u++) {
            float i = gates[gate + u];
            float f = gates[gate + hidden + u];
            float g = gates[gate + 2 * hidden + u];
            float o = gates[gate + 3 * hidden + u];
            float squashed = o == 0f ? 0f : step.next().values()[out + u] / o;
            float dState = step.next().gradient()[out + u];
            float dMemory = step.nextMemory().gradient()[after + u] + dState * o * (1f - squashed * squashed);
            float dIn = dMemory * g * i * (1f - i);
            float dForget = dMemory * step.previousMemory().values()[before + u] * f * (1f - f);
            float dCandidate = dMemory * i * (1f - g * g);
            float dOut = dState * squashed * o * (1f - o);
            step.previousMemory().gradient()[before + u] += dMemory * f;
            dInput[input + u] += dIn;
            dInput[input + hidden + u] += dForget;
            dInput[input + 2 * hidden + u] += dCandidate;
            dInput[input + 3 * hidden + u] += dOut;
            dRecurrent[recurrent + u] += dIn;
            dRecurrent[recurrent + hidden + u] += dForget;
            dRecurrent[recurrent + 2 * hidden + u] += dCandidate;
            dRecurrent[recurrent + 3 * hidden + u] += dOut;
        }
    }
}
