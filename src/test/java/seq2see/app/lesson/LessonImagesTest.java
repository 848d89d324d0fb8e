package seq2see.app.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A picture beside a lesson does no harm, whatever it is. */
class LessonImagesTest {
    @TempDir
    private Path folder;

    private boolean isShown(String file) {
        return LessonImages.shown(file, Optional.of(folder)).isPresent();
    }

    private void draw(String name, int width, int height) throws IOException {
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png", folder.resolve(name).toFile());
    }

    /** Where a PNG says how large it is. */
    private void claim(String name, int width, int height) throws IOException {
        byte[] file = Files.readAllBytes(folder.resolve(name));
        ByteBuffer.wrap(file).putInt(16, width).putInt(20, height);
        CRC32 sum = new CRC32();
        sum.update(file, 12, 17);
        ByteBuffer.wrap(file).putInt(29, (int) sum.getValue());
        Files.write(folder.resolve(name), file);
    }

    @Test
    void oneOfAnUsualSizeIsShown() throws IOException {
        draw("drawing.png", 40, 20);
        assertEquals(true, isShown("drawing.png"));
        claim("drawing.png", 8000, 5000);
        assertEquals(true, isShown("drawing.png"));
    }

    @Test
    void oneOfTooManyPixelsIsNotShown() throws IOException {
        draw("drawing.png", 40, 20);
        claim("drawing.png", 8000, 5001);
        assertEquals(false, isShown("drawing.png"));
    }

    @Test
    void oneOfTooManyBytesIsNotShownThoughItBeginsLikeAPicture() throws IOException {
        draw("drawing.png", 40, 20);
        for (long size : new long[] {20_000_000, 20_000_001}) {
            try (RandomAccessFile file = new RandomAccessFile(folder.resolve("drawing.png").toFile(), "rw")) {
                file.setLength(size);
            }
            assertEquals(size == 20_000_000, isShown("drawing.png"));
        }
    }

    @Test
    void whatIsNoPictureOrLiesElsewhereIsNotShown() throws IOException {
        Files.writeString(folder.resolve("words.png"), "words");
        Files.createDirectory(folder.resolve("in"));
        draw("in/drawing.png", 4, 2);
        for (String file : new String[] {"words.png", "gone.png", "in", "in/drawing.png", "..", "", "a\0b", folder.resolve("in/drawing.png").toString()}) {
            assertEquals(false, isShown(file), file);
        }
    }
}
