package seq2see.tensor;

import static jdk.incubator.vector.FloatVector.fromArray;
import static seq2see.tensor.SimdFunctions.LANES;
import static seq2see.tensor.SimdFunctions.ONE;
import static seq2see.tensor.SimdFunctions.SPECIES;
import static seq2see.tensor.SimdFunctions.sigmoidOfSum;
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
            fromArray(SPECIES, gates, gate + hidden + u).mul(fromArray(SPECIES, memory, before + u)).add(fromArray(SPECIES, gates, gate + u).mul(fromArray(SPECIES, gates, gate + 2 * hidden + u)))
                    .intoArray(nextMemory, after + u);
        }
    }

    /** h′ = o ⊙ tanh(c′). */
    private static void state(float[] gates, int o, float[] nextMemory, int after, float[] next, int out, int count) {
        tanh(nextMemory, after, next, out, count);
        for (int u = 0; u < count; u += LANES) {
            fromArray(SPECIES, gates, o + u).mul(fromArray(SPECIES, next, out + u)).intoArray(next, out + u);
        }
    }

    @Override
    public void backward(CellStep step, int row) {
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
        int whole = whole(hidden);
        for (int u = 0; u < whole; u += LANES) {
            FloatVector output = fromArray(SPECIES, gates, gate + 3 * hidden + u);
            FloatVector squashed = fromArray(SPECIES, next, out + u).div(output);
            FloatVector dState = fromArray(SPECIES, dNext, out + u);
            FloatVector dOutput = dState.mul(squashed).mul(output.mul(ONE.sub(output)));
            fromArray(SPECIES, dInput, i + 3 * hidden + u).add(dOutput).intoArray(dInput, i + 3 * hidden + u);
            fromArray(SPECIES, dRecurrent, j + 3 * hidden + u).add(dOutput).intoArray(dRecurrent, j + 3 * hidden + u);
            fromArray(SPECIES, dNextMemory, after + u).add(dState.mul(output).mul(ONE.sub(squashed.mul(squashed)))).intoArray(dNextMemory, after + u);
        }
        for (int u = 0; u < whole; u += LANES) {
            FloatVector in = fromArray(SPECIES, gates, gate + u);
            FloatVector forget = fromArray(SPECIES, gates, gate + hidden + u);
            FloatVector candidate = fromArray(SPECIES, gates, gate + 2 * hidden + u);
            FloatVector dCell = fromArray(SPECIES, dNextMemory, after + u);
            FloatVector dIn = dCell.mul(candidate).mul(in.mul(ONE.sub(in)));
            FloatVector dForget = dCell.mul(fromArray(SPECIES, memory, before + u)).mul(forget.mul(ONE.sub(forget)));
            FloatVector dCandidate = dCell.mul(in).mul(ONE.sub(candidate.mul(candidate)));
            fromArray(SPECIES, dInput, i + u).add(dIn).intoArray(dInput, i + u);
            fromArray(SPECIES, dInput, i + hidden + u).add(dForget).intoArray(dInput, i + hidden + u);
            fromArray(SPECIES, dInput, i + 2 * hidden + u).add(dCandidate).intoArray(dInput, i + 2 * hidden + u);
            fromArray(SPECIES, dRecurrent, j + u).add(dIn).intoArray(dRecurrent, j + u);
            fromArray(SPECIES, dRecurrent, j + hidden + u).add(dForget).intoArray(dRecurrent, j + hidden + u);
            fromArray(SPECIES, dRecurrent, j + 2 * hidden + u).add(dCandidate).intoArray(dRecurrent, j + 2 * hidden + u);
            fromArray(SPECIES, dMemory, before + u).add(dCell.mul(forget)).intoArray(dMemory, before + u);
        }
        backward(step, row, whole);
    }
}
