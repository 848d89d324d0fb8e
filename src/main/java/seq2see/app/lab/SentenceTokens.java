package seq2see.app.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.TextFieldSkin;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Rectangle;
import seq2see.app.view.Highlight;
import seq2see.app.view.Pointer;
import seq2see.app.view.Pointing;

/** The source tokens where they stand in the sentence's field: the one under the mouse is told, and those that are lit are ringed. */
final class SentenceTokens {
    private final TextField field;
    private final Pointer pointer;
    private final Group rings = new Group();
    private List<String> tokens = List.of();
    private int pointed;

    /** Where a token stands in a text: from {@code start}, {@code end} excluded. */
    record Span(int start, int end) {
    }

    SentenceTokens(TextField field, Pointer pointer) {
        this.field = field;
        this.pointer = pointer;
        rings.setManaged(false);
        rings.setMouseTransparent(true);
        field.addEventHandler(MouseEvent.MOUSE_MOVED, this::pointAt);
        field.addEventHandler(MouseEvent.MOUSE_EXITED, left -> point(0));
    }

    /** The rings; they lie over the field, in its coordinates. */
    Group rings() {
        return rings;
    }

    /** Each token's place in the text, in order; none for one that is not written so, such as {@code <eos>}. */
    static List<Span> spans(String text, List<String> tokens) {
        List<Span> spans = new ArrayList<>();
        int from = 0;
        for (String token : tokens) {
            int start = text.indexOf(token, from);
            spans.add(start < 0 || token.isEmpty() ? null : new Span(start, start + token.length()));
            from = start < 0 ? from : start + token.length();
        }
        return spans;
    }

    private void pointAt(MouseEvent moved) {
        if (field.getSkin() instanceof TextFieldSkin skin && !moved.isPrimaryButtonDown()) {
            int index = skin.getIndex(moved.getX(), moved.getY()).getCharIndex();
            List<Span> spans = spans(field.getText(), tokens);
            point(1 + IntStream.range(0, spans.size()).filter(i -> spans.get(i) != null && index >= spans.get(i).start() && index < spans.get(i).end())
                    .findFirst().orElse(-1));
        }
    }

    private void point(int position) {
        if (position != pointed) {
            pointed = position;
            pointer.point(position == 0 ? Pointing.NONE : Pointing.source(position));
        }
    }

    /** Rings the tokens that are lit. */
    void show(List<String> newTokens, Highlight highlight) {
        tokens = newTokens;
        List<Span> spans = spans(field.getText(), tokens);
        List<Rectangle> lit = new ArrayList<>();
        for (int i = 0; i < spans.size() && field.getSkin() instanceof TextFieldSkin skin; i++) {
            if (highlight.source(i + 1) && spans.get(i) != null) {
                Rectangle2D first = skin.getCharacterBounds(spans.get(i).start());
                Rectangle2D last = skin.getCharacterBounds(spans.get(i).end() - 1);
                Rectangle ring = new Rectangle(first.getMinX() - 2, first.getMinY() - 2, last.getMaxX() - first.getMinX() + 4, first.getHeight() + 4);
                ring.getStyleClass().add("token-ring");
                ring.setArcWidth(6);
                ring.setArcHeight(6);
                boolean inSight = ring.getX() > 0 && ring.getX() + ring.getWidth() < field.getWidth();
                if (inSight) {
                    lit.add(ring);
                }
            }
        }
        if (!lit.isEmpty() || !rings.getChildren().isEmpty()) {
            rings.getChildren().setAll(lit);
        }
    }
}
