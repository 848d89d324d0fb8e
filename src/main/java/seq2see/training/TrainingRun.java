package seq2see.training;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import seq2see.corpus.EncodedPair;
import seq2see.corpus.InputException;
import seq2see.corpus.Permutation;
import seq2see.corpus.SentencePair;
import seq2see.trace.Trace;
import seq2see.trace.Tracer;

/**
 * A training under way and everything measured of it: the trainer, the curve, validation at intervals, the speed. The
 * window's worker and the command line both drive one. It belongs to one thread.
 */
public final class TrainingRun implements AutoCloseable {
    /** Validation takes so many pairs at the most, and comes so often over a whole training. */
    private static final int VALIDATION_PAIRS = 256;
    private static final int VALIDATIONS = 40;

    private final Trainer trainer;
    private final CurveRecorder curve;
    private final SpeedGauge speed = new SpeedGauge();
    private final List<EncodedPair> validation;
    private final Tracer tracer;
    private TrainingSnapshot.State state = TrainingSnapshot.State.TRAINING;
    private Optional<TrainingStepResult> newest = Optional.empty();
    private int epoch;
    private OptionalDouble validationLoss = OptionalDouble.empty();
    private Optional<InputException> failure = Optional.empty();
    private boolean inDepth;

    /** Begins from the plan's seed. */
    public TrainingRun(TrainingPlan plan) {
        this(new Trainer(plan), LearningCurve.EMPTY);
    }

    /** Goes on with a trainer and the curve of what it did. */
    public TrainingRun(Trainer trainer, LearningCurve curveSoFar) {
        this.trainer = trainer;
        this.curve = CurveRecorder.after(curveSoFar);
        TrainingPlan plan = trainer.plan();
        this.validation = sample(plan.validation(), plan.seed());
        this.tracer = new Tracer(trainer.network(), plan.codec());
        this.epoch = trainer.epoch();
        finishIfDone();
    }

    /** Some of the pairs, drawn over all of them: a corpus may be sorted. */
    private static List<EncodedPair> sample(List<EncodedPair> pairs, long seed) {
        return Arrays.stream(Permutation.of(pairs.size(), seed, 0)).limit(VALIDATION_PAIRS).mapToObj(pairs::get).toList();
    }

    public TrainingPlan plan() {
        return trainer.plan();
    }

    public Trainer trainer() {
        return trainer;
    }

    public boolean isTraining() {
        return state == TrainingSnapshot.State.TRAINING;
    }

    /** Whether it ended by itself: as planned, or because it failed. */
    public boolean isOver() {
        return state == TrainingSnapshot.State.FINISHED || state == TrainingSnapshot.State.FAILED;
    }

    public void pause() {
        if (isTraining()) {
            state = TrainingSnapshot.State.PAUSED;
        }
    }

    public void resume() {
        if (state == TrainingSnapshot.State.PAUSED) {
            state = TrainingSnapshot.State.TRAINING;
        }
    }

    /** Changes what may change while training; it holds from the next step on. */
    public void change(double learningRate, double clip, double teacherForcing) {
        trainer.change(learningRate, clip, teacherForcing);
    }

    /** One training step, and validation where it is due. Where training is over, nothing. */
    public void step() {
        if (isOver()) {
            return;
        }
        long began = System.nanoTime();
        try {
            TrainingStepResult result = trainer.step();
            newest = Optional.of(result);
            curve.add(result);
            epoch = result.epoch();
            speed.add(System.nanoTime() - began, result.tokens());
            validateIfDue();
            finishIfDone();
        } catch (InputException stopped) {
            fail(stopped);
        } catch (ArithmeticException | OutOfMemoryError _) {
            fail(new InputException("training.tooLarge", String.valueOf(trainer.trainingStep() + 1)));
        }
    }

    /** Stops for good; the weights stay as they were after the last whole step. */
    void fail(InputException problem) {
        failure = Optional.of(problem);
        state = TrainingSnapshot.State.FAILED;
    }

    /** At intervals on a sample of the pairs held out, at the end on all of them. */
    private void validateIfDue() {
        long interval = Math.max(1, plan().trainingSteps() / VALIDATIONS);
        boolean last = trainer.trainingStep() == plan().trainingSteps();
        if (last || trainer.trainingStep() % interval == 0) {
            validationLoss = Evaluator.loss(trainer.network(), last ? plan().validation() : validation);
            validationLoss.ifPresent(loss -> curve.addValidation(trainer.trainingStep(), loss));
        }
    }

    private void finishIfDone() {
        if (trainer.trainingStep() >= plan().trainingSteps()) {
            state = TrainingSnapshot.State.FINISHED;
        }
    }

    /** The state now, with the translation of a sentence where one is looked at. */
    public TrainingSnapshot snapshot(Optional<String> sentence) {
        OptionalDouble left = state == TrainingSnapshot.State.FINISHED || state == TrainingSnapshot.State.FAILED
                ? OptionalDouble.empty() : speed.secondsFor(plan().trainingSteps() - trainer.trainingStep());
        return new TrainingSnapshot(plan(), state, trainer.trainingStep(), epoch,
                number(newest.map(TrainingStepResult::loss)), validationLoss, number(newest.map(TrainingStepResult::gradientNorm)),
                trainer.learningRate(), trainer.clipLimit(), trainer.teacherForcing(), speed.tokensPerSecond(), left, curve.curve(), sentence.map(this::translate), failure);
    }

    /** The losses of a batch of the training corpus now; see {@link BatchLosses#of}. */
    BatchLosses batchLosses(int number) {
        return BatchLosses.of(trainer.network(), plan().codec(), plan().training(), number, trainer.trainingStep());
    }

    /** Whether the sentence that is looked at comes with what the cells computed with. */
    void lookInDepth(boolean wanted) {
        inDepth = wanted;
    }

    private static OptionalDouble number(Optional<Double> value) {
        return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
    }

    private Translation translate(String source) {
        int longest = plan().config().maximumLength();
        Trace trace = inDepth ? tracer.greedyInDepth(source, longest) : tracer.greedy(source, longest);
        int[] ids = trace.decoder().steps().stream().mapToInt(Trace.DecoderStep::tokenId).toArray();
        return new Translation(source, plan().codec().decodeTarget(ids), trace, references(source));
    }

    private List<String> references(String source) {
        return plan().corpus().pairs().stream().filter(pair -> pair.source().equals(source)).map(SentencePair::target).toList();
    }

    @Override
    public void close() {
        trainer.close();
    }
}
