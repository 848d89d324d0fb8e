package seq2see.app.lesson.player;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.scilab.forge.jlatexmath.ParseException;
import seq2see.app.drawing.FormulaNode;
import seq2see.app.lesson.Facts;
import seq2see.app.theme.Appearance;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Palette;
import seq2see.app.theme.Rgb;
import seq2see.app.theme.Role;
import seq2see.lesson.Block;
import seq2see.lesson.Inline;
import seq2see.lesson.Inline.Style;
import seq2see.lesson.Setting;
import seq2see.tensor.Axis;

/** Sets prose. Facts in it follow the engine; a mention lights what it names while it is pointed at or has the focus. */
final class ProseFlow {
    private static final double SIZE = 16;
    /** How much larger a formula on a line of its own is. */
    private static final double DISPLAYED = 1.125;

    private static final Pattern NUMBER = Pattern.compile("[-−\\u2009\\d.×⁻⁰¹²³⁴⁵⁶⁷⁸⁹^]{2,14}");
    /** As narrow as a thin space, but no line ends at it. */
    private static final char UNBROKEN_SPACE = '\u202F';
    /** Of no width; no line ends at it. The JDK breaks lines beside the word joiner U+2060, which were the newer one. */
    private static final String JOINER = "\uFEFF";
    private static final char NO_BREAK_SPACE = '\u00A0';
    /** Code of so many characters stays whole; longer code would leave too much of a line empty. */
    private static final int WHOLE_CODE = 24;

    private final Appearance appearance;
    private final Consumer<Optional<Setting>> light;
    private final double letters;
    private final boolean presented;
    private Optional<Path> folder = Optional.empty();
    private final List<LiveFact> facts = new ArrayList<>();

    /** A fact on the screen, to be written anew. */
    private record LiveFact(Text text, String address) {
    }

    /** @param light told of the address that is to be lit, and of none when nothing is any more */
    ProseFlow(Appearance appearance, Consumer<Optional<Setting>> light) {
        this(appearance, light, SIZE, false);
    }

    private ProseFlow(Appearance appearance, Consumer<Optional<Setting>> light, double letters, boolean presented) {
        this.appearance = appearance;
        this.light = light;
        this.letters = letters;
        this.presented = presented;
    }

    /**
     * For a sentence before a class, where a link is told and cannot be followed.
     *
     * @param letters the size of formulas, in pixels at scale 1
     */
    static ProseFlow presented(Appearance appearance, Consumer<Optional<Setting>> light, double letters) {
        return new ProseFlow(appearance, light, letters, true);
    }

    /** Pictures are those beside a lesson of one's own; else those of the program. */
    void picturesIn(Optional<Path> place) {
        folder = place;
    }

    /** Writes all facts as they are now; one that is not known yet is a dash. */
    void refresh(Optional<Facts> engine) {
        for (LiveFact fact : facts) {
            String text = inOnePiece(engine.flatMap(known -> known.text(fact.address())).orElse("–"));
            if (!text.equals(fact.text().getText())) {
                fact.text().setText(text);
            }
        }
    }

    /** A number is not broken where the line ends. */
    private static String inOnePiece(String words) {
        return NUMBER.matcher(words).matches() ? joined(words.replace(Numbers.THIN_SPACE, UNBROKEN_SPACE)) : words;
    }

    /** Code is not broken; where it is long, at its blanks alone. */
    private static String inPieces(String code) {
        return code.length() <= WHOLE_CODE ? joined(code.replace(' ', NO_BREAK_SPACE))
                : Arrays.stream(code.split(" ", -1)).map(ProseFlow::joined).collect(Collectors.joining(" "));
    }

    private static String joined(String word) {
        return String.join(JOINER, word.split(""));
    }

    Node block(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph -> line(paragraph.content());
            case Block.DisplayedFormula formula -> displayed(formula.tex().value());
            case Block.ItemList list -> list(list);
            case Block.Image image -> PictureBlock.of(image, folder, appearance);
        };
    }

    private Node displayed(String tex) {
        StackPane place = new StackPane(formula(tex));
        place.getStyleClass().add("displayed-formula");
        return place;
    }

    private Node formula(String tex) {
        return formula(tex, letters * DISPLAYED, true, palette -> palette.of(Role.TEXT));
    }

    /** What is no TeX is shown as it was written. */
    private Node formula(String tex, double size, boolean displayed, Function<Palette, Rgb> ink) {
        try {
            return new FormulaNode(tex, size, displayed, appearance, ink);
        } catch (ParseException _) {
            return words(tex, "prose", "mono");
        }
    }

    /** A formula alone, with no ground of its own, as large as it may be within a height in pixels at scale 1. */
    Node plainFormula(Inline.Formula formula, double highest) {
        String tex = formula.tex().value();
        Node whole = formula(tex);
        double high = whole.prefHeight(-1) / appearance.scale();
        return high <= highest ? whole : formula(tex, letters * DISPLAYED * highest / high, true, palette -> palette.of(Role.TEXT));
    }

    private Node list(Block.ItemList list) {
        VBox items = new VBox();
        items.getStyleClass().add("prose-list");
        int number = 1;
        for (List<Inline> item : list.items()) {
            Text mark = words(list.numbered() ? number++ + "." : "•", "prose");
            TextFlow text = line(item);
            HBox row = new HBox(mark, text);
            row.getStyleClass().add("prose-item");
            HBox.setHgrow(text, Priority.ALWAYS);
            items.getChildren().add(row);
        }
        return items;
    }

    /** A line of prose, as wide as its place. */
    TextFlow line(List<Inline> content) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("prose-flow");
        content.forEach(inline -> flow.getChildren().add(node(inline, palette -> palette.of(Role.TEXT))));
        return flow;
    }

    private Node node(Inline inline, Function<Palette, Rgb> ink) {
        return switch (inline) {
            case Inline.Words words -> words(words.style() == Style.CODE ? inPieces(words.text()) : words.text(), switch (words.style()) {
                case PLAIN, EMPHASIS -> new String[] {"prose"};
                case STRONG -> new String[] {"prose", "semi-bold"};
                case CODE -> new String[] {"prose", "mono"};
            });
            case Inline.Formula formula -> formula(formula.tex().value(), letters, false, ink);
            case Inline.Fact fact -> {
                Text text = words("–", "prose", "figure");
                facts.add(new LiveFact(text, fact.address().value()));
                yield text;
            }
            case Inline.Mention mention -> mention(mention);
            case Inline.Link link -> presented ? words(LinkOut.told(link.text(), link.address()), "prose") : LinkOut.inline(link.text(), link.address());
        };
    }

    private static Text words(String words, String... styleClasses) {
        Text text = new Text(words);
        text.getStyleClass().add("text");
        text.getStyleClass().addAll(styleClasses);
        return text;
    }

    private Node mention(Inline.Mention mention) {
        Axis axis = axis(mention.target().value());
        HBox box = new HBox() {
            @Override
            public double getBaselineOffset() {
                return getChildren().isEmpty() ? super.getBaselineOffset()
                        : snappedTopInset() + getChildren().getFirst().getBaselineOffset();
            }
        };
        box.setAlignment(Pos.BASELINE_LEFT);
        mention.content().forEach(inline -> box.getChildren().add(node(inline, palette -> palette.of(axis))));
        box.getStyleClass().addAll("mention", "axis-" + axis.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        box.setFocusTraversable(true);
        box.setAccessibleText(mention.target().value());
        box.setOnMouseEntered(event -> light.accept(Optional.of(mention.target())));
        box.setOnMouseExited(event -> light.accept(Optional.empty()));
        box.focusedProperty().subscribe(focused -> light.accept(focused ? Optional.of(mention.target()) : Optional.empty()));
        return box;
    }

    /** The axis that a named thing lies along. */
    private static Axis axis(String address) {
        if (address.startsWith("source") || address.startsWith("encoder")) {
            return Axis.SOURCE_TIME;
        }
        return address.startsWith("unit") ? Axis.HIDDEN : Axis.TARGET_TIME;
    }
}
