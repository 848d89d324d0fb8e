package seq2see.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.kordamp.ikonli.javafx.FontIcon;
import seq2see.app.corpus.CorpusPlace;
import seq2see.app.lab.Lab;
import seq2see.app.lab.StageActions;
import seq2see.app.lesson.LessonFolder;
import seq2see.app.lesson.player.Lessons;
import seq2see.app.scene.SceneFile;
import seq2see.app.theme.Appearance;
import seq2see.app.theme.Language;
import seq2see.app.theme.Text;
import seq2see.app.theme.Theme;

/** The frame of the window: rail, stage, scrubber's place, training line and settings drawer. */
final class Shell implements StageActions {
    /** Below this width at scale 1 the drawer lies over the stage. */
    private static final double ROOM_FOR_DRAWER = 1120;

    /** What the frame can hold. */
    private enum Place {
        LESSONS, LAB, CORPUS
    }

    @FXML private StackPane root;
    @FXML private StackPane markPlace;
    @FXML private ToggleButton lessonsPlace;
    @FXML private Region lessonsBar;
    @FXML private ToggleButton labPlace;
    @FXML private ToggleButton corpusPlace;
    @FXML private Region labBar;
    @FXML private Region corpusBar;
    @FXML private Button languageButton;
    @FXML private Button themeButton;
    @FXML private FontIcon themeIcon;
    @FXML private ToggleButton settingsButton;
    @FXML private BorderPane work;
    @FXML private StackPane stage;
    @FXML private BorderPane desk;
    @FXML private VBox pagePlace;
    @FXML private StackPane dropHint;
    @FXML private Label dropWords;

    private final Appearance appearance;
    private Lab lab;
    private Lessons lessons;
    private CorpusPlace corpus;
    private Place place = Place.LAB;
    private Runnable whenLabOpens = () -> { };
    private final NoteLayer notes;
    private Presentation presentation;
    private Scenes scenes;

    /** Loads the frame; the Lab comes into it by {@link #hold}. */
    Shell(Appearance appearance) {
        this.appearance = appearance;
        FXMLLoader loader = new FXMLLoader(Shell.class.getResource("/fxml/shell.fxml"));
        loader.setController(this);
        try {
            loader.load();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        notes = new NoteLayer(appearance);
        stage.getChildren().add(notes);
        WindowStyle.follow(root, appearance);
        markPlace.getChildren().add(new Logo(appearance));
        labPlace.textProperty().bind(Text.binding("shell.lab"));
        // A place that one is in cannot be left by pressing it.
        labPlace.setOnAction(event -> goTo(Place.LAB));
        lessonsPlace.textProperty().bind(Text.binding("shell.lessons"));
        lessonsPlace.setOnAction(event -> goTo(Place.LESSONS));
        corpusPlace.textProperty().bind(Text.binding("shell.corpus"));
        corpusPlace.setOnAction(event -> goTo(Place.CORPUS));
        languageButton.setOnAction(event -> Text.languageProperty().set(Text.language().other()));
        themeButton.textProperty().bind(Text.binding("shell.theme"));
        themeButton.setOnAction(event -> appearance.themeProperty().set(appearance.theme().other()));
        settingsButton.textProperty().bind(Text.binding("shell.settings"));
        settingsButton.selectedProperty().subscribe(this::placeDrawer);
        dropWords.textProperty().bind(Text.binding("shell.drop"));
        Text.follow(root, this::showLanguage);
        appearance.themeProperty().subscribe(theme -> showTheme());
        appearance.scaleProperty().subscribe(this::placeDrawer);
        root.widthProperty().subscribe(this::placeDrawer);
        root.setOnKeyPressed(this::onKey);
        root.setOnMousePressed(event -> root.requestFocus());
        root.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> leavePressedButton());
        FileDrop.onto(root, dropHint, this::open);
    }

    Parent root() {
        return root;
    }

    /** Makes F5 present on this stage. */
    void presentOn(Stage window) {
        presentation = new Presentation(window, root, appearance, () -> switch (place) {
            case LESSONS -> Optional.of(lessons);
            case LAB -> Optional.of(lab);
            case CORPUS -> Optional.empty();
        }, by -> {
            boolean isClass = scenes.isClass();
            scenes.walk(by);
            return isClass;
        });
    }

    /** Goes on presenting, where that is under way, with the place that came to the front. */
    void followPresenting() {
        presentation.follow();
    }

    @Override
    public void saveScene() {
        scenes.save();
    }

    @Override
    public void openScene() {
        scenes.open();
    }

    @Override
    public void pinNote() {
        if (place != Place.CORPUS) {
            notes.write();
        }
    }

    @Override
    public void present() {
        settingsButton.setSelected(false);
        presentation.begin();
        scenes.sayPlace();
    }

    /** Leaves presenting where it is under way. */
    void leavePresenting() {
        presentation.leave();
    }

    /** Puts the places into the frame; the Lab is the one that is shown. */
    void hold(Lab newLab, Lessons newLessons, CorpusPlace newCorpus, Scenes newScenes) {
        scenes = newScenes;
        lab = newLab;
        lessons = newLessons;
        corpus = newCorpus;
        VBox.setVgrow(lab.page(), Priority.ALWAYS);
        VBox.setVgrow(lessons.page(), Priority.ALWAYS);
        VBox.setVgrow(corpus.page(), Priority.ALWAYS);
        showPlace();
    }

    /** Goes to the Lab, whose training goes on from where it was. */
    void goToLab() {
        goTo(Place.LAB);
    }

    /** Goes to the lessons. The Lab's training waits: two at once would make both slow. */
    void goToLessons() {
        goTo(Place.LESSONS);
    }

    /** Shows the Lab for a scene, whose class goes on. */
    void showLab() {
        show(Place.LAB);
    }

    /** Shows the lessons for a scene, whose class goes on. */
    void showLessons() {
        show(Place.LESSONS);
    }

    /** Begins in the lessons, at the first of them. */
    void welcome() {
        place = Place.LESSONS;
        showPlace();
        lessons.welcome();
    }

    /** Does this whenever one comes to the Lab. */
    void whenLabOpens(Runnable action) {
        whenLabOpens = action;
    }

    /** Where texts are pinned on the stage. */
    NoteLayer notes() {
        return notes;
    }

    boolean isInLessons() {
        return place == Place.LESSONS;
    }

    @Override
    public void leaveScenes() {
        scenes.leave();
    }

    /** Somebody goes there by themselves: they are in no class of scenes any more. */
    private void goTo(Place wanted) {
        scenes.leave();
        show(wanted);
    }

    private void show(Place wanted) {
        if (wanted != place) {
            notes.show(List.of());
        }
        Place before = place;
        place = wanted;
        if (before == Place.LESSONS && wanted != Place.LESSONS) {
            lessons.leave();
            lab.resumeTraining();
        } else if (before != Place.LESSONS && wanted == Place.LESSONS) {
            lab.pauseTraining();
        }
        showPlace();
        if (before != Place.LESSONS && wanted == Place.LESSONS) {
            lessons.enter();
        }
        if (wanted == Place.LAB) {
            whenLabOpens.run();
        }
    }

    private void showPlace() {
        pagePlace.getChildren().setAll(switch (place) {
            case LESSONS -> List.of(lessons.page());
            case LAB -> List.of(lab.page(), lab.scrubber());
            case CORPUS -> List.of(corpus.page());
        });
        work.setBottom(place == Place.LESSONS ? lessons.trainingLine() : lab.trainingLine());
        lessonsPlace.setSelected(place == Place.LESSONS);
        lessonsBar.setVisible(place == Place.LESSONS);
        labPlace.setSelected(place == Place.LAB);
        labBar.setVisible(place == Place.LAB);
        corpusPlace.setSelected(place == Place.CORPUS);
        corpusBar.setVisible(place == Place.CORPUS);
        settingsButton.setVisible(place == Place.LAB);
        placeDrawer();
    }

    void openSettingsWhereThereIsRoom() {
        settingsButton.setSelected(hasRoomForDrawer());
    }

    void closeSettings() {
        settingsButton.setSelected(false);
        settingsButton.requestFocus();
    }

    /** Whether the window is wide enough for page and drawer side by side. */
    private boolean hasRoomForDrawer() {
        return root.getWidth() / appearance.scale() >= ROOM_FOR_DRAWER;
    }

    private void placeDrawer() {
        if (lab == null) {
            return;
        }
        Node drawer = lab.settings();
        boolean beside = hasRoomForDrawer();
        if (desk.getRight() == drawer && !beside) {
            // It would come to lie over what one was looking at.
            settingsButton.setSelected(false);
        }
        boolean open = settingsButton.isSelected() && place == Place.LAB;
        if (!open || !beside) {
            desk.setRight(null);
        }
        if (!open || beside) {
            stage.getChildren().remove(drawer);
        }
        if (open && beside) {
            desk.setRight(drawer);
        } else if (open && !stage.getChildren().contains(drawer)) {
            stage.getChildren().add(drawer);
            StackPane.setAlignment(drawer, Pos.TOP_RIGHT);
            lab.focusSettings();
        }
        drawer.pseudoClassStateChanged(PseudoClass.getPseudoClass("floating"), !beside);
    }

    private void showLanguage() {
        Language other = Text.language().other();
        languageButton.setText(other.ownName());
        languageButton.setAccessibleText(other.ownName());
        root.getStyleClass().remove("zh");
        if (Text.language() == Language.CHINESE) {
            root.getStyleClass().add("zh");
        }
    }

    private void showTheme() {
        themeIcon.setIconLiteral(appearance.theme() == Theme.LIGHT ? "fth-moon" : "fth-sun");
    }

    private void onKey(KeyEvent event) {
        if (event.isShortcutDown()) {
            if (presentation.isUnderWay() && !event.getCode().isDigitKey()) {
                return;
            }
            switch (event.getCode()) {
                case PLUS, EQUALS, ADD -> appearance.larger();
                case MINUS, SUBTRACT -> appearance.smaller();
                case DIGIT0, NUMPAD0 -> appearance.scaleProperty().set(1);
                case O -> openFile();
                case S -> saveScene();
                case E -> openScene();
                case N -> pinNote();
                case DIGIT1, DIGIT2, DIGIT3, DIGIT4, DIGIT5, DIGIT6 -> openTab(event.getCode().ordinal() - KeyCode.DIGIT1.ordinal());
                default -> {
                    return;
                }
            }
            event.consume();
            return;
        }
        switch (event.getCode()) {
            case ESCAPE -> escape();
            case F5 -> present();
            default -> {
                if (place == Place.LESSONS) {
                    lessons.onKey(event);
                } else if (place == Place.LAB) {
                    lab.onKey(event);
                }
            }
        }
    }

    /** Only where it is seen: elsewhere the key does nothing. */
    private void openTab(int index) {
        if (place == Place.LAB) {
            lab.openTab(index);
        }
    }

    /** A button pressed with the mouse gives the focus back, so that the arrows go on stepping. */
    private void leavePressedButton() {
        if (root.getScene().getFocusOwner() instanceof ButtonBase button && !(button instanceof MenuButton)
                && !button.isFocusVisible()) {
            root.requestFocus();
        }
    }

    /** Leaves what lies over the stage, else what has the focus. */
    private void escape() {
        if (stage.getChildren().contains(lab.settings())) {
            closeSettings();
        } else if (place != Place.LESSONS || !lessons.escape()) {
            root.requestFocus();
        }
    }

    /** Asks for a corpus of one's own and leads the way from there. */
    void openFile() {
        if (corpus.choose()) {
            goTo(Place.CORPUS);
        }
    }

    /** Lessons, scenes and folders of them are shown, anything else is taken for a corpus. */
    private void open(List<Path> dropped) {
        Path first = dropped.getFirst();
        if (dropped.size() == 1 && LessonFolder.isOne(first)) {
            goTo(Place.LESSONS);
            lessons.openFolder(first);
        } else if (dropped.size() == 1 && (Files.isDirectory(first) || first.toString().endsWith(SceneFile.ENDING))) {
            scenes.open(first);
        } else {
            goTo(Place.CORPUS);
            corpus.open(dropped);
        }
    }
}
