package seq2see.app.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import seq2see.app.HeadlessToolkit;

/** Every character that the program shows has a glyph: no text shows as boxes. */
class FontsTest {
    /** A character of a private area, which no font here has: what it draws is the box. */
    private static final String MISSING = "\uE7F3";

    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    @ParameterizedTest
    @EnumSource(Typeface.class)
    void everyFaceIsLoadedUnderItsOwnName(Typeface typeface) {
        List<Integer> weights = typeface == Typeface.MATH ? List.of(400) : List.of(400, 500, 600, 700);
        List<String> names = weights.stream().map(weight -> Fonts.of(typeface, weight, 12, "").getName()).distinct().toList();
        assertEquals(weights.size(), names.size(), names.toString());
        names.forEach(name -> assertTrue(name.startsWith(typeface.family()), name));
    }

    @Test
    void figuresOfTheMonoFaceAreAllOfOneWidthAndLigaturesAreOff() {
        Font font = Fonts.of(Typeface.MONO, 500, 100, "");
        double one = width(font, "0");
        for (String text : List.of("1", ".", "-", "−", "i", "␣")) {
            assertEquals(one, width(font, text), 5, text);
        }
        assertEquals(2 * one, width(font, "->"), 0.5);
    }

    @ParameterizedTest
    @EnumSource(value = Typeface.class, names = {"SANS", "MONO"})
    void allCharactersOfBothLanguagesHaveAGlyph(Typeface typeface) {
        String signs = "→←↑↓⊕⊙σΣαβ′−·✓✗…–—␣⏎⇥×⁰¹²³⁴⁵⁶⁷⁸⁹⁻“”‘’，。：；？！（）《》、";
        StringBuilder all = new StringBuilder(signs).append("àâçéèêëîïôùûüÿœæÀÉÈÊŒßñöäåøł");
        IntStream.range(0x21, 0x7F).forEach(all::appendCodePoint);
        for (String bundle : List.of("text/messages", "text/problems")) {
            for (Language language : Language.values()) {
                all.append(words(bundle, language));
            }
        }
        assertNoBoxes(typeface, all.toString());
    }

    @Test
    void allCommonChineseCharactersHaveAGlyph() {
        // Rows 16 to 55 of GB 2312: its 3755 characters of level 1.
        byte[] codes = new byte[2 * (40 * 94 - 5)];
        for (int i = 0; i < codes.length / 2; i++) {
            codes[2 * i] = (byte) (0xB0 + i / 94);
            codes[2 * i + 1] = (byte) (0xA1 + i % 94);
        }
        // The bundled cut of Noto Sans SC lacks four rare ones.
        assertNoBoxes(Typeface.SANS, new String(codes, Charset.forName("GB2312")).replaceAll("[毖谰耪锨]", ""));
    }

    private static void assertNoBoxes(Typeface typeface, String characters) {
        List<String> missing = new ArrayList<>();
        HeadlessToolkit.call(() -> {
            Font font = Fonts.of(typeface, 400, 20, "");
            int[] box = pixels(font, MISSING);
            characters.codePoints().distinct().filter(point -> !Character.isWhitespace(point) && !Character.isSpaceChar(point))
                    .mapToObj(Character::toString)
                    .filter(character -> Arrays.equals(box, pixels(font, character)))
                    .forEach(missing::add);
            return null;
        });
        assertTrue(missing.isEmpty(), "no glyph in " + typeface + " for " + missing);
    }

    private static int[] pixels(Font font, String character) {
        Text text = new Text(character);
        text.setFont(font);
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.WHITE);
        WritableImage image = text.snapshot(parameters, null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }

    private static double width(Font font, String words) {
        return HeadlessToolkit.call(() -> {
            Text text = new Text(words);
            text.setFont(font);
            return text.getLayoutBounds().getWidth();
        });
    }

    private static String words(String bundle, Language language) throws MissingResourceException {
        ResourceBundle words = ResourceBundle.getBundle(bundle, language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return words.keySet().stream().map(words::getString).collect(Collectors.joining());
    }
}
