package seq2see.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2see.model.ModelConfig;
import seq2see.model.Seq2Seq;
import seq2see.model.TinyModels;
import seq2see.tensor.Kernels;
import seq2see.tensor.Tape;

class SourceReaderTest {
    private static final BeamSearch BEAM = new BeamSearch(new SearchSettings(6, LengthPenalty.USUAL), 3);

    /** (T, N) ids, time first, and the valid lengths. */
    private record Source(int[] ids, int... lengths) {
        Source {
            ids = ids.clone();
        }
    }

    /** Sizes come again with other sentences and lengths, others between them; a search before leaves nothing behind. */
    @ParameterizedTest
    @MethodSource("seq2see.model.TinyModels#everyKind")
    void whatWasReadBeforeChangesNothing(ModelConfig config) {
        Seq2Seq network = TinyModels.model(config, 5);
        SourceReader reader = new SourceReader(network);
        List<Source> sources = List.of(new Source(new int[] {4, 7, 6, 5, 2, 9, 0, 2}, 3, 4), new Source(new int[] {8, 6, 2}, 3),
                new Source(new int[] {9, 3, 5, 2, 2, 0, 0, 0}, 3, 2), new Source(new int[] {5, 2, 0}, 2), new Source(new int[] {4, 7, 6, 5, 2, 9, 0, 2}, 3, 4));
        for (Source source : sources) {
            Seq2SeqModel fresh = new Seq2SeqModel(network, Tape.forwardOnly(Kernels.best()), source.ids, source.lengths);
            Seq2SeqModel again = reader.read(source.ids, source.lengths);
            for (int sentence = 0; sentence < source.lengths.length; sentence++) {
                assertEquals(BEAM.search(fresh, fresh.begin(sentence)), BEAM.search(again, again.begin(sentence)));
            }
            assertEquals(GreedySearch.search(fresh, 6), GreedySearch.search(again, 6));
        }
    }

    /** Weights may change between two sentences, as while a model trains. */
    @ParameterizedTest
    @MethodSource("seq2see.model.TinyModels#everyKind")
    void changedWeightsAreComputedWith(ModelConfig config) {
        Seq2Seq network = TinyModels.model(config, 5);
        SourceReader reader = new SourceReader(network);
        int[] ids = {8, 6, 2};
        int[] length = {3};
        GreedySearch.search(reader.read(ids, length), 6);
        float[] weights = network.parameters().values();
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) Math.sin(i);
        }
        network.parameters().changed();
        Seq2Seq copy = new Seq2Seq(network.parameters().copy());
        Seq2SeqModel fresh = new Seq2SeqModel(copy, Tape.forwardOnly(Kernels.best()), ids, length);
        assertEquals(GreedySearch.search(fresh, 6), GreedySearch.search(reader.read(ids, length), 6));
    }
}
