package seq2see.app.view.corpus;

import seq2see.app.drawing.CsvTable;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.theme.Appearance;
import seq2see.corpus.SideStatistics;

/** How long the sentences of a corpus are, in tokens. */
public final class LengthView extends CorpusView {
    public LengthView(Appearance appearance) {
        super(appearance);
    }

    @Override
    public String name() {
        return "length";
    }

    @Override
    CsvTable table() {
        return new CsvTable("side", "tokens", "sentences");
    }

    @Override
    void addRows(CsvTable table, String name, SideStatistics side) {
        for (int length = 0; length < side.lengths().length; length++) {
            table.row(name, length, side.lengths()[length]);
        }
    }

    @Override
    protected Picture draw(Sheet sheet, CorpusScene scene) {
        return LengthPicture.of(sheet, scene);
    }
}
