package seq2see.tensor;

import static seq2see.tensor.SimdFunctions.LANES;
import static seq2see.tensor.SimdFunctions.ONE;
import static seq2see.tensor.SimdFunctions.add;
import static seq2see.tensor.SimdFunctions.at;
import static seq2see.tensor.SimdFunctions.sigmoid;
import static seq2see.tensor.SimdFunctions.slopeOfSigmoid;
import static seq2see.tensor.SimdFunctions.slopeOfTanh;
import static seq2see.tensor.SimdFunctions.tanh;

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
        int u = 0;
        for (; u <= hidden - LANES; u += LANES) {
            FloatVector r = sigmoid(at(input, i + u).add(at(recurrent, j + u)));
            FloatVector z = sigmoid(at(input, i + hidden + u).add(at(recurrent, j + hidden + u)));
            FloatVector n = tanh(at(input, i + 2 * hidden + u).add(r.mul(at(recurrent, j + 2 * hidden + u))));
            r.intoArray(gates, g + u);
            z.intoArray(gates, g + hidden + u);
            n.intoArray(gates, g + 2 * hidden + u);
            ONE.sub(z).mul(n).add(z.mul(at(previous, h + u))).intoArray(next, out + u);
        }
        forward(step, row, u);
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
        int u = 0;
        for (; u <= hidden - LANES; u += LANES) {
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
        backward(step, row, u);
    }
}
