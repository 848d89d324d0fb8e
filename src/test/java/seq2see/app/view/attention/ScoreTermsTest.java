package seq2see.app.view.attention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import seq2see.app.HeadlessToolkit;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.ToolkitMeasure;
import seq2see.app.theme.Language;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Palette;
import seq2see.app.view.PictureProof;
import seq2see.app.view.SampleTraces;
import seq2see.model.AttentionType;
import seq2see.tensor.Axis;
import seq2see.tensor.Grid;
import seq2see.tensor.Kernels;
import seq2see.trace.AttentionTerms;
import seq2see.trace.AttentionTrace;
import seq2see.trace.Trace;

/** What is shown of a score can be checked with a pocket calculator: the shown terms give the shown score, to its last digit. */
class ScoreTermsTest {
    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    /** The date's trace with scores that random terms of a size give, computed by the engine's kernels. */
    static Trace trace(AttentionType type, int units, double size, long seed) {
        Trace date = SampleTraces.date();
        Random random = new Random(seed);
        float[] queries = random(random, date.targetTime() * units, size);
        float[] keys = random(random, date.sourceTime() * units, size);
        float[] weight = random(random, units, 0.5);
        float factor = type == AttentionType.SCALED_DOT ? (float) (1 / Math.sqrt(units)) : 1;
        List<Trace.DecoderStep> steps = new ArrayList<>();
        for (int step = 0; step < date.targetTime(); step++) {
            float[] scores = new float[date.sourceTime()];
            for (int t = 0; t < scores.length; t++) {
                float[] features = new float[units];
                Kernels.best().add(queries, step * units, keys, t * units, features, 0, units);
                Kernels.best().tanh(features, 0, features, 0, units);
                scores[t] = type == AttentionType.ADDITIVE ? Kernels.best().dot(weight, 0, features, 0, units)
                        : factor * Kernels.best().dot(queries, step * units, keys, t * units, units);
            }
            Trace.DecoderStep old = date.decoder().steps().get(step);
            steps.add(new Trace.DecoderStep(old.inputId(), old.inputToken(), old.contextVector(), Optional.of(Grid.vector(Axis.SOURCE_TIME, scores, 0, scores.length)),
                    Optional.of(SampleTraces.softmax(scores)), old.layers(), old.logits(), old.probabilities(), old.tokenId(), old.token()));
        }
        Grid terms = Grid.copyOf(Axis.TARGET_TIME, date.targetTime(), Axis.ATTENTION, units, queries, 0);
        AttentionTrace attention = new AttentionTrace(type, terms, terms, Grid.copyOf(Axis.SOURCE_TIME, date.sourceTime(), Axis.ATTENTION, units, keys, 0),
                type == AttentionType.ADDITIVE ? Optional.of(Grid.vector(Axis.ATTENTION, weight, 0, units)) : Optional.empty(), factor);
        return new Trace(date.config(), date.source(), date.encoder(), new Trace.DecoderTrace(date.decoder().initialState(), steps, Optional.empty()), Optional.of(attention), Optional.empty());
    }

    private static float[] random(Random random, int count, double size) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (size * random.nextGaussian());
        }
        return values;
    }

    @ParameterizedTest
    @EnumSource(value = AttentionType.class, names = "NONE", mode = Mode.EXCLUDE)
    void theShownNumbersGiveTheShownScoreToTheLastDigit(AttentionType type) {
        for (int units : new int[] {1, 6, 64, 256}) {
            for (double size : new double[] {0.02, 0.7, 3}) {
                Trace trace = trace(type, units, size, units);
                for (int step = 0; step < trace.targetTime(); step += 3) {
                    for (int position = 0; position < trace.sourceTime(); position++) {
                        AttentionTerms terms = AttentionTerms.of(trace, step, position).orElseThrow();
                        check(terms, ScoreTerms.of(terms, 9));
                    }
                }
            }
        }
    }

    private static void check(AttentionTerms terms, ScoreTerms shown) {
        double sum = 0;
        for (ScoreTerms.Line line : shown.lines()) {
            List<Double> read = line.numbers().stream().map(ScoreTermsTest::read).toList();
            double product = terms.isAdditive() ? read.get(2) * read.get(3) : read.get(0) * read.get(1);
            assertSame(product, line.numbers().getLast());
            if (terms.isAdditive()) {
                assertSame(Math.tanh(read.get(0) + read.get(1)), line.numbers().get(2));
            }
            sum += read.getLast();
        }
        sum += shown.otherUnits() == 0 ? 0 : read(shown.others());
        assertSame(sum, shown.sum());
        assertSame(shown.factor().isEmpty() ? read(shown.sum()) : read(shown.sum()) * read(shown.factor()), shown.score());
        assertEquals(terms.units(), shown.lines().size() + shown.otherUnits());
        int digits = shown.score().length() - shown.score().indexOf('.') - 1;
        assertEquals(terms.score(), read(shown.score()), 1.01 * Math.pow(10, -digits));
    }

    /** To the digits that are written. */
    private static void assertSame(double computed, String written) {
        int digits = written.contains(".") ? written.length() - written.indexOf('.') - 1 : 0;
        assertEquals(read(written), computed, 0.5 * Math.pow(10, -digits) + 1e-9, written);
    }

    private static double read(String number) {
        return Double.parseDouble(number.replace('−', '-').replace("\u2009", ""));
    }

    @Test
    void theUnitsThatAddTheMostComeFirst() {
        ScoreTerms shown = ScoreTerms.of(AttentionTerms.of(trace(AttentionType.ADDITIVE, 64, 1, 4), 0, 0).orElseThrow(), 8);
        for (int i = 1; i < shown.lines().size(); i++) {
            assertTrue(Math.abs(shown.lines().get(i).values().getLast()) <= Math.abs(shown.lines().get(i - 1).values().getLast()));
        }
        assertEquals(57, shown.otherUnits());
    }

    @ParameterizedTest
    @EnumSource(value = AttentionType.class, names = "NONE", mode = Mode.EXCLUDE)
    void theSumStandsOnItsSheetAtEverySize(AttentionType type) {
        HeadlessToolkit.call(() -> {
            for (int units : new int[] {4, 64}) {
                AttentionScene scene = AttentionScene.of(trace(type, units, 1, 3), 7).in(AttentionMode.SUM);
                for (Language language : Language.values()) {
                    for (double[] size : new double[][] {{564, 458}, {360, 320}, {1160, 760}, {300, 240}}) {
                        Sheet sheet = new Sheet(size[0], size[1], Palette.DARK, language, new ToolkitMeasure());
                        PictureProof.prove(AttentionPicture.of(sheet, scene), sheet.measure());
                    }
                }
            }
            return null;
        });
    }

    @Test
    void theDescriptionTellsTheScore() {
        Trace trace = trace(AttentionType.DOT, 8, 1, 3);
        AttentionScene scene = AttentionScene.of(trace, 7).in(AttentionMode.SUM);
        String words = HeadlessToolkit.call(() -> AttentionPicture.of(new Sheet(564, 458, Palette.LIGHT, Language.ENGLISH, new ToolkitMeasure()), scene)).description();
        String score = Numbers.fixed(trace.decoder().steps().get(6).attentionScores().orElseThrow().get(scene.summed().column()), 3);
        assertTrue(words.contains("score " + score), words);
    }
}
