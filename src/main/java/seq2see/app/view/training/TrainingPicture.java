package seq2see.app.view.training;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import seq2see.app.drawing.Chart;
import seq2see.app.drawing.Drawing;
import seq2see.app.drawing.Mark;
import seq2see.app.drawing.Mark.Anchor;
import seq2see.app.drawing.Mark.Step;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.Stroke;
import seq2see.app.drawing.TextStyle;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Role;
import seq2see.app.view.training.TrainingLayout.Kind;
import seq2see.app.view.training.TrainingLayout.Panel;
import seq2see.training.LearningCurve.SettingsChange;
import seq2see.training.LearningCurve.TrainingPoint;
import seq2see.training.LearningCurve.ValidationPoint;
import seq2see.training.TrainingSnapshot;

/**
 * Draws the course of a training: the loss, the gradient's norm, and where there is room the learning rate and the teacher
 * forcing. The step that is pointed at is a line through all of them, and the numbers above them are its own.
 */
public final class TrainingPicture {
    private final Sheet sheet;
    private final TrainingScene scene;
    private final TrainingSnapshot snapshot;
    private final TrainingLayout layout;
    private final Drawing drawing;
    private final TrainingLegend legend;
    private final Optional<TrainingPoint> hovered;

    private TrainingPicture(Sheet sheet, TrainingScene scene) {
        this.sheet = sheet;
        this.scene = scene;
        this.snapshot = scene.snapshot().orElseThrow();
        this.layout = TrainingLayout.of(sheet, scene);
        this.drawing = new Drawing(sheet);
        this.legend = new TrainingLegend(sheet, drawing);
        this.hovered = scene.hoveredPoint();
    }

    public static Picture of(Sheet sheet, Optional<TrainingSnapshot> shown) {
        return of(sheet, shown.map(TrainingScene.EMPTY::showing).orElse(TrainingScene.EMPTY));
    }

    static Picture of(Sheet sheet, TrainingScene scene) {
        if (scene.snapshot().isEmpty() || scene.snapshot().get().curve().training().isEmpty()) {
            return empty(sheet, scene.snapshot());
        }
        return switch (scene.mode()) {
            case CURVES -> new TrainingPicture(sheet, scene).draw();
            case SENTENCES -> EvolutionPicture.of(sheet, scene.snapshot().get());
            case GRADIENTS -> GradientsPicture.of(sheet, scene);
        };
    }

    private static Picture empty(Sheet sheet, Optional<TrainingSnapshot> shown) {
        Drawing drawing = new Drawing(sheet);
        String words = shown.flatMap(TrainingSnapshot::failure).map(failure -> failure.text(sheet.language().locale()))
                .orElseGet(() -> sheet.words("training.empty"));
        drawing.text(sheet.words("training.loss"), 0, 16, TextStyle.HEADING, drawing.ink(Role.TEXT));
        drawing.paragraph(words, 0, 44, Math.min(sheet.width(), 440), TextStyle.CONTROL.withWeight(400), drawing.ink(Role.MUTED_TEXT));
        return drawing.picture(words);
    }

    private Picture draw() {
        for (Panel panel : layout.panels()) {
            selection(panel);
            heading(panel);
            chart(panel);
            changes(panel);
            hoverLine(panel);
        }
        footer();
        return drawing.picture(description());
    }

    private void selection(Panel panel) {
        scene.selection().ifPresent(span -> {
            double from = panel.place().xOf(Math.max(span.from(), panel.steps().low()), panel.steps());
            double to = panel.place().xOf(Math.min(span.to(), panel.steps().high()), panel.steps());
            drawing.box(from, panel.place().plotTop(), Math.max(1, to - from), panel.place().plotBottom() - panel.place().plotTop(), 0, drawing.ink(Role.ACCENT_TINT));
        });
    }

    private void heading(Panel panel) {
        double baseline = panel.y() + 16;
        drawing.text(sheet.words(panel.kind() == Kind.LOSS && scene.perplexity() ? "training.perplexity" : panel.kind().heading()), panel.x(), baseline,
                TextStyle.HEADING, drawing.ink(Role.TEXT));
        String note = TrainingLayout.note(sheet, scene, panel.kind());
        if (panel.noteBelow()) {
            drawing.paragraph(note, panel.x(), panel.y() + 35, panel.width(), TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
        } else if (!note.isEmpty()) {
            double end = Math.min(panel.x() + panel.width(), panel.y() == 0 ? sheet.width() - sheet.corner() : sheet.width());
            drawing.text(note, end, baseline, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT), Anchor.END);
        }
        TrainingPoint last = hovered.orElseGet(() -> snapshot.curve().training().getLast());
        switch (panel.kind()) {
            case LOSS -> legend.loss(panel.x(), panel.legendTop(), panel.width(), trainingLoss(), validationLoss());
            case NORM -> legend.limit(panel.x(), panel.legendTop() + 7, panel.width(), hovered.map(TrainingPoint::clip).orElse(snapshot.clip()), scene.clippedShare());
            case RATE -> legend.value(panel.x() + panel.width() - Chart.RIGHT, baseline, Numbers.significant(last.learningRate(), 2));
            case FORCING -> legend.value(panel.x() + panel.width() - Chart.RIGHT, baseline, Numbers.fixed(100 * last.teacherForcing(), 0) + " %");
        }
    }

    private OptionalDouble trainingLoss() {
        return shown(hovered.map(point -> OptionalDouble.of(point.loss())).orElseGet(snapshot::trainingLoss));
    }

    private OptionalDouble validationLoss() {
        return shown(hovered.isEmpty() ? snapshot.validationLoss()
                : scene.hoveredValidation().map(ValidationPoint::loss).map(OptionalDouble::of).orElseGet(OptionalDouble::empty));
    }

    private OptionalDouble shown(OptionalDouble loss) {
        return loss.isPresent() ? OptionalDouble.of(scene.shown(loss.getAsDouble())) : loss;
    }

    private void chart(Panel panel) {
        List<Mark> marks = switch (panel.kind()) {
            case LOSS -> LossChart.marks(sheet.palette(), scene.curve(), scene.logarithmic(), panel.steps(), panel.values(), panel.place());
            case NORM -> GradientNormChart.marks(sheet.palette(), scene.curve(), snapshot.clip(), panel.steps(), panel.values(), panel.place());
            case RATE -> CourseChart.marks(sheet.palette(), scene.curve(), TrainingPoint::learningRate, panel.steps(), panel.values(), panel.place());
            case FORCING -> CourseChart.marks(sheet.palette(), scene.curve(), TrainingPoint::teacherForcing, panel.steps(), panel.values(), panel.place());
        };
        marks.forEach(drawing::add);
    }

    /** Where a person changed the settings: a dashed line, a diamond at its head. */
    private void changes(Panel panel) {
        for (SettingsChange change : scene.changes()) {
            if (change.trainingStep() >= panel.steps().low() && change.trainingStep() <= panel.steps().high()) {
                double x = panel.place().xOf(change.trainingStep(), panel.steps());
                double top = panel.place().plotTop();
                drawing.line(x, top, x, panel.place().plotBottom(), Stroke.dashed(drawing.ink(Role.DONE), 1));
                diamond(x, top);
            }
        }
    }

    private void diamond(double x, double y) {
        drawing.add(new Mark.Path(List.of(new Step.Move(x, y - 4), new Step.Line(x + 4, y), new Step.Line(x, y + 4), new Step.Line(x - 4, y), new Step.Close()),
                drawing.ink(Role.MUTED_TEXT), null));
    }

    private void hoverLine(Panel panel) {
        hovered.filter(point -> point.trainingStep() >= panel.steps().low() && point.trainingStep() <= panel.steps().high()).ifPresent(point -> {
            double x = panel.place().xOf(point.trainingStep(), panel.steps());
            drawing.line(x, panel.place().plotTop(), x, panel.place().plotBottom(), Stroke.solid(drawing.ink(Role.TEXT), 1));
        });
    }

    /** What runs along the axis, and where it is; at its left what the diamonds mean, or what was changed here. */
    private void footer() {
        double baseline = sheet.height() - 4;
        for (Panel panel : layout.panels()) {
            if (panel.y() + panel.height() >= sheet.height() - 1 && panel.place().y() + panel.place().height() < sheet.height() - 1) {
                double end = panel.x() + panel.width() - (layout.figures() ? 0 : Chart.RIGHT);
                String axis = sheet.words("training.step") + hovered.map(point -> " " + Numbers.count(point.trainingStep())).orElse("");
                drawing.text(axis, end, baseline, TextStyle.SMALL, drawing.ink(hovered.isPresent() ? Role.TEXT : Role.MUTED_TEXT), Anchor.END);
                if (panel.x() == 0 && !layout.figures() && !scene.changes().isEmpty()) {
                    double room = end - sheet.width(axis, TextStyle.SMALL) - 26;
                    diamond(5, baseline - 4);
                    drawing.text(sheet.shortened(changed(), TextStyle.SMALL, room), 14, baseline, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
                }
            }
        }
        if (layout.figures()) {
            double norm = hovered.map(TrainingPoint::gradientNorm).orElse(snapshot.gradientNorm().orElse(Double.NaN));
            legend.normInFigures(baseline, norm, norm > hovered.map(TrainingPoint::clip).orElse(snapshot.clip()));
        }
    }

    /** What was changed at the step that is pointed at, else what a diamond is. */
    private String changed() {
        Panel panel = layout.panels().getFirst();
        double reach = 8 * (panel.steps().high() - panel.steps().low()) / Math.max(1, panel.place().plotRight() - panel.place().plotLeft());
        List<SettingsChange> all = snapshot.curve().changes();
        for (int i = 1; i < all.size(); i++) {
            if (scene.hovered() >= 0 && Math.abs(all.get(i).trainingStep() - scene.hovered()) <= reach) {
                return SettingsWords.of(sheet, all.get(i - 1), all.get(i));
            }
        }
        return sheet.words("training.changed");
    }

    private String description() {
        OptionalDouble norm = snapshot.gradientNorm();
        String now = sheet.words("training.description", snapshot.trainingStep(), snapshot.plan().trainingSteps(),
                Numbers.loss(snapshot.trainingLoss().orElse(Double.NaN)), Numbers.loss(snapshot.validationLoss().orElse(Double.NaN)),
                norm.isEmpty() ? "–" : Numbers.significant(norm.getAsDouble(), 2), Numbers.significant(snapshot.clip(), 2));
        String there = hovered.map(point -> sheet.words("training.description.hovered", point.trainingStep(), Numbers.loss(point.loss()),
                Numbers.significant(point.gradientNorm(), 2)) + " ").orElse("");
        String changed = scene.changes().isEmpty() || hovered.isEmpty() ? "" : " " + changed();
        return there + now + " " + sheet.words("training.clip.share", Numbers.fixed(100 * scene.clippedShare(), 0)) + changed;
    }
}
