package seq2see.app.view.hiddenstate;

import java.util.List;
import java.util.stream.Stream;
import seq2see.corpus.InputException;
import seq2see.corpus.PairCodec;
import seq2see.corpus.Tokenizers;
import seq2see.corpus.Vocabulary;
import seq2see.model.AttentionType;
import seq2see.model.CellType;
import seq2see.model.ContextType;
import seq2see.model.ModelConfig;
import seq2see.model.OutputType;
import seq2see.model.TinyModels;
import seq2see.trace.Trace;
import seq2see.trace.Tracer;

/** Sentences through small models of every kind, with what their cells computed with. */
final class SampleFlows {
    private SampleFlows() {
    }

    static ModelConfig config(CellType cell, int layers, boolean bidirectional, AttentionType attention, int hidden) {
        return new ModelConfig(cell, layers, bidirectional, ContextType.LAST, attention, false, OutputType.STATE, false, 11, 9, 5, hidden, 40);
    }

    /** All cells, one and two layers, one and two directions, with attention and without. */
    static Stream<ModelConfig> kinds() {
        return Stream.of(CellType.values()).flatMap(cell -> Stream.of(config(cell, 1, false, AttentionType.ADDITIVE, 8),
                config(cell, 2, true, AttentionType.DOT, 8), config(cell, 2, false, AttentionType.NONE, 64)));
    }

    /** @param longest how many tokens the output may have; the model's own, which may end sooner */
    static Trace of(ModelConfig config, String source, int longest) {
        try {
            Vocabulary sources = Vocabulary.of(List.of(List.of("a", "b", "c", "d")), 100);
            Vocabulary targets = Vocabulary.of(List.of(List.of("v", "w", "x", "y", "z")), 100);
            PairCodec codec = new PairCodec(Tokenizers.named("character"), sources, Tokenizers.named("character"), targets);
            return new Tracer(TinyModels.model(config, 5), codec).greedyInDepth(source, longest);
        } catch (InputException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
