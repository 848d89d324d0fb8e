package seq2see.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import seq2see.corpus.CorpusSplit;
import seq2see.corpus.GivenParts;
import seq2see.corpus.InputException;
import seq2see.corpus.PairCodec;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.Preparation;
import seq2see.corpus.ReadingReport;
import seq2see.model.ModelConfig;
import seq2see.model.Parameters;
import seq2see.model.WeightFile.Weight;
import seq2see.tensor.Shape;

/**
 * A trained model as {@link ModelFile} keeps it.
 *
 * @param weights   by parameter name, in layout order, as they are kept: the best by validation unless the last were asked for
 * @param last      the same after the last training step, to go on from; empty where they are the same
 * @param optimizer what the optimizer remembers: the memory's name and a dot before a parameter's name, as in
 *                  {@code firstMoment.encoder.embedding.weight}; empty where the model is not to be trained on
 */
public record SavedModel(ModelConfig config, PairCodec codec, Map<String, Weight> weights, Map<String, Weight> last,
                         Map<String, Weight> optimizer, SavedTraining training) {
    /** What is to be kept of a training; copies all numbers. */
    static SavedModel of(Trainer trainer, LearningCurve curve, BestWeights best) {
        TrainingPlan plan = trainer.plan();
        Parameters present = trainer.network().parameters();
        Map<String, Weight> memory = new LinkedHashMap<>();
        trainer.optimizer().memory().forEach((name, numbers) -> memory.putAll(named(plan.config(), name + ".", numbers)));
        SavedTraining training = new SavedTraining(plan.corpus().name(), SavedTraining.fingerprint(plan.corpus().pairs()),
                plan.recipe(), trainer.trainingStep(), best.validation(), curve);
        Map<String, Weight> last = best.differFrom(present) ? named(plan.config(), "", present.values()) : Map.of();
        return new SavedModel(plan.config(), plan.codec(), named(plan.config(), "", best.or(present).values()), last, memory, training);
    }

    /**
     * The corpus in parts as training saw them.
     *
     * @param given what was given beside the corpus
     * @throws InputException where training saw other pairs
     */
    public CorpusSplit split(ParallelCorpus corpus, GivenParts given) throws InputException {
        boolean reversed = training.isReversed(corpus, given);
        Preparation preparation = Preparation.by(codec.sourceTokenizer(), codec.targetTokenizer()).with(codec.normalisation())
                .withBothDirections(codec.bothDirections()).with(training.recipe().split());
        return preparation.split(reversed ? corpus.reversed() : corpus, reversed ? given.reversed() : given, training.recipe().seed());
    }

    /** The weights under all names that PyTorch's modules know them by: what is tied stands there twice. */
    public Map<String, Weight> exported() {
        Map<String, Weight> all = new LinkedHashMap<>(weights);
        Parameters.secondNames(config).forEach((second, name) -> all.put(second, weights.get(name)));
        return all;
    }

    /** The weights, ready to compute with. */
    public Parameters parameters() {
        return parameters(weights);
    }

    /** The weights to go on from. */
    public Parameters lastParameters() {
        return parameters(last.isEmpty() ? weights : last);
    }

    private Parameters parameters(Map<String, Weight> from) {
        Parameters parameters = Parameters.zeros(config);
        fill(parameters.values(), "", from);
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
        ParallelCorpus unknown = new ParallelCorpus(training.corpusName(), List.of(), ReadingReport.NONE);
        TrainingPlan plan = new TrainingPlan(unknown, codec, config, List.of(), List.of(), training.recipe(), 1);
        boolean finished = training.trainingStep() >= plan.trainingSteps() || plan.recipe().validation().isOver(training.best());
        Optional<TrainingStepResult> newest = training.curve().training().isEmpty() ? Optional.empty()
                : Optional.of(result(training.curve().training().getLast()));
        OptionalDouble validationLoss = training.curve().validation().isEmpty() ? OptionalDouble.empty()
                : OptionalDouble.of(training.curve().validation().getLast().loss());
        OptionalDouble none = OptionalDouble.empty();
        return new TrainingSnapshot(plan, finished ? TrainingSnapshot.State.FINISHED : TrainingSnapshot.State.PAUSED,
                training.trainingStep(), 0, newest, validationLoss, training.best(), plan.learningRate(), plan.clip(), plan.teacherForcing(), none, none,
                training.curve(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    }

    private static TrainingStepResult result(LearningCurve.TrainingPoint point) {
        return new TrainingStepResult(point.trainingStep(), 0, point.loss(), point.gradientNorm(), point.clip(), point.learningRate(),
                point.teacherForcing(), 0);
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
