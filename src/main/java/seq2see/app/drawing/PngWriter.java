package seq2see.app.drawing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;

/** Writes a picture as PNG. */
public final class PngWriter {
    private PngWriter() {
    }

    /** The file, made on the toolkit's thread. */
    public static byte[] write(Picture picture, double scale) {
        return encoded(drawn(picture, scale));
    }

    /**
     * The picture in pixels. Toolkit's thread.
     *
     * @param scale pixels of the image for one of the picture's
     */
    public static WritableImage drawn(Picture picture, double scale) {
        Canvas canvas = new Canvas(Math.ceil(picture.width() * scale), Math.ceil(picture.height() * scale));
        new CanvasPainter(canvas.getGraphicsContext2D()).paint(picture, scale);
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        return canvas.snapshot(parameters, null);
    }

    /** The image as a file; any thread. */
    public static byte[] encoded(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(copy, "png", bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }
}
