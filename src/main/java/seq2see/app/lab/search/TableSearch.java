package seq2see.app.lab.search;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import seq2see.corpus.InputException;
import seq2see.search.NextTokenModel;
import seq2see.search.SamplingSettings;
import seq2see.search.SearchComparison;
import seq2see.search.SearchSettings;
import seq2see.search.UnknownPrefixException;

/** Searches a table beside the window. Only what was asked for last counts. */
final class TableSearch {
    private static final System.Logger LOGGER = System.getLogger(TableSearch.class.getName());

    /** What the beam found stays where the exact search or a draw could not be carried out. */
    private static final class Outcome {
        private SearchComparison found;
        private InputException problem;

        void tell(Consumer<SearchComparison> whoeverAsked, Consumer<InputException> refused) {
            Optional.ofNullable(found).ifPresent(whoeverAsked);
            Optional.ofNullable(problem).ifPresent(refused);
        }
    }

    private final Executor window;
    private final ThreadPoolExecutor background = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("table search").factory());
    private final AtomicInteger asked = new AtomicInteger();

    /** @param window carries out on the window's thread */
    TableSearch(Executor window) {
        this.window = window;
        // Its thread ends by itself once nothing is searched: nobody has to close it.
        background.allowCoreThreadTimeOut(true);
    }

    /**
     * Searches in place of whatever was asked for before.
     *
     * @param found   hears on the window's thread what was found
     * @param refused hears there why that is not all: a prefix for which the table has no row, no memory left, a fault
     */
    void begin(NextTokenModel table, SearchSettings settings, int width, Optional<SamplingSettings> sampling,
               Consumer<SearchComparison> found, Consumer<InputException> refused) {
        int number = asked.incrementAndGet();
        background.execute(() -> {
            if (number != asked.get()) {
                return;
            }
            Outcome outcome = new Outcome();
            try {
                outcome.found = SearchComparison.unproved(table, table.begin(0), settings, width);
                outcome.found = SearchChoice.complete(outcome.found, table, sampling);
            } catch (UnknownPrefixException noRow) {
                outcome.problem = noRow.problem();
            } catch (OutOfMemoryError _) {
                outcome.problem = new InputException("search.noMemory");
            } catch (RuntimeException fault) {
                LOGGER.log(System.Logger.Level.ERROR, "a table was not searched", fault);
                outcome.problem = new InputException("program.fault", String.valueOf(fault));
            }
            show(number, () -> outcome.tell(found, refused));
        });
    }

    private void show(int number, Runnable outcome) {
        window.execute(() -> {
            if (number == asked.get()) {
                outcome.run();
            }
        });
    }

    /** Leaves what is under way. */
    void forget() {
        asked.incrementAndGet();
    }
}
