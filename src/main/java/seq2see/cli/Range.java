package seq2see.cli;

import java.math.BigDecimal;
import seq2see.corpus.InputException;

/** Refuses the value of an option that lies outside of what is possible. */
final class Range {
    private Range() {
    }

    /** @param value null where the option was not given */
    static void check(String option, Number value, double least, double most) throws InputException {
        if (value != null && !(value.doubleValue() >= least && value.doubleValue() <= most)) {
            throw new InputException("configuration.range", option, value.toString(), plain(least), plain(most));
        }
    }

    private static String plain(double bound) {
        return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }
}
