package seq2see.app.corpus;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import seq2see.app.session.OpenedCorpus;
import seq2see.corpus.CorpusProfile;
import seq2see.corpus.GivenParts;
import seq2see.corpus.InputException;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.ReadingReport.Problem;
import seq2see.corpus.ReadingReport.Reason;
import seq2see.training.TrainingSettings;

/**
 * A corpus as the rules leave it and what its tokens are like.
 *
 * @param opened  ready to train on
 * @param profile what training would see
 * @param leftOut the lines that were left out, by reason
 * @param noted   the lines that were kept and reported, by reason
 */
record PreparedCorpus(OpenedCorpus opened, CorpusProfile profile, Map<Reason, Found> leftOut, Map<Reason, Found> noted) {
    /** So many lines of a reason are listed at the most; the saved report has all. */
    private static final int MOST_LISTED = 10_000;

    /** Lines of one reason: how many, and the first of them. */
    record Found(int count, List<Problem> first) {
    }

    private static Map<Reason, Found> found(List<Problem> problems) {
        Map<Reason, Integer> counts = new EnumMap<>(Reason.class);
        Map<Reason, List<Problem>> first = new EnumMap<>(Reason.class);
        for (Problem problem : problems) {
            List<Problem> listed = first.computeIfAbsent(problem.reason(), _ -> new ArrayList<>());
            if (counts.merge(problem.reason(), 1, Integer::sum) <= MOST_LISTED) {
                listed.add(problem);
            }
        }
        Map<Reason, Found> found = new EnumMap<>(Reason.class);
        counts.forEach((reason, count) -> found.put(reason, new Found(count, first.get(reason))));
        return found;
    }

    /** Reads what is given beside the corpus, and looks at all of it. Not for the JavaFX thread. */
    static PreparedCorpus of(ParallelCorpus corpus, CorpusChoices choices) throws InputException {
        GivenParts given = choices.given();
        return new PreparedCorpus(OpenedCorpus.prepared(choices.recipe(), corpus, given),
                CorpusProfile.of(corpus, given, choices.preparation(), TrainingSettings.defaults().seed()),
                found(corpus.report().problems()), found(corpus.report().notes()));
    }

    ParallelCorpus corpus() {
        return opened.corpus();
    }
}
