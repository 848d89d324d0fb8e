package seq2see.app.lab;

import java.nio.file.Path;
import java.util.Optional;

/** Asks a person for a corpus file. */
@FunctionalInterface
public interface CorpusFiles {
    /** The file chosen; empty where the person changed their mind. JavaFX thread. */
    Optional<Path> choose();
}
