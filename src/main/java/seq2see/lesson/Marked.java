package seq2see.lesson;

import java.util.Set;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/** What lessons write beside CommonMark: {@code $formula$}, {@code $$formula$$} and {@code {fact}}. */
final class Marked {
    static final String WIDE_BRACE = "｛";

    private Marked() {
    }

    /** A formula in TeX. */
    static final class FormulaNode extends CustomNode {
        private final String tex;
        private final boolean displayed;

        FormulaNode(String tex, boolean displayed) {
            this.tex = tex;
            this.displayed = displayed;
        }

        String tex() {
            return tex;
        }

        /** Whether it is written to stand on a line of its own. */
        boolean isDisplayed() {
            return displayed;
        }
    }

    /** The address of a fact. */
    static final class FactNode extends CustomNode {
        private final String address;

        FactNode(String address) {
            this.address = address;
        }

        String address() {
            return address;
        }
    }

    /** The opening brace that a Chinese keyboard writes; a fact needs the narrow one. */
    static final class WideBraceNode extends CustomNode {
    }

    /** Reads formulas; a dollar that no other one closes is a dollar. */
    static final class FormulaFactory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('$');
        }

        @Override
        public InlineContentParser create() {
            return FormulaFactory::parse;
        }

        private static ParsedInline parse(InlineParserState state) {
            Scanner scanner = state.scanner();
            String fence = "$".repeat(Math.min(2, scanner.matchMultiple('$')));
            Position start = scanner.position();
            while (scanner.find('$') >= 0) {
                Position end = scanner.position();
                if (scanner.next(fence)) {
                    String tex = scanner.getSource(start, end).getContent().strip();
                    return tex.isEmpty() ? ParsedInline.none() : ParsedInline.of(new FormulaNode(tex, fence.length() == 2), scanner.position());
                }
                scanner.next();
            }
            return ParsedInline.none();
        }
    }

    /** Reads facts; a brace that is not closed in its line is a brace. */
    static final class FactFactory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('{', WIDE_BRACE.charAt(0));
        }

        @Override
        public InlineContentParser create() {
            return FactFactory::parse;
        }

        private static ParsedInline parse(InlineParserState state) {
            Scanner scanner = state.scanner();
            boolean wide = scanner.peek() == WIDE_BRACE.charAt(0);
            scanner.next();
            Position start = scanner.position();
            if (wide) {
                return ParsedInline.of(new WideBraceNode(), start);
            }
            if (scanner.find(FactFactory::isEnd) <= 0 || scanner.peek() != '}') {
                return ParsedInline.none();
            }
            String address = scanner.getSource(start, scanner.position()).getContent().strip();
            scanner.next();
            Node node = new FactNode(address);
            return address.isEmpty() ? ParsedInline.none() : ParsedInline.of(node, scanner.position());
        }

        /** Where an address ends, or where it is seen that it is none. */
        private static boolean isEnd(char letter) {
            return letter == '}' || letter == '{' || letter == '\n';
        }
    }
}
