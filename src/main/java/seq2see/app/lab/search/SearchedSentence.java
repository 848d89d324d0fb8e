package seq2see.app.lab.search;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import seq2see.app.session.LabSession;
import seq2see.training.ModelNow;
import seq2see.training.SentenceSearch;
import seq2see.training.SentenceSearch.Question;
import seq2see.training.TrainingSnapshot;

/**
 * The sentence that is searched by a model while it learns: asks for a search where the question is another one or the model
 * has learnt since, and gives each that comes once. A search whose true best is sought stays as long as its weights do.
 */
final class SearchedSentence {
    /** So long the model learns, undisturbed, between an answer and the next question. */
    private static final long SEARCH_NANOS = 1_000_000_000L;
    /** What had no answer by then has none: the search failed, or the training was reset before anybody saw what it found. */
    private static final long LOST_NANOS = 10 * SEARCH_NANOS;
    /** So long another question waits for the answer to the one before: of those that a slider comes past, only the last is asked. */
    private static final long PATIENCE_NANOS = SEARCH_NANOS;

    private final Consumer<Question> ask;
    private final Supplier<SentenceSearch> newest;
    private final LongSupplier clock;
    private Question asked;
    private long askedAt;
    private long askedStep;
    /** What the session had found when it was asked, and when there was something else for the first time. */
    private SentenceSearch foundBefore;
    private Optional<Long> answeredAt = Optional.empty();
    /** What the session found last, before anything was made of it. */
    private SentenceSearch taken;
    /** What is being proved, or was, and the step of its weights; null for nothing. */
    private Question proved;
    private long provedStep;
    private long seenStep;

    SearchedSentence(LabSession session) {
        this(session::search, session::latestSearch, System::nanoTime);
    }

    /**
     * @param ask    has a sentence searched between two training steps
     * @param newest what was found last; null until something was
     * @param clock  in nanoseconds
     */
    SearchedSentence(Consumer<Question> ask, Supplier<SentenceSearch> newest, LongSupplier clock) {
        this.ask = ask;
        this.newest = newest;
        this.clock = clock;
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
        SentenceSearch latest = newest.get();
        long now = clock.getAsLong();
        if (answeredAt.isEmpty() && latest != foundBefore) {
            answeredAt = Optional.of(now);
        }
        // After a reset there is none, or one of weights that are gone; a model at rest says only once that it is.
        boolean others = !kept && (latest == null || latest.trainingStep() != snapshot.trainingStep())
                && (snapshot.state() == TrainingSnapshot.State.TRAINING ? hasWaited(now) : askedStep != snapshot.trainingStep());
        if (others || !question.equals(asked) && !isUnderWay(now)) {
            asked = question;
            askedStep = snapshot.trainingStep();
            askedAt = now;
            foundBefore = latest;
            answeredAt = Optional.empty();
            ask.accept(question);
        }
        if (latest == null || latest == taken || !latest.question().equals(question)) {
            return Optional.empty();
        }
        taken = latest;
        return Optional.of(latest);
    }

    /** Whether the model has learnt long enough since the last search. The search itself, which it waits for, does not count. */
    private boolean hasWaited(long now) {
        return answeredAt.map(answered -> now - answered > SEARCH_NANOS).orElse(now - askedAt > LOST_NANOS);
    }

    /** Whether what was asked last may still be answered soon. */
    private boolean isUnderWay(long now) {
        return asked != null && answeredAt.isEmpty() && now - askedAt < PATIENCE_NANOS;
    }

    /** Whether a question is the one whose true best is known or sought; what follows a prefix may be asked beside it. */
    boolean isKept(Question question) {
        return proved != null && proved.equals(question.opening(List.of()));
    }
}
