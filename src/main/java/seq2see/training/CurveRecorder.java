package seq2see.training;

import java.util.ArrayList;
import java.util.List;

/**
 * Gathers the course of a training. Neighbouring steps share a point; when there are too many points, neighbours merge and
 * each stands for twice as many steps.
 */
final class CurveRecorder {
    private static final int MOST_POINTS = 600;

    private final List<LearningCurve.TrainingPoint> points = new ArrayList<>();
    private final List<LearningCurve.ValidationPoint> validation = new ArrayList<>();
    private int stepsAPoint = 1;
    private int gathered;
    private double lossSum;
    private double normSum;
    private double clipSum;

    /** Goes on where a curve ended. */
    static CurveRecorder after(LearningCurve curve) {
        CurveRecorder recorder = new CurveRecorder();
        recorder.points.addAll(curve.training());
        recorder.validation.addAll(curve.validation());
        recorder.stepsAPoint = curve.open().stepsAPoint();
        recorder.gathered = curve.open().steps();
        recorder.lossSum = curve.open().lossSum();
        recorder.normSum = curve.open().normSum();
        recorder.clipSum = curve.open().clipSum();
        return recorder;
    }

    void add(TrainingStepResult step) {
        lossSum += step.loss();
        normSum += step.gradientNorm();
        clipSum += step.clip();
        gathered++;
        if (gathered == stepsAPoint) {
            points.add(new LearningCurve.TrainingPoint(step.trainingStep(), lossSum / gathered, normSum / gathered,
                    clipSum / gathered));
            gathered = 0;
            lossSum = 0;
            normSum = 0;
            clipSum = 0;
        }
        if (points.size() == MOST_POINTS) {
            halve();
        }
    }

    private void halve() {
        List<LearningCurve.TrainingPoint> merged = new ArrayList<>();
        for (int i = 0; i + 1 < points.size(); i += 2) {
            LearningCurve.TrainingPoint first = points.get(i);
            LearningCurve.TrainingPoint second = points.get(i + 1);
            merged.add(new LearningCurve.TrainingPoint(second.trainingStep(), (first.loss() + second.loss()) / 2,
                    (first.gradientNorm() + second.gradientNorm()) / 2, (first.clip() + second.clip()) / 2));
        }
        points.clear();
        points.addAll(merged);
        stepsAPoint *= 2;
    }

    void addValidation(long trainingStep, double loss) {
        validation.add(new LearningCurve.ValidationPoint(trainingStep, loss));
    }

    LearningCurve curve() {
        return new LearningCurve(points, validation, new LearningCurve.OpenPoint(stepsAPoint, gathered, lossSum, normSum, clipSum));
    }
}
