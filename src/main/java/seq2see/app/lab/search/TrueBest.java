package seq2see.app.lab.search;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import seq2see.app.control.Parts;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Text;
import seq2see.corpus.InputException;
import seq2see.search.Expansion;
import seq2see.search.NextTokenModel;
import seq2see.search.SearchComparison;
import seq2see.search.SearchObserver;
import seq2see.search.SearchSpace;
import seq2see.search.UnknownPrefixException;

/**
 * Looks for the true best where that takes longer than anybody waits: beside the window, up to a budget that is told
 * beforehand, with progress and a way to end it.
 */
final class TrueBest {
    /** How many prefixes it may look at. */
    static final long BUDGET = SearchSpace.USUAL_BUDGET;

    private static final System.Logger LOGGER = System.getLogger(TrueBest.class.getName());

    private final Consumer<InputException> refused;
    private final Button begin;
    private final ProgressBar bar = new ProgressBar(0);
    private final Label count = Parts.figure("small");
    private final HBox running;
    private final HBox node;
    private Run run;
    private final AnimationTimer pulse = new AnimationTimer() {
        @Override
        public void handle(long now) {
            showProgress();
        }
    };

    /** A search under way. */
    private static final class Run implements SearchObserver {
        private volatile long expanded;
        private volatile boolean cancelled;

        @Override
        public void expanded(List<Expansion> round) {
            expanded += round.size();
            if (cancelled) {
                throw new CancellationException();
            }
        }
    }

    /**
     * @param wanted  is told that somebody wants to know
     * @param refused hears, on the window's thread, why it had to be given up
     */
    TrueBest(Runnable wanted, Consumer<InputException> refused) {
        this.refused = refused;
        begin = Parts.button("fth-search", "search.exact", wanted);
        begin.setId("search-exact");
        Button cancel = Parts.button("fth-x", "search.exact.cancel", this::cancel);
        cancel.setId("search-exact-cancel");
        bar.getStyleClass().add("training-progress");
        running = new HBox(bar, count, cancel);
        running.getStyleClass().add("named-control");
        running.setAlignment(Pos.CENTER_LEFT);
        node = new HBox(begin, running);
        node.setAlignment(Pos.CENTER_LEFT);
        begin.managedProperty().bind(begin.visibleProperty());
        running.managedProperty().bind(running.visibleProperty());
        node.managedProperty().bind(begin.visibleProperty().or(running.visibleProperty()));
        begin.setVisible(false);
        running.setVisible(false);
    }

    Node node() {
        return node;
    }

    /** Whether it is to be had for a search that was shown. */
    void offer(boolean unknown) {
        begin.setVisible(unknown && run == null);
    }

    /**
     * Begins.
     *
     * @param model made and used on a thread of its own
     * @param done  hears, on the window's thread, what was found; nothing where it was ended
     */
    void begin(SearchComparison search, Supplier<NextTokenModel> model, Consumer<SearchComparison> done) {
        cancel();
        Run mine = new Run();
        run = mine;
        begin.setVisible(false);
        running.setVisible(true);
        showProgress();
        pulse.start();
        Thread.ofPlatform().daemon().name("exact search").priority(Thread.MIN_PRIORITY).start(() -> {
            try {
                NextTokenModel own = model.get();
                SearchComparison proved = search.proved(own, own.begin(0), BUDGET, mine);
                end(mine, () -> done.accept(proved));
            } catch (UnknownPrefixException unknown) {
                giveUp(mine, unknown.problem());
            } catch (OutOfMemoryError full) {
                giveUp(mine, new InputException("search.memory", String.valueOf(mine.expanded)));
            } catch (RuntimeException fault) {
                LOGGER.log(System.Logger.Level.ERROR, "the true best was not sought", fault);
                giveUp(mine, new InputException("program.fault", String.valueOf(fault)));
            }
        });
    }

    private void giveUp(Run mine, InputException problem) {
        end(mine, () -> {
            begin.setVisible(true);
            refused.accept(problem);
        });
    }

    private void end(Run mine, Runnable outcome) {
        Platform.runLater(() -> {
            if (run == mine) {
                end();
                outcome.run();
            }
        });
    }

    /** Ends what is under way; answers at once, and says whether anything was. */
    boolean cancel() {
        if (run == null) {
            return false;
        }
        run.cancelled = true;
        end();
        begin.setVisible(true);
        return true;
    }

    private void end() {
        run = null;
        pulse.stop();
        running.setVisible(false);
    }

    private void showProgress() {
        if (run == null) {
            // A pulse that was under way when it ended.
            return;
        }
        bar.setProgress((double) run.expanded / BUDGET);
        count.setText(Text.of("search.exact.progress", Numbers.count(run.expanded), Numbers.count(BUDGET)));
    }
}
