package seq2see.app.lab;

import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;
import seq2see.app.theme.Appearance;
import seq2see.training.LearningCurve.TrainingPoint;

/** The course of the loss as a line and nothing else, on a logarithmic scale. */
final class TinyCurve extends Region {
    private static final double WIDTH = 72;
    private static final double HEIGHT = 18;

    private final Appearance appearance;
    private final Polyline line = new Polyline();
    private List<TrainingPoint> points = List.of();

    TinyCurve(Appearance appearance) {
        this.appearance = appearance;
        line.getStyleClass().add("tiny-curve");
        line.setManaged(false);
        getChildren().add(line);
        setMouseTransparent(true);
        appearance.onChange(this::draw);
        draw();
    }

    void show(List<TrainingPoint> newPoints) {
        if (newPoints != points) {
            points = newPoints;
            draw();
        }
    }

    private void draw() {
        double scale = appearance.scale();
        setMinSize(WIDTH * scale, HEIGHT * scale);
        setPrefSize(WIDTH * scale, HEIGHT * scale);
        setMaxSize(WIDTH * scale, HEIGHT * scale);
        line.setStrokeWidth(1.25 * scale);
        line.getPoints().clear();
        if (points.size() < 2) {
            return;
        }
        double least = points.stream().mapToDouble(TinyCurve::height).min().orElseThrow();
        double span = Math.max(1e-6, points.stream().mapToDouble(TinyCurve::height).max().orElseThrow() - least);
        long last = points.getLast().trainingStep();
        for (TrainingPoint point : points) {
            line.getPoints().add(WIDTH * scale * point.trainingStep() / last);
            line.getPoints().add((1 + (HEIGHT - 2) * (1 - (height(point) - least) / span)) * scale);
        }
    }

    private static double height(TrainingPoint point) {
        return Math.log(Math.max(1e-6, point.loss()));
    }
}
