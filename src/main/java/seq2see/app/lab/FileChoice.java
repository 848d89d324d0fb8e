package seq2see.app.lab;

import java.nio.file.Path;
import java.util.Optional;
import seq2see.app.view.SavedFormat;

/** Asks a person for files. JavaFX thread. */
public interface FileChoice {
    /** A corpus to open; empty where the person changed their mind. */
    Optional<Path> corpus();

    /**
     * Where to save what is shown; empty where the person changed their mind.
     *
     * @param name a name that fits, without its ending
     */
    Optional<Path> saved(String name, SavedFormat format);

    /**
     * Where to save a table of probabilities; empty where the person changed their mind.
     *
     * @param name a name that fits, without its ending
     */
    Optional<Path> table(String name);
}
