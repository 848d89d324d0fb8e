package seq2see.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2see.corpus.BytePairTokenizer;
import seq2see.corpus.Normalisation;
import seq2see.corpus.Normalisation.Rule;
import seq2see.corpus.Preparation;
import seq2see.corpus.ReadingReport.Reason;
import seq2see.corpus.SentencePair;
import seq2see.corpus.SourceNoise;
import seq2see.corpus.SplitShares;
import seq2see.corpus.Tokenizers;
import seq2see.corpus.reading.ReadingOptions;
import seq2see.corpus.reading.ScreeningRules;
import seq2see.corpus.reading.ScreeningRules.Treatment;

class CorpusRecipeTest {
    @TempDir
    Path folder;

    @Test
    void aCorpusIsFoundAgainAsItWasPrepared() throws Exception {
        Path source = Files.write(folder.resolve("a.zh"), "猫\n狗\n猫\n".getBytes(Charset.forName("GB18030")));
        Path target = Files.writeString(folder.resolve("a.en"), "cat\ndog\ncat\n");
        ReadingOptions options = ReadingOptions.FOLLOWING.withEncoding(Charset.forName("GB18030")).withColumns("target", "source");
        Preparation preparation = Preparation.by(Tokenizers.named("byte-pair", 300), Tokenizers.named("character")).withBothDirections(true)
                .with(Normalisation.NONE.with(Rule.CASE, true)).with(new SplitShares(0.2, 0.1)).withLargestVocabulary(500);
        SourceNoise noise = new SourceNoise(0.1, 0, 0.05);
        CorpusRecipe recipe = CorpusRecipe.of(List.of(source, target), List.of(source, target), List.of(), options,
                ScreeningRules.USUAL.with(Reason.DUPLICATE_PAIR, Treatment.REPORT), preparation, noise);
        assertEquals(Optional.of(recipe), CorpusRecipe.parse(recipe.text()));
        OpenedCorpus opened = OpenedCorpus.read(recipe.text());
        assertEquals(recipe.text(), opened.id());
        assertEquals(new SentencePair("cat", "猫", 1), opened.corpus().pairs().getFirst());
        assertEquals(3, opened.corpus().pairs().size());
        Preparation found = opened.preparation();
        assertEquals("character", found.targetTokenizer().name());
        assertEquals(300, ((BytePairTokenizer) found.sourceTokenizer()).subwords());
        assertEquals(preparation, found.withTokenizers(preparation.sourceTokenizer(), preparation.targetTokenizer()));
        assertEquals(noise, opened.settings().method().noise());
        assertEquals(3, opened.given().validation().orElseThrow().pairs().size());
        assertEquals("a.zh + a.en", opened.title("en"));
    }

    @Test
    void aFileIsChangedWhereItsContentIs() throws Exception {
        Path file = Files.writeString(folder.resolve("a.tsv"), "a\tb\nc\td\n");
        CorpusRecipe recipe = CorpusRecipe.of(List.of(file), List.of(), List.of(), ReadingOptions.FOLLOWING, ScreeningRules.USUAL,
                Preparation.by(Tokenizers.named("word"), Tokenizers.named("word")), SourceNoise.NONE);
        assertTrue(recipe.change().isEmpty());
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        assertTrue(recipe.change().isEmpty());
        Files.writeString(file, "e\tf\n", StandardOpenOption.APPEND);
        assertEquals("corpus.changedSince", recipe.change().orElseThrow().key());
        assertEquals(3, recipe.read().corpus().pairs().size());
    }

    @Test
    void aRecipeThatMakesNoSenseIsNone() throws Exception {
        Path file = Files.writeString(folder.resolve("a.tsv"), "a\tb\nc\td\n");
        String text = CorpusRecipe.of(List.of(file), List.of(), List.of(), ReadingOptions.FOLLOWING, ScreeningRules.USUAL,
                Preparation.by(Tokenizers.named("word"), Tokenizers.named("word")), SourceNoise.NONE).text();
        assertTrue(CorpusRecipe.parse(text).isPresent());
        for (String[] change : new String[][] {{"\"corpus\":\\[.*?\\]", "\"corpus\":[]"}, {"\"preparing\":\\{.*?\\}\\}", "\"preparing\":null"},
            {"\"sourceTokenizer\":\"word\"", "\"sourceTokenizer\":\"syllable\""}, {"\"corpus\":\\[.*?\\]", "\"corpus\":[\"a\\\\u0000b\"]"},
            {"\"corpus\":\\[.*?\\]", "\"corpus\":[null]"}, {"\"largestVocabulary\":\\d+", "\"largestVocabulary\":0"}, {"\"drop\":0.0", "\"drop\":7"}}) {
            String changed = text.replaceFirst(change[0], change[1]);
            assertTrue(!changed.equals(text), change[0]);
            assertTrue(CorpusRecipe.parse(changed).isEmpty(), changed);
        }
    }

    @Test
    void otherIdsAreNoRecipes() {
        for (String id : new String[] {"reverse.tsv", "/home/me/{a}.tsv", "{damaged", ""}) {
            assertTrue(CorpusRecipe.parse(id).isEmpty(), id);
        }
    }
}
