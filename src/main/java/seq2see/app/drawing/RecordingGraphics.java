package seq2see.app.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import seq2see.app.drawing.Mark.Step;
import seq2see.app.theme.Rgb;

/**
 * Turns what a chart draws into the marks of a picture. Fonts stand for one text style each: the bundled mono face, in the
 * size that they have.
 */
class RecordingGraphics extends ShapeGraphics {
    /** Only its font metrics are used. */
    private static final Graphics2D METRICS = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();

    private final List<Drawn> drawn;
    private AffineTransform transform = new AffineTransform();
    private Rectangle2D clip;
    private Color color = Color.BLACK;
    private java.awt.Stroke stroke = new BasicStroke(1);
    private Font font;

    /** @param clip null for none */
    private record Drawn(Mark mark, Rectangle2D clip) {
    }

    RecordingGraphics(Font font) {
        this(font, new ArrayList<>());
    }

    private RecordingGraphics(Font font, List<Drawn> drawn) {
        this.font = font;
        this.drawn = drawn;
    }

    /** What has been drawn. Marks that follow each other under one clip share it. */
    List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        int end;
        for (int i = 0; i < drawn.size(); i = end) {
            Rectangle2D shared = drawn.get(i).clip();
            end = i + 1;
            while (end < drawn.size() && Objects.equals(drawn.get(end).clip(), shared)) {
                end++;
            }
            List<Mark> together = drawn.subList(i, end).stream().map(Drawn::mark).toList();
            if (shared == null) {
                marks.addAll(together);
            } else {
                marks.add(new Mark.Clip(shared.getX(), shared.getY(), shared.getWidth(), shared.getHeight(), together));
            }
        }
        return marks;
    }

    @Override
    public void draw(Shape shape) {
        BasicStroke basic = (BasicStroke) stroke;
        double dash = basic.getDashArray() == null ? 0 : basic.getDashArray()[0];
        record(new Mark.Path(steps(shape), null, new Stroke(rgb(), basic.getLineWidth(), dash)));
    }

    @Override
    public void fill(Shape shape) {
        record(new Mark.Path(steps(shape), rgb(), null));
    }

    @Override
    public void drawString(String text, float x, float y) {
        Point2D place = transform.transform(new Point2D.Double(x, y), null);
        double turn = Math.toDegrees(Math.atan2(transform.getShearY(), transform.getScaleY()));
        record(new Mark.Label(text, place.getX(), place.getY(), TextStyle.LEAST.withSize(font.getSize2D()), rgb(), Mark.Anchor.START, turn));
    }

    private void record(Mark mark) {
        drawn.add(new Drawn(mark, clip));
    }

    private Rgb rgb() {
        return new Rgb(color.getRed(), color.getGreen(), color.getBlue());
    }

    private List<Step> steps(Shape shape) {
        List<Step> steps = new ArrayList<>();
        double[] at = new double[6];
        double x = 0;
        double y = 0;
        for (PathIterator path = shape.getPathIterator(transform); !path.isDone(); path.next()) {
            switch (path.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> steps.add(new Step.Move(at[0], at[1]));
                case PathIterator.SEG_LINETO -> steps.add(new Step.Line(at[0], at[1]));
                case PathIterator.SEG_QUADTO -> {
                    steps.add(new Step.Curve(x + (at[0] - x) * 2 / 3, y + (at[1] - y) * 2 / 3,
                            at[2] + (at[0] - at[2]) * 2 / 3, at[3] + (at[1] - at[3]) * 2 / 3, at[2], at[3]));
                    at[0] = at[2];
                    at[1] = at[3];
                }
                case PathIterator.SEG_CUBICTO -> {
                    steps.add(new Step.Curve(at[0], at[1], at[2], at[3], at[4], at[5]));
                    at[0] = at[4];
                    at[1] = at[5];
                }
                default -> steps.add(new Step.Close());
            }
            x = at[0];
            y = at[1];
        }
        return steps;
    }

    @Override
    public Graphics create() {
        RecordingGraphics copy = new RecordingGraphics(font, drawn);
        copy.transform = getTransform();
        copy.clip = clip;
        copy.color = color;
        copy.stroke = stroke;
        return copy;
    }

    @Override
    public Shape getClip() {
        return clip == null ? null : inUserSpace(clip);
    }

    private Shape inUserSpace(Shape shape) {
        try {
            return transform.createInverse().createTransformedShape(shape);
        } catch (NoninvertibleTransformException flat) {
            return new Rectangle2D.Double();
        }
    }

    @Override
    public void setClip(Shape shape) {
        clip = shape == null ? null : bounds(shape);
    }

    @Override
    public void clip(Shape shape) {
        Rectangle2D common = clip == null ? bounds(shape) : clip.createIntersection(bounds(shape));
        clip = new Rectangle2D.Double(common.getX(), common.getY(), Math.max(0, common.getWidth()), Math.max(0, common.getHeight()));
    }

    /** Marks are cut by rectangles alone. */
    private Rectangle2D bounds(Shape shape) {
        return transform.createTransformedShape(shape).getBounds2D();
    }

    @Override
    public void transform(AffineTransform more) {
        transform.concatenate(more);
    }

    @Override
    public void setTransform(AffineTransform other) {
        transform = new AffineTransform(other);
    }

    @Override
    public AffineTransform getTransform() {
        return new AffineTransform(transform);
    }

    @Override
    public Paint getPaint() {
        return color;
    }

    @Override
    void setInk(Color ink) {
        color = ink == null ? color : ink;
    }

    @Override
    public java.awt.Stroke getStroke() {
        return stroke;
    }

    @Override
    public void setStroke(java.awt.Stroke other) {
        stroke = other;
    }

    @Override
    public Font getFont() {
        return font;
    }

    @Override
    public void setFont(Font other) {
        font = other == null ? font : other;
    }

    @Override
    public FontMetrics getFontMetrics(Font measured) {
        return METRICS.getFontMetrics(measured);
    }

    @Override
    public FontRenderContext getFontRenderContext() {
        return METRICS.getFontRenderContext();
    }
}
