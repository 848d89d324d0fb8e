package seq2see.app.view.search;

import java.util.Locale;
import seq2see.app.drawing.CsvTable;
import seq2see.search.SearchTree.Candidate;
import seq2see.search.SearchTree.Node;

/** The search tree's numbers. */
final class BeamTreeTable {
    private BeamTreeTable() {
    }

    /** A line for each candidate of each expanded prefix, in the order of the search. */
    static String csv(SearchScene scene) {
        CsvTable table = new CsvTable("decoder_step", "prefix", "token", "log_probability", "cumulative", "normalized_score", "fate");
        if (scene.search().isPresent()) {
            for (Node node : scene.tree().expansions()) {
                for (Candidate candidate : node.candidates()) {
                    table.row(node.prefix().size() + 1, String.join(" ", node.prefix().stream().map(scene.tokens()::get).toList()),
                            scene.tokens().get(candidate.tokenId()), candidate.logProbability(), candidate.cumulative(), candidate.normalizedScore(),
                            candidate.fate().name().toLowerCase(Locale.ROOT));
                }
            }
        }
        return table.toString();
    }
}
