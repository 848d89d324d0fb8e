package seq2see.corpus.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import seq2see.corpus.Graphemes;
import seq2see.corpus.InputException;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.RandomText;
import seq2see.corpus.ReadingReport.Problem;
import seq2see.corpus.ReadingReport.Reason;
import seq2see.corpus.reading.ScreeningRules.Treatment;

/** What holds of every reader and every file: pairs that were written come back, and no record is lost in silence. */
class ReadersPropertyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ScreeningRules EVERYTHING = everything();

    @TempDir
    private Path folder;

    /** Rules that leave nothing out. */
    private static ScreeningRules everything() {
        ScreeningRules rules = ScreeningRules.USUAL;
        for (Reason reason : ScreeningRules.SWITCHABLE) {
            rules = rules.with(reason, Treatment.IGNORE);
        }
        return rules;
    }

    private record Pair(String source, String target) {
    }

    /** A text that a side can be: whole characters, nothing that ends a line or that XML has no way to write. */
    private static String side(Random random) {
        String text = RandomText.of(random).replaceAll("[\\p{Cntrl}&&[^\\x85]]|\\p{Cs}|[\\uFEFF\\uFFFE\\uFFFF]|[\\x{10FE00}-\\x{10FEFF}]|\\p{Cn}", "");
        String stripped = Graphemes.strip(text);
        return stripped.isEmpty() || stripped.contains("OUT:") ? "x" + random.nextInt(100) : stripped;
    }

    private static List<Pair> pairs(Random random) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 2 + random.nextInt(20); i > 0; i--) {
            pairs.add(new Pair(side(random), side(random)));
        }
        return pairs;
    }

    /** The files of a format that hold the pairs: one, or two. */
    private static List<String> written(Format format, List<Pair> pairs, Random random) throws IOException {
        String end = random.nextBoolean() ? "\n" : "\r\n";
        return switch (format) {
            case TAB_SEPARATED -> List.of(lines(pairs, end, pair -> pair.source + "\t" + pair.target));
            case LINE_ALIGNED -> List.of(lines(pairs, end, Pair::source), lines(pairs, end, Pair::target));
            case CSV -> List.of("source,target" + end + lines(pairs, end, pair -> quoted(pair.source) + "," + quoted(pair.target)));
            case IN_OUT -> List.of(lines(pairs, end, pair -> "IN: " + pair.source + " OUT: " + pair.target));
            case JSON_LINES -> List.of(lines(pairs, end, pair -> json(Map.of("translation", Map.of("en", pair.source, "fr", pair.target)))));
            case JSON -> List.of("[" + pairs.stream().map(pair -> json(Map.of("en", pair.source, "fr", pair.target)))
                    .collect(Collectors.joining("," + end)) + "]");
            case TMX -> List.of("<tmx version='1.4'><header srclang='en'/><body>" + lines(pairs, end, pair -> "<tu><tuv xml:lang='en'><seg>"
                    + xml(pair.source) + "</seg></tuv><tuv xml:lang='fr'><seg>" + xml(pair.target) + "</seg></tuv></tu>") + "</body></tmx>");
        };
    }

    private static String lines(List<Pair> pairs, String end, Function<Pair, String> line) {
        return pairs.stream().map(line).collect(Collectors.joining(end, "", end));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private CorpusFiles files(List<byte[]> contents) throws IOException {
        Path first = Files.write(folder.resolve("a"), contents.getFirst());
        return CorpusFiles.of(first, contents.size() < 2 ? null : Files.write(folder.resolve("b"), contents.getLast()));
    }

    private static ParallelCorpus screened(IndexedCorpus index, ScreeningRules rules) {
        ParallelCorpus corpus = Screening.of(index, rules, ReadingProgress.NONE);
        assertEquals(corpus.report().pairsRead(), corpus.report().pairsKept() + corpus.report().problems().size());
        assertEquals(corpus.report().problems().stream().map(Problem::line).sorted().toList(),
                corpus.report().problems().stream().map(Problem::line).toList());
        return corpus;
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void pairsThatWereWrittenComeBack(Format format) throws Exception {
        Random random = new Random(7);
        for (int round = 0; round < 60; round++) {
            List<Pair> pairs = pairs(random);
            Charset charset = Charset.forName(List.of("UTF-8", "UTF-16LE", "UTF-16BE", "GB18030").get(random.nextInt(4)));
            String mark = charset.name().equals("UTF-16LE") || random.nextBoolean() ? "\ufeff" : "";
            List<byte[]> contents = new ArrayList<>();
            for (String text : written(format, pairs, random)) {
                byte[] bytes = (mark + text).getBytes(charset);
                contents.add(random.nextBoolean() ? MadeFiles.gzip(bytes) : bytes);
            }
            ReadingOptions options = ReadingOptions.FOLLOWING.withFormat(format).withEncoding(charset)
                    .withHeader(format == Format.CSV).withColumns("fr".equals(name(format)) ? "en" : null, null);
            Inspection inspection = Inspection.of(files(contents), options);
            ParallelCorpus corpus = screened(CorpusReader.index(inspection, ReadingProgress.NONE), EVERYTHING);
            assertEquals(pairs, corpus.pairs().stream().map(pair -> new Pair(pair.source(), pair.target())).toList(), format + " " + charset);
        }
    }

    /** JSON's members come in any order: there the side is named. */
    private static String name(Format format) {
        return format == Format.JSON || format == Format.JSON_LINES ? "fr" : "";
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void noRecordOfADamagedFileIsLostInSilence(Format format) throws Exception {
        Random random = new Random(11);
        int readable = 0;
        for (int round = 0; round < 120; round++) {
            List<byte[]> contents = new ArrayList<>();
            for (String text : written(format, pairs(random), random)) {
                contents.add(damaged(text.getBytes(UTF_8), random));
            }
            try {
                Inspection inspection = Inspection.of(files(contents), ReadingOptions.FOLLOWING);
                IndexedCorpus index = CorpusReader.index(inspection, ReadingProgress.NONE);
                ParallelCorpus corpus = screened(index, ScreeningRules.USUAL);
                readable++;
                if (inspection.layout().format() == Format.TAB_SEPARATED && contents.getFirst()[0] != 0x1F) {
                    assertEquals(recordLines(contents.getFirst(), inspection), corpus.report().pairsRead());
                }
            } catch (InputException refused) {
                assertTrue(refused.getMessage().contains(folder.toString()), refused.getMessage());
            }
        }
        assertTrue(readable > 5, readable + " of the damaged files could be read");
    }

    /** Counted another way: what LF parts and is not blank, without the header. */
    private static long recordLines(byte[] bytes, Inspection inspection) {
        String text = new String(bytes, inspection.encoding());
        String end = text.indexOf('\n') < 0 ? "\r" : "\n";
        return Arrays.stream(text.replace("\ufeff", "").split(end)).filter(line -> line.contains("\t") || !Graphemes.strip(line).isEmpty()).count()
                - (inspection.layout().header() ? 1 : 0);
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        byte[] result = bytes.clone();
        for (int i = random.nextInt(4); i > 0 && result.length > 1; i--) {
            int place = random.nextInt(result.length);
            switch (random.nextInt(5)) {
                case 0 -> result[place] = (byte) random.nextInt(256);
                case 1 -> result[place] = (byte) "\n\r\t\",\0{}<&".charAt(random.nextInt(10));
                case 2 -> result = Arrays.copyOf(result, place + 1);
                case 3 -> System.arraycopy(result, 0, result, place, Math.min(place, result.length - place));
                default -> result[place] ^= 0x20;
            }
        }
        return result;
    }

    @Test
    void noiseIsReadOrRefusedAndNothingElse() throws Exception {
        Random random = new Random(3);
        for (int round = 0; round < 100; round++) {
            byte[] noise = new byte[1 + random.nextInt(2000)];
            random.nextBytes(noise);
            for (int i = 0; i < noise.length && round % 2 == 0; i++) {
                noise[i] = (byte) (noise[i] & 0x7F);
            }
            try {
                screened(CorpusReader.index(Inspection.of(files(List.of(noise)), ReadingOptions.FOLLOWING), ReadingProgress.NONE), ScreeningRules.USUAL);
            } catch (InputException refused) {
                assertTrue(refused.getMessage().contains(folder.toString()), refused.getMessage());
            }
        }
    }
}
