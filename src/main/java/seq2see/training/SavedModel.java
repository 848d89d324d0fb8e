package seq2see.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import seq2see.corpus.PairCodec;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.ReadingReport;
import seq2see.model.ModelConfig;
import seq2see.model.Parameters;
import seq2see.model.WeightFile.Weight;
import seq2see.tensor.Shape;

/**
 * A trained model as {@link ModelFile} keeps it.
 *
 * @param weights   by parameter name, in layout order
 * @param optimizer what the optimizer remembers: the memory's name and a dot before a parameter's name, as in
 *                  {@code firstMoment.encoder.embedding.weight}; empty where the model is not to be trained on
 */
public record SavedModel(ModelConfig config, PairCodec codec, Map<String, Weight> weights, Map<String, Weight> optimizer,
                         SavedTraining training) {
    /** What is to be kept of a training; copies all numbers. */
    public static SavedModel of(TrainingPlan plan, Parameters parameters, Optimizer optimizer, long trainingStep, LearningCurve curve) {
        Map<String, Weight> memory = new LinkedHashMap<>();
        optimizer.memory().forEach((name, numbers) -> memory.putAll(named(plan.config(), name + ".", numbers)));
        SavedTraining training = new SavedTraining(plan.corpus().name(), SavedTraining.fingerprint(plan.corpus().pairs()),
                plan.recipe(), trainingStep, curve);
        return new SavedModel(plan.config(), plan.codec(), named(plan.config(), "", parameters.values()), memory, training);
    }

    /** The weights, ready to compute with. */
    public Parameters parameters() {
        Parameters parameters = Parameters.zeros(config);
        fill(parameters.values(), "", weights);
        return parameters;
    }

    /** The optimizer as it was; as it begins where it was not kept. */
    public Optimizer newOptimizer() {
        Optimizer fresh = Optimizer.of(training.recipe().method().optimizer(), Math.toIntExact(Parameters.count(config)));
        if (!optimizer.isEmpty()) {
            fresh.memory().forEach((name, numbers) -> fill(numbers, name + ".", optimizer));
        }
        return fresh;
    }

    /** The training as it was when it was saved, for looking at; its corpus is not part of it. */
    public TrainingSnapshot snapshot() {
        ParallelCorpus unknown = new ParallelCorpus(training.corpusName(), List.of(), new ReadingReport("", "", 0, 0, List.of()));
        TrainingPlan plan = new TrainingPlan(unknown, codec, config, List.of(), List.of(), training.recipe(), 1);
        boolean finished = training.trainingStep() >= plan.trainingSteps();
        OptionalDouble none = OptionalDouble.empty();
        OptionalDouble loss = none;
        OptionalDouble norm = none;
        OptionalDouble validationLoss = none;
        if (!training.curve().training().isEmpty()) {
            loss = OptionalDouble.of(training.curve().training().getLast().loss());
            norm = OptionalDouble.of(training.curve().training().getLast().gradientNorm());
        }
        if (!training.curve().validation().isEmpty()) {
            validationLoss = OptionalDouble.of(training.curve().validation().getLast().loss());
        }
        return new TrainingSnapshot(plan, finished ? TrainingSnapshot.State.FINISHED : TrainingSnapshot.State.PAUSED,
                training.trainingStep(), 0, loss, validationLoss, norm, plan.learningRate(), plan.clip(), plan.teacherForcing(), none, none, training.curve(),
                Optional.empty(), Optional.empty());
    }

    /** Cuts numbers that lie end to end in the parameters' order. */
    private static Map<String, Weight> named(ModelConfig config, String prefix, float[] values) {
        Map<String, Weight> weights = new LinkedHashMap<>();
        int offset = 0;
        for (Map.Entry<String, Shape> parameter : Parameters.shapes(config).entrySet()) {
            float[] own = new float[parameter.getValue().elements()];
            System.arraycopy(values, offset, own, 0, own.length);
            weights.put(prefix + parameter.getKey(), new Weight(sizes(parameter.getValue()), own));
            offset += own.length;
        }
        return weights;
    }

    private void fill(float[] values, String prefix, Map<String, Weight> weights) {
        int offset = 0;
        for (String parameter : Parameters.shapes(config).keySet()) {
            float[] own = weights.get(prefix + parameter).values();
            System.arraycopy(own, 0, values, offset, own.length);
            offset += own.length;
        }
    }

    static List<Integer> sizes(Shape shape) {
        return shape.dimensions().stream().map(Shape.Dimension::size).toList();
    }
}
