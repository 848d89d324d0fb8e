package seq2see.app.view;

import java.util.Optional;
import javafx.scene.Node;
import seq2see.app.theme.Appearance;
import seq2see.corpus.SideStatistics;

/** How long the sentences of a corpus are, in tokens. */
public final class LengthView extends View {
    private final PictureCanvas canvas;
    private Optional<CorpusScene> shown = Optional.empty();

    public LengthView(Appearance appearance) {
        canvas = new PictureCanvas(appearance, this::draw);
    }

    @Override
    public String name() {
        return "length";
    }

    @Override
    public Node node() {
        return canvas;
    }

    public void show(CorpusScene scene) {
        shown = Optional.of(scene);
        canvas.redraw();
    }

    @Override
    public String csv() {
        CsvTable table = new CsvTable("side", "tokens", "sentences");
        shown.ifPresent(scene -> {
            add(table, "source", scene.source());
            add(table, "target", scene.target());
        });
        return table.toString();
    }

    private static void add(CsvTable table, String name, SideStatistics side) {
        for (int length = 0; length < side.lengths().length; length++) {
            table.row(name, length, side.lengths()[length]);
        }
    }

    @Override
    Picture draw(Sheet sheet) {
        return shown.map(scene -> LengthPicture.of(sheet, scene)).orElseGet(() -> new Drawing(sheet).picture(""));
    }

    @Override
    Sheet sheet() {
        return canvas.sheet();
    }
}
