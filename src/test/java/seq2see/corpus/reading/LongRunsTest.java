package seq2see.corpus.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingSupplier;
import org.junit.jupiter.api.io.TempDir;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.ReadingReport.Problem;
import seq2see.corpus.ReadingReport.Reason;

/**
 * Hundreds of thousands of blanks, or of pieces one behind the other, are read in time that grows as they do: a pattern that
 * begins anew at each of them would take hours, and one that goes a call deeper for each would end the program.
 */
class LongRunsTest {
    private static final String BLANKS = " ".repeat(900_000);

    @TempDir
    private Path folder;
    private MadeFiles made;

    @BeforeEach
    void makeFolder() {
        made = new MadeFiles(folder);
    }

    private static ParallelCorpus inTime(ThrowingSupplier<ParallelCorpus> reading) {
        return assertTimeoutPreemptively(Duration.ofSeconds(60), reading);
    }

    @Test
    void blanksInALineOfInAndOut() {
        ParallelCorpus corpus = inTime(() -> made.read("own.txt", "IN: b OUT: c\nIN: f OUT: g OUT: h\nIN: iOUT: j OUT: k\nIN: a" + BLANKS + "x\n"
                + "IN: " + BLANKS.substring(500_000) + "d" + BLANKS.substring(500_000) + "OUT: e\n"));
        assertEquals(List.of("b=c", "f=g OUT: h", "iOUT: j=k", "d=e"), MadeFiles.pairs(corpus));
        assertEquals(List.of(Reason.BROKEN_LINE), corpus.report().problems().stream().map(Problem::reason).toList());
    }

    @Test
    void blanksBesideALineBreakInASide() {
        ParallelCorpus corpus = inTime(() -> made.read("own.jsonl", "{\"en\": \"a" + BLANKS + "b\\n" + BLANKS.substring(850_000) + "c\", \"fr\": \"d\"}\n"
                + "{\"en\": \"e \\r\\n \\n f\", \"fr\": \"g\"}\n{\"en\": \"h\", \"fr\": \"i\"}\n"));
        assertEquals(List.of("e f=g", "h=i"), MadeFiles.pairs(corpus));
    }

    @Test
    void lineBreaksAndCommentsBeforeTheRootOfXml() {
        String unit = "<tu><tuv xml:lang=\"en\"><seg>%s</seg></tuv><tuv xml:lang=\"fr\"><seg>%s</seg></tuv></tu>";
        ParallelCorpus corpus = inTime(() -> made.read("own.tmx", "<?xml version=\"1.0\"?>" + "\n".repeat(30_000) + "<!--x-->".repeat(4_000)
                + "<tmx version=\"1.4\"><header/><body>" + unit.formatted("a", "b") + unit.formatted("c", "d") + "</body></tmx>"));
        assertEquals(List.of("a=b", "c=d"), MadeFiles.pairs(corpus));
    }

    @Test
    void whatBeginsAsATagOfACard() {
        String begun = "<br<p<!--[sound:".repeat(30_000);
        ParallelCorpus corpus = inTime(() -> made.read("deck.txt", "#separator:tab\n#html:true\na<br>b\tc\n" + begun + "\td\n" + "e\tf\n"));
        assertEquals(List.of("a b=c", "e=f"), MadeFiles.pairs(corpus));
        assertEquals(List.of(Reason.TOO_LONG), corpus.report().problems().stream().map(Problem::reason).toList());
    }

    @Test
    void aLongQuotedCell() {
        ParallelCorpus corpus = inTime(() -> made.read("own.txt", "\"a\"\t\"b\"\n\"" + "c \"\"d\"\" ".repeat(4_000) + "\"\t\"e\"\n\"f\"\t\"g\"\n"));
        assertEquals(3, corpus.report().pairsRead());
    }

    @Test
    void recordsDeepInADocument() {
        ParallelCorpus corpus = inTime(() -> made.read("own.json", ("{\"version\": {\"major\": 1}, \"data\": {\"first\": {\"pairs\": [{\"en\": \"a\", \"fr\": \"b\"}, {\"en\": \"c\", \"fr\": \"d\"}]},"
                + " \"second\": {\"pairs\": [{\"en\": \"e\", \"fr\": \"f\"}]}}, \"more\": {\"pairs\": [{\"en\": \"g\", \"fr\": \"h\"}]}}").getBytes(UTF_8)));
        assertEquals(List.of("a=b", "c=d", "e=f", "g=h"), MadeFiles.pairs(corpus));
    }
}
