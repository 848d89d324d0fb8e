package seq2see.app.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import seq2see.app.HeadlessToolkit;
import seq2see.app.theme.Language;
import seq2see.app.theme.Role;
import seq2see.app.theme.Theme;
import seq2see.corpus.InputException;
import seq2see.model.AttentionType;
import seq2see.model.Seq2Seq;
import seq2see.tensor.Axis;
import seq2see.tensor.Grid;
import seq2see.trace.Moment;
import seq2see.trace.PaddedAttention;
import seq2see.trace.Trace;
import seq2see.trace.Tracer;
import seq2see.training.SavedModel;
import seq2see.training.TinyPlans;
import seq2see.training.TrainingRun;

/**
 * Every view looks as in the pictures that are kept in {@code src/test/resources/pictures}: light in English, dark in Chinese.
 *
 * <p>Fonts are bundled and the drawing is done by software, but the libraries that draw letters differ from system to system
 * by grey values along their edges. So each 2 × 2 pixels are taken together, a channel may differ by {@value #CHANNEL} of 255,
 * and one part in {@value #SHARE} of the picture may differ by more. A number that changed is more than that.
 *
 * <p>Where one fails, {@code target/pictures} holds the picture as it is now, and the difference in red.
 * {@code ./mvnw test -Dtest=KeptPicturesTest -Dpictures.renew=true} keeps them as they are now.
 */
class KeptPicturesTest {
    private static final Path KEPT = Path.of("src/test/resources/pictures");
    private static final Path FAILED = Path.of("target/pictures");
    private static final int CHANNEL = 40;
    private static final int SHARE = 500;
    private static final int WIDTH = 520;
    private static final int HEIGHT = 380;

    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    static Stream<Arguments> pictures() {
        return VIEWS.keySet().stream().flatMap(name -> Stream.of(Arguments.of(name, Theme.LIGHT, Language.ENGLISH), Arguments.of(name, Theme.DARK, Language.CHINESE)));
    }

    private static final Map<String, Function<Sheet, Picture>> VIEWS = views();

    private static Map<String, Function<Sheet, Picture>> views() {
        Map<String, Function<Sheet, Picture>> views = new LinkedHashMap<>();
        Moment seventh = new Moment(Moment.Phase.DECODER, 7, 0, "", "attentionWeights");
        RenderInput input = new RenderInput(Optional.empty(), Optional.of(SampleTrainings.of(100)), Optional.of(SampleTraces.date()), Optional.of(seventh));
        for (RenderedView view : RenderedView.values()) {
            views.put(view.viewName(), sheet -> view.draw(sheet, input));
        }
        RenderInput learnt = learnt();
        views.put("hidden-state", sheet -> RenderedView.HIDDEN_STATE.draw(sheet, learnt));
        views.put("beam-tree", sheet -> RenderedView.BEAM_TREE.draw(sheet, learnt.at(new Moment(Moment.Phase.SEARCH, 2, 0, "", "keep"))));
        views.put("shapes", sheet -> RenderedView.SHAPES.draw(sheet, learnt));
        Trace terms = ScoreTermsTest.trace(AttentionType.ADDITIVE, 32, 0.7, 5);
        views.put("attention-sum", sheet -> AttentionPicture.of(sheet, AttentionScene.of(terms, 7).in(AttentionMode.SUM)));
        views.put("experiment", sheet -> ExperimentPicture.of(sheet, ExperimentPictureTest.scene()));
        Trace sentence = SampleTraces.sentence();
        views.put("attention-padded", sheet -> AttentionPicture.of(sheet, AttentionScene.of(sentence, 2).padded(Optional.of(padded(sentence)))));
        views.put("attention-all-ribbons", sheet -> AttentionPicture.of(sheet, AttentionScene.of(sentence, 2).in(AttentionMode.RIBBONS)));
        views.put("attention-none", sheet -> AttentionPicture.of(sheet, AttentionScene.of(SampleTraces.withoutAttention(), 2)));
        for (TrainingMode mode : List.of(TrainingMode.SENTENCES, TrainingMode.GRADIENTS)) {
            views.put("training-" + mode.name().toLowerCase(Locale.ROOT), sheet -> TrainingPicture.of(sheet, TrainingSceneTest.scene(mode)));
        }
        views.put("training-hovered", sheet -> TrainingPicture.of(sheet.sized(820, 480), TrainingSceneTest.scene(TrainingMode.CURVES).hovering(700)));
        return views;
    }

    /** A model after a few training steps: the engine gives the same bits on every machine. */
    private static RenderInput learnt() {
        try (TrainingRun run = new TrainingRun(TinyPlans.plan(30, 1))) {
            for (int step = 0; step < 30; step++) {
                run.step();
            }
            SavedModel model = run.saved();
            Trace trace = new Tracer(new Seq2Seq(model.parameters()), model.codec()).greedyInDepth("107", 8);
            return RenderInput.of(model, Optional.of(trace)).at(Moment.parse("encoder.2.layer1.forward.updateGate"));
        } catch (InputException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The sentence beside one that is three tokens longer. */
    static PaddedAttention padded(Trace trace) {
        int time = trace.sourceTime() + 3;
        float[] weights = new float[trace.targetTime() * time];
        for (int row = 0; row < trace.targetTime(); row++) {
            for (int column = 0; column < trace.sourceTime(); column++) {
                weights[row * time + column] = trace.attention().orElseThrow().get(row, column);
            }
        }
        List<String> tokens = Stream.concat(trace.source().tokens().stream(), Stream.generate(() -> "<pad>").limit(3)).toList();
        return new PaddedAttention(tokens, trace.sourceTime(), Grid.copyOf(Axis.TARGET_TIME, trace.targetTime(), Axis.SOURCE_TIME, time, weights, 0));
    }

    private static BufferedImage drawn(String name, Theme theme, Language language) throws IOException {
        byte[] png = HeadlessToolkit.call(() -> {
            Sheet sheet = new Sheet(WIDTH, HEIGHT, theme.palette(), language, new ToolkitMeasure());
            return PngWriter.write(VIEWS.get(name).apply(sheet).onGround(theme.palette().of(Role.SURFACE), View.SAVED_MARGIN), 1);
        });
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void aViewLooksAsItWasKept(String name, Theme theme, Language language) throws IOException {
        BufferedImage now = drawn(name, theme, language);
        String file = name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
        if (Boolean.getBoolean("pictures.renew")) {
            Files.createDirectories(KEPT);
            ImageIO.write(now, "png", KEPT.resolve(file).toFile());
            return;
        }
        BufferedImage kept = Files.exists(KEPT.resolve(file)) ? ImageIO.read(KEPT.resolve(file).toFile()) : null;
        Difference difference = Difference.of(kept, now);
        if (difference.share() * SHARE > 1) {
            Files.createDirectories(FAILED);
            ImageIO.write(now, "png", FAILED.resolve(file).toFile());
            ImageIO.write(difference.image(), "png", FAILED.resolve("difference-" + file).toFile());
            fail(file + " looks different in " + Math.round(10_000 * difference.share()) / 100.0 + " % of its area; see " + FAILED
                    + ", and if it should: ./mvnw test -Dtest=KeptPicturesTest -Dpictures.renew=true");
        }
    }

    /** @param image the new picture in grey, what differs in red */
    private record Difference(double share, BufferedImage image) {
        static Difference of(BufferedImage kept, BufferedImage now) {
            BufferedImage image = new BufferedImage(now.getWidth(), now.getHeight(), BufferedImage.TYPE_INT_RGB);
            boolean comparable = kept != null && kept.getWidth() == now.getWidth() && kept.getHeight() == now.getHeight();
            int different = 0;
            int all = 0;
            for (int y = 0; y + 1 < now.getHeight(); y += 2) {
                for (int x = 0; x + 1 < now.getWidth(); x += 2) {
                    boolean same = comparable && same(kept, now, x, y);
                    all++;
                    different += same ? 0 : 1;
                    for (int i = 0; i < 4; i++) {
                        int grey = (now.getRGB(x + i % 2, y + i / 2) >> 8 & 0xFF) / 2 + 64;
                        image.setRGB(x + i % 2, y + i / 2, same ? grey * 0x010101 : 0xE00000);
                    }
                }
            }
            return new Difference((double) different / all, image);
        }

        private static boolean same(BufferedImage one, BufferedImage other, int x, int y) {
            for (int shift = 0; shift <= 16; shift += 8) {
                if (Math.abs(mean(one, x, y, shift) - mean(other, x, y, shift)) > CHANNEL) {
                    return false;
                }
            }
            return true;
        }

        private static int mean(BufferedImage image, int x, int y, int shift) {
            int sum = 0;
            for (int i = 0; i < 4; i++) {
                sum += image.getRGB(x + i % 2, y + i / 2) >> shift & 0xFF;
            }
            return sum / 4;
        }
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
