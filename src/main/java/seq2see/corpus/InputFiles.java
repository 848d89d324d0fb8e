package seq2see.corpus;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Opens the files that a person names; what can go wrong is said in plain words. */
public final class InputFiles {
    private InputFiles() {
    }

    /** @throws InputException where there is no such file, it is a folder, or it may not be read */
    public static InputStream open(Path file) throws InputException {
        refuseFolder(file);
        try {
            return Files.newInputStream(file);
        } catch (IOException failure) {
            throw refusal(file, failure);
        }
    }

    /** Refuses a folder, and a name that is empty. */
    public static void refuseFolder(Path file) throws InputException {
        refuseUnnamed(file);
        if (Files.isDirectory(file)) {
            throw new InputException("file.folder", file);
        }
    }

    /** An empty path is the folder in which one stands; nobody means that by a file's name. */
    static void refuseUnnamed(Path file) throws InputException {
        if (file.toString().isEmpty()) {
            throw new InputException("file.unnamed");
        }
    }

    /** Whether two paths lead to one file; a file that is not there is like no other. */
    public static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException _) {
            return false;
        }
    }

    /** What a failure to open, read or write a file says to a person. */
    public static InputException refusal(Path file, IOException failure) {
        return switch (failure) {
            case NoSuchFileException _ -> new InputException("file.missing", file);
            case AccessDeniedException _ -> new InputException("file.denied", file);
            // What reads archives tells it so.
            case FileNotFoundException _ when !Files.isReadable(file) -> new InputException("file.denied", file);
            default -> new InputException("file.failed", file, reason(failure));
        };
    }

    private static String reason(IOException failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
