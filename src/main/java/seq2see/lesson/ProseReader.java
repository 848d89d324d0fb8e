package seq2see.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads prose: paragraphs, lists of single lines, formulas and images. Anything else is told, and HTML is text. */
final class ProseReader {
    private static final int DEEPEST = 40;
    /** In a step. */
    private static final int MOST_IMAGES = 12;
    /** The second line of a table, as other dialects of Markdown have them. */
    private static final Pattern TABLE = Pattern.compile("\\s*+\\|?+\\s*+:?+-{2,}+:?+\\s*+(\\|\\s*+:?+-{2,}+:?+\\s*+)+\\|?+\\s*+");
    private static final Parser PARSER = Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(DEEPEST).maxInlineNesting(DEEPEST)
            .customInlineContentParserFactory(new Marked.FormulaFactory())
            .customInlineContentParserFactory(new Marked.FactFactory()).build();

    private final String file;
    private final Consumer<LessonProblem> problems;

    ProseReader(String file, Consumer<LessonProblem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** @param firstLine the line of the first of these, from 0 */
    List<Block> blocks(List<String> lines, int firstLine) {
        Node document = PARSER.parse(String.join("\n", lines));
        List<Block> blocks = new ArrayList<>();
        InlineReader inlines = new InlineReader(span -> new Place(file, firstLine + span.getLineIndex() + 1, span.getColumnIndex() + 1), problems);
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            add(blocks, node, inlines);
        }
        for (int line = 0; line < lines.size(); line++) {
            if (TABLE.matcher(lines.get(line)).matches()) {
                problems.accept(LessonProblem.of(new Place(file, firstLine + line + 1, 1), "lesson.block", "|---|"));
            }
        }
        return blocks;
    }

    /** The prose in a value of one line. */
    List<Inline> sentence(Setting value) {
        Node document = PARSER.parse(value.value());
        InlineReader inlines = new InlineReader(span -> value.place().right(span.getColumnIndex()), problems);
        Node first = document.getFirstChild();
        if (first == null) {
            return List.of();
        }
        if (!(first instanceof Paragraph) || first.getNext() != null) {
            return List.of(new Inline.Words(value.value(), Inline.Style.PLAIN));
        }
        return inlines.read(first);
    }

    private void add(List<Block> blocks, Node node, InlineReader inlines) {
        switch (node) {
            case Paragraph paragraph -> addParagraph(blocks, paragraph(paragraph, inlines));
            case BulletList list -> blocks.add(new Block.ItemList(false, items(list, inlines)));
            case OrderedList list -> blocks.add(new Block.ItemList(true, items(list, inlines)));
            case HtmlBlock html -> blocks.add(new Block.Paragraph(List.of(new Inline.Words(html.getLiteral(), Inline.Style.CODE))));
            default -> problems.accept(LessonProblem.of(inlines.place(node), "lesson.block", nameOf(node)));
        }
    }

    private void addParagraph(List<Block> blocks, Block paragraph) {
        if (paragraph instanceof Block.Image image && blocks.stream().filter(Block.Image.class::isInstance).count() >= MOST_IMAGES) {
            problems.accept(LessonProblem.of(image.file().place(), "lesson.manyImages", MOST_IMAGES));
        } else {
            blocks.add(paragraph);
        }
    }

    private static Block paragraph(Paragraph paragraph, InlineReader inlines) {
        Node only = paragraph.getFirstChild();
        boolean alone = only != null && only.getNext() == null;
        if (alone && only instanceof org.commonmark.node.Image image) {
            return new Block.Image(new Setting(image.getDestination(), inlines.place(image)), InlineReader.plainText(image));
        }
        List<Inline> content = inlines.read(paragraph);
        if (alone && only instanceof Marked.FormulaNode node && node.isDisplayed() && content.getFirst() instanceof Inline.Formula formula) {
            return new Block.DisplayedFormula(formula.tex());
        }
        return new Block.Paragraph(content);
    }

    private List<List<Inline>> items(ListBlock list, InlineReader inlines) {
        List<List<Inline>> items = new ArrayList<>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            Node content = item.getFirstChild();
            if (content instanceof Paragraph && content.getNext() == null) {
                items.add(inlines.read(content));
            } else if (content != null) {
                problems.accept(LessonProblem.of(inlines.place(item), "lesson.listItem"));
            }
        }
        return items;
    }

    private static String nameOf(Node node) {
        return switch (node) {
            case Heading heading -> "#".repeat(heading.getLevel());
            case ThematicBreak _ -> "---";
            case BlockQuote _ -> ">";
            case FencedCodeBlock _ -> "```";
            default -> node.getClass().getSimpleName();
        };
    }
}
