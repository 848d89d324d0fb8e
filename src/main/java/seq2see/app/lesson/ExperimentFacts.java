package seq2see.app.lesson;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import seq2see.training.ExperimentArm;
import seq2see.training.ExperimentArm.Point;
import seq2see.training.ExperimentResult;
import seq2see.training.HeldOutScores.LengthScore;

/** What a lesson can say of an experiment that is through: {@code experiment.2.accuracy}, {@code experiment.1.accuracy.12}. */
public record ExperimentFacts(ExperimentResult result) implements FactSource {
    private static final String LEADING = "experiment.";

    @Override
    public Optional<String> text(String address) {
        return address.endsWith(".name") ? arm(address).map(ExperimentArm::name) : Optional.empty();
    }

    @Override
    public OptionalDouble number(String address) {
        Optional<ExperimentArm> arm = arm(address);
        if (arm.isEmpty()) {
            return OptionalDouble.empty();
        }
        String[] parts = address.split("\\.");
        if (parts.length == 4) {
            return switch (parts[2]) {
                case "accuracy" -> lengths(arm.get().byLength(), parts[3]);
                case "gradient" -> GradientFacts.number(arm.get().gradientNorms(), parts[3]);
                default -> OptionalDouble.empty();
            };
        }
        return switch (parts[2]) {
            case "loss" -> finite(arm.get().loss());
            case "validation" -> last(arm.get().losses());
            case "accuracy" -> last(arm.get().accuracies());
            case "steps" -> OptionalDouble.of(arm.get().trainingStep());
            default -> OptionalDouble.empty();
        };
    }

    /** {@code experiment.N.…}, counted from 1. */
    private Optional<ExperimentArm> arm(String address) {
        if (!address.matches("experiment\\.[1-9](\\.[a-z]+)(\\.[a-z0-9]{1,6})?")) {
            return Optional.empty();
        }
        int index = address.charAt(LEADING.length()) - '1';
        return index < result.arms().size() ? Optional.of(result.arms().get(index)) : Optional.empty();
    }

    /** At one length, or over the sources of the shorter half of lengths, or of the longer one. */
    static OptionalDouble lengths(List<LengthScore> scores, String which) {
        int middle = scores.size() / 2;
        List<LengthScore> chosen = switch (which) {
            case "short" -> scores.subList(0, middle);
            case "long" -> scores.subList(middle, scores.size());
            default -> scores.stream().filter(score -> String.valueOf(score.length()).equals(which)).toList();
        };
        double sources = sum(chosen, LengthScore::sources);
        return sources == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum(chosen, score -> score.exactMatch() * score.sources()) / sources);
    }

    private static double sum(List<LengthScore> scores, ToDoubleFunction<LengthScore> value) {
        return scores.stream().mapToDouble(value).sum();
    }

    private static OptionalDouble last(List<Point> points) {
        return points.isEmpty() ? OptionalDouble.empty() : finite(points.getLast().value());
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
