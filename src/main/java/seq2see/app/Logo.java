package seq2see.app;

import javafx.scene.Group;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Arc;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeLineCap;
import seq2see.app.theme.Appearance;
import seq2see.app.theme.Palette;
import seq2see.app.theme.Rgb;
import seq2see.app.theme.Role;
import seq2see.tensor.Axis;

/** The program's logo: two source bars, two target bars, and the look from one to the other. */
final class Logo extends Region {
    private static final double SIZE = 26;

    private final Appearance appearance;

    Logo(Appearance appearance) {
        this.appearance = appearance;
        appearance.onChange(this, this::draw);
        draw();
    }

    private void draw() {
        double scale = appearance.scale();
        setMinSize(SIZE * scale, SIZE * scale);
        setMaxSize(SIZE * scale, SIZE * scale);
        getChildren().setAll(shapes(appearance.theme().palette(), scale));
    }

    /** The logo as a picture for the system's task bar. */
    static Image icon(Palette palette, int size) {
        SnapshotParameters transparent = new SnapshotParameters();
        transparent.setFill(Color.TRANSPARENT);
        return shapes(palette, size / SIZE).snapshot(transparent, null);
    }

    private static Group shapes(Palette palette, double scale) {
        Arc look = new Arc(13 * scale, 9.5 * scale, 10.5 * scale, 9 * scale, 5, 170);
        look.setFill(Color.TRANSPARENT);
        look.setStroke(color(palette.of(Role.TEXT)));
        look.setStrokeWidth(2 * scale);
        look.setStrokeLineCap(StrokeLineCap.BUTT);
        Rgb source = palette.of(Axis.SOURCE_TIME);
        Rgb target = palette.of(Axis.TARGET_TIME);
        return new Group(bar(0, 13, source, scale), bar(7, 8, source, scale), bar(14, 8, target, scale),
                bar(21, 13, target, scale), look);
    }

    private static Rectangle bar(double x, double top, Rgb rgb, double scale) {
        Rectangle bar = new Rectangle(x * scale, top * scale, 5 * scale, (25 - top) * scale);
        bar.setArcWidth(2 * scale);
        bar.setArcHeight(2 * scale);
        bar.setFill(color(rgb));
        return bar;
    }

    private static Color color(Rgb rgb) {
        return Color.rgb(rgb.red(), rgb.green(), rgb.blue());
    }
}
