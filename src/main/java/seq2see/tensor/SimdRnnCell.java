package seq2see.tensor;

import static jdk.incubator.vector.FloatVector.fromArray;
import static seq2see.tensor.SimdFunctions.LANES;
import static seq2see.tensor.SimdFunctions.ONE;
import static seq2see.tensor.SimdFunctions.SPECIES;
import static seq2see.tensor.SimdFunctions.tanhOfSum;
import static seq2see.tensor.SimdFunctions.whole;

import jdk.incubator.vector.FloatVector;

/** {@link RnnCell} by vectors, to the same bits. */
final class SimdRnnCell extends RnnCell {
    @Override
    public void forward(CellStep step, int row) {
        int hidden = step.hidden();
        float[] input = step.input().values();
        float[] recurrent = step.recurrent().values();
        float[] next = step.next().values();
        int i = step.input().offset() + row * hidden;
        int j = step.recurrent().offset() + row * hidden;
        int out = step.next().offset() + row * hidden;
        int whole = whole(hidden);
        tanhOfSum(input, i, recurrent, j, next, out, whole);
        forward(step, row, whole);
    }

    @Override
    public void backward(CellStep step, int row) {
        int hidden = step.hidden();
        float[] next = step.next().values();
        float[] dNext = step.next().gradient();
        float[] dInput = step.input().gradient();
        float[] dRecurrent = step.recurrent().gradient();
        int i = step.input().offset() + row * hidden;
        int j = step.recurrent().offset() + row * hidden;
        int out = step.next().offset() + row * hidden;
        int whole = whole(hidden);
        for (int u = 0; u < whole; u += LANES) {
            FloatVector state = fromArray(SPECIES, next, out + u);
            FloatVector d = fromArray(SPECIES, dNext, out + u).mul(ONE.sub(state.mul(state)));
            fromArray(SPECIES, dInput, i + u).add(d).intoArray(dInput, i + u);
            fromArray(SPECIES, dRecurrent, j + u).add(d).intoArray(dRecurrent, j + u);
        }
        backward(step, row, whole);
    }
}
