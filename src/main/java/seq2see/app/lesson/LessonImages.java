package seq2see.app.lesson;

import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the pictures that lessons show: files beside them, and never anything further away. */
final class LessonImages {
    private LessonImages() {
    }

    static boolean isThere(String file, Optional<Path> folder) {
        return address(file, folder).isPresent();
    }

    /** @param folder of the lesson; empty for those that come with the program */
    static Optional<URL> address(String file, Optional<Path> folder) {
        try {
            Path name = Path.of(file);
            boolean beside = name.getNameCount() == 1 && !name.isAbsolute() && !file.equals("..");
            if (!beside) {
                return Optional.empty();
            }
            if (folder.isEmpty()) {
                return Optional.ofNullable(LessonImages.class.getResource("/lessons/" + file));
            }
            Path path = folder.get().resolve(name);
            return Files.isRegularFile(path) ? Optional.of(path.toUri().toURL()) : Optional.empty();
        } catch (InvalidPathException | MalformedURLException _) {
            return Optional.empty();
        }
    }
}
