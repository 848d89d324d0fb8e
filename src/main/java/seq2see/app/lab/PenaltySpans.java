package seq2see.app.lab;

import java.util.ArrayList;
import java.util.List;
import seq2see.search.Hypothesis;
import seq2see.search.LengthPenalty;
import seq2see.search.SearchTree;

/** Which of the finished outputs is the best under which length penalty. */
final class PenaltySpans {
    /** The largest α that is looked at, in hundredths. */
    static final int MOST = 200;

    private PenaltySpans() {
    }

    /** An output that is the best from an α on. */
    record Span(double from, Hypothesis best) {
    }

    /** From α = 0 up, to the hundredth; one span for each change. */
    static List<Span> of(SearchTree tree) {
        List<Span> spans = new ArrayList<>();
        for (int hundredths = 0; hundredths <= MOST; hundredths++) {
            Hypothesis best = tree.finished(new LengthPenalty(hundredths / 100.0)).getFirst();
            if (spans.isEmpty() || !spans.getLast().best().tokenIds().equals(best.tokenIds())) {
                spans.add(new Span(hundredths / 100.0, best));
            }
        }
        return spans;
    }
}
