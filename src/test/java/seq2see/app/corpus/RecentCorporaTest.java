package seq2see.app.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2see.app.HeadlessToolkit;
import seq2see.app.control.Deadline;
import seq2see.app.corpus.RecentCorpora.Recent;
import seq2see.app.session.CorpusRecipe;

class RecentCorporaTest {
    private static final Deadline DEADLINE = Deadline.inSeconds(600);
    @TempDir
    private Path folder;
    private Path file;

    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    @BeforeEach
    void name() {
        file = folder.resolve("settings").resolve("corpora.jsonl");
    }

    private CorpusRecipe recipe(String name) throws Exception {
        return CorpusChoices.of(List.of(Files.writeString(folder.resolve(name), "a\tb\nc\td\n"))).recipe();
    }

    /** The names of those that are remembered, the latest first. */
    private List<String> remembered() throws Exception {
        CompletableFuture<List<Recent>> found = new CompletableFuture<>();
        RecentCorpora recent = new RecentCorpora(file);
        recent.find(found::complete);
        recent.close(DEADLINE);
        return found.get(25, TimeUnit.SECONDS).stream().map(one -> Path.of(one.recipe().corpus().getFirst()).getFileName().toString()).toList();
    }

    private void add(String... names) throws Exception {
        RecentCorpora recent = new RecentCorpora(file);
        for (String name : names) {
            recent.add(recipe(name));
        }
        recent.close(DEADLINE);
    }

    @Test
    void theLatestStandsFirstAndEachOnce() throws Exception {
        assertEquals(List.of(), remembered());
        add("a.tsv", "b.tsv", "a.tsv");
        assertEquals(List.of("a.tsv", "b.tsv"), remembered());
    }

    @Test
    void aDamagedLineSpoilsNoOther() throws Exception {
        add("a.tsv", "b.tsv", "c.tsv");
        byte[] bytes = Files.readAllBytes(file);
        int second = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("b.tsv");
        bytes[second] = (byte) 0xFF;
        Files.write(file, bytes);
        assertEquals(List.of("c.tsv", "a.tsv"), remembered());
        add("d.tsv");
        assertEquals(List.of("d.tsv", "c.tsv", "a.tsv"), remembered());
    }

    @Test
    void twoWindowsKeepEachOthers() throws Exception {
        List<CorpusRecipe> recipes = new ArrayList<>();
        for (String name : List.of("a.tsv", "b.tsv", "c.tsv", "d.tsv", "e.tsv", "f.tsv")) {
            recipes.add(recipe(name));
        }
        RecentCorpora one = new RecentCorpora(file);
        RecentCorpora other = new RecentCorpora(file);
        for (int i = 0; i < recipes.size(); i += 2) {
            one.add(recipes.get(i));
            other.add(recipes.get(i + 1));
        }
        one.close(DEADLINE);
        other.close(DEADLINE);
        assertEquals(new TreeSet<>(Set.of("a.tsv", "b.tsv", "c.tsv", "d.tsv", "e.tsv", "f.tsv")), new TreeSet<>(remembered()));
    }
}
