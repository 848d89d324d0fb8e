package seq2see.tensor;

import static seq2see.tensor.SimdFunctions.LANES;
import static seq2see.tensor.SimdFunctions.add;
import static seq2see.tensor.SimdFunctions.at;
import static seq2see.tensor.SimdFunctions.sigmoid;
import static seq2see.tensor.SimdFunctions.slopeOfSigmoid;
import static seq2see.tensor.SimdFunctions.slopeOfTanh;
import static seq2see.tensor.SimdFunctions.tanh;

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
        int u = 0;
        for (; u <= hidden - LANES; u += LANES) {
            FloatVector in = sigmoid(at(input, i + u).add(at(recurrent, j + u)));
            FloatVector forget = sigmoid(at(input, i + hidden + u).add(at(recurrent, j + hidden + u)));
            FloatVector candidate = tanh(at(input, i + 2 * hidden + u).add(at(recurrent, j + 2 * hidden + u)));
            FloatVector output = sigmoid(at(input, i + 3 * hidden + u).add(at(recurrent, j + 3 * hidden + u)));
            in.intoArray(gates, gate + u);
            forget.intoArray(gates, gate + hidden + u);
            candidate.intoArray(gates, gate + 2 * hidden + u);
            output.intoArray(gates, gate + 3 * hidden + u);
            FloatVector cell = forget.mul(at(memory, before + u)).add(in.mul(candidate));
            cell.intoArray(nextMemory, after + u);
            output.mul(tanh(cell)).intoArray(next, out + u);
        }
        forward(step, row, u);
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
        int u = 0;
        for (; u <= hidden - LANES; u += LANES) {
            FloatVector in = at(gates, gate + u);
            FloatVector forget = at(gates, gate + hidden + u);
            FloatVector candidate = at(gates, gate + 2 * hidden + u);
            FloatVector output = at(gates, gate + 3 * hidden + u);
            FloatVector squashed = tanh(at(nextMemory, after + u));
            FloatVector dState = at(dNext, out + u);
            FloatVector dCell = at(dNextMemory, after + u).add(dState.mul(output).mul(slopeOfTanh(squashed)));
            FloatVector dIn = dCell.mul(candidate).mul(slopeOfSigmoid(in));
            FloatVector dForget = dCell.mul(at(memory, before + u)).mul(slopeOfSigmoid(forget));
            FloatVector dCandidate = dCell.mul(in).mul(slopeOfTanh(candidate));
            FloatVector dOutput = dState.mul(squashed).mul(slopeOfSigmoid(output));
            add(dIn, dInput, i + u);
            add(dForget, dInput, i + hidden + u);
            add(dCandidate, dInput, i + 2 * hidden + u);
            add(dOutput, dInput, i + 3 * hidden + u);
            add(dIn, dRecurrent, j + u);
            add(dForget, dRecurrent, j + hidden + u);
            add(dCandidate, dRecurrent, j + 2 * hidden + u);
            add(dOutput, dRecurrent, j + 3 * hidden + u);
            add(dCell.mul(forget), dMemory, before + u);
        }
        backward(step, row, u);
    }
}
