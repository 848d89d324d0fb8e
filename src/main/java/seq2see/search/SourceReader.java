package seq2see.search;

import java.util.LinkedHashMap;
import java.util.Map;
import seq2see.model.Seq2Seq;
import seq2see.tensor.Kernels;
import seq2see.tensor.Tape;
import seq2see.tensor.Workspace;

/**
 * Encodes sources for one search after the other. How a number of sentences of a length is computed is laid out once and
 * then done again, in the same places. It belongs to one thread.
 */
public final class SourceReader {
    /** So many sizes keep their layout. */
    private static final int LAYOUTS = 64;

    private record Sizes(int sentences, int time) {
    }

    private final Seq2Seq network;
    private final Workspace workspace = Workspace.valuesOnly();
    /** Those that were not met for longest are forgotten. */
    private final Map<Sizes, Seq2SeqModel> layouts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Sizes, Seq2SeqModel> eldest) {
            return size() > LAYOUTS;
        }
    };

    /** @param network read whenever it encodes; it computes without gradients, on one thread at a time */
    public SourceReader(Seq2Seq network) {
        this.network = network;
    }

    /**
     * Encodes sources.
     *
     * @param sourceIds    (T, N) time first
     * @param validLengths (N)
     * @return a model that serves until this is called again
     */
    public Seq2SeqModel read(int[] sourceIds, int[] validLengths) {
        Sizes sizes = new Sizes(validLengths.length, sourceIds.length / validLengths.length);
        Seq2SeqModel model = layouts.get(sizes);
        if (model == null) {
            model = new Seq2SeqModel(network, Tape.forwardOnly(Kernels.best(), workspace), sourceIds, validLengths);
            layouts.put(sizes, model);
        } else {
            model.read(sourceIds, validLengths);
        }
        return model;
    }
}
