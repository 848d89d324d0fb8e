package seq2see.app.lesson;

import java.util.Optional;
import java.util.OptionalDouble;

/** Something that facts are read from, by their addresses. */
public interface FactSource {
    /** The number at an address; empty where there is none. */
    OptionalDouble number(String address);

    /** What an address that names no number says; empty where there is no such thing. */
    default Optional<String> text(String address) {
        return Optional.empty();
    }
}
