package seq2see.app.lesson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import seq2see.corpus.InputException;
import seq2see.lesson.Block;
import seq2see.lesson.Inline;
import seq2see.lesson.Lesson;
import seq2see.lesson.LessonStep;
import seq2see.lesson.Place;
import seq2see.lesson.Reading;

/**
 * A folder of lessons of one's own, flat or with a folder a language. It is read at once, and anew whenever something in it
 * has changed and then rested for a moment. What is told comes from threads of its own; no toolkit is needed.
 */
public final class LessonFolder implements AutoCloseable {
    /** Before the id of a lesson of one's own, so that it is never taken for one of the program's. */
    public static final String OWN = "own.";
    private static final System.Logger LOGGER = System.getLogger(LessonFolder.class.getName());
    /** A file is being written in several goes. */
    private static final long QUIET_MILLIS = 250;
    /** Whoever never rests is read all the same. */
    private static final long LONGEST_WAIT_MILLIS = 3_000;

    /**
     * A lesson and what is wrong with its file.
     *
     * @param lesson   as it is, or while it has faults as it was last without any
     * @param problems by line and column
     */
    public record Own(Lesson lesson, List<InputException> problems) {
        public Own {
            problems = List.copyOf(problems);
        }
    }

    /** Hears what was found. */
    public interface Listener {
        /** All lessons of the folder, by name. */
        void read(List<Own> lessons);

        /** What the engine finds wrong with a lesson that was read without a fault. */
        void checked(Lesson lesson, List<InputException> problems);

        /** The folder cannot be used, or no longer. */
        void refused(InputException problem);
    }

    private final Path folder;
    private final Supplier<String> language;
    private final Listener listener;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("lesson folder").factory());
    private final ExecutorService checker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("lesson check").priority(Thread.MIN_PRIORITY).factory());
    private final Map<String, Lesson> good = new HashMap<>();
    private Future<?> checking = CompletableFuture.completedFuture(null);
    private WatchService watch;

    /** @param language of the window: that folder's lessons are read where there is one */
    public LessonFolder(Path folder, Supplier<String> language, Listener listener) {
        this.folder = folder.toAbsolutePath();
        this.language = language;
        this.listener = listener;
    }

    /** Whether a path is a folder with lessons. */
    public static boolean isOne(Path path) {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.anyMatch(file -> file.toString().endsWith(LessonLibrary.ENDING) || Files.isDirectory(file)
                    && LessonLibrary.LANGUAGES.contains(file.getFileName().toString()));
        } catch (IOException | UncheckedIOException _) {
            return false;
        }
    }

    /** Begins to read and to watch. */
    public void start() {
        try {
            watch = folder.getFileSystem().newWatchService();
            register(folder);
            for (String one : LessonLibrary.LANGUAGES) {
                if (Files.isDirectory(folder.resolve(one))) {
                    register(folder.resolve(one));
                }
            }
        } catch (IOException _) {
            listener.refused(new InputException("lesson.folder", folder));
            return;
        }
        readAgain();
        Thread.ofPlatform().daemon().name("lesson watch").start(this::watch);
    }

    private void register(Path place) throws IOException {
        place.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE);
    }

    private void watch() {
        try {
            while (true) {
                WatchKey key = watch.take();
                long waited = System.nanoTime();
                while (key != null) {
                    key.pollEvents().forEach(this::follow);
                    key.reset();
                    boolean patient = System.nanoTime() - waited < TimeUnit.MILLISECONDS.toNanos(LONGEST_WAIT_MILLIS);
                    key = patient ? watch.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS) : null;
                }
                readAgain();
            }
        } catch (ClosedWatchServiceException | InterruptedException _) {
            // Nobody looks any more.
        }
    }

    /** A language's folder that comes into being is watched from then on. */
    private void follow(WatchEvent<?> event) {
        if (event.context() instanceof Path name && LessonLibrary.LANGUAGES.contains(name.toString()) && Files.isDirectory(folder.resolve(name))) {
            try {
                register(folder.resolve(name));
            } catch (IOException _) {
                // It has gone again.
            }
        }
    }

    /** Reads the folder once more, as when the language has changed. */
    public void readAgain() {
        if (!reader.isShutdown()) {
            reader.execute(this::read);
        }
    }

    /** Where lessons in the language of the window lie, and what they name. */
    public Path place() {
        Path own = folder.resolve(language.get());
        return Files.isDirectory(own) ? own : folder;
    }

    private void read() {
        try {
            List<Own> lessons = new ArrayList<>();
            Set<String> ids = new HashSet<>();
            Set<String> before = new HashSet<>(LessonLibrary.ids());
            for (Reading reading : LessonLibrary.in(place())) {
                lessons.add(own(reading, ids, before));
                reading.lesson().map(Lesson::id).ifPresent(before::add);
            }
            listener.read(lessons);
        } catch (InputException refused) {
            listener.refused(refused);
        }
    }

    private Own own(Reading reading, Set<String> ids, Set<String> before) {
        List<InputException> problems = new ArrayList<>(reading.problems().stream().map(problem -> Finding.of(problem).problem()).toList());
        reading.lesson().stream().flatMap(lesson -> LessonLibrary.unmetNeeds(lesson, before).stream()).map(problem -> Finding.of(problem).problem()).forEach(problems::add);
        String file = reading.lesson().map(Lesson::file).orElseGet(() -> reading.problems().getFirst().place().file());
        String id = OWN + reading.lesson().map(Lesson::id).orElse(file);
        if (!ids.add(id)) {
            problems.add(new InputException("lesson.idTwice", new Place(file, 1, 1), id.substring(OWN.length())));
            id = OWN + file;
            ids.add(id);
        }
        Lesson lesson = problems.isEmpty() ? named(reading.lesson().orElseThrow(), id)
                : Optional.ofNullable(good.get(place() + file)).orElse(reading.lesson().isPresent() ? named(reading.lesson().get(), id) : nothing(file, id));
        if (problems.isEmpty()) {
            good.put(place() + file, lesson);
        }
        return new Own(lesson, problems);
    }

    private static Lesson named(Lesson lesson, String id) {
        return new Lesson(id, lesson.title(), lesson.minutes(), lesson.needs(), lesson.steps(), lesson.file());
    }

    /** In the place of a lesson of which nothing can be shown. */
    private static Lesson nothing(String file, String id) {
        Block words = new Block.Paragraph(List.of(new Inline.Words("…", Inline.Style.PLAIN)));
        return new Lesson(id, file, 1, List.of(), List.of(new LessonStep(file, new Place(file, 1, 1), List.of(words), Optional.empty(), Optional.empty(),
                Optional.empty(), List.of(), Optional.empty(), Optional.empty())), file);
    }

    /** Has a lesson checked against the engine, which trains its models; one that is under way is given up. */
    public void check(Lesson lesson) {
        if (checker.isShutdown()) {
            return;
        }
        Optional<Path> place = Optional.of(place());
        checking.cancel(true);
        checking = checker.submit(() -> check(lesson, place));
    }

    private void check(Lesson lesson, Optional<Path> place) {
        try (LessonModels models = new LessonModels(place)) {
            listener.checked(lesson, new LessonChecker(place, models).check(lesson).stream().map(Finding::problem).toList());
        } catch (CancellationException _) {
            // Another one is looked at by now.
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
            LOGGER.log(System.Logger.Level.ERROR, "lesson check", fault);
            listener.checked(lesson, List.of(new InputException("program.fault", String.valueOf(fault))));
        }
    }

    /** Looks no more; nothing is told from now on but what is under way. */
    @Override
    public void close() {
        reader.shutdownNow();
        checker.shutdownNow();
        if (watch != null) {
            try {
                watch.close();
            } catch (IOException _) {
                // It watches nothing any more either way.
            }
        }
    }
}
