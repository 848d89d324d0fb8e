package seq2see.corpus.reading;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2see.corpus.InputException;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.SentencePair;

/** Formats whose records are more than a line: CSV, JSON, TMX. */
class RecordFormatsTest {
    private static final String TMX = """
            <tmx version="1.4"><header srclang="EN-us" segtype="sentence"/><body>
            <tu tuid="1"><note>no sentence</note><tuv xml:lang="FR"><seg>Bonjour <bpt i="1">&lt;b&gt;</bpt>tout<ept i="1">&lt;/b&gt;</ept> le
               monde &amp; moi</seg></tuv>
             <tuv xml:lang="en-US"><prop>x</prop><seg>Hello <hi>every</hi>one &amp; me</seg></tuv></tu>
            <tu><tuv xml:lang="EN-US"><seg>Lonely</seg></tuv></tu>
            <tu><tuv xml:lang="en-gb"><seg>Colour</seg></tuv><tuv xml:lang="fr"><seg>Couleur</seg></tuv><tuv xml:lang="de"><seg>Farbe</seg></tuv></tu>
            <tu><tuv xml:lang="en-us"><seg>Hi</seg></tuv><tuv xml:lang="fr"><seg>Salut</seg></tuv><tuv xml:lang="fr"><seg>Coucou</seg></tuv></tu>
            </body></tmx>
            """;

    @TempDir
    private Path folder;
    private MadeFiles made;

    @BeforeEach
    void makeFolder() {
        made = new MadeFiles(folder);
    }

    @Test
    void csvMayBeQuotedAndHaveAHeaderAndMoreColumns() throws Exception {
        ParallelCorpus corpus = made.read("c.csv", "id,source,target\r\n1,\"a, \"\"b\"\"\",c\r\n\r\n2,\"d\r\ne\",f\r\n3,g\r\n4,h,i,j\r\n");
        assertEquals("csv", corpus.report().format());
        assertEquals(List.of(new SentencePair("a, \"b\"", "c", 2), new SentencePair("d e", "f", 4), new SentencePair("h", "i", 7)), corpus.pairs());
        assertEquals(List.of("6 missing_side"), MadeFiles.problems(corpus));
        assertEquals(List.of("7 extra_column"), MadeFiles.notes(corpus));
        assertEquals(1, corpus.report().repairs().lineBreaks());
        assertEquals(1, corpus.report().repairs().blankLines());
    }

    @Test
    void csvMayBePartedBySemicolons() throws Exception {
        assertEquals(List.of("a, b=c", "d=e"), MadeFiles.pairs(made.read("c.csv", "a, b;c\nd;e\n")));
    }

    @Test
    void csvWithAnUnclosedQuoteIsRefused() {
        assertTrue(made.refused("corpus.brokenQuote", "c.csv", "a,b\nc,d\ne,\"f\ng,h\n").getMessage().contains("line 2"));
    }

    @Test
    void jsonLinesMayBeFlatOrHoldTranslations() throws Exception {
        String nested = "{\"id\": 7, \"translation\": {\"en\": \"a \\u00e9\", \"fr\": \"b\"}}\n\n{\"translation\": {\"fr\": \"d\", \"en\": \"c\"}}\n";
        for (String name : List.of("c.jsonl", "c.json", "c.txt")) {
            ParallelCorpus corpus = made.read(name, nested);
            assertEquals("json-lines", corpus.report().format());
            assertEquals(List.of("a é=b", "c=d"), MadeFiles.pairs(corpus));
        }
        String flat = "{\"source\": \"a\", \"note\": \"x y\", \"target\": \"b\"}\n{\"target\": \"d\", \"source\": \"c\"}\n";
        assertEquals(List.of("a=b", "c=d"), MadeFiles.pairs(made.read("c.jsonl", flat)));
        assertEquals(List.of("x y=a"), MadeFiles.pairs(made.read("c.jsonl", (flat + "{\"note\": \"z\", \"source\": \"c\"}").getBytes(UTF_8),
                ReadingOptions.FOLLOWING.withColumns("note", "source"))).subList(0, 1));
    }

    @Test
    void aBrokenJsonLineIsLeftOutAndTheOthersGoOn() throws Exception {
        ParallelCorpus corpus = made.read("c.jsonl", """
                {"en": "a", "fr": "b"}
                {"en": "c", "fr": "d"
                {"en": "e", "fr": "\\ud83d"}
                {"en": "g"}
                {"en": "h", "fr": "i"} x
                [1, 2
                {"en": "j", "fr": "k"}
                """);
        assertEquals(List.of("a=b", "j=k"), MadeFiles.pairs(corpus));
        assertEquals(List.of("2 broken_line", "3 undecodable", "4 missing_side", "5 broken_line", "6 broken_line"),
                MadeFiles.problems(corpus));
    }

    @Test
    void aJsonDocumentHoldsAnArrayOfRecords() throws Exception {
        String records = "[\n{\"en\": \"a\", \"fr\": \"b\"},\n {\"en\": \"c\",\n \"fr\": \"d\"}\n]";
        for (String text : List.of(records, "{\"version\": {\"x\": 1}, \"data\": " + records + "}", "[[\"a\", \"b\"],\n[\"c\",\n\"d\"]]",
                "{\"en\": \"a\",\n\"fr\": \"b\"}\n{\"en\": \"c\",\n\"fr\": \"d\"}")) {
            ParallelCorpus corpus = made.read("c.json", text);
            assertEquals("json", corpus.report().format());
            assertEquals(List.of("a=b", "c=d"), MadeFiles.pairs(corpus));
        }
        made.refused("corpus.brokenJson", "c.json", records.substring(0, records.length() - 4));
    }

    @Test
    void arraysInJsonRecordsBelongToThem() throws Exception {
        String one = "{\n\"en\": \"a\",\n\"fr\": \"b\",\n\"tags\": %s,\n\"more\": \"x\"\n}\n";
        String two = "{\n\"tags\": %s,\n\"en\": \"c\",\n\"fr\": \"d\"}\n";
        for (String tags : List.of("[]", "[\"t\", 1]", "[{\"name\": \"t\"}]", "[[\"t\", \"u\"]]")) {
            ParallelCorpus corpus = made.read("c.json", one.formatted(tags) + two.formatted(tags));
            assertEquals(List.of("a=b", "c=d"), MadeFiles.pairs(corpus), tags);
            assertEquals(List.of(), MadeFiles.problems(corpus), tags);
        }
        ParallelCorpus document = made.read("c.json", "{\"languages\": [\"en\", \"fr\"],\n\"data\": [\n{\"en\": \"a\", \"fr\": \"b\"},\n"
                + "{\"en\": \"c\", \"fr\": \"d\"}\n]}\n");
        assertEquals(List.of("a=b", "c=d"), MadeFiles.pairs(document));
        assertEquals(2, document.report().pairsRead());
        ParallelCorpus more = made.read("c.json", "{\"train\": [\n{\"en\": \"a\", \"fr\": \"b\"}],\n\"empty\": [], \"test\": [\n{\"en\": \"c\", \"fr\": \"d\"}],\n"
                + "\"by\": [\"x\", \"y\"], \"meta\": {\"source\": \"z\", \"target\": [1]}}\n");
        assertEquals(List.of("a=b", "c=d"), MadeFiles.pairs(more));
        assertEquals(2, more.report().pairsRead());
    }

    @Test
    void linesThatSayHowAFileIsWrittenAreNoRecords() throws Exception {
        String anki = "#separator:%s\n#html:false\n#columns:Front%2$sBack%2$sTags\n#tags column:3\nGo now.%2$sVa !%2$sx\n\nStop.%2$sArrête !%2$sx\n";
        for (String separator : List.of("tab", "Semicolon", "comma", "|")) {
            String sign = Map.of("tab", "\t", "Semicolon", ";", "comma", ",", "|", "|").get(separator);
            ParallelCorpus corpus = made.read("cards.txt", anki.formatted(separator, sign));
            assertEquals(List.of("Go now.=Va !", "Stop.=Arrête !"), MadeFiles.pairs(corpus), separator);
            assertEquals(List.of(5L, 7L), MadeFiles.lines(corpus), separator);
            assertEquals(2, corpus.report().pairsRead());
            assertEquals(4, corpus.report().repairs().headerLines());
        }
        ParallelCorpus excel = made.read("c.csv", "\ufeffsep=;\r\nEnglish;French\r\na, b;c\r\nd;\"e;f\"\r\n");
        assertEquals(List.of("a, b=c", "d=e;f"), MadeFiles.pairs(excel));
        assertEquals(2, excel.report().repairs().headerLines());
        assertEquals(List.of("#1=a", "#2=b"), MadeFiles.pairs(made.read("c.tsv", "#1\ta\n#2\tb\n")));
    }

    @Test
    void aJsonArrayALineIsAPair() throws Exception {
        ParallelCorpus corpus = made.read("c.jsonl", "[\"a, b\", \"c\"]\n[\"d\", \"e\"]\n[\"f\"]\n");
        assertEquals("json-lines", corpus.report().format());
        assertEquals(List.of("a, b=c", "d=e"), MadeFiles.pairs(corpus));
        assertEquals(List.of("3 missing_side"), MadeFiles.problems(corpus));
    }

    @Test
    void jsonOfAnotherShapeIsRefusedWithWhatToWrite() {
        for (String text : List.of("{\"en\": [\"a\", \"b\"],\n\"fr\": [\"c\", \"d\"]}", "{\"a\": \"b\",\n\"c\": \"d\"}",
                "{\"corpus\": {\"lang\": \"en-fr\", \"sentences\":\n[{\"en\": \"a\", \"fr\": \"b\"}]}}",
                "{\"messages\": [{\"role\": \"user\", \"content\": \"a\"}]}\n{\"messages\": [{\"role\": \"user\", \"content\": \"b\"}]}\n",
                "{\"src\": \"a\", \"tgt\": [\"b\", \"c\"]}\n{\"src\": \"d\", \"tgt\": [\"e\"]}\n")) {
            assertTrue(made.refused("corpus.jsonRecords", "c.json", text).getMessage().contains("[{\"en\": …, \"fr\": …}]"));
        }
    }

    @Test
    void tmxIsReadByLanguages() throws Exception {
        ParallelCorpus corpus = made.read("c.tmx", "<?xml version=\"1.0\"?>\n<!DOCTYPE tmx SYSTEM \"http://127.0.0.1:9/tmx14.dtd\">\n" + TMX);
        assertEquals("tmx", corpus.report().format());
        assertEquals(List.of("Hello everyone & me=Bonjour tout le monde & moi", "Colour=Couleur", "Hi=Salut", "Hi=Coucou"), MadeFiles.pairs(corpus));
        assertEquals(List.of(4L, 8L, 9L, 9L), MadeFiles.lines(corpus));
        assertEquals(List.of("7 missing_side"), MadeFiles.problems(corpus));
    }

    @Test
    void tmxTagsMayBeKeptAndLanguagesChosen() throws Exception {
        ReadingOptions options = ReadingOptions.FOLLOWING.withTags(true);
        assertEquals("Bonjour <b>tout</b> le monde & moi", made.read("c.tmx", TMX.getBytes(UTF_8), options).pairs().getFirst().target());
        ParallelCorpus other = made.read("c.tmx", (TMX.replace("Lonely</seg></tuv>", "a</seg></tuv><tuv xml:lang=\"DE\"><seg>b</seg></tuv>")).getBytes(UTF_8),
                ReadingOptions.FOLLOWING.withColumns("de", "en-GB"));
        assertEquals(List.of("b=a", "Farbe=Colour"), MadeFiles.pairs(other));
    }

    @Test
    void tmxComesInManyEncodings() throws Exception {
        for (String name : List.of("UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "windows-1252", "UTF-32BE")) {
            Charset charset = Charset.forName(name);
            String declared = name.startsWith("UTF-16") ? "UTF-16" : name;
            String text = "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>" + TMX.replace("Salut", "Été");
            assertEquals("Été", made.read("c.tmx", text.getBytes(charset)).pairs().get(2).target(), name);
            if (name.startsWith("UTF")) {
                assertEquals("Été", made.read("c.tmx", ("\ufeff" + text).getBytes(charset)).pairs().get(2).target(), name);
            }
        }
        assertEquals("Bonjour tout le monde & moi", made.read("c.tmx", ("\ufeff" + TMX).getBytes(UTF_16LE)).pairs().getFirst().target());
        assertEquals("Bonjour tout le monde & moi", made.read("c.tmx", TMX.getBytes(UTF_16BE)).pairs().getFirst().target());
        assertEquals("Bonjour tout le monde & moi", made.read("c.tmx", TMX.getBytes(UTF_16)).pairs().getFirst().target());
        // TMX 1.1 says lang, and knows no namespace of XML.
        assertEquals(4, made.read("c.tmx", TMX.replace("xml:lang", "lang")).pairs().size());
    }

    @Test
    void tmxThatIsCutOrDeclaresEntitiesIsRefused() {
        InputException cut = made.refused("corpus.brokenXml", "c.tmx", TMX.substring(0, TMX.length() / 2));
        assertTrue(cut.getMessage().contains("line"), cut.getMessage());
        StringBuilder laughs = new StringBuilder("<!DOCTYPE tmx [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 20; i++) {
            laughs.append("<!ENTITY l").append(i).append(" \"").append(("&l" + (i - 1) + ";").repeat(10)).append("\">");
        }
        made.refused("corpus.xmlEntities", "c.tmx", laughs + "]>" + TMX.replace("Salut", "&l19;"));
        made.refused("corpus.xmlEntities", "c.tmx", "<!DOCTYPE tmx [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + TMX.replace("Salut", "&x;"));
        made.refused("corpus.brokenXml", "c.tmx", TMX.replace("Salut", "&x;"));
        made.refused("corpus.otherXml", "c.xml", "<?xml version=\"1.0\"?><xliff><file/></xliff>");
        made.refused("corpus.oneLanguage", "c.tmx", TMX.replaceAll("<tuv xml:lang=\"(?i:fr|de)\">.*?</tuv>", "").replaceAll("(?s)<tuv xml:lang=\"FR\">.*?</tuv>", "")
                .replace("en-gb", "en-us"));
    }
}
