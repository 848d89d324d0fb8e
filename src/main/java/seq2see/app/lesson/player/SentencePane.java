package seq2see.app.lesson.player;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextFlow;
import seq2see.app.control.Parts;
import seq2see.app.lesson.Facts;
import seq2see.app.theme.Appearance;
import seq2see.lesson.Inline;
import seq2see.lesson.Setting;

/** One sentence above the stage, as large as its length allows, in a place that stays as high as it is. */
final class SentencePane {
    /** How many characters of ordinary width a sentence may have to be set so large. The style sheet has the sizes. */
    private enum Size {
        LARGE(50, 28.4), MEDIUM(128, 23), SMALL(Integer.MAX_VALUE, 17.5);

        private final int most;
        private final double letters;

        Size(int most, double letters) {
            this.most = most;
            this.letters = letters;
        }
    }

    /** What the place has within its padding, in pixels at scale 1. */
    private static final double HIGHEST_FORMULA = 60;

    private final Appearance appearance;
    private final Consumer<Optional<Setting>> light;
    private final StackPane node = new StackPane();
    private Slide slide;
    private ProseFlow prose;
    private Size size = Size.LARGE;
    private Optional<Facts> engine = Optional.empty();

    SentencePane(Appearance appearance, Consumer<Optional<Setting>> light) {
        this.appearance = appearance;
        this.light = light;
        node.getStyleClass().add("presented-sentence");
        node.setAlignment(Pos.CENTER_LEFT);
        node.setId("sentence");
    }

    Node node() {
        return node;
    }

    /** Shows a slide, its facts as the engine has them. */
    void show(Slide newSlide, Optional<Facts> facts) {
        slide = newSlide;
        engine = facts;
        set();
    }

    /** Writes the facts anew. */
    void refresh(Optional<Facts> facts) {
        engine = facts;
        if (slide != null && fitting() != size) {
            set();
        } else if (prose != null) {
            prose.refresh(facts);
        }
    }

    private void set() {
        size = fitting();
        prose = ProseFlow.presented(appearance, light, size.letters);
        Node content = slide.kind() == Slide.Kind.FORMULA && slide.content().getFirst() instanceof Inline.Formula formula
                ? prose.plainFormula(formula, HIGHEST_FORMULA) : line();
        prose.refresh(engine);
        node.getChildren().setAll(content);
    }

    private Node line() {
        TextFlow flow = prose.line(slide.content());
        flow.getStyleClass().addAll("sentence", size.name().toLowerCase(Locale.ROOT));
        HBox row = new HBox(flow);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setFillHeight(false);
        row.getStyleClass().add("sentence-row");
        HBox.setHgrow(flow, Priority.ALWAYS);
        switch (slide.kind()) {
            case QUESTION -> row.getChildren().addFirst(mark("fth-help-circle", "question-mark"));
            case ANSWER -> row.getChildren().addFirst(mark("fth-check", "answer-mark"));
            case ITEM -> row.getChildren().addFirst(mark("fth-chevron-right", "item-mark"));
            default -> { }
        }
        return row;
    }

    private static Node mark(String icon, String styleClass) {
        Label mark = new Label(null, Parts.icon(icon));
        mark.getStyleClass().add(styleClass);
        return mark;
    }

    private Size fitting() {
        double width = width(slide.content());
        for (Size candidate : Size.values()) {
            if (width <= candidate.most) {
                return candidate;
            }
        }
        return Size.SMALL;
    }

    /** In characters of ordinary width: an ideograph is as wide as two. */
    private double width(List<Inline> content) {
        return content.stream().mapToDouble(inline -> switch (inline) {
            case Inline.Words words -> words.text().codePoints().mapToDouble(point -> Character.isIdeographic(point) || point >= 0x3000 && point < 0xFF61 ? 1.85 : 1).sum();
            case Inline.Formula formula -> Math.max(2, formula.tex().value().length() / 2.0);
            case Inline.Fact fact -> engine.flatMap(known -> known.text(fact.address().value())).map(String::length).orElse(4) * 1.15;
            case Inline.Mention mention -> width(mention.content());
            case Inline.Link link -> link.text().length() + link.address().length() + 3;
        }).sum();
    }
}
