package seq2see.app.view.training;

import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import seq2see.app.drawing.Chart;
import seq2see.app.drawing.ChartTicks;
import seq2see.app.drawing.CsvTable;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.theme.Appearance;
import seq2see.app.theme.Palette;
import seq2see.app.view.PictureCanvas;
import seq2see.app.view.View;
import seq2see.app.view.training.TrainingScene.Span;
import seq2see.training.LearningCurve;
import seq2see.training.LearningCurve.TrainingPoint;
import seq2see.training.TrainingSnapshot;
import seq2see.training.Translation;

/**
 * The course of a training over its steps. Pointing at a step, or moving with the arrow keys, tells its numbers; the wheel, or
 * marking a part with the mouse, brings fewer steps into sight, and a double click or Esc all of them again. With controls it
 * also shows what became of a few sentences, and the gradients through the unrolled network. It draws what it is shown at
 * once, unanimated.
 */
public final class TrainingView extends View {
    private static final double WHEEL = 0.8;
    /** A shorter way of the mouse marks nothing. */
    private static final double LEAST_MARKING = 6;

    private final Appearance appearance;
    private final PictureCanvas canvas;
    private final Optional<TrainingControls> controls;
    private final Pane pane = new Pane() {
        @Override
        protected void layoutChildren() {
            place(getWidth(), getHeight());
        }
    };
    private TrainingScene scene = TrainingScene.EMPTY;
    private double markedFrom = -1;

    private TrainingView(Appearance appearance, Optional<TrainingControls> controls) {
        this.appearance = appearance;
        this.controls = controls;
        canvas = new PictureCanvas(appearance, sheet -> TrainingPicture.of(sheet, scene));
        controls.ifPresentOrElse(chosen -> canvas.growBeyond(1140, 620), () -> canvas.growBeyond(300, 560));
        canvas.setFocusTraversable(true);
        canvas.setOnMouseMoved(moved -> hover(stepAt(moved)));
        canvas.setOnMouseExited(left -> hover(OptionalDouble.empty()));
        canvas.setOnMousePressed(this::press);
        canvas.setOnMouseDragged(this::mark);
        canvas.setOnMouseReleased(released -> zoomToMarked());
        canvas.setOnScroll(this::turn);
        canvas.setOnKeyPressed(this::key);
        pane.getChildren().add(canvas);
        controls.ifPresent(chosen -> {
            pane.getChildren().add(chosen);
            chosen.mode().subscribe(mode -> change(scene.in(mode)));
            chosen.logarithmic().subscribe(() -> change(scene.drawn(chosen.logarithmic().get(), chosen.perplexity().get())));
            chosen.perplexity().subscribe(() -> change(scene.drawn(chosen.logarithmic().get(), chosen.perplexity().get())));
        });
        appearance.onChange(canvas, pane::requestLayout);
        // The first chart takes some hundred milliseconds to load its classes: not on the toolkit's thread.
        Thread.ofPlatform().daemon().name("chart classes").start(() ->
                LossChart.marks(Palette.LIGHT, LearningCurve.EMPTY, true, ChartTicks.linear(10, 10, 2), LossChart.ticks(LearningCurve.EMPTY, true, 200),
                        new Chart.Place(0, 0, 200, 200)));
    }

    /** The curves alone, for a place beside something else. */
    public static TrainingView small(Appearance appearance) {
        return new TrainingView(appearance, Optional.empty());
    }

    /** All there is to see of a training. */
    public static TrainingView large(Appearance appearance) {
        return new TrainingView(appearance, Optional.of(new TrainingControls()));
    }

    @Override
    public String name() {
        return controls.isPresent() ? "traininglarge" : "training";
    }

    @Override
    public Node node() {
        return pane;
    }

    /** How it is looked at: who shows it gradients has to have them computed. */
    public ObservableValue<TrainingMode> mode() {
        return controls.orElseThrow().mode();
    }

    /** Shows a training as it stands. Ten times a second is often enough. */
    public void show(TrainingSnapshot snapshot) {
        change(scene.showing(snapshot).showing(snapshot.translation().map(Translation::trace), snapshot.translation().flatMap(Translation::gradients)));
    }

    /** Shows that nothing has been trained yet. */
    public void clear() {
        change(TrainingScene.EMPTY.in(scene.mode()).drawn(scene.logarithmic(), scene.perplexity()));
    }

    private void change(TrainingScene changed) {
        scene = changed;
        pane.requestLayout();
        canvas.redraw();
    }

    private void place(double width, double height) {
        double scale = appearance.scale();
        double wide = controls.map(chosen -> chosen.prefWidth(-1)).orElse(0.0);
        controls.ifPresent(chosen -> chosen.resizeRelocate(width - View.CORNER * scale - wide, -6 * scale, wide, chosen.prefHeight(-1)));
        canvas.setCorner(View.CORNER + (wide > 0 ? wide / scale + 12 : 0));
        canvas.resizeRelocate(0, 0, width, height);
    }

    @Override
    public String csv() {
        if (scene.mode() == TrainingMode.GRADIENTS && scene.gradients().isPresent()) {
            return GradientsPicture.csv(scene.gradients().get());
        }
        if (scene.mode() == TrainingMode.SENTENCES) {
            CsvTable table = new CsvTable("source", "reference", "training_step", "translation");
            scene.snapshot().ifPresent(shown -> shown.evolving().forEach(sentence -> sentence.stages().forEach(stage ->
                    table.row(sentence.source(), sentence.reference(), stage.trainingStep(), stage.text()))));
            return table.toString();
        }
        CsvTable table = new CsvTable("curve", "training_step", "loss", "gradient_norm", "clip", "clipped_share", "learning_rate", "teacher_forcing");
        LearningCurve curve = scene.snapshot().map(TrainingSnapshot::curve).orElse(LearningCurve.EMPTY);
        curve.training().forEach(point -> table.row("training", point.trainingStep(), point.loss(), point.gradientNorm(), point.clip(), point.clipped(),
                point.learningRate(), point.teacherForcing()));
        curve.validation().forEach(point -> table.row("validation", point.trainingStep(), point.loss(), "", "", "", "", ""));
        return table.toString();
    }

    @Override
    protected Picture draw(Sheet sheet) {
        return TrainingPicture.of(sheet, scene.hovering(-1).selecting(Optional.empty()));
    }

    @Override
    protected Sheet sheet() {
        return canvas.sheet();
    }

    private boolean hasCurves() {
        return scene.mode() == TrainingMode.CURVES && scene.snapshot().filter(shown -> !shown.curve().training().isEmpty()).isPresent();
    }

    private OptionalDouble stepAt(MouseEvent event) {
        return hasCurves() ? stepAt(event.getX() / canvas.scale(), event.getY() / canvas.scale()) : OptionalDouble.empty();
    }

    private OptionalDouble stepAt(double x, double y) {
        return TrainingLayout.of(canvas.sheet(), scene).panels().stream().map(panel -> panel.stepAt(x, y)).filter(OptionalDouble::isPresent).findFirst()
                .orElse(OptionalDouble.empty());
    }

    private void hover(OptionalDouble step) {
        if (step.orElse(-1) != scene.hovered()) {
            change(scene.hovering(step.orElse(-1)));
        }
    }

    private void press(MouseEvent pressed) {
        canvas.requestFocus();
        // A press beside everything takes the focus away.
        pressed.consume();
        if (pressed.getClickCount() == 2) {
            change(scene.zoomedTo(scene.whole()));
            markedFrom = -1;
        } else {
            markedFrom = stepAt(pressed).orElse(-1);
        }
    }

    private void mark(MouseEvent dragged) {
        OptionalDouble to = stepAt(dragged);
        if (markedFrom >= 0 && to.isPresent()) {
            change(scene.hovering(to.getAsDouble()).selecting(Optional.of(new Span(Math.min(markedFrom, to.getAsDouble()), Math.max(markedFrom, to.getAsDouble())))));
        }
    }

    private void zoomToMarked() {
        markedFrom = -1;
        scene.selection().ifPresent(marked -> {
            boolean wide = marked.size() * canvas.getWidth() / canvas.scale() > LEAST_MARKING * scene.span().size();
            change(wide ? scene.zoomedTo(marked) : scene.selecting(Optional.empty()));
        });
    }

    private void turn(ScrollEvent turned) {
        if (!hasCurves() || turned.getDeltaY() == 0) {
            return;
        }
        stepAt(turned.getX() / canvas.scale(), turned.getY() / canvas.scale()).ifPresent(step -> zoom(step, turned.getDeltaY() > 0 ? WHEEL : 1 / WHEEL));
    }

    /** Brings fewer steps into sight, or more; the one that is pointed at stays where it is. */
    private void zoom(double step, double factor) {
        Span seen = scene.span();
        double from = Math.max(0, step - (step - seen.from()) * factor);
        change(scene.zoomedTo(new Span(from, from + seen.size() * factor)));
    }

    private void key(KeyEvent pressed) {
        if (!hasCurves() || pressed.isShortcutDown()) {
            return;
        }
        Span seen = scene.span();
        double middle = scene.hovered() >= 0 ? scene.hovered() : (seen.from() + seen.to()) / 2;
        switch (pressed.getCode()) {
            case LEFT -> move(-1);
            case RIGHT -> move(1);
            case PLUS, ADD, EQUALS -> zoom(middle, WHEEL);
            case MINUS, SUBTRACT -> zoom(middle, 1 / WHEEL);
            case ESCAPE -> {
                if (scene.zoom().isEmpty()) {
                    return;
                }
                change(scene.zoomedTo(scene.whole()));
            }
            default -> {
                return;
            }
        }
        pressed.consume();
    }

    /** To the next point of the curve; from nowhere to the last one in sight. */
    private void move(int by) {
        var points = scene.snapshot().orElseThrow().curve().training();
        Span seen = scene.span();
        int last = points.size() - 1;
        int at = scene.hoveredPoint().map(points::indexOf).map(index -> index + by).orElse(last);
        TrainingPoint next = points.get(Math.clamp(at, 0, last));
        change(scene.hovering(Math.clamp(next.trainingStep(), seen.from(), seen.to())));
    }
}
