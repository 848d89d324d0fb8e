package seq2see.app;

import java.util.List;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import seq2see.app.scene.SceneState.Note;
import seq2see.app.theme.Appearance;
import seq2see.app.theme.Text;

/**
 * Texts pinned on the stage. One is written in a field; Enter pins it, an empty one is gone. It is dragged to its place, and
 * a double click, or Enter on it, writes it anew.
 */
final class NoteLayer extends Pane {
    private static final double WIDTH = 280;

    private final Appearance appearance;

    NoteLayer(Appearance appearance) {
        this.appearance = appearance;
        setPickOnBounds(false);
        appearance.scaleProperty().subscribe(this::requestLayout);
    }

    /** The texts as they stand. */
    List<Note> notes() {
        return getChildren().stream().filter(Label.class::isInstance).map(child -> (Note) child.getUserData()).toList();
    }

    /** Pins what is being written. */
    void finish() {
        List.copyOf(getChildren()).stream().filter(TextField.class::isInstance).map(TextField.class::cast).forEach(this::pin);
    }

    /** Shows these instead of those that were there. */
    void show(List<Note> notes) {
        getChildren().setAll(notes.stream().map(this::pinned).toList());
    }

    /** Begins to write one, in the middle of the stage's upper part. */
    void write() {
        write(new Note(0.4, 0.12, ""));
    }

    private void write(Note note) {
        TextField field = new TextField(note.text());
        field.setId("note-field");
        field.getStyleClass().addAll("control", "note-field");
        field.promptTextProperty().bind(Text.binding("scene.note.prompt"));
        field.accessibleTextProperty().bind(field.promptTextProperty());
        field.setUserData(note);
        field.setOnAction(event -> pin(field));
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                pin(field);
                event.consume();
            }
        });
        field.focusedProperty().subscribe((before, now) -> {
            if (before && !now) {
                pin(field);
            }
        });
        getChildren().add(field);
        field.requestFocus();
    }

    /** What is in the field stays, cut where nobody writes so much. */
    private void pin(TextField field) {
        if (!getChildren().remove(field)) {
            return;
        }
        String text = field.getText().strip();
        if (!text.isEmpty()) {
            Note note = (Note) field.getUserData();
            getChildren().add(pinned(new Note(note.x(), note.y(), text.substring(0, Math.min(text.length(), Note.LONGEST)))));
        }
        if (getScene() != null) {
            getScene().getRoot().requestFocus();
        }
    }

    private Node pinned(Note note) {
        Label label = new Label(note.text());
        label.getStyleClass().addAll("control", "note");
        label.setWrapText(true);
        label.setFocusTraversable(true);
        label.setCursor(Cursor.MOVE);
        label.setUserData(note);
        label.setMinHeight(Region.USE_PREF_SIZE);
        double[] held = new double[2];
        label.setOnMousePressed(event -> {
            held[0] = event.getX();
            held[1] = event.getY();
            event.consume();
        });
        label.setOnMouseDragged(event -> drag(label, event, held));
        label.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                writeAnew(label);
            }
            event.consume();
        });
        label.setOnKeyPressed(event -> {
            switch (event.getCode()) {
                case ENTER -> writeAnew(label);
                case DELETE, BACK_SPACE -> getChildren().remove(label);
                default -> {
                    return;
                }
            }
            event.consume();
        });
        return label;
    }

    private void writeAnew(Label label) {
        getChildren().remove(label);
        write((Note) label.getUserData());
    }

    private void drag(Label label, MouseEvent event, double[] held) {
        double x = (label.getLayoutX() + event.getX() - held[0]) / Math.max(1, getWidth());
        double y = (label.getLayoutY() + event.getY() - held[1]) / Math.max(1, getHeight());
        label.setUserData(new Note(Math.clamp(x, 0, 0.98), Math.clamp(y, 0, 0.97), label.getText()));
        requestLayout();
        event.consume();
    }

    /** Each at its place, and wholly on the stage. */
    @Override
    protected void layoutChildren() {
        double widest = WIDTH * appearance.scale();
        for (Node child : getChildren()) {
            Note note = (Note) child.getUserData();
            double width = child instanceof TextField ? widest : Math.min(widest, child.prefWidth(-1));
            double height = child.prefHeight(width);
            child.resizeRelocate(Math.max(0, Math.min(note.x() * getWidth(), getWidth() - width)),
                    Math.max(0, Math.min(note.y() * getHeight(), getHeight() - height)), width, height);
        }
    }
}
