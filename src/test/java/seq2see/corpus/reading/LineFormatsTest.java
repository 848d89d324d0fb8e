package seq2see.corpus.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2see.corpus.InputException;
import seq2see.corpus.InputFiles;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.ReadingReport.Problem;
import seq2see.corpus.ReadingReport.Reason;
import seq2see.corpus.ReadingReport.Repairs;
import seq2see.corpus.SentencePair;

/** Formats that put a pair on a line: tab-separated, two files side by side, {@code IN: … OUT: …}. */
class LineFormatsTest {
    @TempDir
    private Path folder;
    private MadeFiles made;

    @BeforeEach
    void makeFolder() {
        made = new MadeFiles(folder);
    }

    private ParallelCorpus read(String text) throws Exception {
        return made.read("corpus.tsv", text);
    }

    @Test
    void aMarkWhereAFileWasPutBehindAnotherGoes() throws Exception {
        ParallelCorpus corpus = read("\ufeffa\tb\r\n\ufeffc\u2028d\te\u00a0f\r\ng\th\n");
        assertEquals(List.of("a", "c\u2028d", "g"), corpus.pairs().stream().map(SentencePair::source).toList());
        assertEquals("e\u00a0f", corpus.pairs().get(1).target());
        assertEquals(2, corpus.report().repairs().byteOrderMarks());
    }

    @Test
    void theFirstTwoColumnsAreThePair() throws Exception {
        ParallelCorpus corpus = read("a\tb\tc\nc\td\te\n");
        assertEquals(List.of(new SentencePair("a", "b", 1), new SentencePair("c", "d", 2)), corpus.pairs());
        assertEquals("tab-separated", corpus.report().format());
        assertEquals("corpus.tsv", corpus.name());
    }

    @Test
    void aColumnIsChosenByNumberNameOrLanguage() throws Exception {
        byte[] text = "id\ten\tpt-BR\n1\ta b\tc d\n2\te f\tg h\n".getBytes(UTF_8);
        assertEquals(List.of("a b=c d", "e f=g h"), MadeFiles.pairs(made.read("x", text)));
        assertEquals(List.of("c d=a b", "g h=e f"), MadeFiles.pairs(made.read("x", text, ReadingOptions.FOLLOWING.withColumns("3", "2"))));
        assertEquals(List.of("c d=a b", "g h=e f"), MadeFiles.pairs(made.read("x", text, ReadingOptions.FOLLOWING.withColumns("pt", "EN"))));
        assertEquals(List.of("c d=a b", "g h=e f"), MadeFiles.pairs(made.read("x", text, ReadingOptions.FOLLOWING.withColumns("pt-br", null))));
        InputException refused = assertThrows(InputException.class, () -> made.read("x", text, ReadingOptions.FOLLOWING.withColumns("fr", null)));
        assertTrue(refused.getMessage().contains("id, en, pt-BR"), refused.getMessage());
    }

    @Test
    void numbersCodesAndAddressesAreNoSentences() throws Exception {
        String text = "77\teng\tHow are you?\t88\tfra\tComment ça va ?\n78\teng\tFine.\t89\tfra\tBien.\n79\teng\tGo.\t90\tfra\tVa !\n";
        assertEquals(List.of("How are you?=Comment ça va ?", "Fine.=Bien.", "Go.=Va !"), MadeFiles.pairs(read(text)));
        assertEquals(List.of("twelve=12", "thirteen=13"), MadeFiles.pairs(read("twelve\t12\nthirteen\t13\n")));
    }

    @Test
    void aHeaderIsToldFromAPair() throws Exception {
        assertEquals(1, read("English\tFrench\na\tb\nc\td\n").report().repairs().headerLines());
        assertEquals(3, read("Hi\tSalut\na\tb\nc\td\n").pairs().size());
        assertEquals(2, made.read("x", "Hi\tSalut\na\tb\nc\td\n".getBytes(UTF_8), ReadingOptions.FOLLOWING.withHeader(true)).pairs().size());
        assertEquals(3, made.read("x", "source\ttarget\na\tb\nc\td\n".getBytes(UTF_8), ReadingOptions.FOLLOWING.withHeader(false)).pairs().size());
    }

    @Test
    void quotesAreOrdinaryCharacters() throws Exception {
        assertEquals(new SentencePair("\"a", "b\"\"", 1), read("\"a\tb\"\"\nc\td").pairs().getFirst());
    }

    @Test
    void linesEndInLfOrCrlfOnly() throws Exception {
        ParallelCorpus corpus = read("a\rx\tb\u2028y\r\nc\u0085z\u000b\td\u001e\f\u2029d\n");
        assertEquals(List.of(new SentencePair("a\rx", "b\u2028y", 1), new SentencePair("c\u0085z", "d\u001e\f\u2029d", 2)), corpus.pairs());
        assertEquals(List.of("1 carriage_return"), MadeFiles.notes(corpus));
    }

    @Test
    void linesEndInCrWhereThereIsNoLf() throws Exception {
        assertEquals(List.of("a=b", "c=d", "e=f"), MadeFiles.pairs(read("a\tb\rc\td\r\re\tf\r")));
        String long1 = "x\ty\r".repeat(200_000);
        assertEquals(List.of("a=b", "x=y"), MadeFiles.pairs(read("a\tb\r" + long1)));
        assertEquals(200_001, read(long1 + "q\tr\r").report().pairsRead());
        assertEquals(List.of("a=1", "b=2"), MadeFiles.pairs(made.readPair("a\rb\r", "1\n2\n")));
    }

    @Test
    void whiteSpaceAtTheEndsOfASideGoesAndIsCounted() throws Exception {
        ParallelCorpus corpus = read("\ufeff\u3000a b \tc\u202f\u00a0\n\nd\te");
        assertEquals(new SentencePair("a b", "c", 1), corpus.pairs().getFirst());
        assertEquals(new Repairs(2, 0, 0, 1, 0, 1), corpus.report().repairs());
        assertEquals(3, corpus.pairs().getLast().line());
    }

    @Test
    void whatGivesNoNewPairIsLeftOutAndReported() throws Exception {
        ParallelCorpus corpus = read("a\tb\nno tab\n\tc\nd\t \na\tb\textra\na\tother\n");
        assertEquals(List.of(new Problem(2, Reason.NO_TAB, "no tab", 0), new Problem(3, Reason.EMPTY_SIDE, "\tc", 0),
                new Problem(4, Reason.EMPTY_SIDE, "d\t", 0), new Problem(5, Reason.DUPLICATE_PAIR, "a\tb", 1)), corpus.report().problems());
        assertEquals(List.of(new Problem(6, Reason.MANY_TARGETS, "a\tother", 1)), corpus.report().notes());
        assertEquals(6, corpus.report().pairsRead());
    }

    @Test
    void aLineWithoutTheChosenColumnIsLeftOut() throws Exception {
        ParallelCorpus corpus = made.read("x", "a\tb\tc\nd\te\nf\tg\th\n".getBytes(UTF_8), ReadingOptions.FOLLOWING.withColumns("1", "3"));
        assertEquals(List.of("a=c", "f=h"), MadeFiles.pairs(corpus));
        assertEquals(List.of("2 missing_side"), MadeFiles.problems(corpus));
    }

    @Test
    void moreColumnsThanUsualAreReported() throws Exception {
        ParallelCorpus corpus = read("a b\tc\nd e\tf\ng\th\ti\n");
        assertEquals(3, corpus.pairs().size());
        assertEquals(List.of("3 extra_column"), MadeFiles.notes(corpus));
    }

    @Test
    void anExcerptIsShortAndCutsNoCharacter() throws Exception {
        String text = "x" + "👍".repeat(100);
        assertEquals("x" + "👍".repeat(39), read("a\tb\nc\td\n" + text).report().problems().getFirst().excerpt());
    }

    @Test
    void aLineOverTheLimitIsLeftOut() throws Exception {
        String fits = "s\tt\t" + "x".repeat(TextLines.LONGEST_LINE - 4);
        ParallelCorpus corpus = read("a\tb\n" + fits + "\nx" + fits + "\r\nc\td\n" + "y".repeat(10_000_000) + "\ne\tf\n");
        assertEquals(List.of(1L, 2L, 4L, 6L), MadeFiles.lines(corpus));
        assertEquals(List.of("3 too_long", "5 too_long"), MadeFiles.problems(corpus));
    }

    @Test
    void aLineOfTheFullLengthMayEndInCrlfAtTheLimit() throws Exception {
        String fits = "s\tt\t" + "x".repeat(TextLines.LONGEST_LINE - 4) + "\r\n";
        assertEquals(List.of("t", "b"), read(fits + "a\tb").pairs().stream().map(SentencePair::target).toList());
    }

    @Test
    void aPairWithASideOverTheLimitIsLeftOut() throws Exception {
        String longest = "👍".repeat(ScreeningRules.LONGEST_SIDE);
        ParallelCorpus corpus = read("a\t " + longest + " \n" + longest + "x\tb\nc\tx" + longest + "\nd\te");
        assertEquals(List.of(1L, 4L), MadeFiles.lines(corpus));
        assertEquals(List.of("2 too_long", "3 too_long"), MadeFiles.problems(corpus));
    }

    @Test
    void aFileOfNothingButLongSidesIsToldSo() {
        String side = "x".repeat(ScreeningRules.LONGEST_SIDE + 1);
        made.refused("corpus.longSides", "x", side + "\t1\n" + side + "\t2\n" + side + "\t3\n");
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
                Arrays.fill(into, offset, offset + length, (byte) 'x');
                return length;
            }
        };
        CorpusFile file = new CorpusFile("pipe", Path.of("/dev/pipe"), () -> endless);
        InputException refused = assertThrows(InputException.class, () -> MadeFiles.read(CorpusFiles.of(file),
                ReadingOptions.FOLLOWING.withFormat(Format.TAB_SEPARATED)));
        assertEquals("corpus.endlessLine", refused.key());
    }

    @Test
    void theSameLinesOfTwoFilesArePairs() throws Exception {
        ParallelCorpus corpus = made.readPair("\ufeffa\nb \"c\r\nd", "\ufeff1\r\n\u00a02\n3\n");
        assertEquals(List.of(new SentencePair("a", "1", 1), new SentencePair("b \"c", "2", 2), new SentencePair("d", "3", 3)), corpus.pairs());
        assertEquals("line-aligned", corpus.report().format());
        assertEquals(new Repairs(1, 0, 0, 0, 0, 2), corpus.report().repairs());
        assertEquals("c.en + c.fr", corpus.name());
    }

    @Test
    void aBlankLineOnOneSideShiftsNothing() throws Exception {
        ParallelCorpus corpus = made.readPair("a\n\nc\n \ne\n", "1\n2\n\u3000\n\n5\n");
        assertEquals(List.of(new SentencePair("a", "1", 1), new SentencePair("e", "5", 5)), corpus.pairs());
        assertEquals(List.of("2 empty_side", "3 empty_side"), MadeFiles.problems(corpus));
        assertEquals(1, corpus.report().repairs().blankLines());
    }

    @Test
    void whatIsLeftOutOfTwoFilesShiftsNothing() throws Exception {
        String tooLong = "x".repeat(ScreeningRules.LONGEST_SIDE + 1);
        String overlong = "y".repeat(TextLines.LONGEST_LINE + 1);
        ParallelCorpus corpus = made.readPair("a\nb\na\nd\ne\n", "1\n" + tooLong + "\n1\n" + overlong + "\n5\n");
        assertEquals(List.of("a=1", "e=5"), MadeFiles.pairs(corpus));
        assertEquals(List.of("2 too_long", "3 duplicate_pair", "4 too_long"), MadeFiles.problems(corpus));
    }

    @Test
    void filesOfUnequalLengthAreRefusedWithBothCounts() {
        InputException refused = made.refusedPair("corpus.lineCounts", "c.en", "a\nb\nc\n".getBytes(UTF_8), "1\n2".getBytes(UTF_8));
        assertTrue(refused.getMessage().contains("3 lines") && refused.getMessage().contains("c.fr has 2"), refused.getMessage());
        made.refusedPair("corpus.lineCounts", "c.en", "a\nb\n".getBytes(UTF_8), "1\n2\n\n".getBytes(UTF_8));
    }

    @Test
    void eachOfTwoFilesIsReadStrictly() throws Exception {
        String lines = "x\n".repeat(99);
        made.refusedPair("corpus.encodings", "c.fr", lines.getBytes(UTF_8), ("café\n".repeat(2) + lines.substring(4)).getBytes(ISO_8859_1));
        made.refusedPair("corpus.notText", "c.fr", "a\nb\n".getBytes(UTF_8), new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n'});
        made.refusedPair("corpus.empty", "c.en", new byte[0], "1\n2\n".getBytes(UTF_8));
        InputException refused = assertThrows(InputException.class, () -> MadeFiles.read(CorpusFiles.of(folder.resolve("c.en"), folder),
                ReadingOptions.FOLLOWING));
        assertEquals("corpus.empty", refused.key());
    }

    @Test
    void linesOfInAndOutAreRecognised() throws Exception {
        ParallelCorpus corpus = made.read("tasks.txt", "IN: jump twice OUT: JUMP JUMP\nIN: walk OUT: WALK\n\nnonsense\nIN: look OUT:\n");
        assertEquals("in-out", corpus.report().format());
        assertEquals(List.of("jump twice=JUMP JUMP", "walk=WALK"), MadeFiles.pairs(corpus));
        assertEquals(List.of("4 broken_line", "5 empty_side"), MadeFiles.problems(corpus));
    }

    @Test
    void whatCannotBeOpenedSaysWhy() {
        for (Path file : List.of(folder.resolve("none.tsv"), folder)) {
            InputException refused = assertThrows(InputException.class, () -> MadeFiles.read(CorpusFiles.of(file, null), ReadingOptions.FOLLOWING));
            assertEquals(file.equals(folder) ? "file.folder" : "file.missing", refused.key());
        }
        Path file = folder.resolve("secret.tsv");
        assertEquals("file.denied", InputFiles.refusal(file, new AccessDeniedException(file.toString())).key());
    }
}
