package seq2see.training;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import seq2see.corpus.Batch;
import seq2see.corpus.Batches;
import seq2see.corpus.InputException;
import seq2see.model.Feeding;
import seq2see.model.LayerDropout;
import seq2see.model.Parameters;
import seq2see.model.Seq2Seq;

/**
 * Trains a model by its plan, a step at a time. A step cuts its batch into parts whose number depends on the batch alone,
 * so the weights are the same, bit for bit, whatever the number of threads.
 */
public final class Trainer implements AutoCloseable {
    private static final int SENTENCES_A_PART = 32;
    private static final int LEAST_PARTS = 2;

    private final TrainingPlan plan;
    private final Parameters parameters;
    private final Optimizer optimizer;
    private final Batches batches;
    private final PartRunner runner;
    private final BatchPart[] parts;
    private double learningRate;
    private double clip;
    private double teacherForcing;
    private long trainingStep;
    private int loadedEpoch;
    private List<Batch> epochBatches;

    /** Initialises: weights drawn from the plan's seed. */
    public Trainer(TrainingPlan plan) {
        this(plan, Parameters.initialised(plan.config(), plan.seed()),
                Optimizer.of(plan.recipe().optimizer(), Math.toIntExact(Parameters.count(plan.config()))), 0);
    }

    /** Goes on after {@code trainingStep} steps with weights and optimizer as they were. */
    public Trainer(TrainingPlan plan, Parameters parameters, Optimizer optimizer, long trainingStep) {
        this.plan = plan;
        this.parameters = parameters;
        this.optimizer = optimizer;
        this.trainingStep = trainingStep;
        this.batches = new Batches(plan.training(), plan.batchSize(), plan.seed());
        this.runner = new PartRunner(plan.threads());
        this.parts = new BatchPart[partsOf(Math.min(plan.batchSize(), plan.training().size()))];
        Arrays.setAll(parts, index -> new BatchPart(parameters));
        change(plan.learningRate(), plan.clip(), plan.teacherForcing());
    }

    private static int partsOf(int sentences) {
        return Math.min(sentences, Math.max(LEAST_PARTS, Math.ceilDiv(sentences, SENTENCES_A_PART)));
    }

    /** Changes what may change while training; it holds from the next step on. */
    public void change(double learningRate, double clip, double teacherForcing) {
        this.learningRate = learningRate;
        this.clip = clip;
        this.teacherForcing = teacherForcing;
    }

    /**
     * One training step: load, forward, loss, backward, clip, update. Initialising came before; showing is the caller's.
     *
     * @throws InputException where the loss or the gradient is no longer a number; the weights stay as they were
     */
    public TrainingStepResult step() throws InputException {
        Batch batch = load();
        double loss = forwardLossAndBackward(batch);
        double norm = addGradients(partsOf(batch.size()));
        if (!Double.isFinite(loss) || !Double.isFinite(norm)) {
            throw new InputException("training.notFinite", String.valueOf(trainingStep + 1));
        }
        float scale = norm > clip ? (float) (clip / norm) : 1f;
        trainingStep++;
        double rate = plan.recipe().schedule().rate(trainingStep, plan.trainingSteps(), learningRate);
        optimizer.update(parameters.values(), parameters.gradient(), scale, rate, trainingStep);
        parameters.changed();
        int tokens = batch.validTargetTokens() + Arrays.stream(batch.sourceLengths()).sum();
        return new TrainingStepResult(trainingStep, epoch(), loss, norm, clip, rate, tokens);
    }

    /** The batch of the next step: every pair once an epoch, in an order that follows from seed and epoch. */
    private Batch load() {
        int epoch = (int) (trainingStep / batches.perEpoch()) + 1;
        if (epoch != loadedEpoch) {
            loadedEpoch = epoch;
            epochBatches = batches.epoch(epoch);
        }
        return epochBatches.get((int) (trainingStep % batches.perEpoch()));
    }

    /** The three inner steps, part by part on all threads. @return the mean loss of the batch */
    private double forwardLossAndBackward(Batch batch) {
        int count = partsOf(batch.size());
        int tokens = batch.validTargetTokens();
        double[] losses = new double[count];
        SplittableRandom chance = new SplittableRandom(plan.seed() * 0x9E3779B97F4A7C15L + trainingStep);
        Feeding feeding = teacherForcing >= 1 ? Feeding.TRUE_TOKENS : Feeding.drawn(teacherForcing, batch.targetTime(), chance.split());
        LayerDropout[] dropout = new LayerDropout[count];
        Arrays.setAll(dropout, index -> new LayerDropout(plan.dropout(), chance.split()));
        runner.run(count, index -> {
            int from = index * batch.size() / count;
            int until = (index + 1) * batch.size() / count;
            losses[index] = parts[index].run(batch.part(from, until - from), tokens, feeding, dropout[index], plan.recipe().labelSmoothing());
        });
        double sum = 0;
        for (double loss : losses) {
            sum += loss;
        }
        return sum / tokens;
    }

    /** Adds the parts' gradients in order. @return the global norm of the whole */
    private double addGradients(int count) {
        float[] whole = parameters.gradient();
        System.arraycopy(parts[0].gradient(), 0, whole, 0, whole.length);
        for (int index = 1; index < count; index++) {
            add(parts[index].gradient(), whole);
        }
        double squares = 0;
        for (float value : whole) {
            squares += (double) value * value;
        }
        return Math.sqrt(squares);
    }

    private static void add(float[] part, float[] whole) {
        for (int i = 0; i < whole.length; i++) {
            whole[i] += part[i];
        }
    }

    public TrainingPlan plan() {
        return plan;
    }

    /** The model being trained; its weights change with every step. */
    public Seq2Seq network() {
        return new Seq2Seq(parameters);
    }

    public Optimizer optimizer() {
        return optimizer;
    }

    /** Passes over the corpus begun by the steps done; 0 before the first. */
    public int epoch() {
        return trainingStep == 0 ? 0 : (int) ((trainingStep - 1) / batches.perEpoch()) + 1;
    }

    /** Steps done. */
    public long trainingStep() {
        return trainingStep;
    }

    /** In force as a person set it, before the schedule. */
    public double learningRate() {
        return learningRate;
    }

    public double clip() {
        return clip;
    }

    public double teacherForcing() {
        return teacherForcing;
    }

    @Override
    public void close() {
        runner.close();
    }
}
