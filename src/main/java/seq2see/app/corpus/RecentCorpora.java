package seq2see.app.corpus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import seq2see.app.lab.CorpusRecipe;
import seq2see.corpus.InputException;
import seq2see.corpus.OutputFiles;

/**
 * The corpora that were prepared last, each with all its choices: a line of JSON each, the latest first. They are a comfort:
 * a file that is missing, damaged or cannot be written stands in nobody's way, nor does a line that makes no sense. Files are
 * looked at on a background thread.
 */
final class RecentCorpora implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(RecentCorpora.class.getName());
    private static final int MOST = 6;

    private final Path file;
    private final ExecutorService background = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("recent corpora").factory());

    RecentCorpora(Path file) {
        this.file = file;
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
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(CorpusRecipe::parse).flatMap(Optional::stream).limit(MOST).toList();
        } catch (IOException | RuntimeException unreadable) {
            return List.of();
        }
    }

    /** Puts one in front; one of the same files gives way to it. */
    void add(CorpusRecipe recipe) {
        background.execute(() -> {
            List<CorpusRecipe> recipes = new ArrayList<>(List.of(recipe));
            all().stream().filter(other -> !other.corpus().equals(recipe.corpus())).limit(MOST - 1).forEach(recipes::add);
            String text = String.join("\n", recipes.stream().map(CorpusRecipe::text).toList()) + "\n";
            try {
                Files.createDirectories(file.getParent());
                OutputFiles.write(file, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
            } catch (IOException | InputException failure) {
                LOGGER.log(System.Logger.Level.DEBUG, "not remembered", failure);
            }
        });
    }

    /** Waits until what was added is written. */
    @Override
    public void close() {
        background.close();
    }
}
