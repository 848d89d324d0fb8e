package seq2see.app.view.attention;

import java.util.List;
import seq2see.app.drawing.CsvTable;
import seq2see.trace.Trace;

/** The attention map's numbers. */
final class AttentionTable {
    private AttentionTable() {
    }

    /** A line for each weight, row by row; no lines where there is no map. */
    static String csv(AttentionScene scene) {
        CsvTable table = new CsvTable("decoder_step", "target_token", "source_position", "source_token", "attention_score", "attention_weight");
        if (scene.hasMap()) {
            Trace trace = scene.trace().orElseThrow();
            List<String> source = trace.source().tokens();
            for (int row = 0; row < scene.rows(); row++) {
                for (int column = 0; column < scene.columns(); column++) {
                    table.row(row + 1, trace.outputTokens().get(row), column + 1, source.get(column),
                            scene.scores(row).get(column), scene.weights(row).get(column));
                }
            }
        }
        return table.toString();
    }
}
