package seq2see.app.lab;

import java.util.List;
import java.util.Optional;
import seq2see.training.ModelNow;
import seq2see.training.SentenceSearch;
import seq2see.training.SentenceSearch.Question;
import seq2see.training.TrainingSnapshot;

/**
 * The sentence that is searched by a model while it learns: asks for a search where the question is another one or the model
 * has learnt since, and gives each that comes once. A search whose true best is sought stays as long as its weights do.
 */
final class SearchedSentence {
    /** A sentence is searched anew so often while the model learns. */
    private static final long SEARCH_NANOS = 1_000_000_000L;

    private final LabSession session;
    private Question asked;
    private long askedAt;
    private long askedStep;
    /** What the session found last, before anything was made of it. */
    private SentenceSearch taken;
    /** What is being proved, or was, and the step of its weights; null for nothing. */
    private Question proved;
    private long provedStep;
    private long seenStep;

    SearchedSentence(LabSession session) {
        this.session = session;
    }

    /** Forgets what was asked and found. */
    void forget() {
        asked = null;
        taken = null;
        proved = null;
    }

    /** Keeps to what these weights find, which is to be proved. */
    void keep(Question question, ModelNow model) {
        proved = question.opening(List.of());
        provedStep = model.trainingStep();
    }

    /** Whether the weights of what is being proved, or was, are not the model's any more; it is let go of then. */
    boolean hasLearntSince(TrainingSnapshot snapshot) {
        boolean gone = proved != null && (snapshot.trainingStep() > provedStep || snapshot.trainingStep() < seenStep);
        seenStep = snapshot.trainingStep();
        proved = gone ? null : proved;
        return gone;
    }

    /** Asks where it has to; gives what has come and was not shown yet. */
    Optional<SentenceSearch> look(Question question, TrainingSnapshot snapshot) {
        boolean kept = isKept(question);
        proved = kept ? proved : null;
        SentenceSearch latest = session.latestSearch();
        // After a reset there is none, or one of weights that are gone; a model at rest says only once that it is.
        boolean others = !kept && (latest == null || latest.trainingStep() != snapshot.trainingStep())
                && (snapshot.state() == TrainingSnapshot.State.TRAINING ? System.nanoTime() - askedAt > SEARCH_NANOS : askedStep != snapshot.trainingStep());
        if (!question.equals(asked) || others) {
            asked = question;
            askedStep = snapshot.trainingStep();
            askedAt = System.nanoTime();
            session.search(question);
        }
        if (latest == null || latest == taken || !latest.question().equals(question)) {
            return Optional.empty();
        }
        taken = latest;
        return Optional.of(latest);
    }

    /** Whether a question is the one whose true best is known or sought; what follows a prefix may be asked beside it. */
    boolean isKept(Question question) {
        return proved != null && proved.equals(question.opening(List.of()));
    }
}
