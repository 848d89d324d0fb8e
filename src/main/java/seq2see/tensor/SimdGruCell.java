package seq2see.tensor;

import static jdk.incubator.vector.FloatVector.fromArray;
import static seq2see.tensor.SimdFunctions.LANES;
import static seq2see.tensor.SimdFunctions.ONE;
import static seq2see.tensor.SimdFunctions.SPECIES;
import static seq2see.tensor.SimdFunctions.sigmoidOfSum;
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
        int n = r + 2 * hidden;
        for (int u = 0; u < count; u += LANES) {
            fromArray(SPECIES, input, i + u).add(fromArray(SPECIES, gates, r + u).mul(fromArray(SPECIES, recurrent, j + u))).intoArray(gates, n + u);
        }
        tanh(gates, n, gates, n, count);
    }

    /** h′ = (1 − z) ⊙ n + z ⊙ h. */
    private static void state(float[] gates, int z, float[] previous, int h, float[] next, int out, int hidden, int count) {
        for (int u = 0; u < count; u += LANES) {
            FloatVector update = fromArray(SPECIES, gates, z + u);
            ONE.sub(update).mul(fromArray(SPECIES, gates, z + hidden + u)).add(update.mul(fromArray(SPECIES, previous, h + u))).intoArray(next, out + u);
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
            FloatVector r = fromArray(SPECIES, gates, g + u);
            FloatVector z = fromArray(SPECIES, gates, g + hidden + u);
            FloatVector n = fromArray(SPECIES, gates, g + 2 * hidden + u);
            FloatVector dState = fromArray(SPECIES, dNext, out + u);
            FloatVector dCandidate = dState.mul(ONE.sub(z)).mul(ONE.sub(n.mul(n)));
            FloatVector dUpdate = dState.mul(fromArray(SPECIES, previous, h + u).sub(n)).mul(z.mul(ONE.sub(z)));
            FloatVector dReset = dCandidate.mul(fromArray(SPECIES, recurrent, j + 2 * hidden + u)).mul(r.mul(ONE.sub(r)));
            fromArray(SPECIES, dInput, i + u).add(dReset).intoArray(dInput, i + u);
            fromArray(SPECIES, dInput, i + hidden + u).add(dUpdate).intoArray(dInput, i + hidden + u);
            fromArray(SPECIES, dInput, i + 2 * hidden + u).add(dCandidate).intoArray(dInput, i + 2 * hidden + u);
            fromArray(SPECIES, dRecurrent, j + u).add(dReset).intoArray(dRecurrent, j + u);
            fromArray(SPECIES, dRecurrent, j + hidden + u).add(dUpdate).intoArray(dRecurrent, j + hidden + u);
            fromArray(SPECIES, dRecurrent, j + 2 * hidden + u).add(dCandidate.mul(r)).intoArray(dRecurrent, j + 2 * hidden + u);
            fromArray(SPECIES, dPrevious, h + u).add(dState.mul(z)).intoArray(dPrevious, h + u);
        }
        backward(step, row, whole);
    }
}
