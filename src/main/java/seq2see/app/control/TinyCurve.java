package seq2see.app.control;

import java.util.Arrays;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;
import seq2see.app.theme.Appearance;
import seq2see.training.LearningCurve.TrainingPoint;

/** The course of the loss as a line and nothing else, on a logarithmic scale. */
public final class TinyCurve extends Region {
    private static final double WIDTH = 72;
    private static final double HEIGHT = 18;
    /** As many points as the line has; each is the mean over neighbouring ones. */
    private static final int MEANS = 24;

    private final Appearance appearance;
    private final Polyline line = new Polyline();
    private List<TrainingPoint> points = List.of();

    public TinyCurve(Appearance appearance) {
        this.appearance = appearance;
        line.getStyleClass().add("tiny-curve");
        line.setManaged(false);
        getChildren().add(line);
        setMouseTransparent(true);
        appearance.onChange(this, this::draw);
        draw();
    }

    public void show(List<TrainingPoint> newPoints) {
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
        int means = Math.min(MEANS, points.size());
        double[] heights = new double[means];
        for (int i = 0; i < means; i++) {
            List<TrainingPoint> run = points.subList(i * points.size() / means, (i + 1) * points.size() / means);
            heights[i] = Math.log(Math.max(1e-6, run.stream().mapToDouble(TrainingPoint::loss).average().orElseThrow()));
        }
        double least = Arrays.stream(heights).min().orElseThrow();
        double span = Math.max(1e-6, Arrays.stream(heights).max().orElseThrow() - least);
        for (int i = 0; i < means; i++) {
            line.getPoints().add(WIDTH * scale * i / (means - 1));
            line.getPoints().add((1 + (HEIGHT - 2) * (1 - (heights[i] - least) / span)) * scale);
        }
    }
}
