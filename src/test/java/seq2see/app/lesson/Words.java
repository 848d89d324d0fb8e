package seq2see.app.lesson;

import java.util.List;
import java.util.stream.Collectors;
import seq2see.lesson.Block;
import seq2see.lesson.Inline;

/** The words of prose, a fact or a formula counted as one. */
final class Words {
    private Words() {
    }

    static String of(List<Block> blocks) {
        return blocks.stream().map(block -> text(content(block))).collect(Collectors.joining(" "));
    }

    static List<Inline> content(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph -> paragraph.content();
            case Block.ItemList list -> list.items().stream().flatMap(List::stream).toList();
            case Block.DisplayedFormula _, Block.Image _ -> List.of();
        };
    }

    private static String text(List<Inline> content) {
        return content.stream().map(inline -> switch (inline) {
            case Inline.Words words -> words.text();
            case Inline.Mention mention -> text(mention.content());
            case Inline.Link link -> link.text();
            case Inline.Formula _, Inline.Fact _ -> "#";
        }).collect(Collectors.joining());
    }
}
