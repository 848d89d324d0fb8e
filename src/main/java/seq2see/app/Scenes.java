package seq2see.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.application.Platform;
import seq2see.app.control.Deadline;
import seq2see.app.control.FileChoice;
import seq2see.app.lab.Lab;
import seq2see.app.lab.StageView;
import seq2see.app.lesson.player.Lessons;
import seq2see.app.scene.SavedScene;
import seq2see.app.scene.SavedScene.Pairs;
import seq2see.app.scene.SceneFile;
import seq2see.app.scene.SceneState;
import seq2see.app.theme.Appearance;
import seq2see.app.theme.Language;
import seq2see.app.theme.Text;
import seq2see.app.theme.Theme;
import seq2see.corpus.InputException;
import seq2see.corpus.InputFiles;
import seq2see.training.SavedModel;

/**
 * Saves what is on the screen as a scene and shows scenes. Those that lie in one folder are a class: in the order of their
 * names, they are walked through. Files are read and written behind the window.
 */
final class Scenes {
    private static final System.Logger LOGGER = System.getLogger(Scenes.class.getName());
    /** A training step of a large model. */
    private static final long LONGEST_WAIT_SECONDS = 30;

    private final Shell shell;
    private final Lab lab;
    private final Lessons lessons;
    private final NoteLayer notes;
    private final Appearance appearance;
    private final FileChoice files;
    private final ExecutorService background = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("scenes").factory());
    private List<Path> scenesOfClass = List.of();
    private Optional<Path> shown = Optional.empty();
    /** What was asked for last, which comes in a moment where it is not shown yet. */
    private Optional<Path> wanted = Optional.empty();

    Scenes(Shell shell, Lab lab, Lessons lessons, NoteLayer notes, Appearance appearance, FileChoice files) {
        this.shell = shell;
        this.lab = lab;
        this.lessons = lessons;
        this.notes = notes;
        this.appearance = appearance;
        this.files = files;
    }

    /** Asks where, and saves all that is on the screen. */
    void save() {
        StageView stage = stage();
        if (!stage.isThere()) {
            tell(new InputException("scene.nothing"));
            return;
        }
        notes.finish();
        SceneState state = new SceneState(Text.language().code(), appearance.theme() == Theme.DARK ? "dark" : "light",
                shell.isInLessons() ? lessons.place() : null, stage.corpus(), stage.sight(), notes.notes());
        Optional<Pairs> pairs = stage.pairs();
        // The weights of now, however long somebody takes to name the file.
        CompletableFuture<Optional<SavedModel>> model = new CompletableFuture<>();
        stage.save(model::complete);
        files.savedScene().ifPresent(file -> inBackground(() -> {
            SavedModel saved = await(model).orElseThrow(() -> new InputException("scene.slow"));
            SceneFile.write(file, new SavedScene(state, saved, pairs));
        }));
    }

    private static Optional<SavedModel> await(CompletableFuture<Optional<SavedModel>> model) {
        try {
            return model.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException _) {
            return Optional.empty();
        }
    }

    private interface Work {
        void run() throws InputException;
    }

    /** Whatever goes wrong is told: nobody would hear of it on that thread. */
    private void inBackground(Work work) {
        background.execute(() -> {
            try {
                work.run();
            } catch (InputException refused) {
                Platform.runLater(() -> {
                    wanted = shown;
                    tell(refused);
                });
            } catch (RuntimeException | OutOfMemoryError fault) {
                LOGGER.log(System.Logger.Level.ERROR, "scene not saved or shown", fault);
                Platform.runLater(() -> tell(new InputException("program.fault", String.valueOf(fault))));
            }
        });
    }

    /** Asks for a scene and shows it. */
    void open() {
        files.scene().ifPresent(this::open);
    }

    /** Shows a scene, or the first of a folder; those beside it are its class. Of several in a row the last is shown. */
    void open(Path path) {
        wanted = Optional.of(path.toAbsolutePath());
        inBackground(() -> {
            List<Path> all = inFolder(Files.isDirectory(path) ? path : path.toAbsolutePath().getParent());
            if (Files.isDirectory(path) && all.isEmpty()) {
                throw new InputException("scene.emptyFolder", path);
            }
            Path file = Files.isDirectory(path) ? all.getFirst() : path.toAbsolutePath();
            SavedScene scene = SceneFile.read(file);
            Platform.runLater(() -> {
                if (wanted.equals(Optional.of(path.toAbsolutePath())) && !background.isShutdown()) {
                    show(file, all, scene);
                }
            });
        });
    }

    private static List<Path> inFolder(Path folder) throws InputException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.map(Path::toAbsolutePath).filter(file -> file.toString().endsWith(SceneFile.ENDING)).sorted().toList();
        } catch (IOException failure) {
            throw InputFiles.refusal(folder, failure);
        }
    }

    private void show(Path file, List<Path> all, SavedScene scene) {
        SceneState state = scene.state();
        Runnable taken = () -> {
            scenesOfClass = all;
            shown = Optional.of(file);
            wanted = shown;
            appearance.themeProperty().set(state.theme().equals("dark") ? Theme.DARK : Theme.LIGHT);
            notes.show(state.notes());
            shell.followPresenting();
            sayPlace();
        };
        if (state.lesson() == null) {
            showInLab(scene, taken);
        } else if (lessons.has(state.lesson().id())) {
            speak(state);
            shell.showLessons();
            lessons.open(state.lesson(), state.sight(), scene.model());
            taken.run();
        } else {
            showInLab(scene, () -> {
                taken.run();
                tell(new InputException("scene.lessonGone", file.getFileName(), state.lesson().id()));
            });
        }
    }

    /** Where the scene's model cannot be taken, all stays as it was. */
    private void showInLab(SavedScene scene, Runnable taken) {
        lab.open(scene, () -> {
            speak(scene.state());
            taken.run();
        });
        shell.showLab();
    }

    private static void speak(SceneState state) {
        Stream.of(Language.values()).filter(language -> language.code().equals(state.language())).findFirst().ifPresent(Text.languageProperty()::set);
    }

    /** Whether scenes are walked through. */
    boolean isClass() {
        return shown.isPresent() && scenesOfClass.size() > 1;
    }

    /** Shows the next scene of the class, or the one before; at an end, nothing. */
    void walk(int by) {
        int next = wanted.or(() -> shown).map(scenesOfClass::indexOf).orElse(-1) + by;
        if (isClass() && next >= 0 && next < scenesOfClass.size()) {
            open(scenesOfClass.get(next));
        }
    }

    /** Says beside the moment, when presenting, which scene of how many this is, where scenes are walked through. */
    void sayPlace() {
        if (isClass()) {
            String place = Text.of("scene.place", scenesOfClass.indexOf(shown.orElseThrow()) + 1, scenesOfClass.size());
            lab.say(place);
            lessons.say(place);
        }
    }

    /** What somebody goes to by themselves is no scene any more. */
    void leave() {
        shown = Optional.empty();
        wanted = Optional.empty();
        lab.say("");
    }

    private StageView stage() {
        return shell.isInLessons() ? lessons.stageView() : lab.stageView();
    }

    private void tell(InputException refused) {
        if (shell.isInLessons()) {
            lessons.tell(refused);
        } else {
            shell.showLab();
            lab.tell(refused);
        }
    }

    /** Waits until what was saved is written, but not for ever. */
    void close(Deadline deadline) {
        deadline.end(background, "scenes");
    }
}
