package seq2see.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BleuTest {
    private static Bleu bleu(String hypothesis, String... references) {
        return Bleu.of(BleuTokenization.WESTERN, List.of(hypothesis), List.of(List.of(references)));
    }

    private static double score(String hypothesis, String... references) {
        return bleu(hypothesis, references).score().orElseThrow();
    }

    /** Example 2 of Papineni et al.: "the" stands seven times, in the first reference twice. */
    @Test
    void aWordCountsAsOftenAsInTheReferenceThatHasItMost() {
        Bleu bleu = bleu("the the the the the the the", "the cat is on the mat", "there is a cat on the mat");
        assertEquals(2, bleu.matches().getFirst());
        assertEquals(7, bleu.totals().getFirst());
    }

    /** Example 1 of the same paper: 17 of 18 words, 10 of 17 pairs of words; and 8 of 14 for the second candidate. */
    @Test
    void thePapersCandidatesHaveThePapersPrecisions() {
        String[] references = {
            "It is a guide to action that ensures that the military will forever heed Party commands",
            "It is the guiding principle which guarantees the military forces always being under the command of the Party",
            "It is the practical guide for the army always to heed the directions of the party"
        };
        Bleu first = bleu("It is a guide to action which ensures that the military always obeys the commands of the party", references);
        assertEquals(List.of(17L, 10L), first.matches().subList(0, 2));
        assertEquals(List.of(18L, 17L), first.totals().subList(0, 2));
        Bleu second = bleu("It is to insure the troops forever hearing the activity guidebook that party direct", references);
        assertEquals(List.of(8L, 1L), second.matches().subList(0, 2));
        assertEquals(List.of(14L, 13L), second.totals().subList(0, 2));
    }

    @Test
    void theReferenceItselfScoresAHundred() {
        assertEquals(100, score("The cat is in the hat.", "The cat is in the hat."), 1e-9);
    }

    /** a b c d e against a b c d x: precisions 4/5, 3/4, 2/3, 1/2, lengths alike. */
    @Test
    void theScoreIsTheGeometricMeanOfThePrecisions() {
        assertEquals(100 * Math.pow(4 / 5.0 * 3 / 4 * 2 / 3 * 1 / 2, 0.25), score("a b c d e", "a b c d x"), 1e-9);
    }

    /** Four of the reference's six tokens, all in place: precisions 1, r/h = 6/4. */
    @Test
    void shortHypothesesAreMarkedDown() {
        assertEquals(100 * Math.exp(1 - 6.0 / 4), score("a b c d", "a b c d e f"), 1e-9);
    }

    @Test
    void longHypothesesAreNotMarkedDownTwice() {
        assertEquals(100 * Math.pow(4 / 6.0 * 3 / 5 * 2 / 4 * 1 / 3, 0.25), score("a b c d x y", "a b c d"), 1e-9);
    }

    /** a b x c d: 4 of 5 words, 2 of 4 pairs, none of 3 triples (so 1/(2·3)), none of 2 quadruples (so 1/(4·2)). */
    @Test
    void emptyOrdersAreSmoothedExponentially() {
        assertEquals(100 * Math.pow(4 / 5.0 * 2 / 4 * 1 / 6 * 1 / 8, 0.25), score("a b x c d", "a b c d y"), 1e-9);
    }

    @Test
    void noMatchIsZero() {
        assertEquals(0, score("a b c d", "w x y z"));
    }

    @Test
    void withoutFourTokensAnywhereThereIsNoScore() {
        assertTrue(bleu("a b c", "a b c").score().isEmpty());
        assertTrue(bleu("", "a b c d").score().isEmpty());
        assertTrue(Bleu.of(BleuTokenization.WESTERN, List.of(), List.of()).score().isEmpty());
    }

    @Test
    void theCorpusIsCountedAsAWhole() {
        Bleu both = Bleu.of(BleuTokenization.WESTERN, List.of("a b c d", "e f"), List.of(List.of("a b c d"), List.of("e x")));
        assertEquals(List.of(5L, 3L, 2L, 1L), both.matches());
        assertEquals(List.of(6L, 4L, 2L, 1L), both.totals());
    }

    @Test
    void theClosestReferenceLengthCountsAndOfTwoTheShorter() {
        assertEquals(5, bleu("a b c d", "a b c d e", "a").referenceLength());
        assertEquals(3, bleu("a b c d", "a b c d e", "a b c").referenceLength());
    }

    @Test
    void theSignatureNamesTheSettings() {
        assertEquals("nrefs:2|case:mixed|eff:no|tok:13a|smooth:exp", bleu("a", "b", "c").signature());
        assertEquals("nrefs:var|case:mixed|eff:no|tok:zh|smooth:exp", Bleu.of(BleuTokenization.CHINESE,
                List.of("a", "b"), List.of(List.of("a"), List.of("a", "b"))).signature());
    }

    @Test
    void everyHypothesisNeedsReferences() {
        assertThrows(IllegalArgumentException.class, () -> Bleu.of(BleuTokenization.WESTERN, List.of("a"), List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "Isn't it?                 | Isn't it ?",
        "It costs 3,000.50, no.    | It costs 3,000.50 , no .",
        "a 2-year plan, well-known | a 2 - year plan , well-known",
        "&quot;A&amp;B&quot; (c)   | \" A & B \" ( c )",
        "x=1/2; [y] {z} $5 10%     | x = 1 / 2 ; [ y ] { z } $ 5 10 %",
        "Où ?                      | Où ?",
        "etc...                    | etc . . .",
    })
    void westernTextIsCutAsMtevalDoes(String text, String tokens) {
        assertEquals(Arrays.asList(tokens.split(" ")), BleuTokenization.WESTERN.tokens(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "戴帽子的猫。   | 戴 帽 子 的 猫 。",
        "我有 3.5 个iPad，好 | 我 有 3.5 个 iPad ， 好",
        "“好”……         | “ 好 ” … …",
        "𠮷野           | 𠮷 野",
        "ab𠮷           | ab𠮷",
    })
    void chineseTextIsCutCharacterByCharacter(String text, String tokens) {
        assertEquals(Arrays.asList(tokens.split(" ")), BleuTokenization.CHINESE.tokens(text));
    }

    @Test
    void theTokenizationFollowsTheTexts() {
        assertEquals(BleuTokenization.CHINESE, BleuTokenization.suiting(List.of("戴帽子的猫。", "OK吗？")));
        assertEquals(BleuTokenization.WESTERN, BleuTokenization.suiting(List.of("The cat", "猫")));
        assertEquals(BleuTokenization.WESTERN, BleuTokenization.suiting(List.of()));
    }
}
