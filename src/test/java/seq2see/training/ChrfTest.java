package seq2see.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values worked by hand from the definition, and values that sacreBLEU 2.6.0 gave for the same texts. */
class ChrfTest {
    private static double score(String hypothesis, String... references) {
        return Chrf.of(List.of(hypothesis), List.of(List.of(references))).score().orElseThrow();
    }

    /** F2 = 5PR / (4P + R). */
    private static double f2(double precision, double recall) {
        return 100 * 5 * precision * recall / (4 * precision + recall);
    }

    /** ab against abcdefg: both of 2 letters and the one pair are there; recall 2/7 and 1/6; no longer n-grams in ab. */
    @Test
    void recallCountsFourTimesAsMuchAsPrecision() {
        assertEquals(f2(1, (2 / 7.0 + 1 / 6.0) / 2), score("ab", "abcdefg"), 1e-9);
        assertEquals(f2((2 / 7.0 + 1 / 6.0) / 2, 1), score("abcdefg", "ab"), 1e-9);
    }

    /** abcab against abcax: letters 4/5, pairs ab bc ca 3/4, triples 2/3, quadruples 1/2, all five 0. */
    @Test
    void theOrdersCountAlikeUpToTheLongestThatBothHave() {
        double mean = (4 / 5.0 + 3 / 4.0 + 2 / 3.0 + 1 / 2.0 + 0) / 5;
        assertEquals(100 * mean, score("abcab", "abcax"), 1e-9);
    }

    /** aaaa against aab: of four a two are there, of three aa one. */
    @Test
    void anNgramCountsAsOftenAsTheReferenceHasIt() {
        double precision = (2 / 4.0 + 1 / 3.0 + 0) / 3;
        double recall = (2 / 3.0 + 1 / 2.0 + 0) / 3;
        assertEquals(f2(precision, recall), score("aaaa", "aab"), 1e-9);
    }

    @Test
    void ngramsLongerThanSixDoNotCount() {
        assertEquals(100, score("abcdefg", "abcdefg"), 1e-9);
        // Of seven letters 6/7, then 5/6, 4/5, 3/4, 2/3, 1/2.
        assertEquals(100 * (6 / 7.0 + 5 / 6.0 + 4 / 5.0 + 3 / 4.0 + 2 / 3.0 + 1 / 2.0) / 6, score("abcdefx", "abcdefy"), 1e-9);
    }

    /** a, b against a, c: letters are counted over the corpus, 1 of 2. */
    @Test
    void theCorpusIsCountedAsAWhole() {
        assertEquals(50, Chrf.of(List.of("a", "b"), List.of(List.of("a"), List.of("c"))).score().orElseThrow(), 1e-9);
    }

    @Test
    void theReferenceThatSuitsASegmentBestCounts() {
        assertEquals(score("abcd", "abce"), score("abcd", "xyz", "abce", "dcba"), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({
        "aa,                       ab,                       25.0",
        "The cat sat.,             The cat sits on the mat., 35.75978557954343",
        "The cat sits on the mat., The cat sat.,             55.74399241012548",
        "我有一只猫,               我有两只猫。,             22.127659574468083",
        "𠮷野家,                   𠮷野屋,                   38.888888888888886",
        "abcdefgh,                 ab,                       55.0",
        "a\u3000b\u00a0c,          abc,                      100",
        "a\u200bb,                 ab,                       45.45454545454545",
    })
    void itIsWhatSacrebleuGives(String hypothesis, String reference, double expected) {
        assertEquals(expected, score(hypothesis, reference), 1e-9);
    }

    @Test
    void ofSeveralSegmentsAndReferencesItIsWhatSacrebleuGives() {
        assertEquals(77.46031746031746, Chrf.of(List.of("abcd", "xy z"), List.of(List.of("abce", "bcd"), List.of("x z", "xyz q")))
                .score().orElseThrow(), 1e-9);
        assertEquals(44.44444444444445, Chrf.of(List.of("abc", "aab"), List.of(List.of("abd", ""), List.of("zzz", "aba")))
                .score().orElseThrow(), 1e-9);
    }

    @Test
    void nothingMatchesNothing() {
        assertEquals(0, score("", "abc"));
        assertEquals(0, score("xyz", "abc"));
        assertTrue(Chrf.of(List.of(), List.of()).score().isEmpty());
    }

    @Test
    void theSignatureNamesTheSettings() {
        assertEquals("nrefs:2|case:mixed|eff:yes|nc:6|nw:0|space:no", Chrf.of(List.of("a"), List.of(List.of("b", "c"))).signature());
    }

    @Test
    void everyHypothesisNeedsReferences() {
        assertThrows(IllegalArgumentException.class, () -> Chrf.of(List.of("a"), List.of()));
    }
}
