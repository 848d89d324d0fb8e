package seq2see.search;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import seq2see.corpus.InputException;

/**
 * A next-token model typed by hand: for each prefix a row of probabilities, one for each token, and perhaps a row for all
 * other prefixes. Tokens are numbered in their order. Immutable.
 */
public final class ProbabilityTable implements NextTokenModel {
    /** What ends a sentence. */
    public static final String END = "<eos>";
    /** How far a row may be from summing to 1. */
    public static final double TOLERANCE = 1e-6;

    private final String name;
    private final List<String> tokens;
    private final int endToken;
    private final Map<String, List<Double>> rows;
    private final Optional<List<Double>> otherRow;

    /**
     * The tokens so far, parted by blanks.
     *
     * @param next the row of what follows; empty before anything was fed
     */
    private record Written(String prefix, List<Double> next) implements State {
    }

    /**
     * @param name     how people know the table: a file
     * @param tokens   distinct words without blanks, {@link #END} among them
     * @param rows     by prefix, its tokens parted by single blanks, the probability of each token
     * @param otherRow for every prefix that has no row
     * @throws InputException where a token, a prefix or a row cannot be; it names the prefix
     */
    public ProbabilityTable(String name, List<String> tokens, Map<String, List<Double>> rows, Optional<List<Double>> otherRow)
            throws InputException {
        this.name = name;
        this.tokens = List.copyOf(tokens);
        checkTokens();
        endToken = tokens.indexOf(END);
        Set<String> known = new HashSet<>(tokens);
        for (Map.Entry<String, List<Double>> row : rows.entrySet()) {
            checkPrefix(row.getKey(), known);
            checkRow(row.getKey(), row.getValue());
        }
        if (otherRow.isPresent()) {
            checkRow("default", otherRow.get());
        }
        this.rows = new LinkedHashMap<>();
        rows.forEach((prefix, row) -> this.rows.put(prefix, List.copyOf(row)));
        this.otherRow = otherRow.map(List::copyOf);
    }

    private void checkTokens() throws InputException {
        for (String token : tokens) {
            if (token.isEmpty() || token.chars().anyMatch(Character::isWhitespace)) {
                throw new InputException("table.token", name, token);
            }
        }
        if (new HashSet<>(tokens).size() < tokens.size()) {
            throw new InputException("table.tokenTwice", name, tokens.stream().filter(token -> tokens.indexOf(token) != tokens.lastIndexOf(token)).findFirst().orElseThrow());
        }
        if (!tokens.contains(END)) {
            throw new InputException("table.noEnd", name);
        }
    }

    private void checkPrefix(String prefix, Set<String> known) throws InputException {
        for (String token : prefix.isEmpty() ? List.<String>of() : Arrays.asList(prefix.split(" ", -1))) {
            if (token.equals(END)) {
                throw new InputException("table.behindEnd", name, prefix);
            }
            if (!known.contains(token)) {
                throw new InputException("table.prefix", name, prefix, token);
            }
        }
    }

    private void checkRow(String prefix, List<Double> row) throws InputException {
        if (row.size() != tokens.size()) {
            throw new InputException("table.rowLength", name, prefix, String.valueOf(row.size()), String.valueOf(tokens.size()));
        }
        for (int token = 0; token < row.size(); token++) {
            if (!(row.get(token) >= 0 && row.get(token) <= 1)) {
                throw new InputException("table.probability", name, prefix, tokens.get(token), String.valueOf(row.get(token)));
            }
        }
        double sum = row.stream().mapToDouble(Double::doubleValue).sum();
        if (Math.abs(sum - 1) > TOLERANCE) {
            throw new InputException("table.sum", name, prefix, rounded(sum), rounded(Math.abs(sum - 1)), sum > 1 ? 1 : 0);
        }
    }

    /** Without the last digits, which only rounding brought there. */
    private static String rounded(double value) {
        return String.valueOf(Math.rint(value * 1e9) / 1e9);
    }

    public String name() {
        return name;
    }

    public List<String> tokens() {
        return tokens;
    }

    /** By prefix, in the order in which they were given. */
    public Map<String, List<Double>> rows() {
        return Collections.unmodifiableMap(rows);
    }

    public Optional<List<Double>> otherRow() {
        return otherRow;
    }

    /** The same table with another row; a prefix that has none yet gets one. */
    public ProbabilityTable with(String prefix, List<Double> row) throws InputException {
        Map<String, List<Double>> changed = new LinkedHashMap<>(rows);
        changed.put(prefix, row);
        return new ProbabilityTable(name, tokens, changed, otherRow);
    }

    /** The same table with another row for all prefixes that have none of their own. */
    public ProbabilityTable withOther(List<Double> row) throws InputException {
        return new ProbabilityTable(name, tokens, rows, Optional.of(row));
    }

    /**
     * The longest output where a search is not told otherwise, in tokens: one more than the longest prefix that has a row,
     * and twice that where a row for all others lets sentences go on.
     */
    public int usualLength() {
        int longest = 1 + rows.keySet().stream().mapToInt(prefix -> prefix.isEmpty() ? 0 : prefix.split(" ").length).max().orElse(0);
        return otherRow.isPresent() ? 2 * longest : longest;
    }

    @Override
    public int sentences() {
        return 1;
    }

    @Override
    public int vocabularySize() {
        return tokens.size();
    }

    /** No token: the empty prefix has a row of its own. */
    @Override
    public int beginToken() {
        return -1;
    }

    @Override
    public int endToken() {
        return endToken;
    }

    @Override
    public State begin(int sentence) {
        return new Written("", List.of());
    }

    @Override
    public List<Continuation> advance(List<? extends State> states, int[] tokenIds) {
        return IntStream.range(0, tokenIds.length).mapToObj(i -> {
            Written before = (Written) states.get(i);
            boolean begins = tokenIds[i] == beginToken();
            String prefix = begins ? before.prefix() : (before.prefix() + " " + tokens.get(tokenIds[i])).stripLeading();
            List<Double> row = row(prefix, begins || before.next().get(tokenIds[i]) > 0);
            return new Continuation(new Written(prefix, row), row.stream().mapToDouble(Math::log).toArray());
        }).toList();
    }

    /** Behind what cannot come nothing can: no table need have a row for it. */
    private List<Double> row(String prefix, boolean possible) {
        List<Double> row = rows.get(prefix);
        return row != null ? row : otherRow.or(() -> possible ? Optional.empty() : Optional.of(Collections.nCopies(tokens.size(), 0.0)))
                .orElseThrow(() -> new UnknownPrefixException(new InputException("table.noRow", name, prefix)));
    }
}
