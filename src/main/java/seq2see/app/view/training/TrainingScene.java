package seq2see.app.view.training;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import seq2see.trace.Trace;
import seq2see.training.GradientComparison;
import seq2see.training.LearningCurve;
import seq2see.training.LearningCurve.SettingsChange;
import seq2see.training.LearningCurve.TrainingPoint;
import seq2see.training.LearningCurve.ValidationPoint;
import seq2see.training.TrainingSnapshot;

/**
 * What the view of the training shows.
 *
 * @param snapshot    of the training; empty while there is none
 * @param trace       the looked-at sentence, whose gradients are
 * @param gradients   at every state of the unrolled network, where somebody looks at them
 * @param logarithmic whether the loss's axis is
 * @param perplexity  whether exp(loss) is drawn in the loss's place
 * @param zoom        the training steps in sight; empty for all
 * @param selection   training steps that are being marked; empty for none
 * @param hovered     the training step that is pointed at; −1 for none
 */
record TrainingScene(Optional<TrainingSnapshot> snapshot, Optional<Trace> trace, Optional<GradientComparison> gradients, TrainingMode mode,
                     boolean logarithmic, boolean perplexity, Optional<Span> zoom, Optional<Span> selection, double hovered) {
    static final TrainingScene EMPTY = new TrainingScene(Optional.empty(), Optional.empty(), Optional.empty(), TrainingMode.CURVES, true, false,
            Optional.empty(), Optional.empty(), -1);
    /** So many steps are always in sight. */
    private static final double LEAST_SPAN = 10;

    /** Training steps from one to another. */
    record Span(double from, double to) {
        Span {
            if (from > to) {
                throw new IllegalArgumentException(from + " to " + to);
            }
        }

        double size() {
            return to - from;
        }
    }

    TrainingScene showing(TrainingSnapshot newest) {
        return new TrainingScene(Optional.of(newest), trace, gradients, mode, logarithmic, perplexity, zoom, selection, hovered);
    }

    TrainingScene showing(Optional<Trace> sentence, Optional<GradientComparison> newGradients) {
        return new TrainingScene(snapshot, sentence, newGradients, mode, logarithmic, perplexity, zoom, selection, hovered);
    }

    TrainingScene in(TrainingMode other) {
        return new TrainingScene(snapshot, trace, gradients, other, logarithmic, perplexity, zoom, selection, -1);
    }

    TrainingScene drawn(boolean inLogarithms, boolean asPerplexity) {
        return new TrainingScene(snapshot, trace, gradients, mode, inLogarithms, asPerplexity, zoom, selection, hovered);
    }

    TrainingScene hovering(double step) {
        return new TrainingScene(snapshot, trace, gradients, mode, logarithmic, perplexity, zoom, selection, step);
    }

    TrainingScene selecting(Optional<Span> steps) {
        return new TrainingScene(snapshot, trace, gradients, mode, logarithmic, perplexity, zoom, steps, hovered);
    }

    /** Only these steps in sight, as far as there are any; all of them where they are wanted. */
    TrainingScene zoomedTo(Span wanted) {
        Span whole = whole();
        double size = Math.clamp(wanted.size(), Math.min(LEAST_SPAN, whole.size()), whole.size());
        double from = Math.clamp(wanted.from(), 0, whole.to() - size);
        Optional<Span> zoomed = size >= whole.size() ? Optional.empty() : Optional.of(new Span(from, from + size));
        return new TrainingScene(snapshot, trace, gradients, mode, logarithmic, perplexity, zoomed, Optional.empty(), hovered);
    }

    /** From 0 to the last step that anything is known of. */
    Span whole() {
        LearningCurve all = snapshot.map(TrainingSnapshot::curve).orElse(LearningCurve.EMPTY);
        long last = all.training().isEmpty() ? 0 : all.training().getLast().trainingStep();
        long validated = all.validation().isEmpty() ? 0 : all.validation().getLast().trainingStep();
        return new Span(0, Math.max(10, Math.max(last, validated)));
    }

    Span span() {
        return zoom.orElseGet(this::whole);
    }

    /** What is drawn: the points in sight and one more at each side, where a line goes on; losses as they are to be shown. */
    LearningCurve curve() {
        LearningCurve all = snapshot.orElseThrow().curve();
        Span seen = span();
        List<TrainingPoint> training = all.training();
        List<TrainingPoint> points = IntStream.range(0, training.size()).filter(i -> i + 1 >= training.size() || training.get(i + 1).trainingStep() >= seen.from())
                .filter(i -> i == 0 || training.get(i - 1).trainingStep() <= seen.to()).mapToObj(training::get).map(this::shown).toList();
        List<ValidationPoint> validation = all.validation();
        List<ValidationPoint> validated = IntStream.range(0, validation.size())
                .filter(i -> i + 1 >= validation.size() || validation.get(i + 1).trainingStep() >= seen.from())
                .filter(i -> i == 0 || validation.get(i - 1).trainingStep() <= seen.to()).mapToObj(validation::get)
                .map(point -> new ValidationPoint(point.trainingStep(), shown(point.loss()))).toList();
        return new LearningCurve(points, validated, all.open(), all.changes());
    }

    private TrainingPoint shown(TrainingPoint point) {
        return perplexity ? point.withLoss(shown(point.loss())) : point;
    }

    /** The loss, or its perplexity. */
    double shown(double loss) {
        return perplexity ? Math.exp(loss) : loss;
    }

    /** The point that is pointed at: the nearest. */
    Optional<TrainingPoint> hoveredPoint() {
        return hovered < 0 || snapshot.isEmpty() ? Optional.empty() : snapshot.get().curve().training().stream()
                .reduce((one, other) -> Math.abs(other.trainingStep() - hovered) < Math.abs(one.trainingStep() - hovered) ? other : one);
    }

    /** The validation that held at the step that is pointed at. */
    Optional<ValidationPoint> hoveredValidation() {
        return hoveredPoint().flatMap(at -> snapshot.orElseThrow().curve().validation().stream()
                .filter(point -> point.trainingStep() <= at.trainingStep()).reduce((earlier, later) -> later));
    }

    /** What a person changed while it was running; what held before is no change. */
    List<SettingsChange> changes() {
        return snapshot.map(TrainingSnapshot::curve).orElse(LearningCurve.EMPTY).changes().stream().skip(1).toList();
    }

    /** The share of all steps so far whose gradient was clipped, 0 to 1. */
    double clippedShare() {
        return snapshot.orElseThrow().curve().training().stream().mapToDouble(TrainingPoint::clipped).average().orElse(0);
    }
}
