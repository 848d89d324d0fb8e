package seq2see.app.lab.search;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import seq2see.app.control.ValueSlider;
import seq2see.app.drawing.TokenText;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Text;
import seq2see.search.PenaltySpan;
import seq2see.search.SearchComparison;

/**
 * Which output wins under which length penalty: a colour each on the slider's own track, and what it is in words below. Green
 * is found, amber is missed; where the true best is not known, the track is grey.
 */
final class PenaltyLegend {
    /** Spans of so much α are not told apart on the track. */
    private static final double HAIR = 0.008;
    private static final int LONGEST = 8;

    private final ValueSlider slider;
    /** As long as its entries in one line, where there is room. */
    private final FlowPane node = new FlowPane() {
        @Override
        protected double computePrefWidth(double height) {
            return getManagedChildren().stream().mapToDouble(entry -> entry.prefWidth(-1)).sum() + Math.max(0, getManagedChildren().size() - 1) * getHgap();
        }
    };
    private final Label note = new Label();
    private List<PenaltySpan> shown = List.of();
    /** Whether the spans are of all outputs that there are. */
    private boolean known;
    private boolean told = true;

    PenaltyLegend(ValueSlider slider) {
        this.slider = slider;
        node.setId("search-spans");
        node.getStyleClass().add("penalty-legend");
        node.setMinWidth(0);
        node.setAlignment(Pos.CENTER_LEFT);
        note.managedProperty().bind(note.textProperty().isNotEmpty());
        note.setId("search-note");
        note.getStyleClass().add("small");
        note.setWrapText(true);
    }

    Region node() {
        return node;
    }

    void show(SearchComparison search, List<String> tokens) {
        List<PenaltySpan> spans = PenaltySpan.of(search, SearchControls.MOST_ALPHA);
        boolean nowKnown = !search.contenders().isEmpty();
        boolean other = !spans.equals(shown) || nowKnown != known;
        shown = spans;
        known = nowKnown;
        if (other) {
            paint();
        }
        node.getChildren().setAll(spans.stream().map(span -> entry(span, known, tokens)).toList());
        node.getChildren().forEach(entry -> entry.setVisible(told));
        node.getChildren().add(note);
        node.setAccessibleText(spans.stream().map(span -> written(span, tokens) + " " + words(span, known)).collect(Collectors.joining("; ")));
    }

    /** What wins is told when the search is over, not before. */
    void tell(boolean over) {
        if (over != told) {
            told = over;
            paint();
            node.getChildren().forEach(entry -> entry.setVisible(over || entry == note));
        }
    }

    private void paint() {
        slider.colourTrack(told ? track(shown, known) : "-seq2see-faint-line");
    }

    /** Says something about the search beside it; empty for nothing. */
    void say(String words) {
        note.setText(words);
        if (!node.getChildren().contains(note)) {
            node.getChildren().add(note);
        }
    }

    private static String colour(PenaltySpan span, boolean known) {
        return !known ? "-seq2see-done" : span.lost() == PenaltySpan.Lost.NOT ? "-seq2see-success" : "-seq2see-warning";
    }

    /** The spans in their colours, each parted from the one before it. */
    private static String track(List<PenaltySpan> spans, boolean known) {
        return spans.stream().map(span -> {
            String from = percent(span.from() + (span.from() > 0 ? HAIR : 0));
            String gap = span.from() > 0 ? "-seq2see-surface " + percent(span.from() - HAIR) + ", -seq2see-surface " + from + ", " : "";
            return gap + colour(span, known) + " " + from + ", " + colour(span, known) + " "
                    + percent(span.to() < SearchControls.MOST_ALPHA ? span.to() - HAIR : span.to());
        }).collect(Collectors.joining(", ", "linear-gradient(to right, ", ")"));
    }

    private static String percent(double alpha) {
        return Numbers.fixed(100 * Math.max(0, alpha) / SearchControls.MOST_ALPHA, 2) + "%";
    }

    private Node entry(PenaltySpan span, boolean known, List<String> tokens) {
        Region swatch = new Region();
        swatch.getStyleClass().add("swatch");
        swatch.setStyle("-fx-background-color: " + colour(span, known) + ";");
        Label output = new Label(written(span, tokens));
        output.getStyleClass().addAll("figure", "small");
        Label words = new Label(words(span, known));
        words.getStyleClass().addAll("small", "muted");
        HBox entry = new HBox(swatch, output, words);
        entry.getStyleClass().add("penalty-span");
        entry.setAlignment(Pos.CENTER_LEFT);
        return entry;
    }

    private String words(PenaltySpan span, boolean known) {
        String where = where(span);
        if (!known) {
            return where;
        }
        return where + " " + switch (span.lost()) {
            case NOT -> Text.of("search.span.found");
            case PRUNED -> Text.of("search.span.pruned", span.step());
            case STOPPED -> Text.of("search.span.stopped");
        };
    }

    private String where(PenaltySpan span) {
        boolean first = span == shown.getFirst();
        boolean last = span == shown.getLast();
        String from = Numbers.fixed(span.from(), 2);
        String to = Numbers.fixed(span.to(), 2);
        return first && last ? Text.of("search.span.always") : first ? Text.of("search.span.below", to)
                : last ? Text.of("search.span.from", from) : Text.of("search.span.between", from, to);
    }

    private static String written(PenaltySpan span, List<String> tokens) {
        List<Integer> ids = span.best().tokenIds();
        return ids.stream().limit(LONGEST).map(tokens::get).map(TokenText::of).collect(Collectors.joining(" ")) + (ids.size() > LONGEST ? " …" : "");
    }
}
