package seq2see;

import java.time.Instant;
import java.time.Year;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Refers to each of its imports in a way of its own: {@link ClassReferences} has to see them all. */
abstract class ClassReferencesSample {
    /** As a field's type argument, which stands in the signature alone. */
    private final List<BitSet> argument = List.of();

    /** As a parameter that is never touched, an array of an array, and an exception. */
    abstract void parameter(Optional<?> parameter, Locale[][] array) throws ArithmeticException;

    /** As a class literal and by an annotation. */
    @Deprecated
    Class<?> literal() {
        return Instant.class;
    }

    /** Only as what a called method returns. */
    Object returned() {
        return Year.now().atDay(argument.size()).hashCode();
    }
}
