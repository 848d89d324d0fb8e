package seq2see.app.control;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import seq2see.app.view.SavedFormat;

/** Asks a person for files, and opens for them what is outside of the window. JavaFX thread. */
public interface FileChoice {
    /** One file of a corpus or two whose lines belong together; empty where the person changed their mind. */
    List<Path> corpora();

    /** Where to save a report as a tab-separated table; empty where the person changed their mind. */
    Optional<Path> report(String name);

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

    /** A table of probabilities to open; empty where the person changed their mind. */
    Optional<Path> tableToOpen();

    /** A scene to open; empty where the person changed their mind. */
    Optional<Path> scene();

    /** Where to save a scene; empty where the person changed their mind. */
    Optional<Path> savedScene();

    /** Opens a page in the person's browser. */
    void browse(String address);

    /** A folder of lessons; empty where the person changed their mind. */
    Optional<Path> lessons();
}
