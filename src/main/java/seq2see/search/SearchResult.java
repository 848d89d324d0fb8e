package seq2see.search;

import java.util.List;

/**
 * What a search found.
 *
 * @param finished the hypotheses, each another output, the best score first
 * @param expanded how many prefixes the model was asked to go on from
 */
public record SearchResult(List<Hypothesis> finished, long expanded) {
    public SearchResult {
        finished = List.copyOf(finished);
    }

    /** @throws java.util.NoSuchElementException where nothing was finished */
    public Hypothesis best() {
        return finished.getFirst();
    }
}
