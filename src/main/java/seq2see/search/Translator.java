package seq2see.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import seq2see.corpus.PairCodec;
import seq2see.model.Seq2Seq;

/** Translates text: greedily many sentences at a time, by any other search one after the other. */
public final class Translator {
    private static final int ROWS = 64;

    private final PairCodec codec;
    private final SourceReader reader;

    /** It translates with the weights that the network has at that moment, on one thread at a time. */
    public Translator(Seq2Seq network, PairCodec codec) {
        this.codec = codec;
        this.reader = new SourceReader(network);
    }

    /**
     * A sentence, encoded, for any search.
     *
     * @return a model that serves until this translator is used again
     */
    public Seq2SeqModel model(String source) {
        return model(List.of(codec.encodeSource(source)));
    }

    /** The first output that a search finds for a source. */
    public Hypothesis best(String source, Search search) {
        Seq2SeqModel model = model(source);
        return search.search(model, model.begin(0)).finished().getFirst();
    }

    /** The greedy output of each source, in the order of the sources; what stands beside a source changes nothing. */
    public List<Hypothesis> search(List<String> sources, int maximumLength) {
        List<int[]> encoded = sources.stream().map(codec::encodeSource).toList();
        List<Integer> byLength = IntStream.range(0, sources.size()).boxed()
                .sorted(Comparator.comparingInt(index -> encoded.get(index).length)).toList();
        List<Hypothesis> results = new ArrayList<>(Collections.nCopies(sources.size(), null));
        for (int from = 0; from < sources.size(); from += ROWS) {
            List<Integer> rows = byLength.subList(from, Math.min(from + ROWS, sources.size()));
            List<Hypothesis> found = GreedySearch.search(model(rows.stream().map(encoded::get).toList()), maximumLength);
            for (int row = 0; row < rows.size(); row++) {
                results.set(rows.get(row), found.get(row));
            }
        }
        return results;
    }

    private Seq2SeqModel model(List<int[]> sources) {
        int size = sources.size();
        int time = sources.stream().mapToInt(ids -> ids.length).max().orElseThrow();
        int[] ids = new int[time * size];
        int[] lengths = new int[size];
        for (int n = 0; n < size; n++) {
            lengths[n] = sources.get(n).length;
            for (int t = 0; t < lengths[n]; t++) {
                ids[t * size + n] = sources.get(n)[t];
            }
        }
        return reader.read(ids, lengths);
    }

    /** What a hypothesis for a source says, as text. */
    public String text(String source, Hypothesis hypothesis) {
        return codec.towardsThatOf(source).decodeTarget(hypothesis.tokenIds().stream().mapToInt(Integer::intValue).toArray());
    }
}
