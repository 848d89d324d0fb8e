package seq2see.cli;

import java.util.List;
import seq2see.corpus.InputException;

/** Refuses the value of an option that is none of those that there are. */
final class Choice {
    private Choice() {
    }

    /** @param value null where the option was not given */
    static void check(String option, String value, List<String> known) throws InputException {
        if (value != null && !known.contains(value)) {
            throw new InputException("configuration.choice", option, value, String.join(", ", known));
        }
    }
}
