package seq2see.app.corpus;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import seq2see.app.control.Deadline;
import seq2see.app.session.CorpusRecipe;
import seq2see.corpus.InputException;
import seq2see.corpus.OutputFiles;

/**
 * The corpora that were prepared last, each with all its choices: a line of JSON each, the latest first. Each change reads
 * the file anew and replaces it whole, under a lock, so that two windows keep each other's. They are a comfort: a file that
 * is missing, damaged or cannot be written stands in nobody's way, nor does a line that makes no sense. Files are looked at
 * on a background thread.
 */
final class RecentCorpora {
    private static final System.Logger LOGGER = System.getLogger(RecentCorpora.class.getName());
    private static final int MOST = 6;
    /** A lock of the system is the process's: within one, windows take turns here. */
    private static final Object TURN = new Object();

    private final Path file;
    private final ExecutorService background = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("recent corpora").factory());

    RecentCorpora(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** @param isThere whether its files can still be read */
    record Recent(CorpusRecipe recipe, boolean isThere) {
    }

    /** Finds all of them. */
    void find(Consumer<List<Recent>> found) {
        background.execute(() -> {
            List<Recent> recent = all().stream().map(recipe -> new Recent(recipe, recipe.corpus().stream().map(Path::of).allMatch(Files::isReadable))).toList();
            Platform.runLater(() -> found.accept(recent));
        });
    }

    private List<CorpusRecipe> all() {
        try {
            return read();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** What cannot be decoded becomes U+FFFD, and so spoils its own line at the most. */
    private List<CorpusRecipe> read() throws IOException {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().filter(line -> line.indexOf('\uFFFD') < 0)
                    .map(CorpusRecipe::parse).flatMap(Optional::stream).limit(MOST).toList();
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    /** Puts one in front; one of the same files gives way to it. */
    void add(CorpusRecipe recipe) {
        background.execute(() -> {
            synchronized (TURN) {
                try {
                    Files.createDirectories(file.getParent());
                    try (FileChannel channel = FileChannel.open(file.resolveSibling(file.getFileName() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                         FileLock _ = channel.lock()) {
                        write(recipe);
                    }
                } catch (IOException | InputException failure) {
                    LOGGER.log(System.Logger.Level.DEBUG, "not remembered", failure);
                }
            }
        });
    }

    private void write(CorpusRecipe first) throws IOException, InputException {
        Stream<CorpusRecipe> others = read().stream().filter(other -> !other.corpus().equals(first.corpus())).limit(MOST - 1);
        String text = Stream.concat(Stream.of(first), others).map(recipe -> recipe.text() + "\n").collect(Collectors.joining());
        OutputFiles.write(file, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Waits until what was added is written, but not for ever. */
    void close(Deadline deadline) {
        deadline.end(background, "recent corpora");
    }
}
