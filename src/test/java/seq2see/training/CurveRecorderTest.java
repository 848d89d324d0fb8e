package seq2see.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CurveRecorderTest {
    @Test
    void aLongTrainingStaysAFewHundredPointsAndKeepsItsMean() {
        CurveRecorder recorder = new CurveRecorder();
        for (long step = 1; step <= 9600; step++) {
            recorder.add(new TrainingStepResult(step, 1, step, 2, 5.0, 0.1, 0.5, 10));
        }
        LearningCurve curve = recorder.curve();
        assertTrue(curve.training().size() >= 300 && curve.training().size() <= 600, "" + curve.training().size());
        assertEquals(9600, curve.training().getLast().trainingStep());
        assertEquals(4800.5, curve.training().stream().mapToDouble(LearningCurve.TrainingPoint::loss).average().orElseThrow(), 1e-6);
    }

    @Test
    void manyValidationsAreThinnedAndTheLowestAndTheNewestStay() {
        CurveRecorder recorder = new CurveRecorder();
        for (long step = 1; step <= 100_000; step++) {
            recorder.addValidation(step, step == 4_321 ? 0.1 : 1 + 1.0 / step);
        }
        List<LearningCurve.ValidationPoint> points = recorder.curve().validation();
        assertTrue(points.size() >= 200 && points.size() <= 600, points.size() + " points");
        assertTrue(points.contains(new LearningCurve.ValidationPoint(4_321, 0.1)));
        assertEquals(1, points.getFirst().trainingStep());
        assertEquals(100_000, points.getLast().trainingStep());
    }

    @Test
    void aCurveThatWasSavedGoesOnAsIfItHadNotBeen() {
        CurveRecorder straight = new CurveRecorder();
        CurveRecorder broken = new CurveRecorder();
        for (long step = 1; step <= 1501; step++) {
            TrainingStepResult result = new TrainingStepResult(step, 1, Math.sin(step), step % 7, 5.0, 1 / step, 0.5, 10);
            straight.add(result);
            broken.add(result);
            if (step % 601 == 0) {
                broken = CurveRecorder.after(broken.curve());
            }
        }
        assertEquals(straight.curve(), broken.curve());
    }

    @Test
    void aCurveThatGoesOnKeepsWhatCameBefore() {
        CurveRecorder first = new CurveRecorder();
        for (long step = 1; step <= 10; step++) {
            first.add(new TrainingStepResult(step, 1, 1, 1, 5.0, 0.1, 0.5, 10));
        }
        first.addValidation(10, 0.5);
        CurveRecorder second = CurveRecorder.after(first.curve());
        second.add(new TrainingStepResult(11, 1, 1, 1, 5.0, 0.1, 0.5, 10));
        assertEquals(11, second.curve().training().size());
        assertEquals(0.5, second.curve().validation().getFirst().loss());
    }

    @Test
    void whatIsChangedWhileRunningIsNotedOnceAGesture() {
        CurveRecorder recorder = new CurveRecorder();
        recorder.addChange(change(100, 0.2), change(100, 0.2));
        assertEquals(List.of(), recorder.curve().changes());
        recorder.addChange(change(200, 0.2), change(200, 0.3));
        recorder.addChange(change(204, 0.3), change(204, 0.4));
        recorder.addChange(change(300, 0.4), change(300, 0.5));
        assertEquals(List.of(change(0, 0.2), change(204, 0.4), change(300, 0.5)), recorder.curve().changes());
        assertEquals(recorder.curve().changes(), CurveRecorder.after(recorder.curve()).curve().changes());
    }

    @Test
    void whatIsChangedBeforeTheFirstStepHoldsFromThere() {
        CurveRecorder recorder = new CurveRecorder();
        recorder.addChange(change(0, 0.1), change(0, 0.3));
        recorder.addChange(change(0, 0.3), change(0, 0.2));
        assertEquals(List.of(change(0, 0.2)), recorder.curve().changes());
        recorder.addChange(change(50, 0.2), change(50, 0.4));
        assertEquals(List.of(change(0, 0.2), change(50, 0.4)), recorder.curve().changes());
    }

    @Test
    void aCurveWithTooManyPointsIsThinned() {
        List<LearningCurve.TrainingPoint> points = LongStream.rangeClosed(1, 5_000)
                .mapToObj(step -> LearningCurve.TrainingPoint.of(new TrainingStepResult(step, 1, step, 1, 5.0, 0.1, 0.5, 10))).toList();
        List<LearningCurve.ValidationPoint> validation = LongStream.rangeClosed(1, 5_000)
                .mapToObj(step -> new LearningCurve.ValidationPoint(step, 1)).toList();
        LearningCurve curve = CurveRecorder.after(new LearningCurve(points, validation)).curve();
        assertTrue(curve.training().size() < 600 && curve.validation().size() < 600, curve.training().size() + " points, " + curve.validation().size());
        assertEquals(2500, curve.training().stream().mapToDouble(LearningCurve.TrainingPoint::loss).average().orElseThrow(), 5);
    }

    private static LearningCurve.SettingsChange change(long step, double rate) {
        return new LearningCurve.SettingsChange(step, rate, 1, 1);
    }
}
