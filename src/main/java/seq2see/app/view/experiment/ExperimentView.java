package seq2see.app.view.experiment;

import javafx.scene.Node;
import seq2see.app.drawing.CsvTable;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.theme.Appearance;
import seq2see.app.theme.Palette;
import seq2see.app.view.PictureCanvas;
import seq2see.app.view.View;
import seq2see.training.ExperimentArm;
import seq2see.training.ExperimentArm.Point;
import seq2see.training.HeldOutScores.LengthScore;

/** Configurations that are trained side by side, in charts that they share. */
public final class ExperimentView extends View {
    private final PictureCanvas canvas;
    private ExperimentScene scene = ExperimentScene.EMPTY;

    public ExperimentView(Appearance appearance) {
        canvas = new PictureCanvas(appearance, sheet -> ExperimentPicture.of(sheet, scene));
        canvas.setId("experiment");
        canvas.growBeyond(900, 560);
        // The first chart takes some hundred milliseconds to load its classes: not on the toolkit's thread.
        Thread.ofPlatform().daemon().name("chart classes").start(() -> ExperimentPicture.warmUp(Palette.LIGHT));
    }

    @Override
    public String name() {
        return "experiment";
    }

    @Override
    public Node node() {
        return canvas;
    }

    public void show(ExperimentScene shown) {
        if (!shown.equals(scene)) {
            scene = shown;
            canvas.redraw();
        }
    }

    @Override
    public String csv() {
        CsvTable table = new CsvTable("configuration", "measure", "at", "value");
        scene.result().ifPresent(result -> result.arms().forEach(arm -> rows(table, arm)));
        return table.toString();
    }

    private static void rows(CsvTable table, ExperimentArm arm) {
        for (Point point : arm.losses()) {
            table.row(arm.name(), "validation_loss", point.trainingStep(), point.value());
        }
        for (Point point : arm.accuracies()) {
            table.row(arm.name(), "exact_match", point.trainingStep(), point.value());
        }
        for (LengthScore score : arm.byLength()) {
            table.row(arm.name(), "exact_match_at_length", score.length(), score.exactMatch());
        }
        for (int t = 0; t < arm.gradientNorms().size(); t++) {
            table.row(arm.name(), "gradient_norm_at_source", t + 1, arm.gradientNorms().get(t));
        }
    }

    @Override
    protected Picture draw(Sheet sheet) {
        return ExperimentPicture.of(sheet, scene);
    }

    @Override
    protected Sheet sheet() {
        return canvas.sheet();
    }
}
