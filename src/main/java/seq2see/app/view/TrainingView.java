package seq2see.app.view;

import java.util.Optional;
import javafx.scene.Node;
import seq2see.app.theme.Appearance;
import seq2see.app.theme.Palette;
import seq2see.training.LearningCurve;
import seq2see.training.TrainingSnapshot;

/** The course of a training: loss and gradient norm over the training steps. It draws what it is shown at once, unanimated. */
public final class TrainingView extends View {
    private final PictureCanvas canvas;
    private Optional<TrainingSnapshot> shown = Optional.empty();

    public TrainingView(Appearance appearance) {
        canvas = new PictureCanvas(appearance, this::draw);
        // The first chart takes some hundred milliseconds to load its classes: not on the toolkit's thread.
        Thread.ofPlatform().daemon().name("chart classes").start(() ->
                LossChart.marks(Palette.LIGHT, LearningCurve.EMPTY, ChartTicks.linear(10, 10, 2), LossChart.ticks(LearningCurve.EMPTY, 200),
                        new Chart.Place(0, 0, 200, 200)));
    }

    @Override
    public String name() {
        return "training";
    }

    @Override
    public Node node() {
        return canvas;
    }

    /** Shows a training as it stands. Ten times a second is often enough. */
    public void show(TrainingSnapshot snapshot) {
        shown = Optional.of(snapshot);
        canvas.redraw();
    }

    /** Shows that nothing has been trained yet. */
    public void clear() {
        shown = Optional.empty();
        canvas.redraw();
    }

    @Override
    public String csv() {
        CsvTable table = new CsvTable("curve", "training_step", "loss", "gradient_norm");
        LearningCurve curve = shown.map(TrainingSnapshot::curve).orElse(LearningCurve.EMPTY);
        curve.training().forEach(point -> table.row("training", point.trainingStep(), point.loss(), point.gradientNorm()));
        curve.validation().forEach(point -> table.row("validation", point.trainingStep(), point.loss(), ""));
        return table.toString();
    }

    @Override
    Picture draw(Sheet sheet) {
        return TrainingPicture.of(sheet, shown);
    }

    @Override
    Sheet sheet() {
        return canvas.sheet();
    }
}
