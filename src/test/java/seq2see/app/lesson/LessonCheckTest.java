package seq2see.app.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seq2see.corpus.InputException;

/** Lessons are held against the real engine: nothing that they name may be missing. */
class LessonCheckTest {
    private static final String LESSON = """
            ---
            id: mine
            title: Mine
            minutes: 2
            ---
            # One
            It writes {output} with $h_1$ and [this](#source.2).

            :::model
            corpus: reverse.tsv
            hidden: 8
            embedding: 4
            steps: 2
            :::
            :::view attention
            sentence: abc
            :::
            :::moment decoder.1.attentionWeights:::
            :::ask which
            question: Where does it look?
            among: source
            of: decoder.1.attentionWeights
            right: yes, {right}
            wrong: no, {answer} has {answer.value}
            :::
            """;

    @TempDir
    private Path folder;

    private List<String> problems(String lesson) throws IOException, InputException {
        Files.writeString(folder.resolve("mine.md"), lesson);
        return LessonCheck.of(folder).findings().stream().map(finding -> finding.problem().key() + "@" + finding.place().line()).toList();
    }

    @Test
    void aSoundLessonOfOnesOwnHasNoProblems() throws Exception {
        assertEquals(List.of(), problems(LESSON));
    }

    /** The lesson that docs/lessons.md shows how to write. */
    @Test
    void theDocumentedLessonIsSound() throws Exception {
        String page = Files.readString(Path.of("docs/lessons.md"));
        int start = page.indexOf("```\n") + 4;
        assertEquals(List.of(), problems(page.substring(start, page.indexOf("```\n", start))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {output}                         | {outcome}                  | lesson.noFact@7
            #source.2                        | #source.9                  | lesson.noTarget@7
            $h_1$                            | $\\fraq{1}$                | lesson.formula@7
            view attention                   | view weather               | lesson.view@15
            minutes: 2                       | minutes: 2\\nneeds: loss, tokenz | lesson.needs@5
            minutes: 2                       | minutes: 2\\nneeds: mine    | lesson.needs@5
            steps: 2                         | steps: 2000000             | lesson.value@13
            steps: 2                         | steps: two                 | lesson.noNumber@13
            steps: 2                         | steps: 9\\nplanned-steps: 8| lesson.stepsPlanned@13
            corpus: reverse.tsv              | corpus: /                  | lesson.value@10
            steps: 2                         | steps: 90000               | lesson.tooManySteps@13
            hidden: 8                        | cell: brain                | lesson.value@11
            hidden: 8                        | noise: loud                | lesson.value@11
            hidden: 8                        | target-tokenizer: axe      | lesson.value@11
            corpus: reverse.tsv              | corpus: mine.tsv           | lesson.value@10
            :::moment decoder.1.attentionWeights::: | :::moment decoder.0.x:::   | lesson.noMoment@18
            of: decoder.1.attentionWeights   | of: decoder.1.logits       | lesson.optionCount@21
            ask which                        | ask quiz                   | lesson.exerciseKind@19
            among: source                    | amongst: source            | lesson.directiveKey@21
            {answer.value}                   | {weight}                   | lesson.noFact@24
            # One                            | # One\\n\\n![a](no.png)\\n | lesson.noImage@8
            # One                            | # One\\n\\n![a](../pom.xml)\\n | lesson.noImage@8
            """)
    void whatIsNotThereIsToldWithItsLine(String part, String instead, String expected) throws Exception {
        assertTrue(LESSON.contains(part), part);
        List<String> problems = problems(LESSON.replace(part, instead.replace("\\n", "\n")));
        assertTrue(problems.contains(expected), problems.toString());
    }

    /** The window cuts such a sentence, and would wait for it for ever. */
    @Test
    void aSentenceThatTheWindowWouldCutIsToldWithItsLine() throws Exception {
        assertEquals(List.of("lesson.longSentence@16"), problems(LESSON.replace("sentence: abc", "sentence: " + "a".repeat(301))));
        assertFalse(problems(LESSON.replace("sentence: abc", "sentence: " + "a".repeat(300))).contains("lesson.longSentence@16"));
    }

    /** How long a training is may follow from the corpus alone. */
    @Test
    void aTrainingThatEndsBeforeTheStepIsTold() throws Exception {
        Files.writeString(folder.resolve("mine.tsv"), "ab\tba\nabc\tcba\nbc\tcb\nca\tac\nbca\tacb\n");
        String lesson = LESSON.replace("corpus: reverse.tsv", "corpus: mine.tsv");
        assertEquals(List.of(), problems(lesson));
        Files.writeString(folder.resolve("mine.md"), lesson.replace("steps: 2", "steps: 1400"));
        InputException told = LessonCheck.of(folder).findings().getFirst().problem();
        assertTrue(told.getMessage().contains("1,400"), told.getMessage());
    }

    /** An exercise that cannot be answered, or answered only rightly, is told; also one whose sizes make no sense. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            number                           | of: 0.0153;low: 0;high: 0.02;within: 0.0004 |
            number                           | of: 5;low: 0;high: 1;within: 0.1            | lesson.neverRight@19
            number                           | of: 0.5;low: 0;high: 1;within: 2            | lesson.alwaysRight@19
            number                           | of: 0.5;low: 1;high: 0;within: 0.1          | lesson.range@23
            number                           | of: 0.5;low: 0;high: Infinity;within: 0.1   | lesson.noNumber@23
            number                           | of: 0.5;low: 0;high: 1;within: NaN          | lesson.noNumber@24
            mask                             | lengths: 1, 1, 1;positions: 1431655766      | lesson.lengths@21
            mask                             | lengths: 1.7, 1;positions: 3                | lesson.noWhole@21
            """)
    void whatCannotBeAnsweredIsToldWithItsLine(String kind, String lines, String expected) throws Exception {
        String asked = LESSON.substring(0, LESSON.indexOf(":::ask")) + ":::ask " + kind + "\nquestion: How much?\n" + lines.replace(';', '\n') + "\nright: yes\nwrong: no\n:::\n";
        assertEquals(expected == null ? List.of() : List.of(expected), problems(asked));
    }

    private static final String SEARCHING = """
            ---
            id: mine
            title: Mine
            minutes: 2
            ---
            # A table
            Greedy writes {greedy.output}, {exhaustive.output} is better by {greedy.error}.

            :::model
            corpus: reverse.tsv
            hidden: 8
            steps: 1
            :::
            :::view search
            sentence: abc
            table: greedy-misses
            beam-width: 2
            :::
            :::moment search.2.keep:::
            :::ask beam
            question: Which two go on?
            step: 2
            right: yes, {right}
            wrong: no, {missed} has {missed.p}, {chosen} only {chosen.p}; you said {answer}
            :::
            # The sentence
            Now {search.output}, of {search.expansions} expansions and {greedy.cost} candidates.

            :::view attention
            table: none
            :::
            :::moment decoder.1.attentionWeights:::
            :::run search
            search: greedy
            alpha: 0
            max-length: 4
            :::
            :::ask judge
            question: Beam search looks at more than it costs.
            so: beam.candidates > beam.cost
            right: {right}: {left.value} and {right.value}
            wrong: {right}: {left.value} and {right.value}
            :::
            # A gate
            :::ask which
            question: Which gate is most open?
            among: gate
            of: encoder.3.layer1.forward
            right: {right} {right.value}
            wrong: {right} {answer.value}
            :::
            """;

    @Test
    void aLessonMaySearchATableOrTheSentence() throws Exception {
        assertEquals(List.of(), problems(SEARCHING));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            table: greedy-misses | table: weather         | lesson.table@16
            beam-width: 2        | beam-width: 99         | lesson.value@17
            beam-width: 2        | beam: 2                | lesson.directiveKey@17
            alpha: 0             | alpha: -1              | lesson.value@35
            alpha: 0             | alpha: much            | lesson.noNumber@35
            search: greedy       | search: magic          | lesson.value@34
            run search           | run around             | lesson.run@33
            search.2.keep        | search.9.keep          | lesson.noMoment@19
            search.2.keep        | encoder.1.layer1.forward.hiddenState | lesson.noMoment@19
            {greedy.cost}        | {greedy.price}         | lesson.noFact@27
            step: 2              | step: 9                | lesson.noMoment@22
            step: 2              | step: two              | lesson.noNumber@22
            so: beam.candidates > beam.cost | so: beam.candidates | lesson.condition@40
            so: beam.candidates > beam.cost | so: beam.weather > 1 | lesson.noFact@40
            so: beam.candidates > beam.cost | that: 1 > 2     | lesson.directiveKey@40
            of: encoder.3.layer1.forward | of: encoder.9.layer1.forward | lesson.noGates@48
            hidden: 8            | cell: rnn              | lesson.noGates@48
            """)
    void whatASearchLacksIsToldWithItsLine(String part, String instead, String expected) throws Exception {
        assertTrue(SEARCHING.contains(part), part);
        List<String> problems = problems(SEARCHING.replace(part, instead));
        assertTrue(problems.contains(expected), problems.toString());
    }

    private static final String CHANGE = """
            ---
            id: mine
            title: Mine
            minutes: 2
            ---
            # Another winner
            Now {search.output} wins.

            :::model
            corpus: reverse.tsv
            hidden: 8
            embedding: 4
            :::
            :::view search
            sentence: abc
            table: penalty-decides
            alpha: 0
            :::
            :::ask change
            question: Find an alpha that changes the winner.
            set: alpha = 0 | 1.5
            so: search.output != before.search.output
            right: With {answer.alpha}, {left.value} wins instead of {before.search.output}.
            wrong: With {answer}, {search.output} wins as before, with {search.score}.
            :::
            """;

    @Test
    void aLessonMayAskForAChange() throws Exception {
        assertEquals(List.of(), problems(CHANGE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            set: alpha = 0 ! 1.5 | set: alpha = 0 ! 0.01            | lesson.changeNever@21
            set: alpha = 0 ! 1.5 | set: alpha = 1.4 ! 1.5           | lesson.changeAlways@21
            set: alpha = 0 ! 1.5 | set: weather = fine ! bad        | lesson.set@21
            set: alpha = 0 ! 1.5 | set: alpha                       | lesson.vary@21
            set: alpha = 0 ! 1.5 | set: alpha = 0 ! much            | lesson.noNumber@21
            so: search.output !=  | so: search.weather !=           | lesson.noFact@22
            so: search.output !=  | so: search.output <             | lesson.condition@22
            {answer.alpha}        | {answer.weather}                | lesson.noFact@23
            """)
    void whatAChangeLacksIsToldWithItsLine(String part, String instead, String expected) throws Exception {
        assertTrue(CHANGE.contains(part.replace(" ! ", " | ")), part);
        List<String> problems = problems(CHANGE.replace(part.replace(" ! ", " | "), instead.replace(" ! ", " | ")));
        assertTrue(problems.contains(expected), problems.toString());
    }

    private static final String EXPERIMENT = """
            ---
            id: mine
            title: Mine
            minutes: 2
            ---
            # Side by side
            With {experiment.1.name} {experiment.1.accuracy}, with {experiment.2.name} {experiment.2.accuracy.long}.

            :::model
            corpus: reverse.tsv
            hidden: 8
            embedding: 4
            :::
            :::view attention
            sentence: abc
            :::
            :::run experiment
            vary: attention = none | additive; context = last | mean
            until: 8
            measure: loss, accuracy-by-length, gradient-norms
            :::
            :::ask compare
            question: Which is better?
            first: experiment.1.validation
            second: experiment.2.validation
            right: yes, {first} and {second}
            wrong: no, {experiment.1.gradient.ratio}
            :::
            """;

    @Test
    void aLessonMayTrainSideBySide() throws Exception {
        assertEquals(List.of(), problems(EXPERIMENT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            vary: attention = none ! additive; context = last ! mean | vary: attention = none ! magic | lesson.value@18
            vary: attention = none ! additive; context = last ! mean | vary: attention = none         | lesson.vary@18
            vary: attention = none ! additive; context = last ! mean | vary: attention                | lesson.vary@18
            context = last ! mean | context = last ! mean ! max       | lesson.vary@18
            vary: attention       | varied: attention                 | lesson.directiveKey@18
            until: 8              | until: soon                       | lesson.until@19
            hidden: 8             | planned-steps: 4                  | lesson.untilPlanned@19
            accuracy-by-length    | weather                           | lesson.measure@20
            experiment.2.accuracy | experiment.3.accuracy             | lesson.noFact@7
            """)
    void whatAnExperimentLacksIsToldWithItsLine(String part, String instead, String expected) throws Exception {
        assertTrue(EXPERIMENT.contains(part.replace('!', '|')), part);
        List<String> problems = problems(EXPERIMENT.replace(part.replace('!', '|'), instead.replace('!', '|')));
        assertTrue(problems.contains(expected), problems.toString());
    }

    @Test
    void aFolderOfAThousandLessonsIsRead() throws Exception {
        for (int i = 0; i < 1000; i++) {
            Files.writeString(folder.resolve("lesson" + i + ".md"), LESSON.replace("id: mine", "id: lesson-" + i).replace("view attention", "view none"));
        }
        LessonCheck check = LessonCheck.of(folder);
        assertEquals(1000, check.counts().getFirst().lessons());
        assertEquals(1000, check.findings().size());
    }

    @Test
    void languagesHaveToAgree() throws Exception {
        Files.createDirectories(folder.resolve("en"));
        Files.createDirectories(folder.resolve("zh"));
        Files.writeString(folder.resolve("en/mine.md"), LESSON);
        Files.writeString(folder.resolve("zh/mine.md"), LESSON.replace("sentence: abc", "sentence: abd"));
        assertEquals(List.of("lesson.counterpart at zh/mine.md"),
                LessonCheck.of(folder).findings().stream().map(finding -> finding.problem().key() + " at " + finding.place().file()).toList());
    }
}
