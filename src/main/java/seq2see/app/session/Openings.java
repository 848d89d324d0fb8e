package seq2see.app.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import seq2see.corpus.InputException;

/**
 * Corpora that are read and trainings that are planned, one after the other on a thread of their own. Of what is asked for
 * the last counts. What comes of it lies in a slot until it is taken, so that nobody waits for anyone.
 */
final class Openings implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(Openings.class.getName());

    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("corpus reader").factory());
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicReference<Outcome> outcome = new AtomicReference<>();

    /**
     * What came of opening a corpus: what is being trained now, or else null, and what was wrong, or else null. Where the
     * sentence is null, the one that is looked at stays.
     *
     * @param awaited what is to be done once the new model is shown
     */
    record Outcome(int number, OpenedCorpus corpus, List<String> examples, String sentence, InputException problem, Optional<LabSession.Awaited> awaited) {
        Outcome(int number, OpenedCorpus corpus, List<String> examples, String sentence, InputException problem) {
            this(number, corpus, examples, sentence, problem, Optional.empty());
        }

        /** That what was asked for came about, and nothing else is known. */
        static Outcome done(int number) {
            return new Outcome(number, null, null, null, null);
        }

        /** This one, with the corpus of one before it that nobody has taken yet: a fault must not hide what is trained. */
        Outcome after(Outcome untaken) {
            return untaken == null || corpus != null ? this : new Outcome(number, untaken.corpus, untaken.examples, untaken.sentence, problem, untaken.awaited);
        }
    }

    /** What is done for a request. */
    interface Work {
        /** @param number of the request */
        void run(int number) throws InputException;
    }

    /** A part of it that may go wrong in ways that nobody thought of. */
    interface Opening {
        void run() throws InputException;
    }

    /** Does this after what is under way, unless something else is asked for by then. Any thread. */
    void begin(Work work) {
        int number = asked.incrementAndGet();
        background.execute(() -> {
            if (!isLast(number)) {
                return;
            }
            try {
                work.run(number);
            } catch (InputException refused) {
                tell(new Outcome(number, null, null, null, refused));
            }
        });
    }

    /** Whatever goes wrong with a corpus is told: nobody would hear of it on this thread. */
    static void guarded(String id, Opening opening) throws InputException {
        try {
            opening.run();
        } catch (OutOfMemoryError full) {
            LOGGER.log(System.Logger.Level.ERROR, "corpus too large", full);
            throw new InputException("corpus.tooLarge", id);
        } catch (RuntimeException fault) {
            LOGGER.log(System.Logger.Level.ERROR, "corpus not opened", fault);
            throw new InputException("program.fault", String.valueOf(fault));
        }
    }

    /** Whether nothing was asked for since. */
    boolean isLast(int number) {
        return number == asked.get();
    }

    /** Whether anything was asked for yet. */
    boolean isUnderWay() {
        return asked.get() > 0;
    }

    void tell(Outcome news) {
        outcome.accumulateAndGet(news, (untaken, newest) -> newest.after(untaken));
    }

    /** What came about since this was asked last, or null. */
    Outcome take() {
        return outcome.getAndSet(null);
    }

    @Override
    public void close() {
        background.shutdownNow();
    }
}
