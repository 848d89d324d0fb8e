package seq2see.app.view.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import seq2see.model.AttentionType;
import seq2see.model.CellType;
import seq2see.model.ModelConfig;
import seq2see.training.BestValidation;
import seq2see.training.LearningCurve;
import seq2see.training.LearningCurve.TrainingPoint;
import seq2see.training.LearningCurve.ValidationPoint;
import seq2see.training.Recipe;
import seq2see.training.TrainingPlan;
import seq2see.training.TrainingSnapshot;
import seq2see.training.TrainingStepResult;

/** Trainings made by hand, for looking at: a loss that falls with noise on it, and a gradient norm that calms down. */
public final class SampleTrainings {
    private SampleTrainings() {
    }

    /** @param points so many points, 10 steps apart */
    public static TrainingSnapshot of(int points) {
        Random random = new Random(3);
        List<TrainingPoint> training = new ArrayList<>();
        List<ValidationPoint> validation = new ArrayList<>();
        for (int i = 1; i <= points; i++) {
            long step = 10L * i;
            double loss = 3.1 * Math.exp(-step / 450.0) + 0.04;
            double norm = 0.4 + 2.2 * Math.exp(-step / 300.0) * (1 + 0.2 * random.nextGaussian()) + 0.1 * random.nextDouble();
            training.add(point(step, loss * (1 + 0.12 * random.nextGaussian()), norm, 1));
            if (i % 10 == 0) {
                validation.add(new ValidationPoint(step, loss * 1.15));
            }
        }
        return snapshot(new LearningCurve(training, validation));
    }

    /** At a constant learning rate, always fed the true token. */
    static TrainingPoint point(long step, double loss, double norm, double clip) {
        return new TrainingPoint(step, loss, norm, clip, 0.005, 1, norm > clip ? 1 : 0);
    }

    static TrainingSnapshot snapshot(LearningCurve curve) {
        ModelConfig config = new ModelConfig(CellType.GRU, AttentionType.ADDITIVE, 30, 20, 32, 64, 40);
        TrainingPlan plan = new TrainingPlan(null, null, config, List.of(), List.of(), Recipe.plain(64, 6000, 0.005, 1), 1);
        Optional<TrainingPoint> last = curve.training().isEmpty() ? Optional.empty() : Optional.of(curve.training().getLast());
        Optional<ValidationPoint> validated = curve.validation().isEmpty() ? Optional.empty() : Optional.of(curve.validation().getLast());
        return new TrainingSnapshot(plan, TrainingSnapshot.State.TRAINING, last.map(TrainingPoint::trainingStep).orElse(0L), 1,
                last.map(point -> new TrainingStepResult(point.trainingStep(), 1, point.loss(), point.gradientNorm(), point.clip(), 0.005, 1, 500)),
                validated.map(point -> OptionalDouble.of(point.loss())).orElse(OptionalDouble.empty()),
                validated.map(point -> new BestValidation(point.trainingStep(), point.loss(), 0)).orElse(new BestValidation(0, 0, 0)), 0.005, 1, 1,
                OptionalDouble.of(234_000), OptionalDouble.of(31), curve, Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    }
}
