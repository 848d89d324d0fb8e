package seq2see.corpus.reading;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import seq2see.corpus.Choice;
import seq2see.corpus.InputException;
import seq2see.corpus.Limits;
import seq2see.corpus.ReadingReport.Reason;

/**
 * What is done with pairs that something is odd about.
 *
 * @param treatments  by reason; holds those of {@link #SWITCHABLE}
 * @param longestSide of a pair, in characters (Unicode code points), beyond which it is {@link Reason#TOO_LONG}
 */
public record ScreeningRules(Map<Reason, Treatment> treatments, int longestSide) {
    /**
     * The longest side of a pair unless told otherwise. A longer one is no sentence, and attention keeps a number for each
     * source token at each target token, so that one pair of long sides could fill the memory.
     */
    public static final int LONGEST_SIDE = 1_000;
    /** What the longest side may be. */
    public static final Limits SIDE_LIMITS = new Limits(1, 100_000);
    /** The rules that a person may switch, in the order in which a pair is judged: the first that leaves it out counts. */
    public static final List<Reason> SWITCHABLE = List.of(Reason.EMPTY_SIDE, Reason.TOO_LONG, Reason.CONTROL_CHARACTER,
            Reason.EXTRA_COLUMN, Reason.CARRIAGE_RETURN, Reason.GARBLED, Reason.MARKUP, Reason.LENGTH_RATIO, Reason.WRONG_LANGUAGE, Reason.SWAPPED_SIDES,
            Reason.DUPLICATE_PAIR, Reason.MANY_TARGETS);
    /** What is left out for certain, and what is odd but may be right. */
    public static final ScreeningRules USUAL = new ScreeningRules(usual(), LONGEST_SIDE);

    public ScreeningRules {
        treatments = Collections.unmodifiableMap(new EnumMap<>(treatments));
    }

    /** What becomes of a pair. */
    public enum Treatment {
        LEAVE_OUT("leave-out"), REPORT("report"), IGNORE("ignore");

        private final String label;

        Treatment(String label) {
            this.label = label;
        }

        /** The name used on the command line. */
        @Override
        public String toString() {
            return label;
        }
    }

    private static Map<Reason, Treatment> usual() {
        Map<Reason, Treatment> usual = new EnumMap<>(Reason.class);
        SWITCHABLE.forEach(reason -> usual.put(reason, Treatment.REPORT));
        List.of(Reason.EMPTY_SIDE, Reason.TOO_LONG, Reason.CONTROL_CHARACTER, Reason.DUPLICATE_PAIR)
                .forEach(reason -> usual.put(reason, Treatment.LEAVE_OUT));
        return usual;
    }

    /** The switchable rule of a name. */
    public static Reason named(String label) throws InputException {
        return Choice.named("rule", label, SWITCHABLE, Reason::label);
    }

    Treatment of(Reason reason) {
        return treatments.get(reason);
    }

    public ScreeningRules with(Reason reason, Treatment treatment) {
        Map<Reason, Treatment> changed = new EnumMap<>(treatments);
        changed.put(reason, treatment);
        return new ScreeningRules(changed, longestSide);
    }

    public ScreeningRules withLongestSide(int characters) {
        return new ScreeningRules(treatments, characters);
    }
}
