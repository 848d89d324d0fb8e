package seq2see.corpus.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import seq2see.corpus.InputException;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.SentencePair;
import seq2see.corpus.Tokenizer;
import seq2see.corpus.Tokenizers;

class SampleCorporaTest {
    private static final String CATALOGUE = """
            [{"file": "dates.tsv", "sourceTokenizer": "character", "targetTokenizer": "word",
              "title": {"en": "Dates", "zh": "日期"}, "examples": ["4 May 2021"]}]""";

    @TempDir
    private Path folder;

    private Optional<SampleCorpus> entryFor(String file, String catalogue) throws IOException, InputException {
        Files.writeString(folder.resolve("catalogue.json"), catalogue);
        return SampleCorpora.entryFor(folder.resolve(file));
    }

    @Test
    void aCatalogueBesideAFileTellsItsTokenizers() throws Exception {
        assertEquals(Optional.of(new SampleCorpus("dates.tsv", "character", "word", Map.of("en", "Dates", "zh", "日期"),
                List.of("4 May 2021"))), entryFor("dates.tsv", CATALOGUE));
    }

    @Test
    void anotherFileBesideItHasNone() throws Exception {
        assertEquals(Optional.empty(), entryFor("mine.tsv", CATALOGUE));
    }

    @Test
    void withoutACatalogueThereIsNone() throws Exception {
        assertEquals(Optional.empty(), SampleCorpora.entryFor(folder.resolve("mine.tsv")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "{}", "[{\"file\": \"dates.tsv\"}]", "[null]", "[] []", "[{\"file\": null, \"sourceTokenizer\": \"word\", "
            + "\"targetTokenizer\": \"word\", \"title\": {}, \"examples\": []}]"})
    void aDamagedCatalogueIsRefused(String catalogue) {
        assertEquals("catalogue.damaged", assertThrows(InputException.class, () -> entryFor("dates.tsv", catalogue)).key());
    }

    @ParameterizedTest
    @MethodSource("seq2see.corpus.reading.SampleCorpora#all")
    void everyCorpusOfTheProgramReadsWithoutAProblem(SampleCorpus sample) throws Exception {
        ParallelCorpus corpus = SampleCorpora.read(sample);
        assertEquals(List.of(), corpus.report().problems());
        assertEquals(sample.file(), corpus.name());
        assertEquals(Set.of("en", "zh"), sample.titles().keySet());
        assertFalse(sample.examples().isEmpty());
    }

    /** A mark in a token would show that its spacing is not the default: these corpora are written without any. */
    @ParameterizedTest
    @MethodSource("seq2see.corpus.reading.SampleCorpora#all")
    void everyCorpusOfTheProgramGivesCleanTokens(SampleCorpus sample) throws Exception {
        Tokenizer source = Tokenizers.named(sample.sourceTokenizer());
        Tokenizer target = Tokenizers.named(sample.targetTokenizer());
        for (SentencePair pair : SampleCorpora.read(sample).pairs()) {
            assertEquals(pair.source(), source.detokenize(source.tokenize(pair.source())));
            assertEquals(pair.target(), target.detokenize(target.tokenize(pair.target())));
            assertFalse(source.tokenize(pair.source()).stream().anyMatch(token -> token.startsWith("‿")), pair::source);
            assertFalse(target.tokenize(pair.target()).stream().anyMatch(token -> token.startsWith("‿")), pair::target);
        }
    }
}
