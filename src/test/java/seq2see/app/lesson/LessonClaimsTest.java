package seq2see.app.lesson;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seq2see.corpus.SentencePair;
import seq2see.corpus.Vocabulary;
import seq2see.corpus.reading.SampleCorpora;
import seq2see.lesson.Inline;
import seq2see.lesson.LessonStep;
import seq2see.trace.Trace;
import seq2see.training.BatchLosses;
import seq2see.training.TrainingRun;

/**
 * The program's own lessons name what is there, and what they say in words, beside the facts that they read from the engine,
 * is so. The engine gives the same at each asking, so each state is computed once for all tests.
 */
class LessonClaimsTest {
    private static final LessonModels MODELS = new LessonModels(Optional.empty());

    @AfterAll
    static void end() {
        MODELS.close();
    }

    private static List<Facts> facts(String id) throws Exception {
        List<Facts> facts = new ArrayList<>();
        for (LessonStep step : LessonLibrary.read(id, "en").lesson().orElseThrow().steps()) {
            facts.add(MODELS.facts(StepState.of(step)));
        }
        return facts;
    }

    private static List<SentencePair> pairs(String file) throws Exception {
        return SampleCorpora.read(SampleCorpora.all().stream().filter(sample -> sample.file().equals(file)).findFirst().orElseThrow()).pairs();
    }

    private static Task task(String id, int step, Facts facts) {
        return TaskReader.of(LessonLibrary.read(id, "en").lesson().orElseThrow().steps().get(step), facts).orElseThrow();
    }

    /** The source position that a decoder step looks at most, from 1. */
    private static int looksAt(Facts facts, int step) {
        return Facts.largest(facts.grid("decoder." + step + ".attentionWeights").orElseThrow()) + 1;
    }

    @Test
    void whatTheyNameIsThereInBothLanguages() {
        LessonCheck check = LessonCheck.own(MODELS);
        assertEquals(List.of(), check.findings().stream().map(finding -> finding.problem().text(Locale.ENGLISH)).toList());
        assertEquals(LessonLibrary.ids().size(), check.counts().getFirst().lessons());
        assertTrue(check.counts().getFirst().exercises() > 0);
    }

    @Test
    void sequences() throws Exception {
        List<Facts> facts = facts("sequences");
        assertEquals("1999-12-31", facts.get(1).text("output").orElseThrow());
        assertEquals("2024-02-29", facts.get(2).text("output").orElseThrow());
        assertEquals(11, facts.get(2).number("T'").orElseThrow());
        assertTrue(facts.get(4).number("p.1").orElseThrow() > 0.8, "it is not undecided");
        assertTrue(facts.get(4).text("output.1").orElseThrow().matches("[12]"));
        assertTrue(pairs("dates.tsv").stream().allMatch(pair -> pair.target().matches("[12].*")), "every year begins with 1 or 2");
        assertFalse(facts.getFirst().text("output").orElseThrow().equals("1969-07-20"), "before it learns it writes nonsense");
    }

    @Test
    void tokens() throws Exception {
        List<Facts> facts = facts("tokens");
        assertEquals("a", facts.get(1).text("source.2").orElseThrow());
        assertEquals("a", facts.get(1).text("source.4").orElseThrow());
        assertEquals(3, facts.get(3).number("source.4.id").orElseThrow(), "é is unknown");
        assertEquals(2, facts.get(2).number("source.7.id").orElseThrow());
        assertEquals(number(facts.get(5), "V"), number(facts.get(5), "V'"), "the letters of a word are those of the word turned round");
        assertTrue(pairs("reverse.tsv").stream().allMatch(pair -> pair.source().matches("[a-z]{1,12}")), "plain letters only, up to twelve");
    }

    @Test
    void loss() throws Exception {
        List<Facts> facts = facts("loss");
        for (Facts shown : facts) {
            assertEquals(15, shown.number("V'").orElseThrow(), "few enough to choose among");
            assertTrue(shown.number("p.1").orElseThrow() < 0.9, "there is something to learn still");
        }
        assertEquals(11, number(facts.get(1), "T'"), "the whole output is revealed");
        ModelState begun = StepState.of(LessonLibrary.read("loss", "en").lesson().orElseThrow().steps().getFirst()).model().after(1);
        assertEquals(15, Math.exp(MODELS.at(begun, Optional.empty()).trainingLoss().orElseThrow()), 1.5, "at first it chooses among all");
    }

    /** What is said of padding: a model that trains with the mask loses more and more there, as nothing is asked of it. */
    @Test
    void paddingIsNeverLearnt() throws Exception {
        ModelState reversing = StepState.of(LessonLibrary.read("masks", "en").lesson().orElseThrow().steps().getFirst()).model();
        try (TrainingRun run = new TrainingRun(LessonCorpora.plan(reversing, Optional.empty()))) {
            double before = paddingLoss(run);
            while (run.trainer().trainingStep() < reversing.steps()) {
                run.step();
            }
            assertTrue(paddingLoss(run) > before + 1, "the loss at padding rises");
            BatchLosses learnt = batch(run);
            assertTrue(learnt.unmaskedMean() > learnt.maskedMean(), "with padding it would look worse than it is");
        }
    }

    private static BatchLosses batch(TrainingRun run) {
        return BatchLosses.of(run.trainer().network(), run.plan().codec(), run.plan().training(), 0, run.trainer().trainingStep());
    }

    private static double paddingLoss(TrainingRun run) {
        BatchLosses batch = batch(run);
        return (batch.wholeSum() - batch.validSum()) / (batch.positions() - batch.validTokens());
    }

    @Test
    void attentionLooksRightBehindTheWantedLetterAndOnABlankForTheMonth() throws Exception {
        List<Facts> facts = facts("attention");
        for (Facts reversing : facts.subList(0, 5)) {
            assertEquals("tenalp", reversing.text("output").orElseThrow());
            IntStream.rangeClosed(1, 6).forEach(step -> assertEquals(8 - step, looksAt(reversing, step)));
        }
        double apart = number(facts.get(2), "decoder.1.attentionScores.7") - number(facts.get(2), "decoder.1.attentionScores.6");
        assertTrue(apart > 2 && apart < 2.5, "a little more than 2");
        assertEquals("我妈妈昨天买了苹果。", text(facts.get(5), "output"));
        assertEquals("yesterday", text(facts.get(5), "source.5"));
        assertEquals(5, looksAt(facts.get(5), 4), "where it writes yesterday");
        for (Facts dates : facts.subList(6, 8)) {
            assertEquals("1969-07-20", dates.text("output").orElseThrow());
            assertEquals(" ", dates.text("source." + looksAt(dates, 6)).orElseThrow());
            assertEquals(5, looksAt(dates, 6));
        }
    }

    @Test
    void cells() throws Exception {
        List<Facts> facts = facts("cells");
        Facts gated = facts.get(3);
        double gate = gated.number("encoder.3.layer1.forward.updateGate.1").orElseThrow();
        double old = gated.number("encoder.2.layer1.forward.hiddenState.1").orElseThrow();
        double candidate = gated.number("encoder.3.layer1.forward.candidateState.1").orElseThrow();
        assertEquals((1 - gate) * candidate + gate * old, gated.number("encoder.3.layer1.forward.hiddenState.1").orElseThrow(), 1e-5);
        Facts twoWays = facts.getLast();
        assertEquals(2 * twoWays.number("H").orElseThrow(), twoWays.number("C").orElseThrow());
    }

    @Test
    void training() throws Exception {
        List<Facts> facts = facts("training");
        assertFalse(text(facts.get(2), "output.3").equals("6"), "where 6 would be right it writes something else");
        assertTrue(number(facts.get(3), "experiment.1.accuracy") > number(facts.get(3), "experiment.2.accuracy"), "the truth teaches sooner");
        assertTrue(number(facts.get(4), "experiment.1.gradient.ratio") < 0.5 * number(facts.get(4), "experiment.2.gradient.ratio"), "gates let gradients pass");
        ChangeTask vanishing = (ChangeTask) task("training", 5, facts.get(5));
        assertEquals(List.of(new Answer.Settings(List.of(0, 0))), Stream.of(0, 1).flatMap(cell -> Stream.of(0, 1).map(attention -> new Answer.Settings(List.of(cell, attention))))
                .filter(answer -> vanishing.judge(answer).isRight()).toList(), "only that of an RNN without attention");
        StepState leash = StepState.of(LessonLibrary.read("training", "en").lesson().orElseThrow().steps().get(6));
        assertTrue(MODELS.at(leash.model().after(leash.until().orElseThrow()), Optional.empty()).curve().training().stream().filter(point -> point.clipped() > 0).count() > 20,
                "there are triangles to be seen");
        assertTrue(number(facts.get(7), "experiment.1.validation") < number(facts.get(7), "experiment.2.validation") - 0.3, "the leash helps");
        Facts learnt = facts.getLast();
        assertTrue(learnt.number("loss").orElseThrow() < 0.1, "the loss is low");
        assertTrue(learnt.number("validation").orElseThrow() < 0.1, "and so is that of what was held out");
        assertTrue(learnt.number("p.1").orElseThrow() > 0.9, "almost no doubt is left");
    }

    @Test
    void contextIsOneVectorInWhichLettersAreLostAndAttentionLosesNone() throws Exception {
        List<Facts> facts = facts("context");
        for (int unit = 1; unit <= 8; unit++) {
            List<Double> last = throughTime(facts.getFirst(), unit);
            assertEquals(last.getLast(), context(facts.getFirst(), unit));
            assertEquals(throughTime(facts.get(2), unit).stream().mapToDouble(Double::doubleValue).average().orElseThrow(), context(facts.get(2), unit), 1e-6);
            assertEquals(Collections.max(throughTime(facts.get(3), unit)), context(facts.get(3), unit));
        }
        assertTrue(Collections.max(throughTime(facts.get(3), 2).subList(0, 3)) > throughTime(facts.get(3), 2).getLast() + 0.1, "largest earlier");
        assertEquals("tenalp", facts.get(4).text("output").orElseThrow());
        String lossy = facts.get(5).text("output").orElseThrow();
        assertTrue(lossy.length() < 9 && lossy.startsWith("ylf"), "it begins well and loses letters: " + lossy);
        assertEquals("ylfrettub", facts.get(6).text("output").orElseThrow());
        Facts measured = facts.get(7);
        double without = number(measured, "experiment.1.accuracy.short") - number(measured, "experiment.1.accuracy.long");
        assertTrue(without > 0.1, "without attention fewer of the long ones are right");
        assertTrue(number(measured, "experiment.2.accuracy.short") > number(measured, "experiment.2.accuracy.long"), "with attention too");
        assertTrue(number(measured, "experiment.2.accuracy.long") > number(measured, "experiment.1.accuracy.long") + 0.3, "but far more than without");
    }

    private static List<Double> throughTime(Facts facts, int unit) {
        return IntStream.rangeClosed(1, (int) facts.number("T").orElseThrow())
                .mapToObj(step -> facts.number("encoder." + step + ".layer1.forward.hiddenState." + unit).orElseThrow()).toList();
    }

    private static double context(Facts facts, int unit) {
        return facts.number("decoder.1.contextVector." + unit).orElseThrow();
    }

    @Test
    void ownCorpusPutsTheCatAtTheEndAndInventsWhatItDoesNotKnow() throws Exception {
        List<Facts> facts = facts("own-corpus");
        assertEquals("盒子里有三本书。", text(facts.getFirst(), "reference"), "a line of the file");
        assertEquals(Vocabulary.UNK, number(facts.get(1), "source.4.id"), "the slip");
        assertTrue(number(facts.get(2), "T'") >= 6, "there are tokens to be seen");
        Facts cat = facts.get(4);
        assertEquals("戴帽子的猫", cat.text("output").orElseThrow());
        assertEquals("cat", cat.text("source." + looksAt(cat, 5)).orElseThrow());
        Facts zebras = facts.get(5);
        assertEquals(Vocabulary.UNK, zebras.number("source.4.id").orElseThrow());
        assertTrue(pairs("english-chinese.tsv").stream().noneMatch(pair -> pair.source().toLowerCase(Locale.ROOT).contains("zebra")), "none comes in the corpus");
        assertEquals("三", zebras.text("output.5").orElseThrow());
        assertTrue(zebras.number("p.5").orElseThrow() > zebras.number("p.6").orElseThrow() + 0.2, "the measure word is a guess");
    }

    @Test
    void decoderBeginsWithTheEncodersFinalStateAndIsFedWhatItWrote() throws Exception {
        List<Facts> facts = facts("decoder");
        Trace trace = facts.get(1).trace().orElseThrow();
        for (int layer = 0; layer < 2; layer++) {
            assertArrayEquals(trace.encoder().steps().getLast().layers().get(layer).hiddenState().toArray(),
                    trace.decoder().initialState().get(layer).hiddenState().toArray());
        }
        assertEquals("<bos>", trace.decoder().steps().getFirst().inputToken());
        assertEquals(trace.outputTokens().subList(0, trace.targetTime() - 1),
                trace.decoder().steps().stream().skip(1).map(Trace.DecoderStep::inputToken).toList());
        assertTrue(text(facts.get(1), "output").startsWith("te"), "the hint names the e after the t");
        assertTrue(number(facts.getLast(), "experiment.2.accuracy") > number(facts.getLast(), "experiment.1.accuracy"), "it is worth it");
        assertEquals(32 + 16 + 32, facts.get(5).trace().orElseThrow().config().outputSize(), "the last model reads state, token and context");
    }

    @Test
    void predictionTellsWhatTheTablesShow() throws Exception {
        List<Facts> facts = facts("prediction");
        assertEquals(0.5 * 0.4 * 0.4 * 0.6, number(facts.getFirst(), "greedy.p"), 1e-9);
        assertEquals("A B C <eos>", text(facts.get(1), "greedy.tokens"));
        assertEquals("A C B <eos>", text(facts.get(1), "exhaustive.tokens"));
        assertEquals(0.5 * 0.3 * 0.6 * 0.6, number(facts.get(1), "exhaustive.p"), 1e-9);
        assertEquals(Math.pow(4, 5), number(facts.get(2), "exhaustive.cost"));
        assertEquals("A B D", text(facts.get(4), "finished.1.tokens"));
        assertEquals("C E D", text(facts.get(4), "finished.2.tokens"));
        assertEquals(6 + 12 + 12, number(facts.get(5), "search.candidates"));
        assertEquals("A A <eos>", text(facts.get(6), "greedy.tokens"));
        assertTrue(text(facts.get(6), "finished.1.tokens").startsWith("B A") && text(facts.get(6), "finished.2.tokens").startsWith("B A"));
        assertTrue(text(facts.get(7), "exhaustive.tokens").startsWith("C "), "which a beam of 2 drops at once");
        assertEquals("A <eos>", text(facts.get(8), "finished.1.tokens"));
        assertEquals("A <eos>", text(facts.get(9), "finished.1.tokens"));
        assertEquals("A <eos>", text(facts.get(10), "sampling.1.tokens"), "the most probable is drawn most often");
        assertTrue(number(facts.get(10), "sampling.distinct") > 2, "there is something to make more alike");
        assertEquals("1969-07-20", text(facts.get(11), "greedy.output"));
        assertEquals(number(facts.get(11), "beam.p"), number(facts.get(11), "greedy.p"), 1e-12, "greedy search misses nothing");
        ChangeTask failing = (ChangeTask) task("prediction", 11, facts.get(11));
        assertEquals(new Answer.Settings(List.of(0)), failing.right(), "only the least trained one fails");
        assertFalse(failing.judge(new Answer.Settings(List.of(1))).isRight());
        Facts begun = facts.getLast();
        assertTrue(number(begun, "beam.p") > number(begun, "greedy.p"), "the beam finds what is more probable");
        assertFalse(List.of(text(begun, "beam.output"), text(begun, "greedy.output")).contains("1969-07-20"), "and both are wrong");
    }

    @Test
    void dataIsHeldOutLearntByHeartAndHarmedByNoise() throws Exception {
        List<SentencePair> dates = pairs("dates.tsv");
        assertEquals(12_000, dates.size());
        assertEquals(12_000, dates.stream().map(SentencePair::source).distinct().count());
        List<Facts> facts = facts("data");
        assertTrue(dates.stream().noneMatch(pair -> pair.source().equals(text(facts.getFirst(), "source"))), "the date is not among them");
        assertEquals("1969-07-20", text(facts.getFirst(), "output"));
        assertTrue(number(facts.getLast(), "bleu") > 100 * number(facts.getLast(), "exact-match") + 1, "nearly right counts something");
        assertTrue(number(facts.get(1), "validation") > number(facts.get(1), "loss"), "some is learnt by heart");
        assertTrue(number(facts.get(2), "experiment.1.accuracy") > number(facts.get(2), "experiment.2.accuracy"), "a lost digit is lost");
        assertEquals(number(facts.get(3), "V'") + 2, number(facts.get(3), "V"), "the marks of direction");
        assertEquals("<reverse>", text(facts.get(4), "source.1"));
        assertEquals("six thousand five hundred twenty", text(facts.get(5), "output"), "the reference of the worked BLEU");
    }

    /** Which statements are wrong is the engine's to say; that it is these nine of ten, is what the lesson explains. */
    @Test
    void ofTheTenStatementsInTheWildOneIsRight() throws Exception {
        List<LessonStep> steps = LessonLibrary.read("wild", "en").lesson().orElseThrow().steps();
        List<Facts> facts = facts("wild");
        assertEquals(10, steps.size());
        assertEquals(List.of("Better or worse"), IntStream.range(0, steps.size())
                .filter(step -> ((JudgeTask) TaskReader.of(steps.get(step), facts.get(step)).orElseThrow()).truth())
                .mapToObj(step -> steps.get(step).title()).toList());
        assertEquals("1969-07-20", text(facts.get(4), "output"));
        assertTrue(number(facts.get(7), "finished.1.length") > number(facts.get(7), "finished.2.length"), "the first is the long one");
    }

    private static double number(Facts facts, String address) {
        return facts.number(address).orElseThrow();
    }

    private static String text(Facts facts, String address) {
        return facts.text(address).orElseThrow();
    }

    /** One idea a step: at most 70 words, or about as much in Chinese, two formulas and three mentions. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void stepsAreShort(String language) {
        for (String id : LessonLibrary.ids()) {
            for (LessonStep step : LessonLibrary.read(id, language).lesson().orElseThrow().steps()) {
                String text = Words.of(step.blocks());
                long words = language.equals("zh") ? text.codePoints().filter(Character::isIdeographic).count() / 2
                        : Pattern.compile("\\S+").matcher(text).results().count();
                assertTrue(words <= 70, id + ", " + step.title() + ": " + words + " words");
                List<Inline> prose = step.blocks().stream().flatMap(block -> Words.content(block).stream()).toList();
                assertTrue(prose.stream().filter(Inline.Mention.class::isInstance).count() <= 3, id + ", " + step.title());
            }
        }
    }
}
