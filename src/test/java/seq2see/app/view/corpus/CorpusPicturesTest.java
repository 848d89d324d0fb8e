package seq2see.app.view.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seq2see.app.HeadlessToolkit;
import seq2see.app.drawing.Mark;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.ToolkitMeasure;
import seq2see.app.theme.Language;
import seq2see.app.theme.Palette;
import seq2see.app.view.PictureProof;
import seq2see.app.view.View;
import seq2see.corpus.InputException;
import seq2see.corpus.SideStatistics;
import seq2see.corpus.Tokenizers;
import seq2see.tensor.Axis;

class CorpusPicturesTest {
    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    /** Sentences of one to {@code longest} words out of {@code words}, the early ones more often. */
    private static SideStatistics side(int sentences, int longest, int words, long seed) throws InputException {
        Random random = new Random(seed);
        Stream<String> texts = IntStream.range(0, sentences).mapToObj(i -> {
            StringBuilder text = new StringBuilder("w0");
            for (int n = random.nextInt(longest); n > 0; n--) {
                text.append(" w").append((int) (words * Math.pow(random.nextDouble(), 4)));
            }
            return text.toString();
        });
        return SideStatistics.of(texts, Tokenizers.named("word"));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1, 340, 150, ENGLISH", "40, 6, 30, 340, 190, CHINESE", "3000, 12, 6000, 272, 130, ENGLISH", "3000, 90, 90000, 340, 260, CHINESE",
        "2000, 700, 5000, 520, 400, ENGLISH"})
    void everythingStandsOnTheSheetAndNoTextsTouch(int sentences, int longest, int words, double width, double height, Language language) throws Exception {
        CorpusScene scene = new CorpusScene(side(sentences, longest, words, 1), side(sentences, longest + 2, words + 5, 2), 7996);
        HeadlessToolkit.call(() -> {
            Sheet sheet = new Sheet(width, height, Palette.LIGHT, language, new ToolkitMeasure()).withCorner(View.CORNER);
            PictureProof.prove(LengthPicture.of(sheet, scene), sheet.measure());
            PictureProof.prove(CoveragePicture.of(sheet, scene), sheet.measure());
            return null;
        });
    }

    @Test
    void barsAreAsHighAsSentencesAreMany() throws Exception {
        SideStatistics three = SideStatistics.of(Stream.of("a", "b", "c d", "e f g"), Tokenizers.named("word"));
        Picture picture = HeadlessToolkit.call(() -> LengthPicture.of(new Sheet(340, 220, Palette.LIGHT, Language.ENGLISH, new ToolkitMeasure()),
                new CorpusScene(three, three, 7996)));
        List<Double> heights = new ArrayList<>();
        picture.marks().forEach(mark -> {
            if (mark instanceof Mark.Box box && Palette.LIGHT.of(Axis.SOURCE_TIME).equals(box.fill())) {
                heights.add(box.height());
            }
        });
        assertEquals(3, heights.size());
        assertEquals(2, heights.get(0) / heights.get(1), 1e-9);
        assertEquals(heights.get(1), heights.get(2));
        assertTrue(picture.description().contains("at most 1"), picture.description());
    }

    @Test
    void whatAVocabularyKnowsIsCountedAnotherWay() throws Exception {
        SideStatistics side = SideStatistics.of(Stream.of("a a a b", "b c"), Tokenizers.named("word"));
        assertEquals(List.of("a", "b", "c"), side.tokens().stream().map(Map.Entry::getKey).toList());
        assertEquals(0, side.coverage(0));
        assertEquals(3 / 6.0, side.coverage(1));
        assertEquals(5 / 6.0, side.coverage(2));
        assertEquals(1, side.coverage(99));
        assertEquals(4, side.lengthOf(1));
        assertEquals(2, side.lengthOf(0.5));
    }
}
