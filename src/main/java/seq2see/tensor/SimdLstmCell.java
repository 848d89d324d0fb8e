package seq2see.tensor;

import static seq2see.tensor.SimdFunctions.LANES;
import static seq2see.tensor.SimdFunctions.add;
import static seq2see.tensor.SimdFunctions.at;
import static seq2see.tensor.SimdFunctions.sigmoidOfSum;
import static seq2see.tensor.SimdFunctions.slopeOfSigmoid;
import static seq2see.tensor.SimdFunctions.slopeOfTanh;
import static seq2see.tensor.SimdFunctions.tanh;
import static seq2see.tensor.SimdFunctions.tanhOfSum;
import static seq2see.tensor.SimdFunctions.whole;

import jdk.incubator.vector.FloatVector;

/** {@link LstmCell} by vectors, to the same bits. */
final class SimdLstmCell extends LstmCell {
    @Override
    public void forward(CellStep step, int row) {
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
        int whole = whole(hidden);
        sigmoidOfSum(input, i, recurrent, j, gates, gate, whole);
        sigmoidOfSum(input, i + hidden, recurrent, j + hidden, gates, gate + hidden, whole);
        tanhOfSum(input, i + 2 * hidden, recurrent, j + 2 * hidden, gates, gate + 2 * hidden, whole);
        sigmoidOfSum(input, i + 3 * hidden, recurrent, j + 3 * hidden, gates, gate + 3 * hidden, whole);
        cell(gates, gate, memory, before, nextMemory, after, hidden, whole);
        state(gates, gate + 3 * hidden, nextMemory, after, next, out, whole);
        forward(step, row, whole);
    }

    /** c′ = f ⊙ c + i ⊙ g. */
    private static void cell(float[] gates, int gate, float[] memory, int before, float[] nextMemory, int after, int hidden, int count) {
        for (int u = 0; u < count; u += LANES) {
            at(gates, gate + hidden + u).mul(at(memory, before + u)).add(at(gates, gate + u).mul(at(gates, gate + 2 * hidden + u)))
                    .intoArray(nextMemory, after + u);
        }
    }

    /** h′ = o ⊙ tanh(c′). */
    private static void state(float[] gates, int o, float[] nextMemory, int after, float[] next, int out, int count) {
        for (int u = 0; u < count; u += LANES) {
            at(gates, o + u).mul(tanh(at(nextMemory, after + u))).intoArray(next, out + u);
        }
    }

    @Override
    public void backward(CellStep step, int row) {
        int hidden = step.hidden();
        float[] gates = step.gates().values();
        float[] memory = step.previousMemory().values();
        float[] nextMemory = step.nextMemory().values();
        float[] dInput = step.input().gradient();
        float[] dRecurrent = step.recurrent().gradient();
        float[] dMemory = step.previousMemory().gradient();
        float[] dNextMemory = step.nextMemory().gradient();
        float[] dNext = step.next().gradient();
        int i = step.input().offset() + 4 * row * hidden;
        int j = step.recurrent().offset() + 4 * row * hidden;
        int gate = step.gates().offset() + 4 * row * hidden;
        int before = step.previousMemory().offset() + row * hidden;
        int after = step.nextMemory().offset() + row * hidden;
        int out = step.next().offset() + row * hidden;
        int whole = whole(hidden);
        for (int u = 0; u < whole; u += LANES) {
            FloatVector output = at(gates, gate + 3 * hidden + u);
            FloatVector squashed = tanh(at(nextMemory, after + u));
            FloatVector dState = at(dNext, out + u);
            FloatVector dOutput = dState.mul(squashed).mul(slopeOfSigmoid(output));
            add(dOutput, dInput, i + 3 * hidden + u);
            add(dOutput, dRecurrent, j + 3 * hidden + u);
            add(dState.mul(output).mul(slopeOfTanh(squashed)), dNextMemory, after + u);
        }
        for (int u = 0; u < whole; u += LANES) {
            FloatVector in = at(gates, gate + u);
            FloatVector forget = at(gates, gate + hidden + u);
            FloatVector candidate = at(gates, gate + 2 * hidden + u);
            FloatVector dCell = at(dNextMemory, after + u);
            FloatVector dIn = dCell.mul(candidate).mul(slopeOfSigmoid(in));
            FloatVector dForget = dCell.mul(at(memory, before + u)).mul(slopeOfSigmoid(forget));
            FloatVector dCandidate = dCell.mul(in).mul(slopeOfTanh(candidate));
            add(dIn, dInput, i + u);
            add(dForget, dInput, i + hidden + u);
            add(dCandidate, dInput, i + 2 * hidden + u);
            add(dIn, dRecurrent, j + u);
            add(dForget, dRecurrent, j + hidden + u);
            add(dCandidate, dRecurrent, j + 2 * hidden + u);
            add(dCell.mul(forget), dMemory, before + u);
        }
        backward(step, row, whole);
    }
}
