package seq2see.app.lesson;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Finds the pictures that lessons show: files beside them, and never anything further away. */
public final class LessonImages {
    private static final int MOST_BYTES = 20_000_000;
    /** In pixels; the picture is held whole while it is made small. */
    private static final long MOST_PIXELS = 40_000_000;

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
            return Files.isRegularFile(path) && Files.size(path) <= MOST_BYTES ? Optional.of(path.toUri().toURL()) : Optional.empty();
        } catch (InvalidPathException | IOException _) {
            return Optional.empty();
        }
    }

    /**
     * A picture that can be shown without harm: it is there, and neither its file nor what is in it is enormous.
     *
     * @param folder of the lesson; empty for those that come with the program
     */
    public static Optional<URL> shown(String file, Optional<Path> folder) {
        return address(file, folder).filter(LessonImages::isBearable);
    }

    private static boolean isBearable(URL address) {
        try (InputStream stream = address.openStream(); ImageInputStream image = ImageIO.createImageInputStream(new ByteArrayInputStream(stream.readNBytes(MOST_BYTES)))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(image);
            if (!readers.hasNext()) {
                return false;
            }
            ImageReader reader = readers.next();
            reader.setInput(image);
            // Of a moving picture every frame is held.
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0) * Math.max(1, reader.getNumImages(true));
            reader.dispose();
            return pixels <= MOST_PIXELS;
        } catch (IOException | RuntimeException _) {
            return false;
        }
    }
}
