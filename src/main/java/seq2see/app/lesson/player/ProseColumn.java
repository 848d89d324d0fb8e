package seq2see.app.lesson.player;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import seq2see.app.control.Parts;
import seq2see.app.lesson.Facts;
import seq2see.app.lesson.LessonFolder;
import seq2see.app.theme.Appearance;
import seq2see.app.theme.Text;
import seq2see.lesson.Lesson;
import seq2see.lesson.LessonStep;
import seq2see.lesson.Progress;
import seq2see.lesson.Setting;

/** The column beside the picture: where one is, what one reads, the exercise, and on to the next step. */
final class ProseColumn {
    /** A menu with more is none. Those that follow are reached by going on. */
    private static final int MOST_OFFERED = 200;

    private final Appearance appearance;
    private final Consumer<Optional<Setting>> light;
    private final MenuButton lessons = new MenuButton();
    private final Label count = new Label();
    private final HBox bars = new HBox();
    private final Label title = new Label();
    private final Label needs = new Label();
    /** All lessons there are. */
    private List<Lesson> known = List.of();
    private final VBox content = new VBox();
    private final ScrollPane scroll = new ScrollPane(content);
    private final Button back;
    private final Button forward;
    private final Button fold;
    private final VBox lastPlace = new VBox();
    private final VBox node;
    private ProseFlow prose;
    private Optional<Path> pictures = Optional.empty();

    /** What the column asks for. */
    interface Guide {
        void open(String lesson);

        void back();

        void forward();

        /** Folds the prose away where it lies over the stage. */
        void fold();

        void clearProgress();

        /** Asks for a folder of lessons of one's own. */
        void openFolder();

        /** Opens the folder of another time, where one was in it. */
        void openFolderAgain(Path folder);
    }

    private final Guide guide;

    /** @param light told of what a mention names, and of none when it is left */
    ProseColumn(Appearance appearance, Guide guide, Consumer<Optional<Setting>> light) {
        this.appearance = appearance;
        this.guide = guide;
        this.light = light;
        lessons.setId("lesson-chooser");
        lessons.getStyleClass().addAll("lesson-chooser", "bare");
        lessons.setMinWidth(0);
        Parts.handFocusBack(lessons);
        count.getStyleClass().addAll("small", "mono", "muted");
        count.setMinWidth(Region.USE_PREF_SIZE);
        count.setId("lesson-count");
        fold = Parts.iconButton("fth-chevrons-left", "lesson.player.fold", guide::fold);
        fold.setId("lesson-fold");
        fold.getStyleClass().add("bare");
        showFold(false);
        HBox head = new HBox(lessons, Parts.spring(), count, fold);
        head.getStyleClass().add("prose-head");
        head.setAlignment(Pos.CENTER_LEFT);
        bars.getStyleClass().add("step-bars");
        title.getStyleClass().addAll("title", "lesson");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        title.setId("lesson-title");
        needs.getStyleClass().addAll("small", "muted", "lesson-needs");
        needs.setWrapText(true);
        needs.setMinHeight(Region.USE_PREF_SIZE);
        needs.setId("lesson-needs");
        needs.managedProperty().bind(needs.visibleProperty());
        content.getStyleClass().add("prose-content");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("edge-to-edge", "prose-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        back = Parts.button("fth-chevron-left", "lesson.player.back", guide::back);
        back.getStyleClass().add("quiet");
        back.setId("lesson-back");
        forward = Parts.button("fth-corner-down-left", "lesson.player.forward", guide::forward);
        forward.getStyleClass().add("primary-button");
        forward.setId("lesson-forward");
        forward.setContentDisplay(ContentDisplay.RIGHT);
        HBox foot = new HBox(back, Parts.spring(), forward);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("prose-foot");
        node = new VBox(head, bars, lastPlace, title, needs, scroll, foot);
        node.getStyleClass().add("prose-column");
    }

    Node node() {
        return node;
    }

    /** Whether the prose can be folded away. */
    void showFold(boolean foldable) {
        fold.setVisible(foldable);
        fold.setManaged(foldable);
    }

    /** Offers another place above the step that is shown, until another step is. */
    void offer(Node place) {
        lastPlace.getChildren().setAll(place);
    }

    /** The lessons that follow have their pictures there; empty for those of the program. */
    void picturesIn(Optional<Path> folder) {
        pictures = folder;
    }

    /** Takes away what is offered above the step. */
    void offerNothing() {
        lastPlace.getChildren().clear();
    }

    /**
     * Names the lessons to choose among.
     *
     * @param again a folder of one's own lessons that was open at another time
     */
    void offer(List<Lesson> all, Progress progress, Optional<Path> again) {
        known = all;
        lessons.getItems().clear();
        for (int i = 0; i < Math.min(all.size(), MOST_OFFERED); i++) {
            Lesson lesson = all.get(i);
            boolean done = progress.read().getOrDefault(lesson.id(), 0) >= lesson.steps().size();
            MenuItem item = new MenuItem((done ? "✓ " : "") + Text.of("lesson.player.item", i + 1, lesson.title(), lesson.minutes()));
            item.setId("lesson-" + lesson.id());
            item.setOnAction(event -> guide.open(lesson.id()));
            lessons.getItems().add(item);
        }
        MenuItem clear = new MenuItem(Text.of("lesson.player.clear"));
        clear.setId("lesson-clear");
        clear.setOnAction(event -> guide.clearProgress());
        MenuItem folder = new MenuItem(Text.of("lesson.own.open"));
        folder.setId("lesson-open-folder");
        folder.setOnAction(event -> guide.openFolder());
        lessons.getItems().addAll(new SeparatorMenuItem(), folder, clear);
        again.ifPresent(there -> lessons.getItems().add(lessons.getItems().indexOf(folder), again(there)));
    }

    private MenuItem again(Path folder) {
        MenuItem again = new MenuItem(Text.of("lesson.own.again", LastPlace.name(folder)));
        again.setMnemonicParsing(false);
        again.setId("lesson-open-again");
        again.setOnAction(event -> guide.openFolderAgain(folder));
        return again;
    }

    /** Shows the step that one is at, with its exercise where it has one. */
    void show(Course course, Optional<ExerciseBox> exercise) {
        Lesson lesson = course.lesson();
        LessonStep step = course.step();
        int now = course.stepNumber();
        lessons.setText(Text.of("lesson.player.name", course.lessonNumber(), lesson.title()));
        count.setText(now + " / " + lesson.steps().size());
        bars.getChildren().setAll(IntStream.rangeClosed(1, lesson.steps().size()).mapToObj(i -> bar(i < now ? "past" : i == now ? "now" : "later")).toList());
        lastPlace.getChildren().clear();
        title.setText(step.title());
        needs.setText(Text.of("lesson.player.needs", needed(lesson)));
        needs.setVisible(now == 1 && !lesson.needs().isEmpty());
        prose = new ProseFlow(appearance, light);
        prose.picturesIn(pictures);
        content.getChildren().setAll(step.blocks().stream().map(prose::block).toList());
        exercise.ifPresent(box -> content.getChildren().add(box.node()));
        scroll.setVvalue(0);
        back.setDisable(course.isAtBeginning());
        forward.setDisable(course.isAtEnd());
    }

    /** The titles of the lessons that one builds on; of one's own before the program's. */
    private String needed(Lesson lesson) {
        return lesson.needs().stream().map(Setting::value).map(id -> Stream.of(LessonFolder.OWN + id, id)
                .flatMap(name -> known.stream().filter(one -> one.id().equals(name))).findFirst().map(Lesson::title).orElse(id)).collect(Collectors.joining(" · "));
    }

    private static Region bar(String state) {
        Region bar = new Region();
        bar.getStyleClass().addAll("step-bar", state);
        HBox.setHgrow(bar, Priority.ALWAYS);
        return bar;
    }

    /** Writes the facts anew. */
    void refresh(Optional<Facts> engine) {
        if (prose != null) {
            prose.refresh(engine);
        }
    }
}
