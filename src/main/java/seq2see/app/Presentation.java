package seq2see.app;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import seq2see.app.lab.Presented;
import seq2see.app.theme.Appearance;

/** Presenting: what is on the stage fills the screen, large enough for the last row, and the keys of a clicker go through it. */
final class Presentation {
    /** The least text has 11 pixels at scale 1 and 24 on a screen of this size. */
    private static final double WIDTH = 1920;
    private static final double HEIGHT = 1080;
    private static final double SCALE = 24.0 / 11;
    private static final String STYLE = "presenting";

    private final Stage stage;
    private final StackPane root;
    private final Appearance appearance;
    private final Supplier<Optional<Presented>> place;
    private final Walk walk;
    private final Region black = new Region();
    private Optional<Presented> presented = Optional.empty();
    private double scaleBefore;

    /** A class of scenes, which the clicker walks through instead. */
    interface Walk {
        /** @return whether there is one */
        boolean go(int by);
    }

    /** @param place what is presented where somebody begins now; empty where there is nothing */
    Presentation(Stage stage, StackPane root, Appearance appearance, Supplier<Optional<Presented>> place, Walk walk) {
        this.walk = walk;
        this.stage = stage;
        this.root = root;
        this.appearance = appearance;
        this.place = place;
        black.getStyleClass().add("black-screen");
        black.setId("black-screen");
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.fullScreenProperty().subscribe((before, now) -> {
            if (!now) {
                leave();
            }
        });
        root.widthProperty().subscribe(this::fit);
        root.heightProperty().subscribe(this::fit);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    boolean isUnderWay() {
        return presented.isPresent();
    }

    /** Begins with what is on the stage. */
    void begin() {
        if (isUnderWay()) {
            return;
        }
        presented = place.get();
        presented.ifPresent(shown -> {
            scaleBefore = appearance.scale();
            root.getStyleClass().add(STYLE);
            appearance.presentingProperty().set(true);
            shown.present(true);
            fit();
            stage.setFullScreen(true);
            root.requestFocus();
        });
    }

    /** Leaves at once; everything is as it was before. */
    void leave() {
        presented.ifPresent(shown -> {
            presented = Optional.empty();
            root.getChildren().remove(black);
            root.getStyleClass().remove(STYLE);
            appearance.presentingProperty().set(false);
            shown.present(false);
            appearance.scaleProperty().set(scaleBefore);
            stage.setFullScreen(false);
            root.requestFocus();
        });
    }

    /** Goes on with what is on the stage now, where something is presented and another place came to the front. */
    void follow() {
        if (isUnderWay() && !place.get().equals(presented)) {
            presented.ifPresent(before -> before.present(false));
            presented = place.get();
            presented.ifPresent(now -> now.present(true));
        }
    }

    private void fit() {
        if (isUnderWay() && root.getWidth() > 0 && root.getHeight() > 0) {
            appearance.scaleProperty().set(SCALE * Math.min(root.getWidth() / WIDTH, root.getHeight() / HEIGHT));
        }
    }

    private void onKey(KeyEvent event) {
        if (presented.isEmpty() || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean leaves = event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.F5;
        if (!leaves && root.getScene().getFocusOwner() instanceof TextInputControl) {
            return;
        }
        boolean isBlack = root.getChildren().remove(black);
        switch (event.getCode()) {
            case ESCAPE, F5 -> leave();
            case PERIOD, B -> {
                if (!isBlack) {
                    root.getChildren().add(black);
                }
            }
            // Whoever wakes the screen sees first what was on it.
            case PAGE_DOWN, SPACE -> goOn(isBlack);
            case PAGE_UP, BACK_SPACE -> goBack(isBlack);
            default -> {
                if (!isBlack) {
                    return;
                }
            }
        }
        event.consume();
    }

    private void goOn(boolean wasBlack) {
        if (!wasBlack && !walk.go(1)) {
            presented.ifPresent(Presented::goOn);
        }
    }

    private void goBack(boolean wasBlack) {
        if (!wasBlack && !walk.go(-1)) {
            presented.ifPresent(Presented::goBack);
        }
    }
}
