package seq2see.app.view;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javafx.scene.image.WritableImage;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.PngWriter;
import seq2see.app.drawing.SvgWriter;
import seq2see.corpus.OutputFiles;

/** What a view can be saved as: its picture in pixels or as a drawing, or its numbers. */
public enum SavedFormat {
    PNG, SVG, CSV;

    /** Pixels of the image for one of the picture's: fine enough for print. */
    private static final double FINENESS = 2;
    /** A picture of a very long sentence is made less fine, to stay within what image viewers can hold. */
    private static final double MOST_PIXELS = 32e6;
    private static final double LONGEST_SIDE = 8192;

    /** The file name's ending, without its dot. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Takes what the view shows now. JavaFX thread; the content may be written, and is worked out, on any other. */
    public OutputFiles.Content contentOf(View view) {
        return switch (this) {
            case PNG -> {
                Picture picture = view.picture();
                WritableImage image = PngWriter.drawn(picture, fineness(picture.width(), picture.height()));
                yield stream -> stream.write(PngWriter.encoded(image));
            }
            case SVG -> {
                Picture picture = view.picture();
                yield stream -> stream.write(SvgWriter.write(picture).getBytes(StandardCharsets.UTF_8));
            }
            case CSV -> {
                String table = view.csv();
                yield stream -> stream.write(table.getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    static double fineness(double width, double height) {
        return Math.min(Math.min(FINENESS, LONGEST_SIDE / Math.max(width, height)), Math.sqrt(MOST_PIXELS / (width * height)));
    }
}
