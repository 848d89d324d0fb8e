package seq2see.training;

import java.util.Optional;
import java.util.OptionalDouble;
import seq2see.corpus.InputException;

/**
 * The state of a training at one moment, immutable. It carries the whole thinned curve, so that one which nobody saw is
 * no loss.
 *
 * @param plan            what is being trained, on what
 * @param trainingStep    steps done
 * @param epoch           passes over the corpus begun, from 1; 0 before the first step
 * @param trainingLoss    of the newest step, nats a target token; empty before the first step
 * @param validationLoss  the newest one
 * @param gradientNorm    of the newest step, before clipping
 * @param learningRate    in force, before the schedule
 * @param clip            in force
 * @param teacherForcing  in force
 * @param tokensPerSecond valid target and source tokens a second, over the last second or so of training
 * @param secondsLeft     to the planned end at this speed
 * @param translation     the sentence that is being looked at
 * @param failure         why training stopped by itself
 */
public record TrainingSnapshot(TrainingPlan plan, State state, long trainingStep, int epoch, OptionalDouble trainingLoss,
                               OptionalDouble validationLoss, OptionalDouble gradientNorm, double learningRate, double clip, double teacherForcing,
                               OptionalDouble tokensPerSecond, OptionalDouble secondsLeft, LearningCurve curve,
                               Optional<Translation> translation, Optional<InputException> failure) {

    /** A training that could not even begin. */
    static TrainingSnapshot failed(TrainingPlan plan, InputException problem) {
        OptionalDouble none = OptionalDouble.empty();
        return new TrainingSnapshot(plan, State.FAILED, 0, 0, none, none, none, plan.learningRate(), plan.clip(), plan.teacherForcing(), none, none,
                LearningCurve.EMPTY, Optional.empty(), Optional.of(problem));
    }

    /** What the worker is doing. */
    public enum State { TRAINING, PAUSED, FINISHED, FAILED }
}
