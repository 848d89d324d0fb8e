package seq2see.app.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2see.app.lesson.LessonFolder.Own;
import seq2see.corpus.InputException;
import seq2see.lesson.Inline;
import seq2see.lesson.Lesson;

/** An instructor writes in an editor; what is heard is awaited, never timed. */
class LessonFolderTest {
    private static final String GOOD = """
            ---
            id: mine
            title: %s
            minutes: 3
            ---

            # A step

            One line.

            :::model
            corpus: reverse.tsv
            :::

            :::view attention
            sentence: planet
            :::
            """;

    @TempDir
    private Path folder;
    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
    private LessonFolder lessons;

    @BeforeEach
    void open() {
        lessons = new LessonFolder(folder, () -> "en", new Heard());
    }

    /** Keeps what is told. */
    private final class Heard implements LessonFolder.Listener {
        @Override
        public void read(List<Own> read) {
            heard.add(read);
        }

        @Override
        public void checked(Lesson lesson, List<InputException> problems) {
            heard.add(problems.stream().map(problem -> problem.text(Locale.ENGLISH)).toList());
        }

        @Override
        public void refused(InputException problem) {
            heard.add(problem);
        }
    }

    @AfterEach
    void close() {
        lessons.close();
    }

    /** What is told next that is of this kind. */
    @SuppressWarnings("unchecked")
    private List<Own> read(Predicate<List<Own>> wanted) throws InterruptedException {
        while (true) {
            Object next = heard.poll(30, TimeUnit.SECONDS);
            assertNotNull(next, "nothing was told");
            if (next instanceof List<?> list && (list.isEmpty() || list.getFirst() instanceof Own) && wanted.test((List<Own>) list)) {
                return (List<Own>) list;
            }
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void whatIsSavedIsReadAgainAndTheLastGoodVersionStaysWhileThereAreFaults() throws IOException, InterruptedException {
        write("mine.md", GOOD.formatted("First"));
        lessons.start();
        assertEquals("First", read(all -> !all.isEmpty()).getFirst().lesson().title());
        write("mine.md", GOOD.formatted("Second").replace(":::view attention", ":::vieww attention"));
        Own faulty = read(all -> !all.isEmpty() && !all.getFirst().problems().isEmpty()).getFirst();
        assertEquals("First", faulty.lesson().title());
        assertTrue(faulty.problems().getFirst().text(Locale.ENGLISH).startsWith("mine.md:15:"), faulty.problems().getFirst().text(Locale.ENGLISH));
        write("mine.md", GOOD.formatted("Third"));
        Own mended = read(all -> !all.isEmpty() && all.getFirst().problems().isEmpty()).getFirst();
        assertEquals("Third", mended.lesson().title());
        assertEquals("own.mine", mended.lesson().id());
        Files.delete(folder.resolve("mine.md"));
        assertTrue(read(List::isEmpty).isEmpty());
    }

    @Test
    void theEngineFindsWhatALessonNamesAndIsNotThere() throws IOException, InterruptedException {
        write("mine.md", GOOD.formatted("First").replace("One line.", "One {line}."));
        lessons.start();
        lessons.check(read(all -> !all.isEmpty()).getFirst().lesson());
        Object told = heard.poll(30, TimeUnit.SECONDS);
        assertTrue(String.valueOf(told).startsWith("[mine.md:9:5"), String.valueOf(told));
    }

    @Test
    void aFolderOfALanguageThatIsMadeLaterIsWatched() throws IOException, InterruptedException {
        lessons.start();
        read(List::isEmpty);
        Files.createDirectory(folder.resolve("en"));
        // A file may be there before the folder is watched, or after; one of these is seen in either case.
        write("en/mine.md", GOOD.formatted("First"));
        read(all -> !all.isEmpty());
        write("en/mine.md", GOOD.formatted("Second"));
        assertEquals("Second", read(all -> !all.isEmpty() && all.getFirst().lesson().title().equals("Second")).getFirst().lesson().title());
    }

    @Test
    void aCheckThatFailsIsTold() throws IOException, InterruptedException {
        write("mine.md", GOOD.formatted("First") + "\n:::ask judge\nquestion: x\nright: y\nwrong: z\nso: " + "(".repeat(1_900) + "1" + ")".repeat(1_900) + " = 1\n:::\n");
        lessons.start();
        lessons.check(read(all -> !all.isEmpty()).getFirst().lesson());
        assertNotNull(heard.poll(30, TimeUnit.SECONDS), "nothing was told");
    }

    @Test
    void whatCannotBeALessonIsToldAndDoesNoHarm() throws IOException, InterruptedException {
        write("broken.md", "---\nid: Broken!\n");
        write("empty.md", "");
        write("enormous.md", "word ".repeat(1_000_000));
        write("html.md", GOOD.formatted("HTML").replace("One line.", "<script>alert(1)</script>\n\nAnd [a link](https://example.org/x).\n\n![a picture](../../secret.png)"));
        write("twice.md", GOOD.formatted("HTML").replace("id: mine", "id: mine"));
        write("notes.txt", "no lesson");
        lessons.start();
        List<Own> all = read(found -> !found.isEmpty());
        assertEquals(List.of("broken.md", "empty.md", "enormous.md", "html.md", "twice.md"), all.stream().map(own -> own.lesson().file()).toList());
        assertEquals(5, all.stream().map(own -> own.lesson().id()).distinct().count());
        for (int i : new int[] {0, 1, 2, 4}) {
            assertFalse(all.get(i).problems().isEmpty(), all.get(i).lesson().file());
            assertFalse(all.get(i).lesson().steps().isEmpty());
        }
        List<Inline> prose = all.get(3).lesson().steps().getFirst().prose();
        assertTrue(prose.stream().anyMatch(inline -> inline instanceof Inline.Words words && words.style() == Inline.Style.CODE && words.text().contains("<script>")),
                prose.toString());
        assertTrue(prose.stream().anyMatch(inline -> inline instanceof Inline.Link link && link.address().equals("https://example.org/x")));
    }

    @Test
    void aFolderOfAThousandFilesIsRead() throws IOException, InterruptedException {
        for (int i = 0; i < 1_000; i++) {
            write("lesson" + i + ".md", GOOD.formatted("Number " + i).replace("id: mine", "id: mine-" + i));
        }
        lessons.start();
        assertEquals(1_000, read(all -> all.size() == 1_000).size());
    }

    @Test
    void aFolderThatIsNotThereIsRefused() throws InterruptedException {
        LessonFolder nowhere = new LessonFolder(folder.resolve("gone"), () -> "en", new Heard());
        nowhere.start();
        assertTrue(heard.poll(30, TimeUnit.SECONDS) instanceof InputException);
        nowhere.close();
    }
}
