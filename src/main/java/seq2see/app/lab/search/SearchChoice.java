package seq2see.app.lab.search;

import java.util.List;
import java.util.Optional;
import seq2see.search.LengthPenalty;
import seq2see.search.NextTokenModel;
import seq2see.search.ProbabilityTable;
import seq2see.search.SampleTable;
import seq2see.search.SamplingSettings;
import seq2see.search.SearchComparison;
import seq2see.search.SearchObserver;
import seq2see.search.SearchSettings;
import seq2see.training.SentenceSearch;
import seq2see.training.TrainingPlan;

/**
 * What is to be searched, and how.
 *
 * @param table         a worked example; empty for the sentence that is looked at
 * @param width         k of the beam
 * @param alpha         of the length penalty
 * @param maximumLength in tokens; empty for as long as the model's outputs may be
 * @param sampling      how outputs are drawn beside it; empty where none are
 */
public record SearchChoice(Optional<SampleTable> table, int width, double alpha, Optional<Integer> maximumLength, Optional<SamplingSettings> sampling) {
    /** How many prefixes of a table the exact search may look at: as many as nobody waits for. */
    private static final long MOST_EXPANSIONS = 4_000;

    /** The search of a sentence's translation by a model of this plan. */
    public SentenceSearch.Question question(String sentence, TrainingPlan plan) {
        return new SentenceSearch.Question(sentence, width, alpha, length(plan), 0, List.of(), List.of(), sampling);
    }

    int length(TrainingPlan plan) {
        return maximumLength.orElse(Math.min(SearchControls.MOST_LENGTH, plan.config().maximumLength()));
    }

    /** Searches the table that was chosen. */
    public SearchComparison search(ProbabilityTable model) {
        SearchSettings settings = new SearchSettings(maximumLength.orElse(model.usualLength()), new LengthPenalty(alpha));
        return complete(SearchComparison.unproved(model, model.begin(0), settings, width), model, sampling);
    }

    /** What was found greedily and by beam, with the true best as far as nobody waits for it, and what is drawn. */
    static SearchComparison complete(SearchComparison beam, NextTokenModel model, Optional<SamplingSettings> sampling) {
        SearchComparison found = beam.proved(model, model.begin(0), MOST_EXPANSIONS, SearchObserver.NONE);
        return sampling.map(drawing -> found.sampled(model, model.begin(0), drawing)).orElse(found);
    }
}
