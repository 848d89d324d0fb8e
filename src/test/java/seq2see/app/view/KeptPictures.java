package seq2see.app.view;

import static org.junit.jupiter.api.Assertions.fail;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DynamicTest;
import seq2see.app.HeadlessToolkit;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.PngWriter;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.ToolkitMeasure;
import seq2see.app.theme.Language;
import seq2see.app.theme.Role;
import seq2see.app.theme.Theme;

/**
 * Holds views to the pictures that are kept in {@code src/test/resources/pictures}: light in English, dark in Chinese.
 *
 * <p>Fonts are bundled and the drawing is done by software, but the libraries that draw letters differ from system to system
 * by grey values along their edges. So each 2 × 2 pixels are taken together, a channel may differ by {@value #CHANNEL} of 255,
 * and one part in {@value #SHARE} of the picture may differ by more. A number that changed is more than that.
 *
 * <p>Where one fails, {@code target/pictures} holds the picture as it is now, and the difference in red.
 * {@code ./mvnw test -Dtest='*PictureTest,RenderedViewTest' -Dpictures.renew=true} keeps them as they are now.
 */
public final class KeptPictures {
    private static final Path KEPT = Path.of("src/test/resources/pictures");
    private static final Path FAILED = Path.of("target/pictures");
    private static final int CHANNEL = 40;
    private static final int SHARE = 500;
    private static final int WIDTH = 520;
    private static final int HEIGHT = 380;

    private KeptPictures() {
    }

    /** Two tests for each name: that what is drawn looks as its light and as its dark picture. */
    public static Stream<DynamicTest> tests(Map<String, Function<Sheet, Picture>> views) {
        return views.entrySet().stream().flatMap(view -> Stream.of(
                DynamicTest.dynamicTest(view.getKey() + ", light, English", () -> check(view.getKey(), view.getValue(), Theme.LIGHT, Language.ENGLISH)),
                DynamicTest.dynamicTest(view.getKey() + ", dark, Chinese", () -> check(view.getKey(), view.getValue(), Theme.DARK, Language.CHINESE))));
    }

    private static void check(String name, Function<Sheet, Picture> view, Theme theme, Language language) throws IOException {
        BufferedImage now = drawn(view, theme, language);
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
                    + ", and if it should: ./mvnw test -Dtest='*PictureTest,RenderedViewTest' -Dpictures.renew=true");
        }
    }

    private static BufferedImage drawn(Function<Sheet, Picture> view, Theme theme, Language language) throws IOException {
        byte[] png = HeadlessToolkit.call(() -> {
            Sheet sheet = new Sheet(WIDTH, HEIGHT, theme.palette(), language, new ToolkitMeasure());
            return PngWriter.write(view.apply(sheet).onGround(theme.palette().of(Role.SURFACE), View.SAVED_MARGIN), 1);
        });
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    /** @param image the new picture in grey, what differs in red */
    record Difference(double share, BufferedImage image) {
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
}
