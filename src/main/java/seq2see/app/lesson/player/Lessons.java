package seq2see.app.lesson.player;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import seq2see.app.control.Deadline;
import seq2see.app.control.FileChoice;
import seq2see.app.drawing.FormulaNode;
import seq2see.app.lab.LessonStage;
import seq2see.app.lab.Presented;
import seq2see.app.lab.StageActions;
import seq2see.app.lab.StageView;
import seq2see.app.lesson.Answer;
import seq2see.app.lesson.Facts;
import seq2see.app.lesson.LessonFolder;
import seq2see.app.lesson.LessonLibrary;
import seq2see.app.lesson.StepState;
import seq2see.app.lesson.Target;
import seq2see.app.lesson.Task;
import seq2see.app.lesson.TaskReader;
import seq2see.app.scene.SceneState;
import seq2see.app.theme.Appearance;
import seq2see.app.theme.Text;
import seq2see.app.view.Pointing;
import seq2see.corpus.InputException;
import seq2see.lesson.Lesson;
import seq2see.lesson.LessonStep;
import seq2see.lesson.Progress;
import seq2see.lesson.ProgressFile;
import seq2see.lesson.Setting;
import seq2see.training.SavedModel;
import seq2see.training.TrainingSnapshot;

/** The lessons: prose on the left, and beside it the real views over a real model that is in the state that the step needs. */
public final class Lessons implements ProseColumn.Guide, Presented {
    private final Appearance appearance;
    private final ProgressFile file;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("lesson progress").factory());
    private final LessonStage stage;
    private final StepRun run;
    private final ProseColumn column;
    private final LessonLayout layout;
    private final Presenter presenter;
    private final OwnLessons own;
    private final Subscription languages;
    private final FileChoice files;
    private final StageActions actions;
    /** The place that one goes to when a folder of one's own lessons is read. */
    private Optional<Progress> goesToOwn = Optional.empty();
    private final Course course = new Course();
    private Progress progress;
    private Optional<ExerciseBox> exercise = Optional.empty();
    /** Whether the step's model has been there since the step was opened. */
    private boolean arrived;
    private boolean open;
    /** What a scene looked at, to be looked at when the model is there. */
    private Optional<SceneState.Sight> seen = Optional.empty();

    /**
     * Nothing is trained before {@link #enter} or {@link #welcome}. JavaFX thread.
     *
     * @param actions what can be done with what is on the stage
     */
    public Lessons(Appearance appearance, FileChoice files, ProgressFile file, StageActions actions) {
        this.appearance = appearance;
        this.file = file;
        progress = file.load();
        stage = new LessonStage(appearance, files, this::hear, actions, this::trainHere);
        run = new StepRun(stage);
        column = new ProseColumn(appearance, this, this::light);
        this.files = files;
        this.actions = actions;
        own = new OwnLessons(this::renew, this::showAgain, this::offerAgain, this::tell);
        presenter = new Presenter(appearance, this::light, this::tellAll);
        layout = new LessonLayout(appearance, column, stage.node(), this);
        layout.node().addEventHandler(LinkOut.FOLLOWED, link -> column.offer(LinkOut.question(link.address(), files::browse, this::tellOfProblems)));
        Thread.ofPlatform().daemon().name("formula fonts").start(FormulaNode::warmUp);
        languages = Text.follow(layout.node(), this::read);
    }

    public Node page() {
        return layout.node();
    }

    public Node trainingLine() {
        return stage.trainingLine();
    }

    private void trainHere() {
        run.trainHere();
    }

    /** Reads the lessons in the language of the window and shows the step that one was at. */
    private void read() {
        own.readAgain();
        course.take(all());
        if (open) {
            show();
        }
    }

    private List<Lesson> all() {
        String language = Text.language().locale().getLanguage();
        return Stream.concat(LessonLibrary.ids().stream().flatMap(id -> LessonLibrary.read(id, language).lesson().stream()), own.lessons().stream()).toList();
    }

    @Override
    public void openFolder() {
        files.lessons().ifPresent(this::openFolder);
    }

    /** Takes the lessons of a folder of one's own into the list, goes to the first, and follows them as they are saved. */
    public void openFolder(Path folder) {
        goesToOwn = Optional.of(Progress.NONE);
        own.open(folder);
    }

    @Override
    public void openFolderAgain(Path folder) {
        goesToOwn = Optional.of(progress.lesson().startsWith(LessonFolder.OWN) ? progress : Progress.NONE);
        own.open(folder);
    }

    /** Takes over the folder of one's own lessons that was opened at another time; it is offered where it is still there. */
    public void remember(String folder) {
        own.remember(folder);
    }

    /** The folder of one's own lessons to remember; empty where there is none. */
    public String folder() {
        return own.last();
    }

    private void offerAgain() {
        column.offer(course.lessons(), progress, own.offered());
        own.offered().filter(there -> open && progress.lesson().startsWith(LessonFolder.OWN))
                .ifPresent(there -> column.offer(LastPlace.ownBar(there, () -> openFolderAgain(there))));
    }

    /** Lessons of one's own have changed: the step that is shown stays, as far as it is still there. */
    private void renew() {
        Lesson before = course.lesson();
        LessonStep stepBefore = course.step();
        course.take(all());
        boolean goes = goesToOwn.isPresent() && !own.lessons().isEmpty();
        if (goes) {
            Progress place = goesToOwn.get();
            course.go(course.has(place.lesson()) ? place.lesson() : own.lessons().getFirst().id(), place.step());
        }
        goesToOwn = Optional.empty();
        if (open && (goes || !course.step().equals(stepBefore) || course.lesson().steps().size() != before.steps().size())) {
            show();
        } else {
            column.offer(course.lessons(), progress, own.offered());
            own.check(course.lesson());
        }
        tellOfProblems();
    }

    /** What a step lacked is there now. */
    private void showAgain() {
        if (open) {
            show();
        }
    }

    private void tellOfProblems() {
        Lesson now = course.lesson();
        List<InputException> problems = own.problems(now);
        if (problems.isEmpty()) {
            column.offerNothing();
        } else {
            column.offer(LessonProblems.bar(now.file(), problems));
        }
    }

    /** Opens on the first lesson, whose model begins to learn. A returning reader is offered the step that they were at. */
    public void welcome() {
        Progress last = progress;
        begin();
        course.restart();
        show();
        course.find(last.lesson()).filter(left -> course.number(left) > 1 || last.step() > 1).ifPresent(left -> {
            int at = Math.min(last.step(), left.steps().size());
            column.offer(LastPlace.bar(course.number(left), left.title(), at, () -> open(left.id(), at - 1)));
            // Looking in is not yet moving on.
            keep(now -> now.at(last.lesson(), last.step()));
        });
        if (last.lesson().startsWith(LessonFolder.OWN)) {
            keep(now -> now.at(last.lesson(), last.step()));
        }
    }

    /** Comes to the lessons: to the place that one was at last. */
    public void enter() {
        begin();
        course.go(progress.lesson(), progress.step());
        show();
    }

    private void begin() {
        open = true;
        stage.start();
    }

    /** Leaves the lessons for another place. */
    public void leave() {
        open = false;
        stage.pause();
    }

    @Override
    public void open(String id) {
        actions.leaveScenes();
        open(id, 0);
    }

    /** Opens a lesson at a step, from 0; there it comes into the state that the step needs. */
    public void open(String id, int atStep) {
        if (course.has(id)) {
            course.go(id, atStep + 1);
            show();
        }
    }

    /** What is on the stage. */
    public StageView stageView() {
        return stage.view();
    }

    /** The step that is shown, as a scene names it. */
    public SceneState.LessonPlace place() {
        return new SceneState.LessonPlace(course.lesson().id(), course.stepNumber(), presenter.slide());
    }

    /** Whether there is a lesson of this id. */
    public boolean has(String id) {
        return course.has(id);
    }

    /** Shows the step of a scene and what was looked at there. Where the step trains the scene's model, it goes on from there. */
    public void open(SceneState.LessonPlace place, SceneState.Sight sight, SavedModel model) {
        run.resume(model);
        open(place.id(), place.step() - 1);
        presenter.move(place.slide() - 1, run.facts());
        sayProgress();
        if (arrived) {
            stage.look(sight);
        } else {
            seen = Optional.of(sight);
        }
    }

    /** Says that something asked for did not come about. */
    public void tell(InputException refused) {
        stage.tell(refused);
    }

    /** Says beside the moment, when presenting, how far one has come. */
    public void say(String progress) {
        stage.say(progress);
    }

    /** The exercise of the step that is shown, as it stands with the model of this moment. */
    public Optional<Task> task() {
        return course.step().exercise().flatMap(asked -> run.facts().flatMap(facts -> TaskReader.of(course.step(), facts)));
    }

    /** The lessons in the language of the window, in their order. */
    public List<Lesson> lessons() {
        return course.lessons();
    }

    /** The newest of the model that is shown; empty until there is one. */
    public Optional<TrainingSnapshot> snapshot() {
        return stage.snapshot();
    }

    /** Whether the model has come into the state of the step that is shown, the step's experiment is through, and its exercise can be answered. */
    public boolean hasArrived() {
        return arrived && run.isThrough() && exercise.map(ExerciseBox::isReady).orElse(true);
    }

    @Override
    public void back() {
        if (course.back()) {
            show();
        }
    }

    @Override
    public void forward() {
        if (course.forward()) {
            show();
        }
    }

    @Override
    public void present(boolean alone) {
        stage.present(alone);
        if (alone) {
            presenter.show(course.step(), false, run.facts());
            layout.present(presenter.node());
        } else {
            layout.leavePresenting();
        }
        sayProgress();
    }

    @Override
    public void goOn() {
        if (!presenter.move(1, run.facts())) {
            forward();
        }
        sayProgress();
    }

    @Override
    public void goBack() {
        if (!presenter.move(-1, run.facts())) {
            LessonStep before = course.step();
            back();
            if (course.step() != before) {
                presenter.show(course.step(), true, run.facts());
            }
        }
        sayProgress();
    }

    private void sayProgress() {
        stage.say(Text.of("present.progress", course.stepNumber(), course.lesson().steps().size(), presenter.progress()));
    }

    @Override
    public void fold() {
        layout.fold();
    }

    /** Folds the prose away where it lies over the stage. @return whether it did */
    public boolean escape() {
        return layout.fold();
    }

    @Override
    public void clearProgress() {
        keep(before -> Progress.NONE);
        course.restart();
        show();
    }

    private void show() {
        arrived = false;
        seen = Optional.empty();
        Lesson current = course.lesson();
        LessonStep now = course.step();
        String id = current.id();
        int number = course.stepNumber();
        keep(before -> before.at(id, number));
        exercise = now.exercise().map(asked -> new ExerciseBox(now, appearance, run::facts, run::allFacts, run::show, answer -> {
            keep(before -> before.answered(id, number, answer.written()));
            tellAll(Optional.ofNullable(asked.settings().get(TaskReader.REVEAL)));
        }));
        column.offer(course.lessons(), progress, own.offered());
        column.picturesIn(own.place(current));
        column.show(course, exercise);
        presenter.corporaIn(own.place(current));
        presenter.show(now, false, run.facts());
        layout.unfold(number, current.steps().size());
        tellOfProblems();
        own.check(current);
        run.in(own.place(current));
        stage.point(Pointing.NONE);
        stage.keepLit(Pointing.NONE);
        stage.veil(now.exercise().isPresent() && progress.answer(id, number) == null);
        StepState.shown(now).ifPresent(state -> {
            stage.open(state.tab(), state.controls());
            run.show(state);
        });
        stage.snapshot().ifPresent(this::hear);
    }

    /** The stage shows a snapshot: the prose follows, and where the step's model is there, so does what waits for it. */
    private void hear(TrainingSnapshot snapshot) {
        if (!open) {
            return;
        }
        if (snapshot.failure().isPresent()) {
            exercise.ifPresent(ExerciseBox::giveUp);
        }
        Optional<Facts> facts = run.facts();
        column.refresh(facts);
        presenter.refresh(facts);
        if (facts.isEmpty()) {
            return;
        }
        exercise.ifPresent(box -> box.refresh(Answer.read(progress.answer(course.lesson().id(), course.stepNumber())).orElse(null)));
        if (!arrived) {
            arrived = true;
            course.step().moment().map(Setting::value).ifPresent(this::go);
            course.step().highlights().stream().findFirst().ifPresent(highlight -> stage.keepLit(pointing(highlight)));
            seen.ifPresent(stage::look);
        }
    }

    private void go(String address) {
        run.facts().flatMap(facts -> StepState.shown(course.step()).flatMap(state -> state.view().moment(facts, address)))
                .ifPresent(stage::go);
    }

    private void light(Optional<Setting> target) {
        stage.point(target.map(this::pointing).orElse(Pointing.NONE));
    }

    private Pointing pointing(Setting target) {
        return run.facts().flatMap(Facts::trace).flatMap(trace -> Target.of(target.value(), trace)).map(Lighting::of).orElse(Pointing.NONE);
    }

    /** The exercise is answered: nothing is kept back any longer. */
    private void tellAll(Optional<Setting> reveal) {
        stage.veil(false);
        reveal.map(Setting::value).ifPresent(this::go);
    }

    /** Changes the progress here at once, and in the file behind the scenes. */
    private void keep(UnaryOperator<Progress> change) {
        progress = change.apply(progress);
        writer.execute(() -> file.update(change));
    }

    /** A key that nobody with the focus wanted: Enter goes on, the others step. */
    public void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            forward();
            event.consume();
        } else {
            stage.onKey(event);
        }
    }

    /** Waits until the progress is written, but not for ever. */
    public void close(Deadline deadline) {
        open = false;
        languages.unsubscribe();
        own.close();
        deadline.end(writer, "the progress in the lessons");
        stage.close(deadline);
    }
}
