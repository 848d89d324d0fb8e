package seq2see.app.view;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import seq2see.app.drawing.MathText;
import seq2see.tensor.Axis;

/**
 * What a hover card says of one number: its name and value, where it is by axis, how it comes about, and what that means.
 *
 * @param name   such as "update gate"
 * @param value  such as {@code z₃[6] = 0.970}, the symbol as {@link MathText} has it left out
 * @param symbol of the value, as {@link MathText} has it
 * @param where  by axis: "encoder step 3 · layer 1 · unit 6 of 8"
 * @param terms  the sum or product, term by term; may be empty
 * @param result the sum and the function: {@code σ(3.469) = 0.970}; may be empty
 * @param words  a line in plain words; may be empty
 * @param curve  the value through time; may be empty
 */
public record Explanation(String name, String symbol, String value, String where, List<Piece> terms, String result, String words, Optional<Curve> curve) {
    public Explanation {
        terms = List.copyOf(terms);
    }

    /** Something without a course through time. */
    public Explanation(String name, String symbol, String value, String where, List<Piece> terms, String result, String words) {
        this(name, symbol, value, where, terms, result, words, Optional.empty());
    }

    /** A part of a formula. */
    public sealed interface Piece {
        /** A number above its symbol. @param axis whose colour the symbol wears; empty for none */
        record Term(String number, String symbol, Optional<Axis> axis) implements Piece {
        }

        /** What stands between terms: +, ×, a bracket. */
        record Sign(String text) implements Piece {
        }
    }

    /**
     * A value through time.
     *
     * @param values by time step, not a number where there is none; the present one's index is {@code now}, or −1
     * @param low    the least value that can be, {@code high} the largest
     * @param label  what runs along it
     */
    public record Curve(List<Float> values, int now, double low, double high, String label) {
        public Curve {
            values = List.copyOf(values);
        }
    }

    /** All of it as it is read aloud. */
    public String spoken() {
        String formula = terms.stream().map(piece -> switch (piece) {
            case Piece.Term term -> MathText.of(term.symbol()).plain() + " " + term.number();
            case Piece.Sign sign -> sign.text();
        }).collect(Collectors.joining(" "));
        return List.of(name + ": " + MathText.of(symbol).plain() + " = " + value, where, formula, result, words).stream()
                .filter(part -> !part.isBlank()).collect(Collectors.joining(". "));
    }
}
