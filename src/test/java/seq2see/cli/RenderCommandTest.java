package seq2see.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2see.app.HeadlessToolkit;

class RenderCommandTest {
    @TempDir
    static Path folder;
    private static TinyModel tiny;

    @BeforeAll
    static void train() throws IOException {
        HeadlessToolkit.start();
        tiny = TinyModel.in(folder);
    }

    @Test
    void aPngHasTheSizeAskedFor() throws IOException {
        Path out = folder.resolve("a.png");
        render("--view", "attention", "--text", "the cat", "--width", 700, "--height", 500, "--out", out).done();
        BufferedImage image = ImageIO.read(out.toFile());
        assertEquals(700, image.getWidth());
        assertEquals(500, image.getHeight());
    }

    @Test
    void anSvgHoldsTheSentenceAsText() throws IOException {
        Path out = folder.resolve("a.svg");
        render("--view", "attention", "--text", "the cat", "--moment", "decoder.1.attentionWeights", "--out", out).done();
        assertTrue(Files.readString(out).contains(">cat</text>"));
    }

    @Test
    void theCourseOfTheTrainingNeedsNoSentence() throws IOException {
        Path light = folder.resolve("light.svg");
        Path dark = folder.resolve("dark.svg");
        render("--view", "training", "--out", light).done();
        render("--view", "training", "--theme", "dark", "--language", "zh", "--out", dark).done();
        assertTrue(!Files.readString(light).equals(Files.readString(dark)));
    }

    @Test
    void theMaskOfABatchShowsItsTokensAndTheModelsLosses() throws IOException {
        Path out = folder.resolve("mask.svg");
        render("--view", "mask", "--corpus", tiny.corpus(), "--batch-number", 2, "--width", 1200, "--height", 900, "--out", out).done();
        assertTrue(render("--view", "mask", "--corpus", tiny.corpus(), "--batch-number", 100_000, "--out", out).refusal().contains("no batch 100000"));
        Path worked = folder.resolve("worked.svg");
        render("--view", "mask", "--width", 1200, "--height", 900, "--out", worked).done();
        assertTrue(Files.readString(out).contains("eos"), "labels end a sentence");
        assertTrue(!Files.readString(worked).contains("eos"));
        assertTrue(render("--view", "training", "--corpus", tiny.corpus(), "--out", out).misuse().contains("--corpus"));
    }

    @Test
    void thePlaneOfStatesShowsSentencesBesideEachOther() throws IOException {
        Path alone = folder.resolve("alone.svg");
        Path beside = folder.resolve("beside.svg");
        render("--view", "state-plane", "--text", "the cat", "--out", alone).done();
        render("--view", "state-plane", "--text", "the cat", "--beside", "the dog", "--beside", "a cat", "--out", beside).done();
        assertTrue(!Files.readString(alone).equals(Files.readString(beside)));
        assertTrue(render("--view", "attention", "--text", "the cat", "--beside", "the dog", "--out", alone).misuse().contains("--beside"));
    }

    @Test
    void whatCannotBeDrawnIsToldWhatItMayBe() {
        Path png = folder.resolve("no.png");
        assertTrue(render("--view", "telescope", "--out", png).misuse().contains("attention, attention-ribbons, attention-sum, training"));
        assertTrue(render("--view", "training", "--theme", "blue", "--out", png).misuse().contains("light, dark"));
        assertTrue(render("--view", "training", "--language", "fr", "--out", png).misuse().contains("en, zh"));
        assertTrue(render("--view", "training", "--out", folder.resolve("no.gif")).misuse().contains(".svg"));
        assertTrue(render("--view", "attention", "--out", png).misuse().contains("--text"));
        assertTrue(render("--view", "training", "--width", 3, "--out", png).misuse().contains("width"));
        assertTrue(render("--view", "attention", "--text", "the cat", "--moment", "decoder.0.x", "--out", png).misuse()
                .contains("encoder.1.layer1.forward.input"));
        assertTrue(Files.notExists(png));
    }

    @Test
    void theModelIsNotReplacedByTheImage() throws IOException {
        Path model = Files.copy(tiny.model(), folder.resolve("model.png"));
        byte[] before = Files.readAllBytes(model);
        assertTrue(Call.of("render", "--view", "training", "--model", model, "--out", model).misuse().contains("--model"));
        assertArrayEquals(before, Files.readAllBytes(model));
    }

    @Test
    void anImageThatCannotBeWrittenIsSaid() {
        assertTrue(render("--view", "training", "--out", folder.resolve("none/x.png")).refusal().contains("none"));
    }

    private static Call render(Object... options) {
        List<Object> call = new ArrayList<>(List.of("render", "--model", tiny.model()));
        call.addAll(List.of(options));
        return Call.of(call.toArray());
    }
}
