package seq2see.training;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import seq2see.corpus.Batch;
import seq2see.corpus.Batches;
import seq2see.corpus.InputException;
import seq2see.model.Feeding;
import seq2see.model.Parameters;
import seq2see.model.Seq2Seq;

/**
 * Trains a model by its plan in the eight steps of {@link TrainingPhase}, each a method of that name. A training step cuts
 * its batch into parts whose number depends on the batch alone, so the weights are the same, bit for bit, whatever the
 * number of threads.
 */
public final class Trainer implements AutoCloseable {
    private static final int SENTENCES_A_PART = 32;
    private static final int LEAST_PARTS = 2;
    /** So many parameters at a time are summed, measured and moved by one thread; sums go slice by slice, whoever takes them. */
    private static final int SLICE = 1 << 13;

    private final TrainingPlan plan;
    private final Parameters parameters;
    private final Optimizer optimizer;
    private final Batches batches;
    private final PartRunner runner;
    private final BatchPart[] parts;
    /** Of each slice of the gradient, Σ x². */
    private final double[] squares;
    private double learningRate;
    private double clip;
    private double teacherForcing;
    private long trainingStep;
    private int loadedEpoch;
    private List<Batch> epochBatches;

    // Of the training step under way.
    private Batch batch;
    private int partCount;
    private double stepClip;
    private double stepLearningRate;
    private double stepTeacherForcing;
    private double gradientNorm;
    private float gradientScale;

    /** Begins with weights drawn from the plan's seed. */
    public Trainer(TrainingPlan plan) {
        this(plan, initialise(plan), Optimizer.of(plan.method().optimizer(), Math.toIntExact(Parameters.count(plan.config()))), 0);
    }

    /** Goes on after {@code trainingStep} steps with weights and optimizer as they were. */
    public Trainer(TrainingPlan plan, Parameters parameters, Optimizer optimizer, long trainingStep) {
        this.plan = plan;
        this.parameters = parameters;
        this.optimizer = optimizer;
        this.trainingStep = trainingStep;
        this.batches = new Batches(plan.training(), plan.batchSize(), plan.seed(), plan.method().noise(), plan.codec() != null && plan.codec().bothDirections() ? 1 : 0);
        this.runner = new PartRunner(plan.threads());
        this.parts = new BatchPart[partsOf(Math.min(plan.batchSize(), plan.training().size()))];
        Arrays.setAll(parts, index -> new BatchPart(parameters));
        this.squares = new double[Math.ceilDiv(parameters.values().length, SLICE)];
        change(plan.learningRate(), plan.clip(), plan.teacherForcing());
    }

    /** How many numbers are kept for each parameter: the weight, a gradient in each part of a batch, what the optimizer remembers. */
    public int numbersAParameter() {
        return 1 + parts.length + optimizer.memory().size();
    }

    private static int partsOf(int sentences) {
        return Math.min(sentences, Math.max(LEAST_PARTS, Math.ceilDiv(sentences, SENTENCES_A_PART)));
    }

    /**
     * Changes what may change while training; it holds from the next step on.
     *
     * @param learningRate   before its schedule
     * @param clip           the largest global norm of the gradient
     * @param teacherForcing before its schedule
     */
    public void change(double learningRate, double clip, double teacherForcing) {
        this.learningRate = learningRate;
        this.clip = clip;
        this.teacherForcing = teacherForcing;
    }

    /**
     * One training step: the seven phases after {@link TrainingPhase#INITIALISE}, which came with the constructor.
     *
     * @throws InputException where the loss or the gradient is no longer a number; the weights stay as they were
     */
    public TrainingStepResult step() throws InputException {
        load();
        onEveryPart(this::forward, this::loss, this::backward);
        addGradients();
        clip();
        update();
        return show();
    }

    /** One phase of a training step alone, over the whole batch; in their order they make a step, to the same bits. */
    void perform(TrainingPhase phase) throws InputException {
        switch (phase) {
            case INITIALISE -> { }
            case LOAD -> load();
            case FORWARD -> onEveryPart(this::forward);
            case LOSS -> onEveryPart(this::loss);
            case BACKWARD -> {
                onEveryPart(this::backward);
                addGradients();
            }
            case CLIP -> clip();
            case UPDATE -> update();
            case SHOW -> show();
        }
    }

    /** Draws the first weights from the plan's seed. */
    private static Parameters initialise(TrainingPlan plan) {
        return Parameters.initialised(plan.config(), plan.method().initialisation(), plan.seed());
    }

    /**
     * Takes the batch of the next step, cuts it into parts and draws what is left to chance. Every pair comes once an epoch,
     * in an order that follows from seed and epoch.
     */
    private void load() {
        int epoch = (int) (trainingStep / batches.perEpoch()) + 1;
        if (epoch != loadedEpoch) {
            loadedEpoch = epoch;
            epochBatches = batches.epoch(epoch);
        }
        batch = epochBatches.get((int) (trainingStep % batches.perEpoch()));
        TrainingMethod method = plan.method();
        stepClip = clip;
        stepLearningRate = method.learningRate().withRate(learningRate).at(trainingStep + 1, plan.trainingSteps());
        stepTeacherForcing = method.teacherForcing().withFirst(teacherForcing).at(trainingStep + 1, plan.trainingSteps());
        SplittableRandom chance = new SplittableRandom(plan.seed() * 0x9E3779B97F4A7C15L + trainingStep);
        Feeding feeding = stepTeacherForcing >= 1 ? Feeding.TRUE_TOKENS
                : Feeding.drawn(stepTeacherForcing, batch.targetTime(), chance.split());
        partCount = partsOf(batch.size());
        for (int index = 0; index < partCount; index++) {
            int from = index * batch.size() / partCount;
            int until = (index + 1) * batch.size() / partCount;
            parts[index].load(batch.part(from, until - from), feeding, method.dropout(), chance.split());
        }
    }

    /** Computes the logits. */
    private void forward(BatchPart part) {
        part.forward();
    }

    /** Compares them with the true tokens. */
    private void loss(BatchPart part) {
        part.loss(batch.validTargetTokens(), plan.method().labelSmoothing());
    }

    /** Takes the loss back to the weights. */
    private void backward(BatchPart part) {
        part.backward();
    }

    /** Does these one after the other with each part; parts run on all threads and do not wait for each other. */
    @SafeVarargs
    private void onEveryPart(Consumer<BatchPart>... phases) {
        runner.run(partCount, index -> {
            for (Consumer<BatchPart> phase : phases) {
                phase.accept(parts[index]);
            }
        });
    }

    /** The gradient of the batch is the sum of its parts', in their order. */
    private void addGradients() {
        float[] whole = parameters.gradient();
        onEverySlice((from, until) -> {
            System.arraycopy(parts[0].gradient(), from, whole, from, until - from);
            for (int index = 1; index < partCount; index++) {
                add(parts[index].gradient(), whole, from, until);
            }
        });
    }

    private static void add(float[] part, float[] whole, int from, int until) {
        for (int i = from; i < until; i++) {
            whole[i] += part[i];
        }
    }

    private interface SliceWork {
        void accept(int from, int until);
    }

    /** Does this with each slice of the parameters, on all threads. */
    private void onEverySlice(SliceWork work) {
        int count = parameters.values().length;
        runner.run(squares.length, index -> work.accept(index * SLICE, Math.min(count, (index + 1) * SLICE)));
    }

    /** Takes the gradient's global norm, and finds by what to scale the gradient so that it keeps to the limit (Pascanu et al., 2013). */
    private void clip() throws InputException {
        float[] gradient = parameters.gradient();
        onEverySlice((from, until) -> squares[from / SLICE] = squares(gradient, from, until));
        double sum = 0;
        for (double slice : squares) {
            sum += slice;
        }
        gradientNorm = Math.sqrt(sum);
        if (!Double.isFinite(meanLoss()) || !Double.isFinite(gradientNorm)) {
            throw Divergence.of(trainingStep + 1, meanLoss(), parameters, batch);
        }
        gradientScale = gradientNorm > stepClip ? (float) (stepClip / gradientNorm) : 1f;
    }

    /** Σ x², with four sums side by side, since each waits for its last addition. */
    private static double squares(float[] x, int from, int until) {
        int whole = until - (until - from) % 4;
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (int i = from; i < whole; i += 4) {
            first += (double) x[i] * x[i];
            second += (double) x[i + 1] * x[i + 1];
            third += (double) x[i + 2] * x[i + 2];
            fourth += (double) x[i + 3] * x[i + 3];
        }
        for (int i = whole; i < until; i++) {
            first += (double) x[i] * x[i];
        }
        return first + second + (third + fourth);
    }

    /** Moves the weights. */
    private void update() {
        trainingStep++;
        onEverySlice((from, until) -> optimizer.update(parameters.values(), parameters.gradient(), from, until, gradientScale,
                stepLearningRate, trainingStep));
        parameters.changed();
    }

    /** Says what the step did. */
    TrainingStepResult show() {
        int tokens = batch.validTargetTokens() + Arrays.stream(batch.sourceLengths()).sum();
        return new TrainingStepResult(trainingStep, epoch(), meanLoss(), gradientNorm, stepClip, stepLearningRate,
                stepTeacherForcing, tokens);
    }

    /** Of the batch, nats a valid target token. */
    double meanLoss() {
        double sum = 0;
        for (int index = 0; index < partCount; index++) {
            sum += parts[index].loss();
        }
        return sum / batch.validTargetTokens();
    }

    /** What clipping found. */
    PhaseReport.Clipped clipped() {
        return new PhaseReport.Clipped(gradientNorm, stepClip, gradientScale);
    }

    /** The batch of the step under way. */
    Batch batch() {
        return batch;
    }

    /** The part of the batch that holds its first sentence. */
    BatchPart firstPart() {
        return parts[0];
    }

    /** The epoch that the batch belongs to, from 1. */
    int loadedEpoch() {
        return loadedEpoch;
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

    /** The largest global norm of the gradient, in force. */
    public double clipLimit() {
        return clip;
    }

    /** In force as a person set it, before the schedule. */
    public double teacherForcing() {
        return teacherForcing;
    }

    @Override
    public void close() {
        runner.close();
    }
}
