package seq2see.corpus;

import java.util.List;
import java.util.function.Function;

/** Finds one of several choices by the way that it is written on the command line and in files. */
public final class Choice {
    private Choice() {
    }

    /**
     * @param name    what a person knows the choice by: an option, a field
     * @param labelOf how a choice is written
     * @throws InputException where none is written so; it says which there are
     */
    public static <T> T named(String name, String label, List<T> choices, Function<? super T, String> labelOf) throws InputException {
        for (T choice : choices) {
            if (labelOf.apply(choice).equals(label)) {
                return choice;
            }
        }
        throw new InputException("configuration.choice", name, String.valueOf(label),
                String.join(", ", choices.stream().map(labelOf).toList()));
    }

    /** Refuses a text that is none of the choices. */
    public static void check(String name, String label, List<String> choices) throws InputException {
        named(name, label, choices, Function.identity());
    }
}
