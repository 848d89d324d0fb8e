package seq2see.app.view;

import java.util.Optional;
import javafx.scene.Node;
import seq2see.app.theme.Appearance;
import seq2see.corpus.SideStatistics;

/** What share of a corpus's tokens a vocabulary knows, by its size. */
public final class CoverageView extends View {
    private final PictureCanvas canvas;
    private Optional<CorpusScene> shown = Optional.empty();

    public CoverageView(Appearance appearance) {
        canvas = new PictureCanvas(appearance, this::draw);
    }

    @Override
    public String name() {
        return "coverage";
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
        CsvTable table = new CsvTable("side", "vocabulary", "token", "count", "known_share");
        shown.ifPresent(scene -> {
            add(table, "source", scene.source());
            add(table, "target", scene.target());
        });
        return table.toString();
    }

    private static void add(CsvTable table, String name, SideStatistics side) {
        for (int size = 1; size <= side.distinct(); size++) {
            table.row(name, size, side.tokens().get(size - 1).getKey(), side.tokens().get(size - 1).getValue(), side.coverage(size));
        }
    }

    @Override
    Picture draw(Sheet sheet) {
        return shown.map(scene -> CoveragePicture.of(sheet, scene)).orElseGet(() -> new Drawing(sheet).picture(""));
    }

    @Override
    Sheet sheet() {
        return canvas.sheet();
    }
}
