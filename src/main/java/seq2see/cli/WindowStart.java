package seq2see.cli;

import java.util.Optional;
import java.util.logging.Logger;
import seq2see.app.Window;

/** Opens the window, or says why that is not possible here. */
final class WindowStart {
    /** Held here, since a logger that nobody holds forgets what it was told. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private WindowStart() {
    }

    /**
     * Returns the exit code when the window was closed.
     *
     * @param scene what the window opens on; empty for its beginning
     */
    static int open(Terminal terminal, String... scene) {
        Optional<String> missing = Display.missing(System.getenv(), System.getProperties());
        if (missing.isPresent()) {
            terminal.problem(missing.get());
            return Commands.CALL_AT_FAULT;
        }
        // JavaFX warns of the class path at every start; it is meant to be there.
        JAVAFX.setFilter(entry -> !String.valueOf(entry.getMessage()).startsWith("Unsupported JavaFX configuration"));
        try {
            Window.open(scene);
            return Commands.DONE;
        } catch (RuntimeException | LinkageError failure) {
            Throwable cause = rootOf(failure);
            // What JavaFX throws where the display does not answer or GTK is not installed.
            if (cause instanceof UnsupportedOperationException || cause instanceof LinkageError) {
                terminal.problem("the window cannot open: " + cause.getMessage());
                return Commands.CALL_AT_FAULT;
            }
            throw failure;
        }
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
