package seq2see.app.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2see.corpus.ReadingReport.Reason;
import seq2see.corpus.SentencePair;
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
        CorpusRecipe recipe = CorpusRecipe.of(source, target, options, ScreeningRules.USUAL.with(Reason.DUPLICATE_PAIR, Treatment.REPORT),
                Tokenizers.named("word"), Tokenizers.named("character"));
        assertEquals(Optional.of(recipe), CorpusRecipe.parse(recipe.text()));
        OpenedCorpus opened = OpenedCorpus.read(recipe.text());
        assertEquals(recipe.text(), opened.id());
        assertEquals(new SentencePair("cat", "猫", 1), opened.corpus().pairs().getFirst());
        assertEquals(3, opened.corpus().pairs().size());
        assertEquals("character", opened.targetTokenizer().name());
        assertEquals("a.zh + a.en", opened.title("en"));
    }

    @Test
    void aChangedFileIsNoticed() throws Exception {
        Path file = Files.writeString(folder.resolve("a.tsv"), "a\tb\nc\td\n");
        CorpusRecipe recipe = CorpusRecipe.of(file, null, ReadingOptions.FOLLOWING, ScreeningRules.USUAL, Tokenizers.named("word"), Tokenizers.named("word"));
        assertTrue(recipe.change().isEmpty());
        Files.writeString(file, "e\tf\n", StandardOpenOption.APPEND);
        assertEquals("corpus.changedSince", recipe.change().orElseThrow().key());
        assertEquals(3, recipe.read().corpus().pairs().size());
    }

    @Test
    void otherIdsAreNoRecipes() {
        for (String id : new String[] {"reverse.tsv", "/home/me/{a}.tsv", "{damaged", ""}) {
            assertTrue(CorpusRecipe.parse(id).isEmpty(), id);
        }
    }
}
