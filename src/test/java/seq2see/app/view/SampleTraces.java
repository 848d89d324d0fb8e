package seq2see.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import seq2see.model.AttentionType;
import seq2see.model.CellType;
import seq2see.model.ModelConfig;
import seq2see.tensor.Axis;
import seq2see.tensor.Grid;
import seq2see.trace.Trace;
import seq2see.trace.Trace.DecoderStep;
import seq2see.trace.Trace.Layer;

/** Traces made by hand, for looking at: attention runs along a path, and every row is a softmax of its scores. */
public final class SampleTraces {
    private static final int HIDDEN = 4;

    private SampleTraces() {
    }

    /** A date, character by character. */
    public static Trace date() {
        return of(characters("the 3rd of May 2021"), characters("2021-05-03"), new int[] {15, 16, 17, 18, 18, 11, 13, 4, 4, 4, 19}, 4.2);
    }

    /** Words of several scripts. */
    public static Trace sentence() {
        return of(List.of("they", "are", "watching", "قطة", "😀", "."), List.of("他们", "正在", "观看", "小猫", "😀", "。"), new int[] {0, 1, 2, 3, 4, 5, 6}, 3.0);
    }

    /** A sentence that fits no window. */
    public static Trace longSentence() {
        List<String> source = IntStream.range(0, 180).mapToObj(i -> "word" + i).toList();
        List<String> target = IntStream.range(0, 150).mapToObj(i -> "mot" + i).toList();
        return of(source, target, IntStream.range(0, 151).toArray(), 6);
    }

    /** One character each way. */
    public static Trace shortest() {
        return of(List.of("a"), List.of("b"), new int[] {0, 1}, 3);
    }

    /** Scores and weights that are no numbers. */
    public static Trace diverged() {
        return of(List.of("a", "b"), List.of("c"), new int[] {0, 1}, Double.NaN);
    }

    /** The date without attention. */
    public static Trace withoutAttention() {
        Trace with = date();
        ModelConfig config = config(AttentionType.NONE);
        List<DecoderStep> steps = with.decoder().steps().stream().map(step -> new DecoderStep(step.inputId(), step.inputToken(),
                step.contextVector(), Optional.empty(), Optional.empty(), step.layers(), step.logits(), step.probabilities(), step.tokenId(), step.token())).toList();
        return new Trace(config, with.source(), with.encoder(), new Trace.DecoderTrace(with.decoder().initialState(), steps, Optional.empty()), Optional.empty(), Optional.empty());
    }

    /** @param path where each decoder step looks, {@code <eos>} included; {@code peak} how much higher the score is there */
    public static Trace of(List<String> source, List<String> target, int[] path, double peak) {
        List<String> sources = withEnd(source);
        List<String> targets = withEnd(target);
        Random random = new Random(7);
        List<DecoderStep> steps = new ArrayList<>();
        for (int step = 0; step < targets.size(); step++) {
            float[] scores = new float[sources.size()];
            for (int i = 0; i < scores.length; i++) {
                double distance = Math.abs(i - path[step]);
                scores[i] = (float) (peak / (1 + distance * distance) + random.nextGaussian() * 0.5 - 1);
            }
            steps.add(step(step == 0 ? "<bos>" : targets.get(step - 1), targets.get(step), scores));
        }
        List<Trace.EncoderStep> encoderSteps = sources.stream().map(token -> new Trace.EncoderStep(List.of(layer()), List.of())).toList();
        Grid outputs = Grid.copyOf(Axis.SOURCE_TIME, sources.size(), Axis.CONTEXT, HIDDEN, new float[sources.size() * HIDDEN], 0);
        return new Trace(config(AttentionType.ADDITIVE), new Trace.Sentence(sources, IntStream.range(4, 4 + sources.size()).boxed().toList()),
                new Trace.EncoderTrace(encoderSteps, outputs), new Trace.DecoderTrace(List.of(layer()), steps, Optional.empty()), Optional.empty(), Optional.empty());
    }

    private static DecoderStep step(String input, String output, float[] scores) {
        Grid vector = Grid.vector(Axis.TARGET_VOCABULARY, new float[5], 0, 5);
        return new DecoderStep(1, input, Grid.vector(Axis.CONTEXT, new float[HIDDEN], 0, HIDDEN),
                Optional.of(Grid.vector(Axis.SOURCE_TIME, scores, 0, scores.length)), Optional.of(softmax(scores)), List.of(layer()),
                vector, vector, 4, output);
    }

    public static Grid softmax(float[] scores) {
        double largest = IntStream.range(0, scores.length).mapToDouble(i -> scores[i]).max().orElseThrow();
        double sum = IntStream.range(0, scores.length).mapToDouble(i -> Math.exp(scores[i] - largest)).sum();
        float[] weights = new float[scores.length];
        for (int i = 0; i < scores.length; i++) {
            weights[i] = (float) (Math.exp(scores[i] - largest) / sum);
        }
        return Grid.vector(Axis.SOURCE_TIME, weights, 0, weights.length);
    }

    private static Layer layer() {
        return new Layer(Grid.vector(Axis.HIDDEN, new float[HIDDEN], 0, HIDDEN), Optional.empty(), Map.of());
    }

    private static ModelConfig config(AttentionType attention) {
        return new ModelConfig(CellType.GRU, attention, 30, 20, 3, HIDDEN, 40);
    }

    private static List<String> characters(String text) {
        return text.codePoints().mapToObj(Character::toString).toList();
    }

    private static List<String> withEnd(List<String> tokens) {
        List<String> all = new ArrayList<>(tokens);
        all.add("<eos>");
        return all;
    }
}
