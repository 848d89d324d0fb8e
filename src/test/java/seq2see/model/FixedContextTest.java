package seq2see.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import seq2see.corpus.Batch;
import seq2see.tensor.Kernels;
import seq2see.tensor.Tape;
import seq2see.tensor.Tensor;

class FixedContextTest {
    private static float[] row(Tensor tensor, int row) {
        int begin = tensor.offset() + row * tensor.width();
        return Arrays.copyOfRange(tensor.values(), begin, begin + tensor.width());
    }

    @Test
    void withTwoDirectionsTheLastStateIsThatOfEachSideBySide() {
        ModelConfig config = new ModelConfig(CellType.GRU, 2, true, ContextType.LAST, AttentionType.NONE, false, OutputType.STATE, false, 11, 9, 5, 6, 8);
        Seq2Seq model = TinyModels.model(config, 3);
        Tape tape = Tape.forwardOnly(Kernels.best());
        Batch batch = new Batch(TinyModels.pairs(4, 2));
        EncoderRun encoded = Encoder.run(tape, model.parameters(), batch.sourceIds(), batch.sourceLengths(), LayerDropout.NONE);
        Tensor context = FixedContext.of(tape, config, encoded);
        for (int sentence = 0; sentence < 4; sentence++) {
            float[] both = row(context, sentence);
            assertArrayEquals(row(encoded.forward().getLast().finalState(), sentence), Arrays.copyOfRange(both, 0, 6));
            assertArrayEquals(row(encoded.backward().getLast().finalState(), sentence), Arrays.copyOfRange(both, 6, 12));
        }
    }
}
