package seq2see.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import seq2see.lesson.Inline.Style;

/** Turns a parsed line of prose into {@link Inline}s. */
final class InlineReader {
    /** How an address outside begins. */
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");

    private final Function<SourceSpan, Place> places;
    private final Consumer<LessonProblem> problems;

    /** @param places where a span of the parsed text stands in the file */
    InlineReader(Function<SourceSpan, Place> places, Consumer<LessonProblem> problems) {
        this.places = places;
        this.problems = problems;
    }

    Place place(Node node) {
        return places.apply(node.getSourceSpans().isEmpty() ? SourceSpan.of(0, 0, 0, 0) : node.getSourceSpans().getFirst());
    }

    List<Inline> read(Node parent) {
        List<Inline> inlines = new ArrayList<>();
        addChildren(inlines, parent, Style.PLAIN);
        return inlines;
    }

    private void addChildren(List<Inline> inlines, Node parent, Style style) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            add(inlines, node, style);
        }
    }

    private void add(List<Inline> inlines, Node node, Style style) {
        switch (node) {
            case Text text -> addWords(inlines, text.getLiteral(), style);
            case Code code -> addWords(inlines, code.getLiteral(), Style.CODE);
            case HtmlInline html -> addWords(inlines, html.getLiteral(), Style.CODE);
            case SoftLineBreak _ -> addWords(inlines, endsInIdeograph(inlines) ? "" : " ", style);
            case HardLineBreak _ -> addWords(inlines, "\n", style);
            case Emphasis emphasis -> addChildren(inlines, emphasis, style == Style.PLAIN ? Style.EMPHASIS : style);
            case StrongEmphasis strong -> addChildren(inlines, strong, Style.STRONG);
            case Marked.FormulaNode formula -> inlines.add(formula(formula));
            case Marked.WideBraceNode brace -> {
                problems.accept(LessonProblem.of(place(brace), "lesson.wideBrace", "{T}"));
                addWords(inlines, Marked.WIDE_BRACE, style);
            }
            case Marked.FactNode fact -> inlines.add(new Inline.Fact(new Setting(fact.address(), place(fact))));
            case Link link -> addLink(inlines, link);
            case Image image -> problems.accept(LessonProblem.of(place(image), "lesson.imageInLine"));
            default -> addChildren(inlines, node, style);
        }
    }

    /** What is refused is shown as it was written. */
    private Inline formula(Marked.FormulaNode formula) {
        Setting tex = new Setting(formula.tex(), place(formula));
        Optional<String> refused = Tex.refused(formula.tex());
        refused.ifPresent(part -> problems.accept(LessonProblem.of(tex.place(), "lesson.formulaRefused", part)));
        return refused.isEmpty() ? new Inline.Formula(tex) : new Inline.Words(formula.tex(), Style.CODE);
    }

    private void addLink(List<Inline> inlines, Link link) {
        String destination = link.getDestination();
        if (destination.startsWith("#")) {
            inlines.add(new Inline.Mention(read(link), new Setting(destination.substring(1), place(link))));
        } else {
            if (!ADDRESS.matcher(destination).lookingAt()) {
                problems.accept(LessonProblem.of(place(link), "lesson.link", destination));
            }
            inlines.add(new Inline.Link(plainText(link), destination));
        }
    }

    /** Words of one style next to each other are one. */
    private static void addWords(List<Inline> inlines, String text, Style style) {
        if (text.isEmpty()) {
            return;
        }
        if (!inlines.isEmpty() && inlines.getLast() instanceof Inline.Words last && last.style() == style) {
            inlines.set(inlines.size() - 1, new Inline.Words(last.text() + text, style));
        } else {
            inlines.add(new Inline.Words(text, style));
        }
    }

    /** Chinese is written on without a space at a line's end. */
    private static boolean endsInIdeograph(List<Inline> inlines) {
        if (inlines.isEmpty() || !(inlines.getLast() instanceof Inline.Words last)) {
            return false;
        }
        int end = last.text().codePointBefore(last.text().length());
        return Character.isIdeographic(end) || end >= 0x3001 && end <= 0x303F || end >= 0xFF01 && end <= 0xFF60;
    }

    /** The text below a node, without its marks. */
    static String plainText(Node parent) {
        StringBuilder text = new StringBuilder();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            text.append(switch (node) {
                case Text words -> words.getLiteral();
                case Code code -> code.getLiteral();
                default -> plainText(node);
            });
        }
        return text.toString();
    }
}
