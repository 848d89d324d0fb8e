package seq2see.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import seq2see.lesson.Inline.Style;

/** A lesson is a readable text; what is wrong in one is told with its place, and nothing of it is ever carried out. */
class LessonReaderTest {
    private static final String HEAD = "---\nid: sample\ntitle: A sample\nminutes: 4\nneeds: one, two\n---\n";

    private static Reading read(String text) {
        return LessonReader.read("sample.md", text);
    }

    private static LessonStep step(String body) {
        Reading reading = read(HEAD + "# Title\n" + body);
        assertEquals(List.of(), reading.problems());
        return reading.lesson().orElseThrow().steps().getFirst();
    }

    private static List<Inline> paragraph(String text) {
        return ((Block.Paragraph) step(text).blocks().getFirst()).content();
    }

    private static Inline.Words words(String text) {
        return new Inline.Words(text, Style.PLAIN);
    }

    @Test
    void frontMatterSaysWhatTheLessonIs() {
        Lesson lesson = read(HEAD + "# One\n").lesson().orElseThrow();
        assertEquals("sample", lesson.id());
        assertEquals("A sample", lesson.title());
        assertEquals(4, lesson.minutes());
        assertEquals(List.of(new Setting("one", new Place("sample.md", 5, 8)), new Setting("two", new Place("sample.md", 5, 13))), lesson.needs());
    }

    @Test
    void aHeadOfBlanksAndStrangeLineEndsIsReadAtOnce() {
        String title = "title:" + " ".repeat(3_900) + "\u2028";
        Reading reading = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> read("---\nid: sample\n" + title + "\nminutes: 4\n---\n# One\n"));
        assertEquals("", reading.lesson().orElseThrow().title());
    }

    @Test
    void anImageStandsAloneInItsParagraph() {
        assertEquals(List.of(new Block.Image(new Setting("a.png", new Place("sample.md", 8, 1)), "what it shows")), step("![what it shows](a.png)").blocks());
    }

    @Test
    void aHeadingBeginsAStep() {
        assertEquals(List.of("One", "Two"), read(HEAD + "# One\ntext\n\n# Two\n").lesson().orElseThrow().steps().stream()
                .map(LessonStep::title).toList());
    }

    @Test
    void proseHoldsMarkedWordsFormulasFactsAndMentions() {
        assertEquals(List.of(words("The "), new Inline.Words("last", Style.STRONG), words(" state "),
                        new Inline.Formula(new Setting("h_T", new Place("sample.md", 8, 20))), words(" has "),
                        new Inline.Fact(new Setting("H", new Place("sample.md", 8, 30))), words(" "),
                        new Inline.Mention(List.of(words("units")), new Setting("unit.1", new Place("sample.md", 8, 34))), words(".")),
                paragraph("The **last** state $h_T$ has {H} [units](#unit.1)."));
    }

    @Test
    void aFormulaByItselfIsDisplayed() {
        assertEquals(new Block.DisplayedFormula(new Setting("a_b * c", new Place("sample.md", 9, 1))), step("\n$$a_b * c$$\n").blocks().getFirst());
    }

    @Test
    void chineseIsWrittenOnWithoutASpaceAtALinesEnd() {
        assertEquals(List.of(words("编码器读入源序列。")), paragraph("编码器读入\n源序列。"));
        assertEquals(List.of(words("one two")), paragraph("one\ntwo"));
    }

    @Test
    void htmlAndScriptsAreText() {
        assertEquals(List.of(words("a "), new Inline.Words("<b onclick='x()'>", Style.CODE), words("bold"), new Inline.Words("</b>", Style.CODE)),
                paragraph("a <b onclick='x()'>bold</b>"));
        assertEquals(List.of(new Inline.Words("<script>alert(1)</script>", Style.CODE)), paragraph("<script>alert(1)</script>"));
    }

    @Test
    void aLinkIsKeptWithItsAddress() {
        assertEquals(List.of(new Inline.Link("the paper", "https://example.org/p")), paragraph("[the paper](https://example.org/p)"));
    }

    @Test
    void aDirectiveIsANameAnArgumentAndLines() {
        LessonStep step = step(":::view attention\nsentence: ab: cd\n:::\n");
        assertEquals("attention", step.view().orElseThrow().argument().value());
        assertEquals(new Setting("ab: cd", new Place("sample.md", 9, 11)), step.view().orElseThrow().value("sentence").orElseThrow());
    }

    @Test
    void aStepHoldsWhatTheOnesBeforeItSaid() {
        List<LessonStep> steps = read(HEAD + """
                # One
                :::model
                corpus: reverse.tsv
                seed: 7
                :::
                :::moment decoder.1.token:::
                :::highlight source.1:::
                # Two
                :::model
                steps: 30
                :::
                # Three
                :::model
                corpus: dates.tsv
                :::
                """).lesson().orElseThrow().steps();
        Directive second = steps.get(1).model().orElseThrow();
        assertEquals("7", second.value("seed").orElseThrow().value());
        assertEquals("30", second.value("steps").orElseThrow().value());
        assertEquals("decoder.1.token", steps.get(1).moment().orElseThrow().value());
        assertEquals(List.of(), steps.get(1).highlights(), "a highlight belongs to its step");
        assertTrue(steps.get(2).model().orElseThrow().value("seed").isEmpty(), "another corpus begins another model");
    }

    @Test
    void anExerciseIsData() {
        Exercise exercise = step("""
                :::ask which
                question: Which $x$?
                hint: first
                hint: second
                right: yes
                wrong: no
                among: source
                :::
                """).exercise().orElseThrow();
        assertEquals("which", exercise.kind().value());
        assertEquals(2, exercise.hints().size());
        assertEquals("source", exercise.settings().get("among").value());
        assertEquals(List.of("among"), List.copyOf(exercise.settings().keySet()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # One                                                      | lesson.noFrontMatter    | 1:1
            ---\\nid: a                                                | lesson.openFrontMatter  | 1:1
            ---\\nid: A b\\ntitle: t\\nminutes: 1\\n---\\n# One         | lesson.id               | 2:1
            ---\\nid: a\\ntitle: t\\nminutes: soon\\n---\\n# One        | lesson.minutes          | 4:1
            ---\\nid: a\\ntitle: t\\n---\\n# One                        | lesson.frontMatterLacks | 1:1
            ---\\nid: a\\ntitle: t\\nminutes: 1\\nwho: me\\n---\\n# One  | lesson.frontMatterKey   | 5:1
            ---\\nid: a\\nid: b\\ntitle: t\\nminutes: 1\\n---\\n# One    | lesson.keyTwice         | 3:1
            ---\\nid: a\\ntitle: t\\nminutes: 1\\n!!\\n---\\n# One       | lesson.frontMatterLine  | 5:1
            ---\\nid: a\\ntitle: t\\nminutes: 1\\n---\\n                | lesson.noStep           | 5:1
            ---\\nid: a\\ntitle: t\\nminutes: 1\\n---\\ntext            | lesson.beforeFirstStep  | 6:1
            """)
    void brokenFrontMatterIsTold(String text, String key, String place) {
        assertTold(read(text.replace("\\n", "\n")), key, place);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            :::script alert\\n:::                     | lesson.directive      | 8:4
            :::view\\nsize: 3\\n:::                   | lesson.directiveKey   | 9:1
            :::view a\\nsentence\\n:::                | lesson.directiveLine  | 9:1
            :::view a\\nsentence: b                   | lesson.openDirective  | 8:1
            :::                                       | lesson.strayFence     | 8:1
            :::moment\\n:::                           | lesson.directiveLacks | 8:1
            :::view a\\n:::\\n:::view b\\n:::         | lesson.directiveTwice | 10:1
            :::model\\nseed: 1\\nseed: 2\\n:::        | lesson.keyTwice       | 10:1
            :::ask which\\nright: a\\nwrong: b\\n:::  | lesson.exerciseLacks  | 8:1
            text\\n\\n## smaller                      | lesson.block          | 10:1
            > quoted                                  | lesson.block          | 8:1
            a ![x](y.png) b                           | lesson.imageInLine    | 8:3
            - a\\n  - b                               | lesson.listItem       | 8:1
            ::view a\\n:::                            | lesson.colons         | 8:1
            text\\n\\n：：：view a\\n：：：             | lesson.colons         | 10:1
            :::view a\\n::::                           | lesson.colons         | 9:1
            :::view a\\nsentence: b\\n:::moment c:::   | lesson.openDirective  | 8:1
            :::view a\\nsentence:\\n:::                | lesson.noValue        | 9:1
            the [paper](example.org/p)                | lesson.link           | 8:5
            the [first](target.1)                     | lesson.link           | 8:5
            共｛T｝个                                  | lesson.wideBrace      | 8:2
            """)
    void awkwardStepsAreTold(String body, String key, String place) {
        assertTold(read(HEAD + "# Title\n" + body.replace("\\n", "\n")), key, place);
    }

    private static void assertTold(Reading reading, String key, String place) {
        assertTrue(reading.problems().stream().anyMatch(problem -> problem.key().equals(key)
                && problem.place().toString().equals("sample.md:" + place)), reading.problems().toString());
    }

    @Test
    void aProblemDoesNotHideTheRest() {
        Reading reading = read(HEAD + "# One\n:::nothing\n:::\n# Two\n:::view attention\n:::\n");
        assertEquals(1, reading.problems().size());
        assertEquals("attention", reading.lesson().orElseThrow().steps().get(1).view().orElseThrow().argument().value());
    }

    @Test
    void aTableIsTold() {
        assertTold(read(HEAD + "# Title\n| a | b |\n|---|:--:|\n| 1 | 2 |\n"), "lesson.block", "9:1");
    }

    @Test
    void aSlipIsToldOnce() {
        for (String slip : List.of("::", "：：：", "")) {
            Reading reading = read(HEAD + "# One\n:::model\nseed: 1\n" + slip + "\n:::view attention\nsentence: a\n:::\n");
            assertEquals(1, reading.problems().size(), slip);
            assertEquals("attention", reading.lesson().orElseThrow().steps().getFirst().view().orElseThrow().argument().value());
        }
    }

    @Test
    void theWideColonOfAChineseKeyboardPartsKeyAndValue() {
        Lesson lesson = read("---\nid：a\ntitle：题目\nminutes：3\n---\n# One\n:::view attention\nsentence：b：c\n:::\n").lesson().orElseThrow();
        assertEquals("题目", lesson.title());
        assertEquals(new Setting("b：c", new Place("sample.md", 8, 10)), lesson.steps().getFirst().view().orElseThrow().value("sentence").orElseThrow());
    }

    @Test
    void filesThatAreNoLessonsAreTold(@TempDir Path folder) throws IOException {
        assertEquals("lesson.unreadable", LessonReader.read(folder.resolve("none.md")).problems().getFirst().key());
        Path large = Files.writeString(folder.resolve("large.md"), HEAD + "# One\n" + "text \n".repeat(LessonReader.LARGEST_FILE));
        assertEquals("lesson.tooLarge", LessonReader.read(large).problems().getFirst().key());
        Path binary = Files.write(folder.resolve("binary.md"), new byte[] {'-', '-', '-', (byte) 0xFF, 0});
        assertEquals("lesson.undecodable", LessonReader.read(binary).problems().getFirst().key());
        assertEquals("lesson.longLine", read(HEAD + "# One\n" + "*a ".repeat(2000)).problems().getFirst().key());
    }

    /** TeX can define, read and fetch things: none of that comes as far as whoever sets it. */
    @ParameterizedTest
    @ValueSource(strings = {"\\newcommand{\\x}{\\x}\\x", "\\includegraphics{http://localhost:1/x.png}", "\\renewcommand\\alpha{\\alpha}\\alpha",
            "\\begin{array}{*{999999999}{c}}1\\end{array}", "\\jlmExternalFont{/etc/passwd}{x}", "\\hdotsfor{999999999}"})
    void aFormulaThatDoesSomethingIsRefusedAndShownAsItIsWritten(String tex) {
        for (String fence : List.of("$", "$$")) {
            Reading reading = read(HEAD + "# One\n" + fence + tex + fence + "\n");
            assertEquals(List.of("lesson.formulaRefused"), reading.problems().stream().map(LessonProblem::key).toList());
            assertEquals(List.of(new Block.Paragraph(List.of(new Inline.Words(tex, Style.CODE)))), reading.lesson().orElseThrow().steps().getFirst().blocks());
        }
    }

    @Test
    void aFormulaThatIsTooLongIsRefused() {
        for (int length : new int[] {1_000, 1_001}) {
            assertEquals(length == 1_000 ? List.of() : List.of("lesson.formulaRefused"),
                    read(HEAD + "# One\n$" + "x".repeat(length) + "$\n").problems().stream().map(LessonProblem::key).toList());
        }
    }

    @Test
    void longRunsOfBlanksAndBracesAreReadInOnePass() {
        String blanks = " ".repeat(3_900);
        String lines = ("# a" + blanks + "b\ntext\n\n::: " + blanks + "x\n:::\n{" + "{".repeat(3_900) + "\n").repeat(15);
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> read(HEAD + lines));
        assertEquals("a" + blanks + "b", read(HEAD + "# a" + blanks + "b\n").lesson().orElseThrow().steps().getFirst().title());
    }

    @ParameterizedTest
    @CsvSource({"'# One', One", "'#  One ## ', One", "'#\tOne#', One", "'## One',", "'#One',"})
    void oneNumberSignAndABlankBeginAStep(String line, String title) {
        List<String> titles = read(HEAD + "# First\n\n" + line + "\n").lesson().orElseThrow().steps().stream().map(LessonStep::title).toList();
        assertEquals(title == null ? List.of("First") : List.of("First", title), titles);
    }

    /** What a parser could get lost in. */
    @Test
    void deepAndOddTextsAreRead() throws IOException {
        for (String body : List.of("*".repeat(3900), "[".repeat(3900), "> ".repeat(1900), "- ".repeat(1900), "$".repeat(3900), "{".repeat(3900),
                "**a".repeat(1300), ("- ".repeat(30) + "\n").repeat(900), "\u0000\uFFFF\uD800", ":::\n".repeat(3000))) {
            read(HEAD + "# One\n" + body);
        }
        byte[] marked = ("\uFEFF" + HEAD.replace("\n", "\r\n") + "# One\r\n").getBytes(StandardCharsets.UTF_8);
        assertEquals(List.of(), LessonReader.read("sample.md", new ByteArrayInputStream(marked)).problems());
    }
}
