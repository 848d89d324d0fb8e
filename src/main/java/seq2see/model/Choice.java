package seq2see.model;

import java.util.Arrays;
import java.util.stream.Collectors;
import seq2see.corpus.InputException;

/** Finds one of several choices by the way that it is written on the command line and in files. */
final class Choice {
    private Choice() {
    }

    /** @throws InputException where there is none of that name; it says which there are */
    static <T extends Enum<T>> T named(String field, String label, T[] choices) throws InputException {
        for (T choice : choices) {
            if (choice.toString().equals(label)) {
                return choice;
            }
        }
        String all = Arrays.stream(choices).map(Object::toString).collect(Collectors.joining(", "));
        throw new InputException("configuration.choice", field, String.valueOf(label), all);
    }
}
