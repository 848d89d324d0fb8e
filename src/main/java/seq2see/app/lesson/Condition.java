package seq2see.app.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import seq2see.app.lesson.Finding.Found;
import seq2see.corpus.InputException;
import seq2see.lesson.Setting;

/**
 * Something said of the engine's numbers, such as {@code beam.candidates <= search.k * V' * search.L} or
 * {@code search.output != before.search.output}: comparisons of facts, numbers and texts, joined by {@code and}. It is decided
 * anew by the facts of the moment.
 */
final class Condition {
    /** A number, a text in quotes, a word, or a sign. A hyphen within a word is the word's. */
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:(\\d+(?:\\.\\d+)?(?:[eE]-?\\d+)?)|\"([^\"]*)\"|([\\p{L}][\\p{L}\\p{N}.'-]*)|(<=|>=|!=|[<>=+*/^()-]))");
    private static final List<String> COMPARISONS = List.of("<", "<=", "=", "!=", ">=", ">");
    /** Numbers that differ by no more than this part of them are equal. */
    private static final double ROUNDING = 1e-6;
    /** Brackets and powers within each other, and words and signs in all; whoever needs more has made a mistake. */
    private static final int DEEPEST = 50;
    private static final int LONGEST = 400;

    private final List<Comparison> comparisons;

    /** @param left and right what is compared, a {@code Double} or a {@code String} each time */
    private record Comparison(Term left, Setting sign, Term right) {
        boolean holds(Facts facts) throws Found {
            Object one = left.value(facts);
            Object other = right.value(facts);
            if (one instanceof Double number && other instanceof Double second) {
                boolean equal = Math.abs(number - second) <= ROUNDING * Math.max(Math.abs(number), Math.abs(second));
                return switch (sign.value()) {
                    case "<" -> number < second;
                    case "<=" -> number < second || equal;
                    case "=" -> equal;
                    case "!=" -> !equal;
                    case ">=" -> number > second || equal;
                    default -> number > second;
                };
            }
            if (!sign.value().equals("=") && !sign.value().equals("!=")) {
                // Texts have no order.
                throw new Found(sign.place(), new InputException("lesson.condition", sign.place(), sign.value()));
            }
            return written(one).equals(written(other)) != sign.value().equals("!=");
        }
    }

    /** One side, or a part of it. */
    private interface Term {
        Object value(Facts facts) throws Found;
    }

    private Condition(List<Comparison> comparisons) {
        this.comparisons = List.copyOf(comparisons);
    }

    /** @throws Found where it cannot be understood */
    static Condition of(Setting written) throws Found {
        return new Reader(written).read();
    }

    /**
     * What a term such as {@code D + C} comes to.
     *
     * @throws Found where it cannot be understood, or a fact is not there or is no number
     */
    static double number(Setting written, Facts facts) throws Found {
        double number = number(new Reader(written).term(), facts);
        if (!Double.isFinite(number)) {
            throw new Found(written.place(), new InputException("lesson.noFact", written.place(), written.value()));
        }
        return number;
    }

    /** @throws Found where a fact is not there */
    boolean holds(Facts facts) throws Found {
        for (Comparison comparison : comparisons) {
            if (!comparison.holds(facts)) {
                return false;
            }
        }
        return true;
    }

    /** What decides it now: the first comparison that does not hold, or else the last. */
    private Comparison deciding(Facts facts) throws Found {
        for (Comparison comparison : comparisons) {
            if (!comparison.holds(facts)) {
                return comparison;
            }
        }
        return comparisons.getLast();
    }

    /** The left side of the comparison that decides it, as prose writes it. */
    String left(Facts facts) throws Found {
        return written(deciding(facts).left().value(facts));
    }

    /** The right side. */
    String right(Facts facts) throws Found {
        return written(deciding(facts).right().value(facts));
    }

    private static String written(Object value) {
        return value instanceof Double number ? Facts.written(number) : value.toString();
    }

    private static final class Reader {
        private final Setting written;
        private final List<String> tokens = new ArrayList<>();
        private final List<Integer> columns = new ArrayList<>();
        private int next;
        private int depth;

        Reader(Setting written) throws Found {
            this.written = written;
            Matcher matcher = TOKEN.matcher(written.value());
            int end = 0;
            while (tokens.size() < LONGEST && matcher.lookingAt()) {
                columns.add(matcher.end() - matcher.group().strip().length());
                tokens.add(matcher.group().strip());
                end = matcher.end();
                matcher.region(end, written.value().length());
            }
            if (!written.value().substring(end).isBlank()) {
                throw new Found(written.place(), new InputException("lesson.condition", written.place().right(end), written.value().substring(end).strip()));
            }
        }

        Term term() throws Found {
            Term term = sum();
            if (next < tokens.size()) {
                throw stray();
            }
            return term;
        }

        Condition read() throws Found {
            List<Comparison> comparisons = new ArrayList<>(List.of(comparison()));
            while (take("and")) {
                comparisons.add(comparison());
            }
            if (next < tokens.size()) {
                throw stray();
            }
            return new Condition(comparisons);
        }

        private Comparison comparison() throws Found {
            Term left = sum();
            String sign = peek();
            if (!COMPARISONS.contains(sign)) {
                throw stray();
            }
            Setting place = new Setting(sign, written.place().right(columns.get(next++)));
            return new Comparison(left, place, sum());
        }

        private Term sum() throws Found {
            Term left = product();
            while (peek().equals("+") || peek().equals("-")) {
                left = operation(tokens.get(next++), left, product());
            }
            return left;
        }

        private Term product() throws Found {
            Term left = power();
            while (peek().equals("*") || peek().equals("/")) {
                left = operation(tokens.get(next++), left, power());
            }
            return left;
        }

        private Term power() throws Found {
            if (++depth > DEEPEST) {
                throw stray();
            }
            Term base = single();
            Term power = take("^") ? operation("^", base, power()) : base;
            depth--;
            return power;
        }

        private Term single() throws Found {
            String token = peek();
            if (take("(")) {
                Term inside = sum();
                if (!take(")")) {
                    throw stray();
                }
                return inside;
            }
            if (token.isEmpty() || !Character.isLetterOrDigit(token.codePointAt(0)) && !token.startsWith("\"")) {
                throw stray();
            }
            Setting place = new Setting(token, written.place().right(columns.get(next++)));
            if (token.startsWith("\"")) {
                return facts -> token.substring(1, token.length() - 1);
            }
            return Character.isDigit(token.charAt(0)) ? facts -> Double.valueOf(token) : facts -> fact(place, facts);
        }

        private String peek() {
            return next < tokens.size() ? tokens.get(next) : "";
        }

        private boolean take(String token) {
            boolean taken = peek().equals(token);
            next += taken ? 1 : 0;
            return taken;
        }

        private Found stray() {
            int column = next < columns.size() ? columns.get(next) : written.value().length();
            return new Found(written.place(), new InputException("lesson.condition", written.place().right(column), next < tokens.size() ? tokens.get(next) : "…"));
        }
    }

    private static Object fact(Setting address, Facts facts) throws Found {
        OptionalDouble number = facts.number(address.value());
        return number.isPresent() ? (Object) number.getAsDouble() : facts.text(address.value())
                .orElseThrow(() -> new Found(address.place(), new InputException("lesson.noFact", address.place(), address.value())));
    }

    private static Term operation(String sign, Term left, Term right) {
        return facts -> {
            double one = number(left, facts);
            double other = number(right, facts);
            return switch (sign) {
                case "+" -> one + other;
                case "-" -> one - other;
                case "*" -> one * other;
                case "/" -> one / other;
                default -> Math.pow(one, other);
            };
        };
    }

    /** A text counts as no number: what is computed with it is none either. */
    private static double number(Term term, Facts facts) throws Found {
        return term.value(facts) instanceof Double number ? number : Double.NaN;
    }
}
