package seq2see.lesson;

import java.util.List;

/** A part of a line of prose. */
public sealed interface Inline {

    /** How words are set. */
    enum Style { PLAIN, EMPHASIS, STRONG, CODE }

    record Words(String text, Style style) implements Inline {
    }

    /** A formula in TeX, between dollars. */
    record Formula(Setting tex) implements Inline {
    }

    /** A number or a text that is read from the engine when it is shown: its address, between braces. */
    record Fact(Setting address) implements Inline {
    }

    /**
     * Words that name a thing in the picture, as in {@code [the third token](#source.3)}.
     *
     * @param target the address behind the {@code #}
     */
    record Mention(List<Inline> content, Setting target) implements Inline {
        public Mention {
            content = List.copyOf(content);
        }
    }

    /** An address outside the program. It is shown, and opened by nobody but the reader. */
    record Link(String text, String address) implements Inline {
    }
}
