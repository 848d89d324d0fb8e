package seq2see.app.view.render;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.BreakIterator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import seq2see.app.HeadlessToolkit;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.ToolkitMeasure;
import seq2see.app.theme.Language;
import seq2see.app.theme.Palette;
import seq2see.app.view.PictureProof;
import seq2see.app.view.RenderInput;
import seq2see.app.view.SampleTraces;
import seq2see.app.view.training.SampleTrainings;
import seq2see.trace.Moment;
import seq2see.trace.Trace;

/** What a reader sees as one character is drawn as one text: joined emoji, letters with marks, Arabic, Chinese, flags. */
class GraphemesTest {
    private static final List<String> TOKENS = List.of("e\u0301tude\u0301", "قِطَّةٌ", "👩‍👩‍👧‍👦", "🇨🇳🇫🇷", "小猫在看书", "กำลัง", "नमस्ते", "👍🏽", "a\u0308\u0323ö");

    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    /** Wide enough for whole tokens, and so narrow that they are shortened. */
    @ParameterizedTest
    @EnumSource(RenderedView.class)
    void noTextBeginsOrEndsInsideACharacter(RenderedView view) {
        Set<String> parts = new HashSet<>();
        for (String token : TOKENS) {
            BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
            characters.setText(token);
            int start = characters.first();
            for (int end = characters.next(); end != BreakIterator.DONE; start = end, end = characters.next()) {
                parts.add(token.substring(start, end));
            }
        }
        Trace trace = SampleTraces.of(TOKENS, TOKENS, new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, 3);
        Moment moment = new Moment(Moment.Phase.DECODER, 3, 0, "", "attentionWeights");
        RenderInput input = new RenderInput(Optional.empty(), Optional.of(SampleTrainings.of(20)), Optional.of(trace), Optional.of(moment));
        HeadlessToolkit.call(() -> {
            for (double width : new double[] {300, 560, 1100}) {
                Sheet sheet = new Sheet(width, 480, Palette.LIGHT, Language.ENGLISH, new ToolkitMeasure());
                for (String text : PictureProof.texts(view.draw(sheet, input).marks())) {
                    assertWhole(text, parts);
                }
            }
            return null;
        });
    }

    private static void assertWhole(String text, Set<String> parts) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int start = characters.first();
        for (int end = characters.next(); end != BreakIterator.DONE; start = end, end = characters.next()) {
            String part = text.substring(start, end);
            boolean common = part.codePointAt(0) < 0x300 && part.length() == 1 || part.codePointCount(0, part.length()) == 1;
            boolean tornMark = Character.getType(part.codePointAt(0)) == Character.NON_SPACING_MARK || part.startsWith("\u200D") || part.endsWith("\u200D");
            assertTrue(!tornMark && (common || parts.contains(part)), () -> "“" + text + "” has a torn character “" + part + "”");
        }
    }
}
