package seq2see.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import seq2see.corpus.EncodedPair;
import seq2see.corpus.InputException;
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
    private final Map<String, List<String>> references = new HashMap<>();
    private TrainingSnapshot.State state = TrainingSnapshot.State.TRAINING;
    private Optional<TrainingStepResult> newest = Optional.empty();
    private OptionalDouble validationLoss = OptionalDouble.empty();
    private Optional<InputException> failure = Optional.empty();

    /** Begins from the plan's seed. */
    public TrainingRun(TrainingPlan plan) {
        this(new Trainer(plan), LearningCurve.EMPTY);
    }

    /** Goes on with a trainer and the curve of what it did. */
    public TrainingRun(Trainer trainer, LearningCurve curveSoFar) {
        this.trainer = trainer;
        this.curve = CurveRecorder.after(curveSoFar);
        TrainingPlan plan = trainer.plan();
        this.validation = plan.validation().subList(0, Math.min(VALIDATION_PAIRS, plan.validation().size()));
        this.tracer = new Tracer(trainer.network(), plan.codec());
        for (SentencePair pair : plan.corpus().pairs()) {
            references.computeIfAbsent(pair.source(), source -> new ArrayList<>(1)).add(pair.target());
        }
        finishIfDone();
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
            speed.add(System.nanoTime() - began, result.tokens());
        } catch (InputException stopped) {
            failure = Optional.of(stopped);
            state = TrainingSnapshot.State.FAILED;
            return;
        }
        validateIfDue();
        finishIfDone();
    }

    private void validateIfDue() {
        long interval = Math.max(1, plan().trainingSteps() / VALIDATIONS);
        if (trainer.trainingStep() % interval == 0 || trainer.trainingStep() == plan().trainingSteps()) {
            validationLoss = Evaluator.loss(trainer.network(), validation);
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
        return new TrainingSnapshot(plan(), state, trainer.trainingStep(), newest.map(TrainingStepResult::epoch).orElse(0),
                number(newest.map(TrainingStepResult::loss)), validationLoss, number(newest.map(TrainingStepResult::gradientNorm)),
                trainer.learningRate(), speed.tokensPerSecond(), left, curve.curve(), sentence.map(this::translate), failure);
    }

    private static OptionalDouble number(Optional<Double> value) {
        return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
    }

    private Translation translate(String source) {
        Trace trace = tracer.greedy(source, plan().config().maximumLength());
        int[] ids = trace.decoder().steps().stream().mapToInt(Trace.DecoderStep::tokenId).toArray();
        return new Translation(source, plan().codec().decodeTarget(ids), trace, references.getOrDefault(source, List.of()));
    }

    @Override
    public void close() {
        trainer.close();
    }
}
