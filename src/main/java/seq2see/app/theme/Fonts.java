package seq2see.app.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.text.Font;

/**
 * The bundled fonts. {@link #load} has to run before any Text or Control exists: JavaFX then also falls back on Noto Sans SC
 * for what a face lacks, in bold where the face is called bold, so that Chinese shows on a machine with no Chinese font.
 */
public final class Fonts {
    private record Face(Typeface typeface, int weight, String file) {
    }

    private static final List<Face> FACES = List.of(
            new Face(Typeface.SANS, 400, "Inter-Regular.otf"),
            new Face(Typeface.SANS, 500, "Inter-Medium.otf"),
            new Face(Typeface.SANS, 600, "Inter-SemiBold.otf"),
            new Face(Typeface.SANS, 700, "Inter-Bold.otf"),
            new Face(Typeface.MONO, 400, "JetBrainsMono-Regular.ttf"),
            new Face(Typeface.MONO, 500, "JetBrainsMono-Medium.ttf"),
            new Face(Typeface.MONO, 600, "JetBrainsMono-SemiBold.ttf"),
            new Face(Typeface.MONO, 700, "JetBrainsMono-Bold.ttf"),
            new Face(Typeface.MATH, 400, "CMUSerif-Italic.ttf"));

    private static final List<String> FALLBACKS = List.of("NotoSansSC-Regular.woff", "NotoSansSC-Bold.woff");

    /** The names by which JavaFX knows the loaded faces: they vary with the files. */
    private static final Map<Typeface, Map<Integer, String>> NAMES = new HashMap<>();

    private Fonts() {
    }

    /** Loads all faces once. */
    public static synchronized void load() {
        if (NAMES.isEmpty()) {
            FALLBACKS.forEach(Fonts::load);
            FACES.forEach(face -> NAMES.computeIfAbsent(face.typeface(), typeface -> new HashMap<>())
                    .put(face.weight(), load(face.file()).getName()));
        }
    }

    private static Font load(String file) {
        try (InputStream stream = Fonts.class.getResourceAsStream("/fonts/" + file)) {
            Font font = Font.loadFont(stream, 12);
            if (font == null) {
                throw new IllegalStateException("the bundled font " + file + " cannot be read");
            }
            return font;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * A face for a text. Noto Sans SC comes in regular and bold, and the fallback takes bold only for a face that calls itself
     * so: a text with Chinese characters in it that asks for semi-bold gets bold.
     *
     * @param weight 400, 500, 600 or 700; the math face has 400 only
     * @param size   in pixels
     */
    public static Font of(Typeface typeface, int weight, double size, String text) {
        load();
        Map<Integer, String> weights = NAMES.get(typeface);
        int wanted = weight == 600 && hasIdeographs(text) ? 700 : weight;
        return new Font(weights.getOrDefault(wanted, weights.get(400)), size);
    }

    private static boolean hasIdeographs(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }

    /** The name that a style sheet gives to {@code -fx-font-family} for a face. */
    static String styleSheetFamily(Typeface typeface, int weight) {
        return of(typeface, weight, 12, "").getFamily();
    }
}
