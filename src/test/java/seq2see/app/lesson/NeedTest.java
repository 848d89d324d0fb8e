package seq2see.app.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import seq2see.corpus.EncodedPair;
import seq2see.lesson.LessonStep;
import seq2see.model.Seq2Seq;
import seq2see.trace.GradientTracer;
import seq2see.training.Evaluator;
import seq2see.training.TrainingRun;

/** What costs time is computed where a step speaks of it, and is what the engine measures. */
class NeedTest {
    private static final String MODEL = "corpus: reverse.tsv\nhidden: 8\nembedding: 4\nsteps: 2";

    private static LessonStep step(String more) {
        return LessonFacts.step(MODEL, "sentence: abc", more);
    }

    @Test
    void aStepNeedsWhatItSpeaksOf() {
        assertEquals(Set.of(), Need.of(step("{loss} and {experiment.1.accuracy.7}, {experiment.1.gradient.first}")));
        assertEquals(EnumSet.of(Need.GRADIENTS), Need.of(step("{gradient.ratio}")));
        assertEquals(EnumSet.of(Need.SCORES), Need.of(step("{accuracy.short}")));
        assertEquals(EnumSet.of(Need.SCORES, Need.PRODUCTS),
                Need.of(step("{exact-match}\n:::ask judge\nquestion: q\nso: products.ratio > 1\nright: r\nwrong: w\n:::")));
        assertEquals(EnumSet.of(Need.GRADIENTS),
                Need.of(step(":::ask change\nquestion: q\nset: cell = rnn | gru\nso: 1 < before.gradient.first\nright: r\nwrong: w\n:::")));
    }

    @Test
    void gradientsAndScoresAreTheEngines() throws Exception {
        LessonStep step = step("{gradient.ratio} {bleu} {products.ratio}");
        Facts facts = LessonFacts.of(step);
        try (TrainingRun run = new TrainingRun(LessonCorpora.plan(StepState.of(step).model(), Optional.empty()))) {
            run.step();
            run.step();
            Seq2Seq network = run.trainer().network();
            int[] source = run.plan().codec().encodeSource("abc");
            int[] said = facts.trace().orElseThrow().decoder().steps().stream().mapToInt(taken -> taken.tokenId()).toArray();
            double[] norms = new GradientTracer(network, run.plan().codec()).of(source, said).bySourceStep();
            IntStream.range(0, norms.length).forEach(t -> assertEquals(norms[t], facts.number("gradient." + (t + 1)).orElseThrow()));
            assertEquals(norms[0] / norms[norms.length - 1], facts.number("gradient.ratio").orElseThrow(), 1e-12);
            var found = Evaluator.translate(network, run.plan().codec(), run.plan().validation().stream().map(EncodedPair::pair).limit(200).toList());
            assertEquals(found.exactMatch().orElseThrow(), facts.number("exact-match").orElseThrow(), 1e-12);
        }
        double ratio = facts.number("products.ratio").orElseThrow();
        assertTrue(ratio > 0 && Double.isFinite(ratio));
        assertEquals(ratio, facts.number("products.two").orElseThrow() / facts.number("products.wide").orElseThrow(), 1e-9);
        for (String address : Set.of("gradient.0", "gradient.5", "gradient.", "accuracy.99", "products.three", "bleu.2")) {
            assertTrue(facts.number(address).isEmpty(), address);
        }
    }
}
