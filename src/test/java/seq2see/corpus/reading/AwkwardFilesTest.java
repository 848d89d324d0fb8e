package seq2see.corpus.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import seq2see.corpus.InputException;
import seq2see.corpus.ParallelCorpus;

/** Files as the world gives them: other encodings, compressed, cut, binary, changing. */
class AwkwardFilesTest {
    @TempDir
    private Path folder;
    private MadeFiles made;

    @BeforeEach
    void makeFolder() {
        made = new MadeFiles(folder);
    }

    private static byte[] lines(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("source ").append(i).append("\ttarget\n");
        }
        return text.toString().getBytes(UTF_8);
    }

    private static byte[] join(byte[]... parts) {
        byte[] all = {};
        for (byte[] part : parts) {
            int start = all.length;
            all = Arrays.copyOf(all, start + part.length);
            System.arraycopy(part, 0, all, start, part.length);
        }
        return all;
    }

    @Test
    void oneRecordInAHundredMayBeUndecodable() throws Exception {
        ParallelCorpus corpus = made.read("x", join("caf\u00e9\tx\n".getBytes(ISO_8859_1), lines(99)));
        assertEquals(99, corpus.pairs().size());
        assertEquals(List.of("1 undecodable"), MadeFiles.problems(corpus));
        assertEquals("caf\ufffd\tx", corpus.report().problems().getFirst().excerpt());
    }

    @ParameterizedTest
    @CsvSource({"GB18030, 我喜欢猫。", "Big5, 我喜歡貓。", "windows-1252, Où est le café ?", "GB18030, 狗", "Big5, 貓狗在這裡", "windows-1252, été",
        "windows-1251, Где находится станция?", "windows-1251, Где станция?", "KOI8-R, Где станция?", "windows-1251, Ми втомилися.",
        "EUC-KR, 역이 어디에 있습니까?", "Shift_JIS, 駅はどこですか。", "EUC-JP, 猫が好きです。"})
    void moreAreRefusedAndTheEncodingIsOfferedWithWhatItReads(String encoding, String text) throws Exception {
        byte[] bytes = (text + "\tcat\nabc\tdog\nabd\tx\n").getBytes(Charset.forName(encoding));
        InputException refused = made.refused("corpus.encodings", "x.tsv", bytes);
        assertTrue(refused.getMessage().contains("--encoding " + encoding) && refused.getMessage().contains(text + " cat"), refused.getMessage());
        assertEquals(encoding, Encodings.offered(bytes).getFirst().name());
        ParallelCorpus corpus = made.read("x.tsv", bytes, ReadingOptions.FOLLOWING.withEncoding(Encodings.named(encoding)));
        assertEquals(text, corpus.pairs().getFirst().source());
        assertEquals(encoding, corpus.report().encoding());
    }

    @Test
    void aFileOfOneSideInAnotherEncodingIsToldApart() throws Exception {
        byte[] targets = "猫\n狗\n".getBytes(Charset.forName("GB18030"));
        made.refusedPair("corpus.encodings", "c.fr", "cat\ndog\n".getBytes(UTF_8), targets);
        ReadingOptions options = new ReadingOptions(null, null, Charset.forName("GB18030"), null, null, null, false);
        ParallelCorpus corpus = MadeFiles.read(CorpusFiles.of(folder.resolve("c.en"), folder.resolve("c.fr")), options);
        assertEquals(List.of("cat=猫", "dog=狗"), MadeFiles.pairs(corpus));
        assertEquals("UTF-8 + GB18030", corpus.report().encoding());
    }

    @Test
    void utf16IsReadByItsMarkAndOfferedWithoutOne() throws Exception {
        String text = "héllo 👍\tb\nc\td\n";
        for (String name : List.of("UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "UTF-8")) {
            ParallelCorpus corpus = made.read("x", ("\ufeff" + text).getBytes(Charset.forName(name)));
            assertEquals("héllo 👍=b", MadeFiles.pairs(corpus).getFirst());
            assertEquals(name, corpus.report().encoding());
            assertEquals(1, corpus.report().repairs().byteOrderMarks());
        }
        assertTrue(made.refused("corpus.encoding", "x", text.getBytes(UTF_16LE)).getMessage().contains("--encoding UTF-16LE"));
    }

    @Test
    void halfASurrogatePairIsLeftOutByTheLine() throws Exception {
        byte[] wide = join("\ufeffa\tb\n".getBytes(UTF_16LE), new byte[] {0x3D, (byte) 0xD8}, "\tx\n".getBytes(UTF_16LE),
                new String(lines(2), UTF_8).getBytes(UTF_16LE));
        assertEquals(List.of("2 undecodable"), MadeFiles.problems(made.read("x", wide)));
        byte[] utf8 = join("a\u00ed\u00a0\u00bd\tx\n".getBytes(ISO_8859_1), lines(2));
        assertEquals(List.of("1 undecodable"), MadeFiles.problems(made.read("x", utf8)));
    }

    @Test
    void nulAndOtherControlsAreLeftOutByTheLine() throws Exception {
        ParallelCorpus corpus = made.read("x", "a\tb\nb\0c\td\ne\tf\u0007\ng\u0085\u2028h\ti\u00ad\u200d\n");
        assertEquals(List.of("2 control_character", "3 control_character"), MadeFiles.problems(corpus));
    }

    @Test
    void aSideWithNothingToSeeIsEmpty() throws Exception {
        ParallelCorpus corpus = made.read("x", "a\tb\nc\td\n\u00a0\te\nf\t\u202f\u3000\n\u200b\tg\nh\t\u2060\u00a0\u200d\ni\u200d\tj\n");
        assertEquals(List.of("a=b", "c=d", "i\u200d=j"), MadeFiles.pairs(corpus));
        assertEquals(List.of("3 empty_side", "4 empty_side", "5 empty_side", "6 empty_side"), MadeFiles.problems(corpus));
    }

    @Test
    void compressedFilesAreSeenThrough() throws Exception {
        assertEquals(2, made.read("x.txt", MadeFiles.gzip("a\tb\nc\td\n".getBytes(UTF_8))).pairs().size());
        assertEquals(2, made.read(MadeFiles.gzip("a\nb\n".getBytes(UTF_8)), "1\n2\n".getBytes(UTF_8)).pairs().size());
        made.refused("corpus.zip", "x.gz", MadeFiles.gzip(new byte[] {'P', 'K', 3, 4, 0, 0}));
    }

    @Test
    void whatStandsBehindCompressedDataIsNotPassedOver() throws Exception {
        byte[] whole = MadeFiles.gzip("a\tb\nc\td\n".getBytes(UTF_8));
        byte[] more = MadeFiles.gzip("e\tf\n".getBytes(UTF_8));
        assertEquals(List.of("a=b", "c=d", "e=f"), MadeFiles.pairs(made.read("x.gz", join(whole, more))));
        assertEquals(2, made.read("x.gz", join(whole, new byte[512])).pairs().size());
        more[1] ^= 0x10;
        made.refused("file.gzip", "x.gz", join(whole, more));
        made.refused("file.gzip", "x.gz", join(MadeFiles.gzip(lines(100_000)), more));
    }

    @Test
    void aCompressedFileThatIsCutOrDamagedIsRefused() throws Exception {
        byte[] whole = MadeFiles.gzip(lines(100_000));
        made.refused("file.gzip", "x.gz", Arrays.copyOf(whole, whole.length - 5));
        made.refused("file.gzip", "x.gz", Arrays.copyOf(whole, whole.length / 2));
        made.refused("file.gzip", "x.gz", Arrays.copyOf(whole, 11));
        byte[] damaged = whole.clone();
        damaged[whole.length / 2] ^= 0x55;
        made.refused("file.gzip", "x.gz", damaged);
    }

    @ParameterizedTest
    @ValueSource(strings = {"89504E470D0A1A0A0000000D", "255044462D312E340A25E2E3", "D0CF11E0A1B11AE1", "7B5C72746631",
        "7F454C460201", "FFD8FFE000104A46"})
    void filesThatHoldNoTextAreRefusedWhateverTheirName(String digits) {
        byte[] bytes = HexFormat.of().parseHex(digits);
        made.refused("corpus.notText", "corpus.txt", join(bytes, "\ta\tb\n".getBytes(UTF_8)));
    }

    @Test
    void dataThatIsNoTextIsRefused() {
        byte[] noise = new byte[4096];
        new Random(1).nextBytes(noise);
        assertThrows(InputException.class, () -> made.read("x", noise));
        made.refused("corpus.binary", "x", new byte[] {1, 2, 0, 'a', '\t', 0, '\n', 3, 4});
    }

    @Test
    void whatHoldsNoPairsIsRefused() {
        made.refused("corpus.empty", "x", "");
        made.refused("corpus.empty", "x", "\ufeff");
        made.refused("corpus.empty", "x", " \n\r\n\n");
        made.refused("corpus.onlyHeader", "x", "source\ttarget\n");
        made.refused("corpus.onlyHeader", "x.csv", "source,target\n");
        made.refused("corpus.oneColumn", "x", "one\ntwo\nthree\n");
        made.refused("corpus.oneColumn", "x", "Well, hello.\nOne two three.\nA, b, and c.\n");
        made.refused("corpus.tooFew", "x", "a\tb\n");
        made.refused("corpus.tooFewUsable", "x", "a\tb\na\tb\n\tc\n");
    }

    @Test
    void aNameSaysNothingOfTheContent() throws Exception {
        assertEquals("tab-separated", made.read("x.json", "a\tb\nc\td\n").report().format());
        assertEquals("csv", made.read("x.tsv", "a,b\nc,d\n").report().format());
        assertEquals("json-lines", made.read("x.csv", "{\"en\": \"a\", \"fr\": \"b\"}\n{\"en\": \"c\", \"fr\": \"d\"}\n").report().format());
        assertEquals("tab-separated", made.read("x", "[applause]\t[applaudissements]\n{a}\t<b>\n").report().format());
    }

    @Test
    void aFileThatGrowsOrGoesWhileItIsReadIsRefused() throws Exception {
        Path file = Files.write(folder.resolve("growing.tsv"), lines(100_000));
        assertRefusedWhile(file, () -> Files.writeString(file, "x\ty\n", StandardOpenOption.APPEND));
        assertRefusedWhile(file, () -> Files.delete(file));
    }

    private interface Change {
        void make() throws IOException;
    }

    private static void assertRefusedWhile(Path file, Change change) throws InputException {
        Inspection inspection = Inspection.of(CorpusFiles.of(file, null), ReadingOptions.FOLLOWING);
        boolean[] changed = {false};
        InputException refused = assertThrows(InputException.class, () -> CorpusReader.index(inspection, share -> {
            if (!changed[0]) {
                changed[0] = true;
                try {
                    change.make();
                } catch (IOException failure) {
                    throw new AssertionError(failure);
                }
            }
        }));
        assertEquals("file.changed", refused.key());
    }

    @Test
    void readingEndsWhenItIsCancelled() throws Exception {
        Path file = Files.write(folder.resolve("x.tsv"), lines(200_000));
        Inspection inspection = Inspection.of(CorpusFiles.of(file, null), ReadingOptions.FOLLOWING);
        double[] seen = {0};
        assertThrows(CancellationException.class, () -> CorpusReader.index(inspection, share -> {
            seen[0] = share;
            if (share > 0.2) {
                throw new CancellationException();
            }
        }));
        assertTrue(seen[0] < 0.3, "went on to " + seen[0]);
    }
}
