package seq2see.app.view.corpus;

import seq2see.app.drawing.CsvTable;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.theme.Appearance;
import seq2see.corpus.SideStatistics;

/** What share of a corpus's tokens a vocabulary knows, by its size. */
public final class CoverageView extends CorpusView {
    public CoverageView(Appearance appearance) {
        super(appearance);
    }

    @Override
    public String name() {
        return "coverage";
    }

    @Override
    CsvTable table() {
        return new CsvTable("side", "vocabulary", "token", "count", "known_share");
    }

    @Override
    void addRows(CsvTable table, String name, SideStatistics side) {
        for (int size = 1; size <= side.distinct(); size++) {
            table.row(name, size, side.tokens().get(size - 1).getKey(), side.tokens().get(size - 1).getValue(), side.coverage(size));
        }
    }

    @Override
    protected Picture draw(Sheet sheet, CorpusScene scene) {
        return CoveragePicture.of(sheet, scene);
    }
}
