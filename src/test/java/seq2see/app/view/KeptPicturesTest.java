package seq2see.app.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import seq2see.app.HeadlessToolkit;
import seq2see.app.drawing.Drawing;
import seq2see.app.drawing.PngWriter;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.TextStyle;
import seq2see.app.drawing.ToolkitMeasure;
import seq2see.app.theme.Language;
import seq2see.app.theme.Role;
import seq2see.app.theme.Theme;
import seq2see.app.view.KeptPictures.Difference;

class KeptPicturesTest {
    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    /** What the tolerance is for: one number that is another one is found. */
    @Test
    void aNumberThatChangedIsFound() {
        BufferedImage one = written("0.68");
        assertEquals(0, Difference.of(one, written("0.68")).share());
        assertTrue(Difference.of(one, written("0.71")).share() > 0);
        assertEquals(1, Difference.of(null, one).share());
    }

    private static BufferedImage written(String number) {
        return HeadlessToolkit.call(() -> {
            Drawing drawing = new Drawing(new Sheet(60, 20, Theme.LIGHT.palette(), Language.ENGLISH, new ToolkitMeasure()));
            drawing.text(number, 2, 15, TextStyle.FIGURE, drawing.ink(Role.TEXT));
            return ImageIO.read(new ByteArrayInputStream(PngWriter.write(drawing.picture("").onGround(Theme.LIGHT.palette().of(Role.SURFACE), 2), 1)));
        });
    }
}
