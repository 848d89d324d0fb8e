package seq2see.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import seq2see.training.LearningCurve.OpenPoint;
import seq2see.training.LearningCurve.SettingsChange;
import seq2see.training.LearningCurve.TrainingPoint;
import seq2see.training.LearningCurve.ValidationPoint;

/**
 * Gathers the course of a training. Neighbouring steps share a point; when there are too many points, neighbours merge and
 * each stands for twice as many steps. Of too many validations every other one is left out.
 */
final class CurveRecorder {
    private static final int MOST_POINTS = 600;
    private static final int MOST_CHANGES = 60;
    /** Changes fewer points apart are one. */
    private static final int ONE_GESTURE = 10;

    private final List<TrainingPoint> points = new ArrayList<>();
    private final List<ValidationPoint> validation = new ArrayList<>();
    private final List<SettingsChange> changes = new ArrayList<>();
    private int stepsAPoint = 1;
    private int gathered;
    private TrainingPoint sums = TrainingPoint.ZERO;

    /** Goes on where a curve ended. */
    static CurveRecorder after(LearningCurve curve) {
        CurveRecorder recorder = new CurveRecorder();
        recorder.points.addAll(curve.training());
        recorder.validation.addAll(curve.validation());
        recorder.changes.addAll(curve.changes());
        recorder.stepsAPoint = curve.open().stepsAPoint();
        recorder.gathered = curve.open().steps();
        recorder.sums = curve.open().sums();
        recorder.thin();
        return recorder;
    }

    void add(TrainingStepResult step) {
        sums = sums.plus(TrainingPoint.of(step));
        gathered++;
        if (gathered == stepsAPoint) {
            points.add(sums.dividedBy(gathered));
            gathered = 0;
            sums = TrainingPoint.ZERO;
        }
        thin();
    }

    private void thin() {
        while (points.size() >= MOST_POINTS) {
            halve();
        }
        while (validation.size() >= MOST_POINTS) {
            thinValidation();
        }
    }

    private void halve() {
        List<TrainingPoint> merged = new ArrayList<>();
        for (int i = 0; i + 1 < points.size(); i += 2) {
            merged.add(points.get(i).plus(points.get(i + 1)).dividedBy(2));
        }
        points.clear();
        points.addAll(merged);
        stepsAPoint *= 2;
    }

    void addValidation(long trainingStep, double loss) {
        validation.add(new ValidationPoint(trainingStep, loss));
        thin();
    }

    /** Leaves every other one out. The lowest stays: its weights may be those that are kept. */
    private void thinValidation() {
        ValidationPoint lowest = Collections.min(validation, Comparator.comparingDouble(ValidationPoint::loss));
        for (int i = validation.size() - 2; i > 0; i -= 2) {
            if (validation.get(i) != lowest) {
                validation.remove(i);
            }
        }
    }

    /**
     * Notes that a person changed the settings. A slider changes them many times on its way: what comes soon after another
     * change takes its place. The first note of all says what held at the first step.
     */
    void addChange(SettingsChange before, SettingsChange after) {
        if (after.saysTheSameAs(before)) {
            return;
        }
        if (after.trainingStep() == 0) {
            changes.clear();
        } else if (changes.isEmpty()) {
            changes.add(new SettingsChange(0, before.learningRate(), before.clip(), before.teacherForcing()));
        }
        boolean soon = changes.size() > 1 && after.trainingStep() - changes.getLast().trainingStep() < ONE_GESTURE * stepsAPoint;
        if (soon) {
            changes.removeLast();
        }
        if (changes.size() == MOST_CHANGES) {
            changes.remove(1);
        }
        changes.add(after);
    }

    LearningCurve curve() {
        return new LearningCurve(points, validation, new OpenPoint(stepsAPoint, gathered, sums), changes);
    }
}
