package seq2see.corpus.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.ReadingReport.Problem;
import seq2see.corpus.ReadingReport.Reason;
import seq2see.corpus.SentencePair;
import seq2see.corpus.reading.ScreeningRules.Treatment;

class ScreeningTest {
    /** One pair for each rule that can be switched, among ordinary ones. */
    private static final Map<Reason, String> ODD = new EnumMap<>(Map.of(Reason.EMPTY_SIDE, "alone\t", Reason.TOO_LONG, "x ".repeat(600) + "\tlong",
            Reason.CONTROL_CHARACTER, "bell\u0007\tcloche", Reason.EXTRA_COLUMN, "one\ttwo\tthree", Reason.CARRIAGE_RETURN, "a\rb\tc",
            Reason.LENGTH_RATIO, "Short.\t" + "une phrase beaucoup trop longue pour cela ".repeat(6), Reason.DUPLICATE_PAIR, "the cat 3 is sleeping\tle chat 3 dort bien",
            Reason.MANY_TARGETS, "the cat 4 is sleeping\tle chat 4 a dormi", Reason.SWAPPED_SIDES, "le chat dort bien avec le chien\tthe cat is sleeping with the dog",
            Reason.WRONG_LANGUAGE, "the cat is sleeping with a dog\tthe cat is sleeping with a dog"));

    static {
        ODD.put(Reason.GARBLED, "the cat went\tle chat est allÃ©");
        ODD.put(Reason.MARKUP, "the cat &amp; the dog\tle chat et le chien");
    }

    @TempDir
    private Path folder;

    private IndexedCorpus index(String odd) throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            text.append("the cat ").append(i).append(" is sleeping\tle chat ").append(i).append(" dort bien\n");
            text.append("with the dog ").append(i).append(" it is\tavec le chien ").append(i).append(" il est\n");
        }
        Path file = Files.writeString(folder.resolve("c.tsv"), text + odd + "\n");
        return CorpusReader.index(Inspection.of(CorpusFiles.of(file, null), ReadingOptions.FOLLOWING), ReadingProgress.NONE);
    }

    private static ParallelCorpus screened(IndexedCorpus index, ScreeningRules rules) {
        return Screening.of(index, rules, ReadingProgress.NONE);
    }

    @ParameterizedTest
    @EnumSource(value = Reason.class, names = {"NO_TAB", "MISSING_SIDE", "UNDECODABLE", "BROKEN_LINE"}, mode = EnumSource.Mode.EXCLUDE)
    void everyRuleFindsItsPairAndCanBeSwitched(Reason reason) throws Exception {
        IndexedCorpus index = index(ODD.get(reason));
        ParallelCorpus left = screened(index, ScreeningRules.USUAL.with(reason, Treatment.LEAVE_OUT));
        assertEquals(List.of(121L), left.report().problems().stream().filter(problem -> problem.reason() == reason).map(Problem::line).toList());
        assertEquals(120, left.pairs().size());
        ParallelCorpus reported = screened(index, ScreeningRules.USUAL.with(reason, Treatment.REPORT));
        assertEquals(121, reported.pairs().size());
        assertTrue(reported.report().notes().stream().anyMatch(note -> note.reason() == reason && note.line() == 121));
        ParallelCorpus ignored = screened(index, ScreeningRules.USUAL.with(reason, Treatment.IGNORE));
        assertEquals(121, ignored.pairs().size());
        assertFalse(ignored.report().notes().stream().anyMatch(note -> note.reason() == reason));
    }

    @Test
    void ordinaryPairsAreNotDoubted() throws Exception {
        ParallelCorpus corpus = screened(index("go on\tva"), ScreeningRules.USUAL);
        assertEquals(List.of(), corpus.report().problems());
        assertEquals(List.of(), corpus.report().notes());
    }

    @Test
    void sidesThatAreAlikeAreNotDoubted() throws Exception {
        StringBuilder text = new StringBuilder();
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            String word = random.ints(8, 'a', 'z' + 1).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
            text.append(word).append('\t').append(new StringBuilder(word).reverse()).append('\n');
        }
        Path file = Files.writeString(folder.resolve("r.tsv"), text);
        assertEquals(List.of(), CorpusReader.read(CorpusFiles.of(file, null)).report().notes());
    }

    @Test
    void theFirstOfEqualPairsIsNamed() throws Exception {
        Problem again = screened(index(ODD.get(Reason.DUPLICATE_PAIR)), ScreeningRules.USUAL).report().problems().getFirst();
        assertEquals(7, again.firstLine());
    }

    /** An independent way to find the same: sets of the texts themselves. */
    @Test
    void duplicatesAndSharedSourcesAreThoseOfPlainSets() throws Exception {
        Random random = new Random(9);
        List<SentencePair> all = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int line = 1; line <= 20_000; line++) {
            SentencePair pair = new SentencePair("s" + random.nextInt(3000), "t" + random.nextInt(5), line);
            all.add(pair);
            text.append(pair.source()).append('\t').append(pair.target()).append('\n');
        }
        ParallelCorpus corpus = CorpusReader.read(CorpusFiles.of(Files.writeString(folder.resolve("d.tsv"), text), null));
        Set<List<String>> seen = new HashSet<>();
        List<SentencePair> kept = all.stream().filter(pair -> seen.add(List.of(pair.source(), pair.target()))).toList();
        assertEquals(kept, List.copyOf(corpus.pairs()));
        Map<String, Long> first = new HashMap<>();
        List<Problem> notes = corpus.report().notes().stream().filter(note -> note.reason() == Reason.MANY_TARGETS).toList();
        List<List<Long>> expected = kept.stream().filter(pair -> first.putIfAbsent(pair.source(), pair.line()) != null)
                .map(pair -> List.of(pair.line(), first.get(pair.source()))).toList();
        assertEquals(expected, notes.stream().map(note -> List.of(note.line(), note.firstLine())).toList());
    }

    @Test
    void theSamePairAgainHasNoOtherTarget() throws Exception {
        ScreeningRules rules = ScreeningRules.USUAL.with(Reason.DUPLICATE_PAIR, Treatment.REPORT);
        ParallelCorpus corpus = screened(index("a\tb\na\tb\na\tc\n"), rules);
        assertEquals(List.of(Reason.DUPLICATE_PAIR, Reason.MANY_TARGETS), corpus.report().notes().stream().map(Problem::reason).toList());
    }

    @Test
    void theLongestSideIsSet() throws Exception {
        ScreeningRules rules = ScreeningRules.USUAL.withLongestSide(30);
        assertEquals(0, screened(index("👍".repeat(30) + "\tb"), rules).report().problems().size());
        assertEquals(1, screened(index("👍".repeat(31) + "\tb"), rules).report().problems().size());
    }
}
