package seq2see.training;

import seq2see.corpus.InputException;
import seq2see.corpus.Limits;

/**
 * The share of decoder steps that are fed the true token (Williams and Zipser, 1989) instead of the model's own choice, and
 * how it changes from training step to training step (scheduled sampling; Bengio et al., 2015).
 *
 * @param first    at the first training step, 0 to 1
 * @param last     at the last that is planned, 0 to 1
 * @param schedule how it goes from one to the other
 */
public record TeacherForcing(double first, double last, TeacherForcingSchedule schedule) {
    /** What the share of true tokens may be. */
    public static final Limits SHARE = new Limits(0, 1);
    /** Always the true token. */
    public static final TeacherForcing ALWAYS = constant(1);

    /** The same share throughout. */
    public static TeacherForcing constant(double share) {
        return new TeacherForcing(share, share, TeacherForcingSchedule.CONSTANT);
    }

    /** The same course from another beginning. */
    public TeacherForcing withFirst(double other) {
        return new TeacherForcing(other, schedule == TeacherForcingSchedule.CONSTANT ? other : last, schedule);
    }

    /**
     * The share at a step; it depends on the step and the plan alone.
     *
     * @param trainingStep from 1; beyond the plan the last share holds
     */
    public double at(long trainingStep, long plannedSteps) {
        double done = plannedSteps < 2 ? 0 : Math.min(1, (trainingStep - 1.0) / (plannedSteps - 1.0));
        return last + (first - last) * schedule.left(done);
    }

    /** Refuses numbers that no training can have, naming the field. */
    TeacherForcing checked() throws InputException {
        SHARE.check("teacherForcing.first", first);
        SHARE.check("teacherForcing.last", last);
        return this;
    }
}
