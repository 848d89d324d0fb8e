package seq2see.app.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2see.corpus.InputException;
import seq2see.lesson.Directive;
import seq2see.lesson.LessonReader;
import seq2see.lesson.LessonStep;
import seq2see.lesson.Place;
import seq2see.lesson.Setting;
import seq2see.model.AttentionType;
import seq2see.model.CellType;
import seq2see.model.ContextType;
import seq2see.model.ModelConfig;
import seq2see.model.OutputType;
import seq2see.tensor.Shape;
import seq2see.trace.BatchTrace;
import seq2see.trace.BatchTracer;

/** Answers are judged by what the engine computes, and a wrong one is explained with the reader's own numbers. */
class TaskTest {
    private static Facts facts;

    @BeforeAll
    static void learnALittle() throws Exception {
        Directive model = LessonReader.read("a.md", "---\nid: a\ntitle: a\nminutes: 1\n---\n# a\n:::model\ncorpus: reverse.tsv\nhidden: 8\nsteps: 3\n:::\n")
                .lesson().orElseThrow().steps().getFirst().model().orElseThrow();
        try (LessonModels models = new LessonModels(Optional.empty())) {
            facts = new Facts(models.at(ModelState.of(model), Optional.of("abc")), List.of());
        }
    }

    private static String fact(Verdict verdict, String address) {
        return verdict.facts().text(address).orElseThrow();
    }

    @Test
    void theLargestWeightIsTheTraces() {
        Task task = new Task.Which(facts, facts.trace().orElseThrow().source().tokens(), facts.grid("decoder.1.attentionWeights").orElseThrow(), OptionalInt.of(1));
        int right = ((Answer.Choice) task.right()).option();
        for (int option = 0; option < 4; option++) {
            assertTrue(facts.number("decoder.1.attentionWeights." + (right + 1)).orElseThrow()
                    >= facts.number("decoder.1.attentionWeights." + (option + 1)).orElseThrow());
        }
        assertTrue(task.judge(task.right()).isRight());
        Verdict wrong = task.judge(task.wrong());
        assertFalse(wrong.isRight());
        int chosen = ((Answer.Choice) task.wrong()).option();
        assertEquals(facts.text("source." + (chosen + 1)).orElseThrow(), fact(wrong, "answer"));
        assertEquals(facts.text("decoder.1.attentionWeights." + (chosen + 1)).orElseThrow(), fact(wrong, "answer.value"));
    }

    /** The example that DESIGN works through: lengths 1 and 2, three positions. */
    @Test
    void aMaskIsTrueBelowTheValidLength() {
        List<Boolean> mask = MaskedMeans.mask(List.of(1, 2), 3);
        assertEquals(List.of(true, false, false, true, true, false), mask);
        Task task = new Task.Mask(facts, List.of(1, 2), 3, mask);
        assertTrue(task.judge(new Answer.Cells(Set.of(0, 3, 4))).isRight());
        Verdict tooMany = task.judge(new Answer.Cells(Set.of(0, 1, 3, 4)));
        assertEquals("1 ≥ 1", fact(tooMany, "comparison"));
        assertEquals("1", fact(tooMany, "row"));
        assertEquals("1 < 2", fact(task.judge(new Answer.Cells(Set.of(0, 3))), "comparison"));
    }

    /** What is set decides what is trained, on the corpus that lies beside the lesson. */
    @Test
    void aChangeInALessonOfOnesOwnIsTriedOnItsOwnCorpus(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("mine.tsv"), "ab\tba\nabc\tcba\nbc\tcb\nca\tac\nbca\tacb\n");
        LessonStep step = LessonFacts.step("corpus: mine.tsv\nhidden: 4\nembedding: 4\nplanned-steps: 3", "sentence: abc",
                ":::ask change\nquestion: Which has more memory?\nset: hidden = 4 | 8\nso: H > before.H\nright: yes\nwrong: no\n:::\n");
        try (LessonModels models = new LessonModels(Optional.of(folder))) {
            ChangeTask task = ((ChangeTask) TaskReader.of(step, models.facts(StepState.of(step))).orElseThrow()).in(Optional.of(folder));
            assertEquals(new Answer.Settings(List.of(1)), task.right());
            assertEquals(new Answer.Settings(List.of(0)), task.wrong());
            assertTrue(task.judge(task.right()).isRight());
            assertFalse(task.judge(task.wrong()).isRight());
        }
    }

    @Test
    void aMaskedLossIsTheEnginesMean() {
        MaskedMeans means = MaskedMeans.of(List.of(List.of(0.1, 0.1, 2.5), List.of(0.1, 5.0, 6.2)), List.of(3, 1));
        assertEquals(0.70, means.masked(), 1e-6);
        assertEquals(14.0 / 6, means.unmasked(), 1e-6);
        assertEquals(4, means.count());
    }

    @Test
    void aNumberIsGuessedToSoManyDigitsThatOneWithinTheToleranceCanBeGiven() {
        assertEquals(new Answer.Value(0.0153), new Task.Number(facts, 0.01532, 0, 0.02, 0.0005, Map.of()).right());
        assertEquals(new Answer.Value(10_800), new Task.Number(facts, 10_800, 0, 12_000, 100, Map.of()).right());
        assertEquals(0, new Task.Number(facts, 48, 0, 100, 0.5, Map.of()).digits());
        assertEquals(2, new Task.Number(facts, 0.4, 0, 1, 0.15, Map.of()).digits());
    }

    @Test
    void aSmallOrLargeNumberThatWasAnsweredIsReadAsItWas() {
        for (double number : new double[] {0.0005, 12_345_678.5, -0.25, 1.0 / 3, 6}) {
            assertEquals(Optional.of(new Answer.Value(number)), Answer.read(new Answer.Value(number).written()));
        }
    }

    @Test
    void theShapesThatAreAskedForAreThoseOfABatchThatWentThrough() {
        for (boolean bidirectional : new boolean[] {false, true}) {
            ModelConfig config = new ModelConfig(CellType.GRU, 2, bidirectional, ContextType.LAST, AttentionType.ADDITIVE, false, OutputType.STATE, false, 9, 7, 4, 6, 5);
            BatchTrace batch = BatchTracer.untrained(config, 3, 8, 1);
            Map<String, Shape> expected = Map.of("source", batch.encoder().ids().shape(), "embedded", batch.encoder().embedded().shape(),
                    "outputs", batch.encoder().outputs().shape(), "state", batch.encoder().finalState().shape(), "logits", batch.decoder().logits().shape());
            expected.forEach((name, shape) -> assertEquals(Optional.of(shape), TaskReader.shape(name, config, 3, 8), name));
        }
    }

    @Test
    void aNumberIsRightWithinItsRange() {
        Task task = new Task.Number(facts, 0.7, 0, 6, 0.05, Map.of());
        assertTrue(task.judge(new Answer.Value(0.74)).isRight());
        Verdict wrong = task.judge(new Answer.Value(2.33));
        assertFalse(wrong.isRight());
        assertEquals("1.63", fact(wrong, "off"));
    }

    @Test
    void twoNumbersAreCompared() {
        assertEquals(new Answer.Choice(0), new Task.Compare(facts, 1, 2).right());
        assertEquals(new Answer.Choice(1), new Task.Compare(facts, 2, 2).right());
        assertEquals(new Answer.Choice(2), new Task.Compare(facts, 3, 2).right());
        assertFalse(new Task.Compare(facts, 3, 2).judge(new Task.Compare(facts, 3, 2).wrong()).isRight());
    }

    /** P(y | x) is the product of the probabilities that the trace shows. */
    @Test
    void aSentencesProbabilityIsAProduct() {
        double product = 1;
        for (int step = 1; step <= facts.trace().orElseThrow().targetTime(); step++) {
            product *= facts.number("decoder." + step + ".probabilities.largest").orElseThrow();
        }
        assertEquals(product, facts.number("p").orElseThrow(), 1e-5 * product);
        assertEquals(-Math.log(product) / facts.trace().orElseThrow().targetTime(), facts.number("nll").orElseThrow(), 1e-5);
    }

    @Test
    void whatTheEngineDoesNotKnowIsNoFact() {
        for (String address : List.of("", "weather", "source.0", "source.99", "decoder.1.attentionWeights.5", "decoder.9999.logits.1", "p.0", "source.x.id",
                "decoder.1.attentionWeights.99999999999", "..", "p.")) {
            assertEquals(Optional.empty(), facts.text(address), address);
        }
    }

    /** Of the four and the four that follow the two, the two that are most probable altogether. */
    @Test
    void theBeamKeepsTheMostProbable() throws Exception {
        Facts searching = LessonFacts.of("corpus: reverse.tsv\nhidden: 8\nsteps: 1", "sentence: abc\ntable: greedy-misses\nbeam-width: 2");
        BeamTask task = BeamTask.of(searching, searching.search().orElseThrow(), 2);
        assertEquals(8, task.options().size());
        List<String> best = task.options().stream().sorted(Comparator.comparing(BeamTask.Option::logProbability).reversed()).limit(2)
                .map(BeamTask.Option::words).toList();
        Verdict right = task.judge(task.right());
        assertTrue(right.isRight());
        assertEquals(String.join(", ", best), fact(right, "right"));
        Verdict wrong = task.judge(task.wrong());
        assertFalse(wrong.isRight());
        assertEquals(best.getFirst(), fact(wrong, "missed"));
        assertFalse(task.judge(new Answer.Cells(Set.of(0, 1, 2, 3, 4, 5, 6, 7))).isRight(), "all are too many");
    }

    /** What is set changes the state, and the state's own numbers decide. */
    @Test
    void aChangeIsJudgedByWhatItLeadsTo() throws Exception {
        LessonStep step = LessonFacts.step("corpus: reverse.tsv\nhidden: 8\nsteps: 1", "sentence: abc\ntable: greedy-misses",
                ":::ask change\nquestion: q\nset: beam-width = 1 | 2; alpha = 0.75 | 1\nso: beam.error = 0\nright: r\nwrong: w\n:::\n");
        ChangeTask task = (ChangeTask) TaskReader.of(step, LessonFacts.of(step)).orElseThrow();
        Verdict narrow = task.judge(new Answer.Settings(List.of(0, 0)));
        assertFalse(narrow.isRight(), "a beam of one is greedy search, which fails on this table");
        assertEquals("Beam width = 1, Length penalty α = 0.75", fact(narrow, "answer"));
        assertEquals("0", fact(narrow, "before.beam.error"));
        assertTrue(narrow.facts().number("beam.error").orElseThrow() > 0);
        assertTrue(task.judge(new Answer.Settings(List.of(1, 0))).isRight());
        assertTrue(task.judge(task.right()).isRight());
        assertFalse(task.judge(task.wrong()).isRight());
        assertEquals(Optional.of(new Answer.Settings(List.of(1, 0))), Answer.read(new Answer.Settings(List.of(1, 0)).written()));
    }

    /** A setting of the model is trained with. */
    @Test
    void aChangeOfTheModelIsTrained() throws Exception {
        LessonStep step = LessonFacts.step("corpus: reverse.tsv\nhidden: 8\nsteps: 2", "sentence: abc",
                ":::ask change\nquestion: q\nset: cell = rnn | gru\nso: parameters < before.parameters\nright: r\nwrong: w\n:::\n");
        ChangeTask task = (ChangeTask) TaskReader.of(step, LessonFacts.of(step)).orElseThrow();
        assertEquals(new Answer.Settings(List.of(0)), task.right());
        assertEquals(new Answer.Settings(List.of(1)), task.wrong());
    }

    @Test
    void aStatementIsJudgedByTheNumbersOfNow() throws Exception {
        Task right = JudgeTask.of(facts, Condition.of(new Setting("H = 8", new Place("a.md", 1, 1))));
        Task wrong = JudgeTask.of(facts, Condition.of(new Setting("H > 8", new Place("a.md", 1, 1))));
        assertEquals(new Answer.Choice(0), right.right());
        assertEquals(new Answer.Choice(1), wrong.right());
        Verdict verdict = wrong.judge(wrong.wrong());
        assertFalse(verdict.isRight());
        assertEquals("8", fact(verdict, "left.value"));
    }

    @Test
    void aProblemNamesThePlace() {
        InputException problem = new InputException("lesson.noFact", "a.md:1:2", "weather");
        assertTrue(problem.getMessage().startsWith("a.md:1:2: "));
    }
}
