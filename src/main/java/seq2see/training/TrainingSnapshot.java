package seq2see.training;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import seq2see.corpus.InputException;

/**
 * The state of a training at one moment, immutable. It carries the whole thinned curve, so that one which nobody saw is
 * no loss.
 *
 * @param plan            what is being trained, on what
 * @param state           what it is doing
 * @param trainingStep    steps done
 * @param epoch           passes over the corpus begun, from 1; 0 before the first step
 * @param newest          what the newest step did; empty before the first
 * @param validationLoss  the newest one, on a sample of what is held out; at the end that of the kept weights, on all of it
 * @param best            the validation with the lowest loss so far
 * @param learningRate    in force, before its schedule
 * @param clip            in force
 * @param teacherForcing  in force, before its schedule
 * @param tokensPerSecond valid target and source tokens a second, over the last second or so of training
 * @param secondsLeft     to the planned end at this speed
 * @param curve           the whole course so far
 * @param phase           what was performed last, where a step is taken phase by phase
 * @param translation     the sentence that is being looked at
 * @param evolving        what became of a few fixed sentences
 * @param failure         why training stopped by itself
 */
public record TrainingSnapshot(TrainingPlan plan, State state, long trainingStep, int epoch, Optional<TrainingStepResult> newest,
                               OptionalDouble validationLoss, BestValidation best, double learningRate, double clip, double teacherForcing,
                               OptionalDouble tokensPerSecond, OptionalDouble secondsLeft, LearningCurve curve,
                               Optional<PhaseReport> phase, Optional<Translation> translation, List<EvolvingTranslation> evolving,
                               Optional<InputException> failure) {
    public TrainingSnapshot {
        evolving = List.copyOf(evolving);
    }

    /** A training that could not even begin. */
    static TrainingSnapshot failed(TrainingPlan plan, InputException problem) {
        OptionalDouble none = OptionalDouble.empty();
        return new TrainingSnapshot(plan, State.FAILED, 0, 0, Optional.empty(), none, BestValidation.NONE, plan.learningRate(), plan.clip(), plan.teacherForcing(), none, none,
                LearningCurve.EMPTY, Optional.empty(), Optional.empty(), List.of(), Optional.of(problem));
    }

    /** Of the newest step, nats a target token; empty before the first. */
    public OptionalDouble trainingLoss() {
        return newest.isPresent() ? OptionalDouble.of(newest.get().loss()) : OptionalDouble.empty();
    }

    /** Of the newest step, before clipping; empty before the first. */
    public OptionalDouble gradientNorm() {
        return newest.isPresent() ? OptionalDouble.of(newest.get().gradientNorm()) : OptionalDouble.empty();
    }

    /** Whether it ended before its planned end because the validation loss fell no more. */
    public boolean stoppedEarly() {
        return state == State.FINISHED && trainingStep < plan.trainingSteps();
    }

    /** What the worker is doing. */
    public enum State { TRAINING, PAUSED, FINISHED, FAILED }
}
