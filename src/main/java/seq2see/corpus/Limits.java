package seq2see.corpus;

import java.math.BigDecimal;

/** What a number that a person gave may be: from the least to the most, both included. */
public record Limits(double least, double most) {
    /**
     * Refuses a number outside of the limits, and one that is none.
     *
     * @param name  what the person knows it by: an option, a field
     * @param value null where none was given, which is allowed
     */
    public void check(String name, Number value) throws InputException {
        if (value != null && !(value.doubleValue() >= least && value.doubleValue() <= most)) {
            throw new InputException("configuration.range", name, value.toString(), plain(least), plain(most));
        }
    }

    private static String plain(double bound) {
        return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }
}
