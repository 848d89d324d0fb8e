package seq2see.app.lab;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.application.Platform;
import seq2see.search.ProbabilityTable;
import seq2see.search.SamplingSettings;
import seq2see.search.SearchComparison;
import seq2see.search.SearchSettings;
import seq2see.search.UnknownPrefixException;

/** Searches a table beside the window. Only what was asked for last counts. */
final class TableSearch {
    private final ExecutorService background = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("table search").factory());
    private final AtomicInteger asked = new AtomicInteger();

    /**
     * Searches in place of whatever was asked for before.
     *
     * @param found   hears on the window's thread what was found
     * @param unknown hears there of a prefix for which the table has no row
     */
    void begin(ProbabilityTable table, SearchSettings settings, int width, Optional<SamplingSettings> sampling,
               Consumer<SearchComparison> found, Consumer<UnknownPrefixException> unknown) {
        int number = asked.incrementAndGet();
        background.execute(() -> {
            if (number != asked.get()) {
                return;
            }
            try {
                search(number, SearchComparison.unproved(table, table.begin(0), settings, width), table, sampling, found, unknown);
            } catch (UnknownPrefixException noRow) {
                show(number, () -> unknown.accept(noRow));
            }
        });
    }

    /** What the beam found stays where the exact search or a draw comes to a prefix that has no row. */
    private void search(int number, SearchComparison beam, ProbabilityTable table, Optional<SamplingSettings> sampling,
                        Consumer<SearchComparison> found, Consumer<UnknownPrefixException> unknown) {
        try {
            SearchComparison search = SearchChoice.complete(beam, table, sampling);
            show(number, () -> found.accept(search));
        } catch (UnknownPrefixException noRow) {
            show(number, () -> {
                found.accept(beam);
                unknown.accept(noRow);
            });
        }
    }

    private void show(int number, Runnable outcome) {
        Platform.runLater(() -> {
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
