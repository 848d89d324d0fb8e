package seq2see.app.drawing;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;
import seq2see.app.theme.Fonts;
import seq2see.app.theme.Rgb;

/** Draws a picture on a canvas, at any scale, sharply: it is drawn at that size, not stretched. */
public final class CanvasPainter {
    private final GraphicsContext graphics;
    private double scale;
    private double originX;
    private double originY;

    public CanvasPainter(GraphicsContext graphics) {
        this.graphics = graphics;
    }

    /** Draws a picture with its corner at the canvas's. */
    public void paint(Picture picture, double at) {
        scale = at;
        graphics.save();
        graphics.scale(scale, scale);
        graphics.setLineCap(StrokeLineCap.BUTT);
        graphics.setLineJoin(StrokeLineJoin.ROUND);
        paint(picture.marks());
        graphics.restore();
    }

    private void paint(List<Mark> marks) {
        for (Mark mark : marks) {
            switch (mark) {
                case Mark.Box box -> paint(box);
                case Mark.Path path -> paint(path);
                case Mark.Label label -> paint(label);
                case Mark.Clip clip -> {
                    graphics.save();
                    graphics.beginPath();
                    graphics.rect(clip.x(), clip.y(), clip.width(), clip.height());
                    graphics.clip();
                    paint(clip.marks());
                    graphics.restore();
                }
                case Mark.Shift shift -> {
                    graphics.save();
                    graphics.translate(shift.x(), shift.y());
                    originX += shift.x();
                    originY += shift.y();
                    paint(shift.marks());
                    originX -= shift.x();
                    originY -= shift.y();
                    graphics.restore();
                }
            }
        }
    }

    private void paint(Mark.Box box) {
        double arc = 2 * box.radius();
        if (box.fill() != null) {
            graphics.setFill(color(box.fill()));
            graphics.fillRoundRect(box.x(), box.y(), box.width(), box.height(), arc, arc);
        }
        if (box.stroke() != null) {
            set(box.stroke());
            graphics.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), arc, arc);
        }
    }

    private void paint(Mark.Path path) {
        graphics.beginPath();
        for (Mark.Step step : path.steps()) {
            switch (step) {
                case Mark.Step.Move(double x, double y) -> graphics.moveTo(x, y);
                case Mark.Step.Line(double x, double y) -> graphics.lineTo(x, y);
                case Mark.Step.Curve(double x1, double y1, double x2, double y2, double x, double y) ->
                    graphics.bezierCurveTo(x1, y1, x2, y2, x, y);
                case Mark.Step.Close() -> graphics.closePath();
            }
        }
        if (path.fill() != null) {
            graphics.setFill(color(path.fill()));
            graphics.fill();
        }
        if (path.stroke() != null) {
            set(path.stroke());
            graphics.stroke();
        }
    }

    /**
     * Texts are set in the size that they have on the canvas: where a transform enlarges them, JavaFX's software renderer
     * leaves gaps where the strokes of a Chinese character cross.
     */
    private void paint(Mark.Label label) {
        TextStyle style = label.style();
        graphics.save();
        graphics.setTransform(1, 0, 0, 1, (originX + label.x()) * scale, (originY + label.y()) * scale);
        if (label.turn() != 0) {
            graphics.rotate(label.turn());
        }
        graphics.setFill(color(label.ink()));
        graphics.setFont(Fonts.of(style.typeface(), style.weight(), style.size() * scale, label.text()));
        graphics.setTextAlign(switch (label.anchor()) {
            case START -> TextAlignment.LEFT;
            case MIDDLE -> TextAlignment.CENTER;
            case END -> TextAlignment.RIGHT;
        });
        graphics.fillText(label.text(), 0, 0);
        graphics.restore();
    }

    private void set(Stroke stroke) {
        graphics.setStroke(color(stroke.ink()));
        graphics.setLineWidth(stroke.width());
        if (stroke.dash() == 0) {
            graphics.setLineDashes();
        } else {
            graphics.setLineDashes(stroke.dash(), stroke.dash());
        }
    }

    private static Color color(Rgb rgb) {
        return Color.rgb(rgb.red(), rgb.green(), rgb.blue());
    }
}
