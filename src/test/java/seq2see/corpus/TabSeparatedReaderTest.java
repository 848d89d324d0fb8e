package seq2see.corpus;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2see.corpus.ReadingReport.Problem;
import seq2see.corpus.ReadingReport.Reason;

class TabSeparatedReaderTest {
    @TempDir
    private Path folder;

    private ParallelCorpus read(byte[] bytes) throws IOException, InputException {
        return TabSeparatedReader.read(Files.write(folder.resolve("corpus.tsv"), bytes));
    }

    private ParallelCorpus read(String text) throws IOException, InputException {
        return read(text.getBytes(UTF_8));
    }

    private void assertRefused(String key, byte[] bytes) {
        InputException refused = assertThrows(InputException.class, () -> read(bytes));
        assertEquals(key, refused.key());
        String place = folder.resolve("corpus.tsv").toString();
        assertTrue(refused.text(Locale.ENGLISH).startsWith(place), refused.getMessage());
        assertTrue(refused.text(Locale.CHINESE).startsWith(place), refused.getMessage());
        assertEquals(-1, refused.getMessage().indexOf('\n'));
    }

    private void assertRefused(String key, String text) {
        assertRefused(key, text.getBytes(UTF_8));
    }

    private static String lines(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("source ").append(i).append("\ttarget\n");
        }
        return text.toString();
    }

    @Test
    void theFirstTwoColumnsAreThePair() throws Exception {
        ParallelCorpus corpus = read("a\tb\nc\td\te\tf\n");
        assertEquals(List.of(new SentencePair("a", "b", 1), new SentencePair("c", "d", 2)), corpus.pairs());
        assertEquals(new ReadingReport("tab-separated", "UTF-8", 2, 2, List.of()), corpus.report());
        assertEquals("corpus.tsv", corpus.name());
    }

    @Test
    void aByteOrderMarkIsDropped() throws Exception {
        assertEquals("a", read("\ufeffa\tb\nc\td").pairs().getFirst().source());
    }

    @Test
    void quotesAreOrdinaryCharacters() throws Exception {
        assertEquals(new SentencePair("\"a", "b\"\"", 1), read("\"a\tb\"\"\nc\td").pairs().getFirst());
    }

    @Test
    void linesEndInLfOrCrlfOnly() throws Exception {
        List<SentencePair> pairs = read("a\rx\tb\u2028y\r\nc\u0085z\td").pairs();
        assertEquals(List.of(new SentencePair("a\rx", "b\u2028y", 1), new SentencePair("c\u0085z", "d", 2)), pairs);
    }

    @Test
    void whiteSpaceAtTheEndsOfASideGoes() throws Exception {
        assertEquals(new SentencePair("a b", "c", 1), read("\u3000a b \tc\u202f\u00a0\nd\te").pairs().getFirst());
    }

    @Test
    void blankLinesAreSkippedInSilenceButCount() throws Exception {
        ParallelCorpus corpus = read("a\tb\n\n  \r\nc\td\n");
        assertEquals(2, corpus.report().pairsRead());
        assertEquals(4, corpus.pairs().getLast().line());
    }

    @Test
    void whatGivesNoNewPairIsLeftOutAndReported() throws Exception {
        ParallelCorpus corpus = read("a\tb\nno tab\n\tc\nd\t \na\tb\textra\na\tother\n");
        assertEquals(List.of(new Problem(2, Reason.NO_TAB, "no tab"), new Problem(3, Reason.EMPTY_SIDE, "\tc"),
                new Problem(4, Reason.EMPTY_SIDE, "d\t "), new Problem(5, Reason.DUPLICATE_PAIR, "a\tb\textra")),
                corpus.report().problems());
        assertEquals(6, corpus.report().pairsRead());
        assertEquals(2, corpus.report().pairsKept());
    }

    @Test
    void anExcerptIsShortAndCutsNoCharacter() throws Exception {
        String text = "x" + "👍".repeat(100);
        assertEquals("x" + "👍".repeat(19), read("a\tb\nc\td\n" + text).report().problems().getFirst().excerpt());
    }

    @Test
    void aLineOverTheLimitIsLeftOut() throws Exception {
        String fits = "s\tt\t" + "x".repeat(CorpusLines.LONGEST_LINE - 4);
        ParallelCorpus corpus = read("a\tb\n" + fits + "\nx" + fits + "\r\nc\td");
        assertEquals(3, corpus.pairs().size());
        assertEquals(Reason.TOO_LONG, corpus.report().problems().getFirst().reason());
        assertEquals(3, corpus.report().problems().getFirst().line());
    }

    @Test
    void aLineOfTheFullLengthMayEndInCrlfAtTheLimit() throws Exception {
        String fits = "s\tt\t" + "x".repeat(CorpusLines.LONGEST_LINE - 5) + "\r\n";
        assertEquals(List.of("t", "b"), read(fits + "a\tb").pairs().stream().map(SentencePair::target).toList());
    }

    @Test
    void aPairWithASideOverTheLimitIsLeftOut() throws Exception {
        String longest = "👍".repeat(PairCollector.LONGEST_SIDE);
        ParallelCorpus corpus = read("a\t " + longest + " \n" + longest + "x\tb\nc\tx" + longest + "\nd\te");
        assertEquals(List.of(1L, 4L), corpus.pairs().stream().map(SentencePair::line).toList());
        assertEquals(List.of(Reason.TOO_LONG, Reason.TOO_LONG), corpus.report().problems().stream().map(Problem::reason).toList());
        assertEquals(List.of(2L, 3L), corpus.report().problems().stream().map(Problem::line).toList());
    }

    @Test
    void aFileOfNothingButLongSidesIsToldSo() {
        String side = "x".repeat(PairCollector.LONGEST_SIDE + 1);
        assertRefused("corpus.longSides", side + "\t1\n" + side + "\t2\n" + side + "\t3\n");
    }

    @Test
    void oneLineInAHundredMayBeUndecodable() throws Exception {
        byte[] bytes = ("caf\u00e9\tx\n" + lines(99)).getBytes(ISO_8859_1);
        ParallelCorpus corpus = read(bytes);
        assertEquals(99, corpus.pairs().size());
        assertEquals(new Problem(1, Reason.UNDECODABLE, "caf\ufffd\tx"), corpus.report().problems().getFirst());
    }

    @Test
    void moreUndecodableLinesAreRefused() {
        assertRefused("corpus.undecodable", ("caf\u00e9\tx\n" + lines(98)).getBytes(ISO_8859_1));
    }

    @Test
    void overlongAndSurrogateFormsAreNoUtf8() {
        assertRefused("corpus.undecodable", "a\t\u00c0\u00af\nb\t\u00ed\u00a0\u0080\nc\td\n".getBytes(ISO_8859_1));
    }

    @Test
    void anEmptyFileIsRefused() {
        assertRefused("corpus.empty", "");
        assertRefused("corpus.empty", "\ufeff");
        assertRefused("corpus.empty", " \n\r\n\n");
    }

    @Test
    void aBinaryFileIsRefused() {
        assertRefused("corpus.binary", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, '\t', 7});
        assertRefused("corpus.binary", "a\tb\nc\td\n".getBytes(UTF_16));
    }

    @Test
    void aFileWithNoTabIsRefused() {
        assertRefused("corpus.noTab", "a b\nc d\ne f\n");
    }

    @Test
    void fewerThanTwoUsablePairsAreRefused() {
        assertRefused("corpus.tooFew", "a\tb\n");
        assertRefused("corpus.tooFew", "a\tb\na\tb\n\tc\n");
    }

    @Test
    void aFileOfOneHugeLineIsRefused() {
        assertRefused("corpus.endlessLine", "x\t".repeat(1_000_000));
    }

    @Test
    void aLineWithoutEndIsGivenUp() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                java.util.Arrays.fill(into, offset, offset + length, (byte) 'x');
                return length;
            }
        };
        InputException refused = assertThrows(InputException.class, () -> TabSeparatedReader.read("pipe", Path.of("/dev/pipe"), endless));
        assertEquals("corpus.endlessLine", refused.key());
    }

    @Test
    void aMissingFileIsRefused() {
        InputException refused = assertThrows(InputException.class, () -> TabSeparatedReader.read(folder.resolve("none.tsv")));
        assertEquals("file.missing", refused.key());
    }

    @Test
    void aFolderIsRefused() {
        InputException refused = assertThrows(InputException.class, () -> TabSeparatedReader.read(folder));
        assertEquals("file.folder", refused.key());
    }

    @Test
    void aFileThatMayNotBeReadSaysSo() {
        Path file = folder.resolve("secret.tsv");
        InputException refused = InputFiles.refusal(file, new java.nio.file.AccessDeniedException(file.toString()));
        assertEquals("file.denied", refused.key());
    }
}
