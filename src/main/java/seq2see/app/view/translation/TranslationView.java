package seq2see.app.view.translation;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import seq2see.app.drawing.CsvTable;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.theme.Appearance;
import seq2see.app.view.Highlight;
import seq2see.app.view.PictureCanvas;
import seq2see.app.view.Pointer;
import seq2see.app.view.Pointing;
import seq2see.app.view.View;
import seq2see.trace.Moment;
import seq2see.training.EvolvingTranslation.Stage;
import seq2see.training.Translation;

/** The tokens of a sentence and of the model's output, as far as the present moment has come. */
public final class TranslationView extends View {
    private final PictureCanvas canvas;
    private TranslationScene scene = TranslationScene.EMPTY;

    /** @param pointer hears which token is pointed at */
    public TranslationView(Appearance appearance, Pointer pointer) {
        canvas = new PictureCanvas(appearance, sheet -> TranslationPicture.of(sheet.withCorner(0), scene));
        canvas.growBeyond(900, 480);
        canvas.setOnMouseMoved(moved -> pointer.point(TranslationPicture.at(canvas.sheet(), scene, moved.getX() / canvas.scale(),
                moved.getY() / canvas.scale())));
        canvas.setOnMouseExited(left -> pointer.point(Pointing.NONE));
    }

    @Override
    public String name() {
        return "translation";
    }

    @Override
    public Node node() {
        return canvas;
    }

    /** Shows a sentence up to a moment; all of it where there is none. */
    public void show(Optional<Translation> translation, Optional<Moment> moment, Highlight highlight) {
        TranslationScene newScene = new TranslationScene(translation.map(Translation::trace), moment, highlight,
                translation.map(Translation::stages).orElse(List.of()), translation.map(Translation::references).orElse(List.of()));
        if (!newScene.equals(scene)) {
            scene = newScene;
            canvas.redraw();
        }
    }

    @Override
    public String csv() {
        CsvTable table = new CsvTable("side", "position", "token", "id", "probability");
        if (scene.trace().isPresent()) {
            int position = 1;
            for (TranslationScene.Token token : scene.source()) {
                table.row("source", position++, token.text(), token.id(), "");
            }
            position = 1;
            for (TranslationScene.Token token : scene.output()) {
                table.row("output", position++, token.text(), token.id(), token.probability().orElseThrow());
            }
            for (Stage stage : scene.stages()) {
                table.row("from training step", stage.trainingStep(), stage.text(), "", "");
            }
        }
        return table.toString();
    }

    @Override
    protected Picture draw(Sheet sheet) {
        return TranslationPicture.of(sheet, scene);
    }

    @Override
    protected Sheet sheet() {
        return canvas.sheet();
    }
}
