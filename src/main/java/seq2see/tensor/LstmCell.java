package seq2see.tensor;

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
 * Backward, with dh′ and the share of dc′ that came from later given; all is added to what is there:
 *
 * <pre>
 * dc′ += dh′ ⊙ o ⊙ (1 − tanh²(c′))
 * da_i = dc′ ⊙ g ⊙ i (1 − i)        da_f = dc′ ⊙ c ⊙ f (1 − f)
 * da_g = dc′ ⊙ i ⊙ (1 − g²)         da_o = dh′ ⊙ tanh(c′) ⊙ o (1 − o)
 * dc  += dc′ ⊙ f
 * </pre>
 *
 * where tanh(c′) = h′ / o, since σ is never 0.
 */
class LstmCell implements Cell {
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
        float[] gates = step.gates().values();
        float[] memory = step.previousMemory().values();
        float[] nextMemory = step.nextMemory().values();
        float[] next = step.next().values();
        int i = step.input().offset() + 4 * row * hidden;
        int j = step.recurrent().offset() + 4 * row * hidden;
        int gate = step.gates().offset() + 4 * row * hidden;
        int before = step.previousMemory().offset() + row * hidden;
        int after = step.nextMemory().offset() + row * hidden;
        int out = step.next().offset() + row * hidden;
        for (int u = unit; u < hidden; u++) {
            float in = Exponential.sigmoid(input[i + u] + recurrent[j + u]);
            float forget = Exponential.sigmoid(input[i + hidden + u] + recurrent[j + hidden + u]);
            float candidate = Exponential.tanh(input[i + 2 * hidden + u] + recurrent[j + 2 * hidden + u]);
            float output = Exponential.sigmoid(input[i + 3 * hidden + u] + recurrent[j + 3 * hidden + u]);
            gates[gate + u] = in;
            gates[gate + hidden + u] = forget;
            gates[gate + 2 * hidden + u] = candidate;
            gates[gate + 3 * hidden + u] = output;
            nextMemory[after + u] = forget * memory[before + u] + in * candidate;
            next[out + u] = output * Exponential.tanh(nextMemory[after + u]);
        }
    }

    final void backward(CellStep step, int row, int unit) {
        int hidden = step.hidden();
        float[] gates = step.gates().values();
        float[] memory = step.previousMemory().values();
        float[] dInput = step.input().gradient();
        float[] dRecurrent = step.recurrent().gradient();
        float[] dMemory = step.previousMemory().gradient();
        float[] dNextMemory = step.nextMemory().gradient();
        float[] next = step.next().values();
        float[] dNext = step.next().gradient();
        int i = step.input().offset() + 4 * row * hidden;
        int j = step.recurrent().offset() + 4 * row * hidden;
        int gate = step.gates().offset() + 4 * row * hidden;
        int before = step.previousMemory().offset() + row * hidden;
        int after = step.nextMemory().offset() + row * hidden;
        int out = step.next().offset() + row * hidden;
        for (int u = unit; u < hidden; u++) {
            float in = gates[gate + u];
            float forget = gates[gate + hidden + u];
            float candidate = gates[gate + 2 * hidden + u];
            float output = gates[gate + 3 * hidden + u];
            float squashed = next[out + u] / output;
            float dState = dNext[out + u];
            dNextMemory[after + u] += dState * output * (1f - squashed * squashed);
            float dCell = dNextMemory[after + u];
            float dIn = dCell * candidate * (in * (1f - in));
            float dForget = dCell * memory[before + u] * (forget * (1f - forget));
            float dCandidate = dCell * in * (1f - candidate * candidate);
            float dOutput = dState * squashed * (output * (1f - output));
            dInput[i + u] += dIn;
            dInput[i + hidden + u] += dForget;
            dInput[i + 2 * hidden + u] += dCandidate;
            dInput[i + 3 * hidden + u] += dOutput;
            dRecurrent[j + u] += dIn;
            dRecurrent[j + hidden + u] += dForget;
            dRecurrent[j + 2 * hidden + u] += dCandidate;
            dRecurrent[j + 3 * hidden + u] += dOutput;
            dMemory[before + u] += dCell * forget;
        }
    }
}
