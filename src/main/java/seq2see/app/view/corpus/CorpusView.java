package seq2see.app.view.corpus;

import java.util.Optional;
import javafx.scene.Node;
import seq2see.app.drawing.CsvTable;
import seq2see.app.drawing.Drawing;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.theme.Appearance;
import seq2see.app.view.PictureCanvas;
import seq2see.app.view.View;
import seq2see.corpus.SideStatistics;

/** A picture of both sides of a corpus; empty until one is shown. */
public abstract class CorpusView extends View {
    private final PictureCanvas canvas;
    private Optional<CorpusScene> shown = Optional.empty();

    CorpusView(Appearance appearance) {
        canvas = new PictureCanvas(appearance, this::draw);
    }

    @Override
    public final Node node() {
        return canvas;
    }

    public final void show(CorpusScene scene) {
        shown = Optional.of(scene);
        canvas.redraw();
    }

    @Override
    public final String csv() {
        CsvTable table = table();
        shown.ifPresent(scene -> {
            addRows(table, "source", scene.source());
            addRows(table, "target", scene.target());
        });
        return table.toString();
    }

    /** The table of the numbers behind the picture, still without rows. */
    abstract CsvTable table();

    /** Adds the numbers of one side. */
    abstract void addRows(CsvTable table, String name, SideStatistics side);

    abstract Picture draw(Sheet sheet, CorpusScene scene);

    @Override
    protected final Picture draw(Sheet sheet) {
        return shown.map(scene -> draw(sheet, scene)).orElseGet(() -> new Drawing(sheet).picture(""));
    }

    @Override
    protected final Sheet sheet() {
        return canvas.sheet();
    }
}
