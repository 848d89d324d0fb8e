package seq2see.corpus.reading;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
    void tagsAndEntitiesOfOtherFilesAreReportedAndGoWhereThatIsSaid() throws Exception {
        byte[] text = "It&apos;s <b>me</b>.\tC&#39;est moi.\nTom &amp; Mary\tTom et Marie\n1 < 2 & 3\tAT&T\n&eacute;t&eacute; &foo;\tsummer\n".getBytes(UTF_8);
        ParallelCorpus kept = made.read("c.tsv", text);
        assertEquals(List.of("1 markup", "2 markup", "4 markup"), MadeFiles.notes(kept));
        assertEquals("Tom &amp; Mary", kept.pairs().get(1).source());
        ParallelCorpus plain = made.read("c.tsv", text, ReadingOptions.FOLLOWING.withTags(false));
        assertEquals(List.of("It's me.=C'est moi.", "Tom & Mary=Tom et Marie", "1 < 2 & 3=AT&T", "été &foo;=summer"), MadeFiles.pairs(plain));
        assertEquals(4, plain.report().repairs().markup());
        byte[] json = "{\"en\": \"Tom &amp; I\", \"fr\": \"Tom et moi\"}\n{\"en\": \"a\"}\n{\"en\": \"b\", \"fr\": \"c\"}\n".getBytes(UTF_8);
        assertEquals(List.of("Tom & I=Tom et moi", "b=c"), MadeFiles.pairs(made.read("c.json", json, ReadingOptions.FOLLOWING.withTags(false))));
    }

    @Test
    void textGarbledBeforeItWasSavedIsReported() throws Exception {
        for (String text : List.of("Je suis fatigué.", "L’été", "Der Spaß", "Tu es là.", "你好，我累了。", "Привет", "안녕하세요")) {
            String garbled = new String(text.getBytes(UTF_8), Charset.forName("windows-1252"));
            // Where windows-1252 has no character, Java reads U+FFFD.
            assertEquals(List.of("1 garbled"), MadeFiles.notes(made.read("c.tsv", garbled + "\tx\n" + text + "\ty\n")), garbled);
        }
        String sound = "CAFÉ» À « ß“ MANHÃ” « café»… É»\tÐorri, Ñoño, Ângela, São, âge\nΑ“ Ä»\té…»\n";
        assertEquals(List.of(), MadeFiles.notes(made.read("c.tsv", sound)));
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

    @ParameterizedTest
    @ValueSource(strings = {"1:序号\t英文原文\t中文译文", "1:id\tenglish_sentence\tfrench_sentence\tlevel", "1:\tEnglish words/sentences\tFrench words/sentences",
        "1:pairID\tsentence1\tsentence2\tlabel", "1:key\tsrc_txt\ttgt_txt", "1:no.\tOriginal Text\tTranslated Text", "1:ID\tsourceText\ttargetText",
        "2:# nr\ttarget text\tsource text"})
    void headersAreWrittenInManyWays(String columnAndHeader) throws Exception {
        int width = columnAndHeader.split("\t").length;
        String rows = IntStream.range(0, 30).mapToObj(row -> "s-" + row + "\tGo " + row + ".\tVas-y " + row + " !" + (width > 3 ? "\tA1" : "")).collect(Collectors.joining("\n"));
        ParallelCorpus corpus = made.read("c.tsv", columnAndHeader.substring(2) + "\n" + rows);
        assertEquals(1, corpus.report().repairs().headerLines());
        assertEquals(columnAndHeader.startsWith("1") ? "Go 0.=Vas-y 0 !" : "Vas-y 0 !=Go 0.", MadeFiles.pairs(corpus).getFirst());
        assertEquals(30, corpus.pairs().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dog\tchien", "an English word\tun mot anglais", "The answer is yes.\tThe output is yes.", "answer me\tréponds", "go\tto", "sentence\tphrase longue"})
    void aPairIsNoHeader(String first) throws Exception {
        assertEquals(3, made.read("c.tsv", first + "\ncat\tchat\nhouse\tmaison\n").pairs().size());
    }

    @Test
    void aColumnThatSaysTheSameAgainAndAgainIsNoSide() throws Exception {
        String rows = IntStream.range(0, 40).mapToObj(row -> "train\teng_Latn\tGo " + row + ".\tzho_Hans\t走" + row + "吧。").collect(Collectors.joining("\n"));
        assertEquals("Go 0.=走0吧。", MadeFiles.pairs(made.read("c.tsv", rows)).getFirst());
        // Where there are only two columns, they are the sides.
        String greetings = IntStream.range(0, 40).mapToObj(row -> "Hi.\tSalut " + row + " !").collect(Collectors.joining("\n"));
        assertEquals("Hi.=Salut 0 !", MadeFiles.pairs(made.read("c.tsv", greetings)).getFirst());
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
    void quotesOfTabSeparatedColumnsMayHoldLineBreaks() throws Exception {
        String table = "English\t中文\r\nGo.\t走。\r\n\"We went\nto Paris.\"\t我们去了巴黎。\r\nStop.\t停。\r\n";
        ParallelCorpus corpus = made.read("unicode text.txt", ("\ufeff" + table).getBytes(UTF_16LE));
        assertEquals(List.of("Go.=走。", "We went to Paris.=我们去了巴黎。", "Stop.=停。"), MadeFiles.pairs(corpus));
        assertEquals("csv", corpus.report().format());
        // A quote in front of a sentence alone says nothing.
        assertEquals("tab-separated", made.read("c.tsv", "Go.\t走。\n\"We went\nto Paris.\t巴黎。\nStop.\t停。\n").report().format());
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
        made.refused("corpus.oneSide", "sentences_detailed.csv", "1\teng\tGo.\tCK\t\\N\t2010-05-18 13:23:26\n2\tcmn\t走吧。\tsysko\t\\N\t\\N\n");
        assertEquals(3, made.read("s.tsv", sentences.getBytes(UTF_8), ReadingOptions.FOLLOWING.withColumns("2", "3")).pairs().size());
    }

    @Test
    void whatHasMoreThanSeparatorsIsToldByItsKind() {
        Map<String, String> texts = Map.of("PO", "#: a.c\nmsgid \"Go.\"\nmsgstr \"Va !\"\n\nmsgid \"Stop.\"\nmsgstr \"Arrête !\"\n",
                "SQL", "INSERT INTO `t` VALUES (1,'Go.','Va !'),\n(2,'Stop.','Arrête !');\n",
                "SGML", "<srcset setid=\"x\">\n<doc docid=\"1\">\n<seg id=\"1\">Go.</seg>\n</doc>\n</srcset>\n",
                "YAML", "- en: Go.\n  fr: Va !\n- en: Stop.\n  fr: Arrête !\n",
                "Markdown", "| English | French |\n|---|---|\n| Go. | Va ! |\n| Stop. | Arrête ! |\n");
        texts.forEach((kind, text) -> assertTrue(made.refused("corpus.marked", "found.txt", text).getMessage().contains(kind), kind));
        made.refused("corpus.marked", "speech.yaml", "- {duration: 3.5, offset: 1.2, wav: a.wav}\n- {duration: 4.5, offset: 5.2, wav: a.wav}\n");
    }

    @Test
    void testSetsInSgmlAreNoLinesOfOneSide() {
        byte[] sources = "<srcset setid=\"x\">\n<seg id=\"1\">Go.</seg>\n<seg id=\"2\">Stop.</seg>\n</srcset>\n".getBytes(UTF_8);
        made.refusedPair("corpus.marked", "c.en", sources, sources);
        made.refusedPair("corpus.marked", "c.fr", "a\nb\nc\nd\n".getBytes(UTF_8), sources);
    }

    @Test
    void sentencesByTurnsAreTold() {
        made.refused("corpus.byTurns", "c.txt", "Go.\n走。\nStop.\n停。\nI see.\n我明白。\nYes!\n是的！\n");
        made.refused("corpus.byTurns", "c.txt", "走。\nGo.\n\n停。\nStop.\n\n我明白。\nI see.\n");
        made.refused("corpus.oneColumn", "c.txt", "Go.\n走。\n停。\nStop.\n我明白。\nI see.\nYes!\n是的！\n");
    }

    @Test
    void anArchiveInCompressedDataIsToldAsOne() throws Exception {
        byte[] archive = new byte[2048];
        System.arraycopy("ustar".getBytes(UTF_8), 0, archive, 257, 5);
        assertTrue(made.refused("corpus.zip", "fr-en.tgz", MadeFiles.gzip(archive)).getMessage().contains("TAR"));
    }

    @Test
    void anEncodingThatAFileCannotHaveIsTold() throws Exception {
        for (String wide : List.of("UTF-16", "UTF-16LE", "UTF-32")) {
            InputException refused = assertThrows(InputException.class, () -> made.read("c.tsv", "été\tsummer\na\tb\n".getBytes(UTF_8),
                    ReadingOptions.FOLLOWING.withEncoding(Charset.forName(wide))));
            assertEquals("corpus.notWide", refused.key());
        }
        String text = "一个人。\t一個人。\n我累了。\t我累了。\n一天。\t一天。\n";
        assertTrue(made.refused("corpus.encoding", "c.tsv", text.getBytes(UTF_16LE)).getMessage().contains("UTF-16LE"));
        assertTrue(made.refused("corpus.encoding", "c.tsv", text.getBytes(UTF_16BE)).getMessage().contains("UTF-16BE"));
        byte[] escaped = "猫\tcat\n犬\tdog\n".getBytes(Charset.forName("ISO-2022-JP"));
        made.refused("corpus.encoding", "c.tsv", escaped);
        assertEquals(2, made.read("c.tsv", escaped, ReadingOptions.FOLLOWING.withEncoding(Charset.forName("ISO-2022-JP"))).pairs().size());
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
