package seq2see.training;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import seq2see.corpus.EncodedPair;
import seq2see.corpus.InputException;
import seq2see.corpus.Permutation;
import seq2see.model.Seq2Seq;

/**
 * A training under way and everything measured of it: the trainer, the curve, validation at intervals, the speed. The
 * window's worker and the command line both drive one. It belongs to one thread.
 */
public final class TrainingRun implements AutoCloseable {
    /** Validation takes so many pairs at the most: it comes often. */
    private static final int VALIDATION_PAIRS = 256;

    private final Trainer trainer;
    private final CurveRecorder curve;
    private final BestWeights best;
    private final PhaseStepper phases;
    private final SpeedGauge speed = new SpeedGauge();
    private final List<EncodedPair> validation;
    private SentenceWatch watch;
    private boolean watchesKept;
    private final TranslationLog log;
    private final OutputHistory history = new OutputHistory();
    private String historyOf = "";
    private TrainingSnapshot.State state = TrainingSnapshot.State.TRAINING;
    private Optional<TrainingStepResult> newest = Optional.empty();
    private Optional<PhaseReport> phase = Optional.empty();
    private long began;
    private int epoch;
    private OptionalDouble validationLoss = OptionalDouble.empty();
    /** What is left to be measured of a training that has finished; empty where nothing is. */
    private Optional<Evaluator.LossMeter> unmeasured = Optional.empty();
    private Optional<InputException> failure = Optional.empty();

    /** Begins from the plan's seed. */
    public TrainingRun(TrainingPlan plan) {
        this(new Trainer(plan), LearningCurve.EMPTY, BestWeights.none(plan.recipe().validation().keep()));
    }

    /** Goes on where a saved training stopped, under the settings that a person had changed it to. */
    public TrainingRun(TrainingPlan plan, SavedModel saved) {
        this(new Trainer(plan, saved.lastParameters(), saved.newOptimizer(), saved.training().trainingStep()), saved.training().curve(),
                BestWeights.of(saved));
        saved.training().curve().lastChange().ifPresent(last -> trainer.change(last.learningRate(), last.clip(), last.teacherForcing()));
    }

    private TrainingRun(Trainer trainer, LearningCurve curveSoFar, BestWeights best) {
        this.trainer = trainer;
        this.curve = CurveRecorder.after(curveSoFar);
        this.best = best;
        this.phases = new PhaseStepper(trainer);
        TrainingPlan plan = trainer.plan();
        this.validation = sample(plan.validation(), plan.seed());
        this.watch = new SentenceWatch(trainer.network(), plan);
        this.log = new TranslationLog(trainer.network(), plan.codec(), validation);
        this.epoch = trainer.epoch();
        this.validationLoss = curveSoFar.validation().isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(curveSoFar.validation().getLast().loss());
        finishIfDone();
    }

    /** Some of the pairs, drawn over all of them: a corpus may be sorted. */
    static List<EncodedPair> sample(List<EncodedPair> pairs, long seed) {
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
        LearningCurve.SettingsChange before = settings();
        trainer.change(learningRate, clip, teacherForcing);
        curve.addChange(before, settings());
    }

    private LearningCurve.SettingsChange settings() {
        return new LearningCurve.SettingsChange(trainer.trainingStep(), trainer.learningRate(), trainer.clipLimit(), trainer.teacherForcing());
    }

    /** One training step, or what is left of one, and validation where it is due. Where training is over, nothing. */
    public void step() {
        phase = Optional.empty();
        attempt(() -> account(phases.isUnderWay() ? phases.finish() : trainer.step()));
    }

    /** The next of the eight steps alone, and what it produced in the snapshots that follow. Where training is over, nothing. */
    public void stepPhase() {
        attempt(() -> {
            PhaseReport report = phases.perform();
            phase = Optional.of(report);
            if (report instanceof PhaseReport.Shown shown) {
                account(shown.result());
            }
        });
    }

    private interface Attempt {
        void run() throws InputException;
    }

    private void attempt(Attempt attempt) {
        if (isOver()) {
            return;
        }
        began = System.nanoTime();
        try {
            attempt.run();
        } catch (InputException stopped) {
            fail(stopped);
        } catch (ArithmeticException | OutOfMemoryError _) {
            fail(tooLarge(trainer.trainingStep() + 1));
        }
    }

    private static InputException tooLarge(long step) {
        return new InputException("training.tooLarge", String.valueOf(step));
    }

    private void account(TrainingStepResult result) {
        newest = Optional.of(result);
        curve.add(result);
        epoch = result.epoch();
        speed.add(System.nanoTime() - began, result.tokens());
        validateIfDue();
        finishIfDone();
    }

    /** Stops for good; the weights stay as they were after the last whole step. */
    void fail(InputException problem) {
        failure = Optional.of(problem);
        unmeasured = Optional.empty();
        state = TrainingSnapshot.State.FAILED;
    }

    /** At intervals and at the end, on a sample of the pairs held out. */
    private void validateIfDue() {
        long step = trainer.trainingStep();
        if (plan().recipe().validation().isDue(step) || step == plan().trainingSteps()) {
            validationLoss = Evaluator.loss(trainer.network(), validation);
            validationLoss.ifPresent(loss -> {
                curve.addValidation(step, loss);
                best.offer(step, loss, trainer.network().parameters());
            });
        }
    }

    /** As planned, or early where patience is at its end. What is left is to measure the weights that are kept on all that was held out. */
    private void finishIfDone() {
        if (trainer.trainingStep() >= plan().trainingSteps() || plan().recipe().validation().isOver(best.validation())) {
            state = TrainingSnapshot.State.FINISHED;
            unmeasured = Optional.of(new Evaluator.LossMeter(kept(), plan().validation()));
        }
    }

    /** Whether it has finished and not all that was held out is measured yet. Until it is, its loss is that of a sample. */
    boolean isMeasuring() {
        return unmeasured.isPresent();
    }

    /** Measures one batch more: all may be many, and whoever waits for commands has to hear them in between. */
    void measure() {
        Evaluator.LossMeter meter = unmeasured.orElseThrow();
        try {
            if (!meter.isDone()) {
                meter.measure();
            }
            if (meter.isDone()) {
                validationLoss = meter.loss();
                unmeasured = Optional.empty();
            }
        } catch (ArithmeticException | OutOfMemoryError _) {
            fail(tooLarge(trainer.trainingStep()));
        }
    }

    /** The model as it is kept: with the best weights so far, or with the present ones where nothing was validated or the last are to be kept. */
    public Seq2Seq kept() {
        return new Seq2Seq(best.or(trainer.network().parameters()));
    }

    /** What is to be kept of it now; copies all numbers. */
    public SavedModel saved() {
        return SavedModel.of(trainer, curve.curve(), best);
    }

    /** The state now, with the translation of a sentence where one is looked at. Of one that has finished everything is measured first. */
    public TrainingSnapshot snapshot(Optional<String> sentence) {
        while (isMeasuring()) {
            measure();
        }
        return snapshot(sentence, List.of(), Set.of());
    }

    /**
     * The same with what else is watched of the sentence, and with what is measured so far.
     *
     * @param hypothesis the token ids that the decoder is made to write; empty for its own output
     */
    public TrainingSnapshot snapshot(Optional<String> sentence, List<Integer> hypothesis, Set<Watched> watched) {
        sentence.ifPresent(somebodyLooks -> log.update(trainer.trainingStep(), isOver()));
        OptionalDouble left = state == TrainingSnapshot.State.FINISHED || state == TrainingSnapshot.State.FAILED
                ? OptionalDouble.empty() : speed.secondsFor(plan().trainingSteps() - trainer.trainingStep());
        return new TrainingSnapshot(plan(), state, trainer.trainingStep(), epoch,
                newest, validationLoss, best.validation(),
                trainer.learningRate(), trainer.clipLimit(), trainer.teacherForcing(), speed.tokensPerSecond(), left, curve.curve(), phase,
                sentence.map(source -> withHistory(watch().translate(source, hypothesis, watched, isTraining()))), log.log(), failure);
    }

    private Translation withHistory(Translation translation) {
        if (translation.isForced()) {
            return translation;
        }
        if (!translation.source().equals(historyOf)) {
            history.clear();
            historyOf = translation.source();
        }
        history.add(trainer.trainingStep(), translation.text());
        return translation.after(history.stages());
    }

    /** The losses of a batch of the training corpus now; see {@link BatchLosses#of}. */
    BatchLosses batchLosses(int number) {
        return BatchLosses.of(shown(), plan().codec(), plan().training(), number, trainer.trainingStep());
    }

    /** The model that is looked at; copies its weights. */
    ModelNow modelNow() {
        return new ModelNow(plan(), trainer.trainingStep(), shown().parameters().copy());
    }

    /** How well it translates what was held out now. */
    public HeldOutScores heldOutScores() {
        return HeldOutScores.of(shown(), plan(), trainer.trainingStep());
    }

    /** The same with the present weights, also at the end, where others may be kept. */
    HeldOutScores presentScores() {
        return HeldOutScores.of(trainer.network(), plan(), trainer.trainingStep());
    }

    /** A sentence searched by the weights of now. */
    public SentenceSearch search(SentenceSearch.Question question) {
        return SentenceSearch.of(shown(), plan(), trainer.trainingStep(), question);
    }

    /** The model that is looked at: as it learns, and at the end as it is kept. */
    private Seq2Seq shown() {
        return state == TrainingSnapshot.State.FINISHED ? kept() : trainer.network();
    }

    private SentenceWatch watch() {
        if (state == TrainingSnapshot.State.FINISHED && !watchesKept) {
            watchesKept = true;
            watch = new SentenceWatch(kept(), plan());
        }
        return watch;
    }

    @Override
    public void close() {
        trainer.close();
    }
}
