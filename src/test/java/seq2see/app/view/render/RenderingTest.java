package seq2see.app.view.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import seq2see.app.HeadlessToolkit;
import seq2see.app.theme.Language;
import seq2see.app.theme.Role;
import seq2see.app.theme.Theme;
import seq2see.app.view.RenderInput;
import seq2see.app.view.SampleTraces;
import seq2see.app.view.training.SampleTrainings;
import seq2see.corpus.InputException;
import seq2see.trace.Moment;

class RenderingTest {
    private static final Moment SEVENTH = new Moment(Moment.Phase.DECODER, 7, 0, "", "attentionWeights");

    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    private static Rendering rendering(RenderedView view, Theme theme, int width, int height) {
        return new Rendering(view, new RenderInput(Optional.empty(), Optional.of(SampleTrainings.of(100)), Optional.of(SampleTraces.date()), Optional.of(SEVENTH)), theme,
                Language.ENGLISH, width, height);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void pngsHaveTheAskedSizeTheThemesGroundAndSomethingOnIt(Theme theme) throws Exception {
        for (RenderedView view : RenderedView.values()) {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(rendering(view, theme, 640, 500).checked().png()));
            assertEquals(640, image.getWidth());
            assertEquals(500, image.getHeight());
            String ground = theme.palette().of(Role.SURFACE).hex();
            assertEquals(ground, String.format("#%06X", image.getRGB(2, 2) & 0xFFFFFF));
            long colours = IntStream.range(0, 640 * 500).map(i -> image.getRGB(i % 640, i / 640)).distinct().count();
            assertTrue(colours > 40, view + " has " + colours + " colours");
        }
    }

    @Test
    void theMomentMarksItsDecoderStep() {
        assertTrue(rendering(RenderedView.ATTENTION, Theme.LIGHT, 640, 500).svg().contains(">step 7</text>"));
    }

    @Test
    void aFileAsksNobodyToPoint() {
        Rendering still = new Rendering(RenderedView.ATTENTION, new RenderInput(Optional.empty(), Optional.empty(), Optional.of(SampleTraces.date()), Optional.empty()),
                Theme.LIGHT, Language.ENGLISH, 640, 500);
        assertFalse(still.svg().contains("Point at"));
        assertTrue(rendering(RenderedView.ATTENTION, Theme.LIGHT, 640, 500).svg().contains("writing “5” · looking at “y”"));
    }

    @Test
    void theSameRenderingGivesTheSameBytes() {
        assertEquals(rendering(RenderedView.TRAINING, Theme.DARK, 640, 500).svg(), rendering(RenderedView.TRAINING, Theme.DARK, 640, 500).svg());
    }

    @Test
    void whatCannotBeDrawnIsRefused() {
        assertThrows(InputException.class, () -> RenderedView.named("telescope"));
        assertThrows(InputException.class, () -> rendering(RenderedView.ATTENTION, Theme.LIGHT, 10, 500).checked());
        assertThrows(InputException.class, () -> rendering(RenderedView.ATTENTION, Theme.LIGHT, 640, 100_000).checked());
    }
}
