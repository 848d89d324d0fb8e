package seq2see.lesson;

import java.util.List;

/** A part of a step's prose. */
public sealed interface Block {

    record Paragraph(List<Inline> content) implements Block {
        public Paragraph {
            content = List.copyOf(content);
        }
    }

    /** A formula on a line of its own, in TeX. */
    record DisplayedFormula(Setting tex) implements Block {
    }

    record ItemList(boolean numbered, List<List<Inline>> items) implements Block {
        public ItemList {
            items = items.stream().map(List::copyOf).toList();
        }
    }

    /**
     * A picture from a file beside the lesson.
     *
     * @param description what it shows, in words
     */
    record Image(Setting file, String description) implements Block {
    }
}
