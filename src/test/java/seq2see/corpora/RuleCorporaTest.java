package seq2see.corpora;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The corpora whose answer follows from a rule: reversed words, dates and numbers. */
class RuleCorporaTest {
    private static final int FEWEST_SOURCES = 10_000;
    private static final List<Pair> WORDS = new ReverseCorpus().pairs();
    private static final List<Pair> DATES = new DatesCorpus().pairs();
    private static final List<Pair> NUMBERS = new NumbersCorpus().pairs();

    @Test
    void eachHasAtLeastTenThousandSources() {
        assertTrue(WORDS.size() >= FEWEST_SOURCES && DATES.size() >= FEWEST_SOURCES && NUMBERS.size() >= FEWEST_SOURCES);
    }

    @Test
    void wordsHaveThreeToTwelveLettersAndEveryLengthIsWellRepresented() {
        Map<Integer, Long> byLength = WORDS.stream().collect(
                Collectors.groupingBy(pair -> pair.source().length(), Collectors.counting()));
        assertEquals(IntStream.rangeClosed(3, 12).boxed().collect(Collectors.toSet()), byLength.keySet());
        byLength.forEach((length, count) -> assertTrue(count >= WORDS.size() / 20, length + " letters: " + count));
    }

    @Test
    void wordsAreOfLettersAndTurnedRound() {
        for (Pair pair : WORDS) {
            assertTrue(pair.source().matches("[a-z]+"), pair.source());
            assertEquals(new StringBuilder(pair.source()).reverse().toString(), pair.target());
        }
    }

    @Test
    void everyDateIsAnsweredInIso() {
        for (Pair pair : DATES) {
            LocalDate date = LocalDate.parse(pair.target());
            assertTrue(DatesCorpus.STYLES.stream().anyMatch(style -> style.apply(date).equals(pair.source())), pair.source());
        }
    }

    @Test
    void datesAreWrittenInAtLeastTwelveWaysAndNoTextMeansTwoDates() {
        assertTrue(DatesCorpus.STYLES.size() >= 12);
        Set<String> texts = new HashSet<>();
        DatesCorpus.FIRST.datesUntil(DatesCorpus.LAST.plusDays(1)).forEach(date -> {
            Set<String> ways = DatesCorpus.STYLES.stream().map(style -> style.apply(date)).collect(Collectors.toSet());
            ways.forEach(text -> assertTrue(texts.add(text), text));
        });
    }

    @Test
    void numbersBelowAThousandAreAllThereAndTheLongerOnesInEqualShares() {
        Map<Integer, Long> byDigits = NUMBERS.stream().collect(
                Collectors.groupingBy(pair -> pair.target().length(), Collectors.counting()));
        assertEquals(Map.of(1, 10L, 2, 90L, 3, 900L, 4, 4000L, 5, 4000L, 6, 4000L, 7, 1L), byDigits);
    }

    @Test
    void numbersAreReadAloud() {
        assertEquals("zero", NumbersCorpus.words(0));
        assertEquals("fourteen", NumbersCorpus.words(14));
        assertEquals("ninety", NumbersCorpus.words(90));
        assertEquals("three hundred forty-two thousand one hundred seven", NumbersCorpus.words(342_107));
        assertEquals("one million", NumbersCorpus.words(1_000_000));
    }

    @Test
    void memoryAloneIsRightInFewerThanThreeOfTen() {
        for (List<Pair> pairs : List.of(WORDS, DATES, NUMBERS)) {
            assertTrue(NearestNeighbourBaseline.exactMatch(pairs) < 0.30);
        }
    }
}
