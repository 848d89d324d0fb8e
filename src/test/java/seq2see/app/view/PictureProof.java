package seq2see.app.view;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import seq2see.app.drawing.Mark;
import seq2see.app.drawing.Mark.Anchor;
import seq2see.app.drawing.Mark.Step;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.TextMeasure;
import seq2see.app.theme.Typeface;

/** What holds for every picture: nothing leaves the sheet, no two texts touch, and no text is smaller than it may be. */
public final class PictureProof {
    private record Placed(Mark.Label label, Rectangle2D bounds) {
    }

    private final Picture picture;
    private final TextMeasure measure;
    private final List<Placed> labels = new ArrayList<>();

    private PictureProof(Picture picture, TextMeasure measure) {
        this.picture = picture;
        this.measure = measure;
    }

    public static void prove(Picture picture, TextMeasure measure) {
        PictureProof proof = new PictureProof(picture, measure);
        proof.collect(picture.marks(), 0, 0);
        proof.proveTexts();
    }

    /** All texts in drawing order. */
    public static List<String> texts(List<Mark> marks) {
        List<String> texts = new ArrayList<>();
        for (Mark mark : marks) {
            switch (mark) {
                case Mark.Label label -> texts.add(label.text());
                case Mark.Clip clip -> texts.addAll(texts(clip.marks()));
                case Mark.Shift shift -> texts.addAll(texts(shift.marks()));
                case Mark.Box box -> { }
                case Mark.Path path -> { }
            }
        }
        return texts;
    }

    private void collect(List<Mark> marks, double dx, double dy) {
        for (Mark mark : marks) {
            switch (mark) {
                case Mark.Box box -> proveInside(new Rectangle2D.Double(box.x() + dx, box.y() + dy, box.width(), box.height()), box);
                case Mark.Path path -> path.steps().forEach(step -> proveInside(place(step, dx, dy), path));
                case Mark.Label label -> {
                    Rectangle2D bounds = bounds(label, dx, dy);
                    proveInside(bounds, label);
                    labels.add(new Placed(label, bounds));
                }
                case Mark.Clip clip -> proveInside(new Rectangle2D.Double(clip.x() + dx, clip.y() + dy, clip.width(), clip.height()), "a clip");
                case Mark.Shift shift -> collect(shift.marks(), dx + shift.x(), dy + shift.y());
            }
        }
    }

    private static Rectangle2D place(Step step, double dx, double dy) {
        return switch (step) {
            case Step.Move(double x, double y) -> new Rectangle2D.Double(x + dx, y + dy, 0, 0);
            case Step.Line(double x, double y) -> new Rectangle2D.Double(x + dx, y + dy, 0, 0);
            case Step.Curve curve -> new Rectangle2D.Double(curve.x() + dx, curve.y() + dy, 0, 0);
            case Step.Close() -> new Rectangle2D.Double(dx, dy, 0, 0);
        };
    }

    private void proveInside(Rectangle2D bounds, Object what) {
        double slack = 1.5;
        assertTrue(bounds.getMinX() >= -slack && bounds.getMinY() >= -slack && bounds.getMaxX() <= picture.width() + slack
                && bounds.getMaxY() <= picture.height() + slack, () -> what + " leaves the sheet of " + picture.width() + " × " + picture.height());
    }

    private void proveTexts() {
        for (int i = 0; i < labels.size(); i++) {
            Placed one = labels.get(i);
            double least = one.label().style().typeface() == Typeface.MATH ? 9 : 11;
            assertTrue(one.label().style().size() >= least, () -> one.label().text() + " is too small");
            for (Placed other : labels.subList(0, i)) {
                assertTrue(!one.bounds().intersects(other.bounds()),
                        () -> "“" + one.label() + "” touches “" + other.label() + "”");
            }
        }
    }

    /** The box of a text from its capitals' height down to its baseline. */
    private Rectangle2D bounds(Mark.Label label, double dx, double dy) {
        double width = measure.width(label.text(), label.style());
        double start = label.anchor() == Anchor.START ? 0 : label.anchor() == Anchor.MIDDLE ? -width / 2 : -width;
        double height = label.style().size() * 0.73;
        double x = label.x() + dx;
        double y = label.y() + dy;
        // A hair less on each side, so that texts which merely stand side by side do not count as touching.
        return label.turn() == 0
                ? new Rectangle2D.Double(x + start + 0.25, y - height, Math.max(0.1, width - 0.5), height)
                : new Rectangle2D.Double(x - height, y - start - width + 0.25, height, Math.max(0.1, width - 0.5));
    }
}
