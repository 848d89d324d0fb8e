package seq2see.tensor;

import static seq2see.tensor.SimdFunctions.LANES;
import static seq2see.tensor.SimdFunctions.ONE;
import static seq2see.tensor.SimdFunctions.add;
import static seq2see.tensor.SimdFunctions.at;
import static seq2see.tensor.SimdFunctions.sigmoidOfSum;
import static seq2see.tensor.SimdFunctions.slopeOfSigmoid;
import static seq2see.tensor.SimdFunctions.slopeOfTanh;
import static seq2see.tensor.SimdFunctions.tanh;
import static seq2see.tensor.SimdFunctions.whole;

import jdk.incubator.vector.FloatVector;

/** {@link GruCell} by vectors, to the same bits. */
final class SimdGruCell extends GruCell {
    @Override
    public void forward(CellStep step, int row) {
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
        int whole = whole(hidden);
        sigmoidOfSum(input, i, recurrent, j, gates, g, whole);
        sigmoidOfSum(input, i + hidden, recurrent, j + hidden, gates, g + hidden, whole);
        candidate(input, i + 2 * hidden, recurrent, j + 2 * hidden, gates, g, hidden, whole);
        state(gates, g + hidden, previous, h, next, out, hidden, whole);
        forward(step, row, whole);
    }

    /** n = tanh(i_n + r ⊙ j_n). */
    private static void candidate(float[] input, int i, float[] recurrent, int j, float[] gates, int r, int hidden, int count) {
        for (int u = 0; u < count; u += LANES) {
            tanh(at(input, i + u).add(at(gates, r + u).mul(at(recurrent, j + u)))).intoArray(gates, r + 2 * hidden + u);
        }
    }

    /** h′ = (1 − z) ⊙ n + z ⊙ h. */
    private static void state(float[] gates, int z, float[] previous, int h, float[] next, int out, int hidden, int count) {
        for (int u = 0; u < count; u += LANES) {
            FloatVector update = at(gates, z + u);
            ONE.sub(update).mul(at(gates, z + hidden + u)).add(update.mul(at(previous, h + u))).intoArray(next, out + u);
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
        int whole = whole(hidden);
        for (int u = 0; u < whole; u += LANES) {
            FloatVector r = at(gates, g + u);
            FloatVector z = at(gates, g + hidden + u);
            FloatVector n = at(gates, g + 2 * hidden + u);
            FloatVector dState = at(dNext, out + u);
            FloatVector dCandidate = dState.mul(ONE.sub(z)).mul(slopeOfTanh(n));
            FloatVector dUpdate = dState.mul(at(previous, h + u).sub(n)).mul(slopeOfSigmoid(z));
            FloatVector dReset = dCandidate.mul(at(recurrent, j + 2 * hidden + u)).mul(slopeOfSigmoid(r));
            add(dReset, dInput, i + u);
            add(dUpdate, dInput, i + hidden + u);
            add(dCandidate, dInput, i + 2 * hidden + u);
            add(dReset, dRecurrent, j + u);
            add(dUpdate, dRecurrent, j + hidden + u);
            add(dCandidate.mul(r), dRecurrent, j + 2 * hidden + u);
            add(dState.mul(z), dPrevious, h + u);
        }
        backward(step, row, whole);
    }
}
