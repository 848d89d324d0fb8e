package seq2see.corpus.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2see.corpus.InputException;
import seq2see.corpus.ParallelCorpus;

/** Files as people find them: decks of cards, tables out of spreadsheets, archives, lists of sentences. */
class FoundFilesTest {
    @TempDir
    private Path folder;
    private MadeFiles made;

    @BeforeEach
    void makeFolder() {
        made = new MadeFiles(folder);
    }

    @Test
    void aDeckOfCardsIsReadByItsTextsAlone() throws Exception {
        String deck = "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\n"
                + "aX1\tBasic\tFrench::A1\tGo <b>now</b>.\tVa&nbsp;! [sound:va.mp3]\tverb\n"
                + "bX2\tBasic\tFrench::A1\tTwo<br>lines &amp; more\t\"Il dit\n\"\"non\"\". <img src=\"\"p.jpg\"\">\"\tverb\n"
                + "cX3\tBasic\tFrench::A1\t1 < 2\t&#101;t &unknown; &#x110000;\tverb\n";
        ParallelCorpus corpus = made.read("deck.txt", deck);
        assertEquals(List.of("Go now.=Va\u00A0!", "Two lines & more=Il dit \"non\".", "1 < 2=et &unknown; &#x110000;"), MadeFiles.pairs(corpus));
        assertEquals(5, corpus.report().repairs().markup());
        assertEquals(6, corpus.report().repairs().headerLines());
        ParallelCorpus kept = made.read("deck.txt", deck.getBytes(UTF_8), ReadingOptions.FOLLOWING.withTags(true));
        assertEquals("Go <b>now</b>.", kept.pairs().getFirst().source());
        assertEquals(0, kept.report().repairs().markup());
    }

    @Test
    void aColumnOfSoundsOrPicturesIsNoSide() throws Exception {
        String cards = "[sound:1.mp3]\t<img src=1.png>\tGo.\tVa !\n[sound:2.mp3]\t<img src=2.png>\tStop.\tArrête !\n";
        assertEquals(List.of("Go.=Va !", "Stop.=Arrête !"), MadeFiles.pairs(made.read("cards.txt", cards)));
    }

    @Test
    void theColumnsOfASpreadsheetMayBeNamedInItsLanguage() throws Exception {
        ParallelCorpus corpus = made.read("c.csv", "\ufeffNr;Englisch;Französisch;Bemerkung\r\n1;Go.;Va !;\r\n2;Stop.;Arrête !;geprüft\r\n");
        assertEquals(List.of("Go.=Va !", "Stop.=Arrête !"), MadeFiles.pairs(corpus));
        assertEquals(1, corpus.report().repairs().headerLines());
        assertEquals(2, made.read("c.tsv", "anglais\tchinois\na\tb\nc\td\n").pairs().size());
        // A list of words may begin with a language and what it is called.
        assertEquals(3, made.read("c.tsv", "French\tfrançais\nhouse\tmaison\ncat\tchat\n").pairs().size());
    }

    @Test
    void aHeaderMayComeAgainAndHaveEmptyColumnsBehindIt() throws Exception {
        ParallelCorpus corpus = made.read("c.tsv", "source\ttarget\t\t\r\na\tb\t\t\r\nsource\ttarget\t\t\r\nc\td\t\t\r\n");
        assertEquals(List.of("a=b", "c=d"), MadeFiles.pairs(corpus));
        assertEquals(2, corpus.report().repairs().headerLines());
        assertEquals(2, corpus.report().pairsRead());
        // One of its words alone is no header.
        assertEquals(3, made.read("c.tsv", "source\ttarget\nsource\tfoo\nc\td\n").pairs().size());
    }

    @Test
    void numbersAreNamesOfColumnsOnlyAboveSentences() throws Exception {
        assertEquals(List.of("3 1 2=1 2 3", "5 4=4 5", "9 7 8=7 8 9"), MadeFiles.pairs(made.read("c.tsv", "3 1 2\t1 2 3\n5 4\t4 5\n9 7 8\t7 8 9\n")));
        assertEquals(List.of("Go.=Va !", "Stop.=Arrête !"), MadeFiles.pairs(made.read("c.csv", ",0,1\n0,Go.,Va !\n1,Stop.,Arrête !\n")));
    }

    @Test
    void tabSeparatedColumnsMayBeQuotedAsSpreadsheetsDo() throws Exception {
        String minimal = "Go.\tVa !\n\"He said \"\"no\"\".\"\t\"Il a dit \"\"non\"\".\"\n";
        assertEquals(List.of("Go.=Va !", "He said \"no\".=Il a dit \"non\"."), MadeFiles.pairs(made.read("c.tsv", minimal)));
        assertEquals(List.of("Go.=Va !", "No.=Non."), MadeFiles.pairs(made.read("c.tsv", "\"Go.\"\t\"Va !\"\n\"No.\"\t\"Non.\"\n")));
        // Speech stands in quotes too.
        String speech = "\"Go.\"\t\"Va !\"\nNo.\tNon.\n";
        assertEquals(List.of("\"Go.\"=\"Va !\"", "No.=Non."), MadeFiles.pairs(made.read("c.tsv", speech)));
        assertEquals(List.of("Go.=Va !", "No.=Non."), MadeFiles.pairs(made.read("c.tsv", speech.getBytes(UTF_8), ReadingOptions.FOLLOWING.withFormat(Format.CSV))));
    }

    @Test
    void rowsOfAViewerOfDataSetsAreRecords() throws Exception {
        String answer = "{\"features\": [{\"name\": \"translation\", \"type\": {\"_type\": \"Translation\"}}], \"rows\": ["
                + "{\"row_idx\": 0, \"row\": {\"translation\": {\"en\": \"a\", \"fr\": \"b\"}}, \"truncated_cells\": []},"
                + "{\"row_idx\": 1, \"row\": {\"translation\": {\"en\": \"c\", \"fr\": \"d\"}}, \"truncated_cells\": []}], \"partial\": false}";
        assertEquals(List.of("a=b", "c=d"), MadeFiles.pairs(made.read("rows.json", answer)));
    }

    @Test
    void whatHoldsNoPairsIsToldByItsKind() throws Exception {
        made.refused("corpus.zip", "fr-en.zip", new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0});
        String film = "1\r\n00:00:01,000 --> 00:00:03,500\r\nGo.\r\n\r\n2\r\n00:00:04,000 --> 00:00:06,500\r\nStop.\r\n";
        made.refused("corpus.subtitles", "film.srt", film);
        made.refusedPair("corpus.subtitles", "c.en", film.getBytes(UTF_8), film.getBytes(UTF_8));
        String sentences = "1\teng\tGo.\n2\tfra\tVa !\n3\teng\tStop.\n";
        made.refused("corpus.oneSide", "sentences.csv", sentences);
        assertEquals(3, made.read("s.tsv", sentences.getBytes(UTF_8), ReadingOptions.FOLLOWING.withColumns("2", "3")).pairs().size());
    }

    @Test
    void aPipeIsRefusedSinceItCanBeReadOnce() {
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device));
        InputException refused = assertThrows(InputException.class, () -> CorpusReader.read(CorpusFiles.of(device, null)));
        assertEquals("corpus.pipe", refused.key());
        assertTrue(refused.getMessage().startsWith("/dev/null"), refused.getMessage());
    }
}
