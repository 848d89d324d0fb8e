package seq2see.app.view.render;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import seq2see.app.theme.Fonts;

/** Runs work on the toolkit's thread where there may be no window and no display. */
final class Offscreen {
    /** Held here, since a logger that nobody holds forgets its level. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Offscreen() {
    }

    /** Starts the toolkit where it does not run, without a display, and gives what the work gives. */
    static <T> T call(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(() -> {
            Fonts.load();
            return work.call();
        });
        try {
            start(task);
            return task.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while drawing", stopped);
        }
    }

    private static void start(Runnable task) {
        try {
            Platform.runLater(task);
        } catch (IllegalStateException notRunning) {
            setWhereUnset("glass.platform", "Headless");
            setWhereUnset("prism.order", "sw");
            // JavaFX warns of the class path at every start; it is meant to be there.
            JAVAFX.setLevel(Level.SEVERE);
            Platform.startup(task);
        }
    }

    private static void setWhereUnset(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
