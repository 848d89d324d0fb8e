package seq2see.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A command of a lesson to its picture, as data:
 * <pre>
 * :::view attention
 * sentence: deliver
 * :::
 * </pre>
 *
 * @param argument what follows the name; empty where nothing does
 * @param entries  {@code key: value} lines in their order; a key may come again
 */
public record Directive(Kind kind, Setting argument, List<Entry> entries, Place place) {

    /** The line of a view that says in which of its ways it is shown. */
    static final String SHOWN = "shown";

    /** All that a lesson can ask for. Anything else is for the program. */
    public enum Kind {
        /** What is learnt, from which seed, and how far. */
        MODEL,
        /** What is looked at, and with which sentence. */
        VIEW,
        /** The moment of the scrubber. */
        MOMENT,
        /** What is ringed. */
        HIGHLIGHT,
        /** A question to the reader. */
        ASK,
        /** Something that goes on while one reads. */
        RUN;

        /** Whether a directive of this kind can have a line with this key; those of an exercise are its kind's affair. */
        public boolean knows(String key) {
            return DirectiveReader.KEYS.getOrDefault(this, Set.of()).contains(key);
        }
    }

    /** A line {@code key: value}. */
    public record Entry(String key, Setting value, Place place) {
    }

    public Directive {
        entries = List.copyOf(entries);
    }

    /** The value of a key, the first where it comes more than once. */
    public Optional<Setting> value(String key) {
        return entries.stream().filter(entry -> entry.key().equals(key)).map(Entry::value).findFirst();
    }

    /** The values of a key in their order. */
    public List<Setting> values(String key) {
        return entries.stream().filter(entry -> entry.key().equals(key)).map(Entry::value).toList();
    }

    /** The same with another value for a key. */
    public Directive with(String key, Setting value) {
        return new Directive(kind, new Setting("", place), List.of(new Entry(key, value, value.place())), place).over(this);
    }

    /** This directive, with what it leaves open as the earlier one says. In which way a view is shown is said of that view alone. */
    Directive over(Directive earlier) {
        Map<String, Entry> merged = new LinkedHashMap<>();
        earlier.entries.forEach(entry -> merged.put(entry.key(), entry));
        if (!argument.value().isEmpty() && !argument.value().equals(earlier.argument.value())) {
            merged.remove(SHOWN);
        }
        entries.forEach(entry -> merged.put(entry.key(), entry));
        return new Directive(kind, argument.value().isEmpty() ? earlier.argument : argument, new ArrayList<>(merged.values()), place);
    }
}
