package seq2see.corpus;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2see.corpus.ReadingReport.Problem;
import seq2see.corpus.ReadingReport.Reason;

class LineAlignedReaderTest {
    @TempDir
    private Path folder;

    private ParallelCorpus read(byte[] sources, byte[] targets) throws IOException, InputException {
        return LineAlignedReader.read(Files.write(folder.resolve("c.en"), sources), Files.write(folder.resolve("c.fr"), targets));
    }

    private ParallelCorpus read(String sources, String targets) throws IOException, InputException {
        return read(sources.getBytes(UTF_8), targets.getBytes(UTF_8));
    }

    /** Refused with a line that names this file, in both languages. */
    private InputException assertRefused(String key, String file, byte[] sources, byte[] targets) {
        InputException refused = assertThrows(InputException.class, () -> read(sources, targets));
        assertEquals(key, refused.key());
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            assertTrue(refused.text(locale).startsWith(folder.resolve(file).toString()), refused.text(locale));
        }
        return refused;
    }

    private InputException assertRefused(String key, String file, String sources, String targets) {
        return assertRefused(key, file, sources.getBytes(UTF_8), targets.getBytes(UTF_8));
    }

    @Test
    void theSameLinesArePairs() throws Exception {
        ParallelCorpus corpus = read("\ufeffa\nb \"c\r\nd", "\ufeff1\r\n\u00a02\n3\n");
        assertEquals(List.of(new SentencePair("a", "1", 1), new SentencePair("b \"c", "2", 2), new SentencePair("d", "3", 3)), corpus.pairs());
        assertEquals(new ReadingReport("line-aligned", "UTF-8", 3, 3, List.of()), corpus.report());
        assertEquals("c.en + c.fr", corpus.name());
    }

    @Test
    void noOtherCharacterEndsALine() throws Exception {
        List<SentencePair> pairs = read("a\rx\tz\nb\u2028y\u0085\f", "1\n2").pairs();
        assertEquals(List.of(new SentencePair("a\rx\tz", "1", 1), new SentencePair("b\u2028y", "2", 2)), pairs);
    }

    @Test
    void aBlankLineOnOneSideShiftsNothing() throws Exception {
        ParallelCorpus corpus = read("a\n\nc\n \ne\n", "1\n2\n\u3000\n\n5\n");
        assertEquals(List.of(new SentencePair("a", "1", 1), new SentencePair("e", "5", 5)), corpus.pairs());
        assertEquals(List.of(new Problem(2, Reason.EMPTY_SIDE, "\t2"), new Problem(3, Reason.EMPTY_SIDE, "c\t\u3000")),
                corpus.report().problems());
        assertEquals(4, corpus.report().pairsRead());
    }

    @Test
    void whatIsLeftOutShiftsNothing() throws Exception {
        String tooLong = "x".repeat(PairCollector.LONGEST_SIDE + 1);
        String overlong = "y".repeat(CorpusLines.LONGEST_LINE + 1);
        ParallelCorpus corpus = read("a\nb\na\nd\ne\n", "1\n" + tooLong + "\n1\n" + overlong + "\n5\n");
        assertEquals(List.of("a", "e"), corpus.pairs().stream().map(SentencePair::source).toList());
        assertEquals(List.of(Reason.TOO_LONG, Reason.DUPLICATE_PAIR, Reason.TOO_LONG),
                corpus.report().problems().stream().map(Problem::reason).toList());
    }

    @Test
    void filesOfUnequalLengthAreRefusedWithBothCounts() {
        InputException refused = assertRefused("corpus.lineCounts", "c.en", "a\nb\nc\n", "1\n2");
        assertTrue(refused.getMessage().contains("3 lines") && refused.getMessage().contains("c.fr has 2"), refused.getMessage());
        assertRefused("corpus.lineCounts", "c.en", "a\nb\n", "1\n2\n\n");
    }

    @Test
    void eachFileIsReadAsStrictlyAsOneWithTabs() {
        String lines = "x\n".repeat(99);
        assertRefused("corpus.undecodable", "c.fr", lines.getBytes(UTF_8), (lines.substring(2) + "caf\u00e9\n").getBytes(ISO_8859_1));
        assertRefused("corpus.binary", "c.fr", "a\nb\n", "1\n\0\n");
        assertRefused("corpus.endlessLine", "c.en", "x".repeat(CorpusLines.LONGEST_LINE + 1), "1\n");
        assertRefused("corpus.emptySide", "c.en", "", "1\n2\n");
        assertRefused("corpus.emptySide", "c.fr", "a\nb\n", "\n\n");
        assertRefused("corpus.tooFew", "c.en", "a\na\nb\n", "1\n1\n\n");
        InputException refused = assertThrows(InputException.class, () -> LineAlignedReader.read(folder.resolve("c.en"), folder));
        assertEquals("file.folder", refused.key());
    }

    @Test
    void oneLineInAHundredMayBeUndecodable() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 99; i++) {
            lines.append(i).append('\n');
        }
        byte[] targets = ("caf\u00e9\n" + lines).getBytes(ISO_8859_1);
        ParallelCorpus corpus = read(("a\n" + lines).getBytes(UTF_8), targets);
        assertEquals(99, corpus.pairs().size());
        assertEquals(new Problem(1, Reason.UNDECODABLE, "caf\ufffd"), corpus.report().problems().getFirst());
    }
}
