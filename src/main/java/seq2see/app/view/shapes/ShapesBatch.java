package seq2see.app.view.shapes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import seq2see.app.drawing.TokenText;
import seq2see.corpus.Vocabulary;
import seq2see.model.Seq2Seq;
import seq2see.tensor.Shape;
import seq2see.trace.BatchTrace;
import seq2see.trace.BatchTracer;
import seq2see.trace.Trace;

/**
 * What the shapes are those of: a batch through a model that was made for its sizes, or through the one that is running.
 *
 * @param trace         every tensor on the way
 * @param trainingStep  how many steps the running model had learnt; empty where the model was made for its sizes
 * @param tokens        (N, T) the source tokens, where they stand for words of a corpus; else empty
 * @param sentenceFirst whether the first sentence is the one that is looked at in the other views
 */
public record ShapesBatch(BatchTrace trace, OptionalLong trainingStep, List<List<String>> tokens, boolean sentenceFirst) {
    public ShapesBatch {
        tokens = List.copyOf(tokens);
    }

    /** A model that nobody has trained, with tokens that stand for nothing. */
    public static ShapesBatch untrained(BatchTrace trace) {
        return new ShapesBatch(trace, OptionalLong.empty(), List.of(), false);
    }

    /**
     * Sentences of one length through the running model.
     *
     * @param looked the sentence that is looked at; it comes first
     * @param others ids of the others
     */
    public static ShapesBatch of(Seq2Seq network, Vocabulary vocabulary, long trainingStep, Optional<Trace.Sentence> looked, List<int[]> others) {
        List<int[]> rows = new ArrayList<>(others);
        List<List<String>> tokens = new ArrayList<>(others.stream().map(ids -> Arrays.stream(ids).mapToObj(vocabulary::token).toList()).toList());
        looked.ifPresent(sentence -> {
            rows.addFirst(sentence.ids().stream().mapToInt(Integer::intValue).toArray());
            // As it was typed, unknown words too.
            tokens.addFirst(sentence.tokens());
        });
        int size = rows.size();
        int[] timeFirst = IntStream.range(0, size * rows.getFirst().length).map(i -> rows.get(i % size)[i / size]).toArray();
        return new ShapesBatch(BatchTracer.of(network, timeFirst, size), OptionalLong.of(trainingStep), tokens, looked.isPresent());
    }

    /** What stands at a sentence's position, both from 0. */
    Optional<String> token(int sentence, int position) {
        return tokens.isEmpty() ? Optional.empty() : Optional.of(TokenText.of(tokens.get(sentence).get(position)));
    }

    /** Whether every tensor has the same shape as in another. */
    public boolean shapedLike(ShapesBatch other) {
        Shape ids = trace.encoder().ids().shape();
        return trace.config().equals(other.trace.config()) && ids.equals(other.trace.encoder().ids().shape());
    }
}
