package seq2see.corpora;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every sample corpus, and for the catalogue that lists them. */
class SampleCorporaTest {
    private static final Path FOLDER = Path.of("sample-corpora");

    static List<Corpus> corpora() {
        return MakeCorpora.CORPORA;
    }

    @ParameterizedTest
    @MethodSource("corpora")
    void theGeneratorMakesTheFileByteForByte(Corpus corpus) throws IOException {
        byte[] made = corpus.text().getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(Files.readAllBytes(FOLDER.resolve(corpus.fileName())), made,
                corpus.fileName() + " is not what its generator makes: run sample-corpora/generator/seq2see/corpora/MakeCorpora.java");
    }

    @ParameterizedTest
    @MethodSource("corpora")
    void everyLineIsOnePairAndTheLastLineIsEnded(Corpus corpus) throws IOException {
        String text = Files.readString(FOLDER.resolve(corpus.fileName()));
        assertTrue(text.endsWith("\n") && !text.endsWith("\n\n") && !text.contains("\r"));
        text.lines().forEach(line -> assertTrue(line.matches("\\S(?:[^\\t]*\\S)?\\t\\S(?:[^\\t]*\\S)?"), line));
    }

    @ParameterizedTest
    @MethodSource("corpora")
    void noSourceOccursTwice(Corpus corpus) {
        Set<String> sources = new HashSet<>();
        corpus.pairs().forEach(pair -> assertTrue(sources.add(pair.source()), pair.source()));
    }

    @Test
    void theCatalogueListsEveryFileInOrder() throws IOException {
        List<String> listed = new ArrayList<>();
        catalogue().forEach(entry -> listed.add(entry.get("file").asText()));
        assertEquals(corpora().stream().map(Corpus::fileName).toList(), listed);
    }

    @Test
    void everyEntryOfTheCatalogueSaysHowToReadItsFile() throws IOException {
        for (JsonNode entry : catalogue()) {
            assertTrue(entry.get("sourceTokenizer").asText().matches("word|character"), entry.toString());
            assertTrue(entry.get("targetTokenizer").asText().matches("word|character"), entry.toString());
            assertFalse(entry.get("title").get("en").asText().isBlank());
            assertFalse(entry.get("title").get("zh").asText().isBlank());
        }
    }

    /** All but one at most: a saying that the corpus is known for may be tried although it was learnt. */
    @Test
    void theExamplesToTryAreHardlyEverInTheirCorpus() throws IOException {
        for (JsonNode entry : catalogue()) {
            Corpus corpus = corpora().stream().filter(c -> c.fileName().equals(entry.get("file").asText())).findFirst().orElseThrow();
            Set<String> sources = new HashSet<>(corpus.pairs().stream().map(Pair::source).toList());
            List<String> examples = StreamSupport.stream(entry.get("examples").spliterator(), false).map(JsonNode::asText).toList();
            assertTrue(examples.size() >= 3, entry.toString());
            assertTrue(examples.stream().filter(sources::contains).count() <= 1, entry.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("corpora")
    void theReadmeSaysHowManyPairsThereAre(Corpus corpus) throws IOException {
        String row = Files.readString(FOLDER.resolve("README.md")).lines()
                .filter(line -> line.startsWith("| `" + corpus.fileName() + "`")).findFirst().orElseThrow();
        assertTrue(row.contains("| " + String.format(Locale.ROOT, "%,d", corpus.pairs().size()) + " |"), row);
    }

    private static JsonNode catalogue() throws IOException {
        return new ObjectMapper().readTree(FOLDER.resolve("catalogue.json").toFile());
    }
}
