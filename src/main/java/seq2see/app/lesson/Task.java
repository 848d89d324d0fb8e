package seq2see.app.lesson;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import seq2see.tensor.Grid;

/**
 * An exercise as it stands with the model of this moment. What is right is computed when it is asked for, from the engine's own
 * numbers.
 */
public sealed interface Task {
    /** Judges an answer of the task's own kind. */
    Verdict judge(Answer answer);

    /** An answer that is right now. */
    Answer right();

    /** An answer that is wrong now. */
    Answer wrong();

    /** Which token or unit has the largest of the numbers that a moment has computed. */
    record Which(Facts facts, List<String> options, Grid values) implements Task {
        public Which {
            options = List.copyOf(options);
        }

        @Override
        public Verdict judge(Answer answer) {
            int chosen = ((Answer.Choice) answer).option();
            int best = Facts.largest(values);
            return new Verdict(values.get(chosen) >= values.get(best), facts.with(Map.of(
                    "answer", options.get(chosen), "answer.value", Facts.written(values.get(chosen)), "answer.position", String.valueOf(chosen + 1),
                    "right", options.get(best), "right.value", Facts.written(values.get(best)), "right.position", String.valueOf(best + 1))));
        }

        @Override
        public Answer right() {
            return new Answer.Choice(Facts.largest(values));
        }

        @Override
        public Answer wrong() {
            return new Answer.Choice(IntStream.range(0, options.size()).boxed().min(Comparator.comparing(values::get)).orElseThrow());
        }
    }

    /** Which of two numbers is larger: the first, the second, or neither. */
    record Compare(Facts facts, double first, double second) implements Task {
        /** What the reader chooses among. */
        public static final List<String> OPTIONS = List.of("<", "=", ">");

        @Override
        public Verdict judge(Answer answer) {
            return new Verdict(answer.equals(right()), facts.with(Map.of("answer", OPTIONS.get(((Answer.Choice) answer).option()),
                    "right", OPTIONS.get(((Answer.Choice) right()).option()), "first", Facts.written(first), "second", Facts.written(second))));
        }

        @Override
        public Answer right() {
            return new Answer.Choice(1 + (int) Math.signum(first - second));
        }

        @Override
        public Answer wrong() {
            return new Answer.Choice((((Answer.Choice) right()).option() + 1) % OPTIONS.size());
        }
    }

    /** A number to be guessed or computed. @param within how far beside still counts as right */
    record Number(Facts facts, double value, double low, double high, double within, Map<String, String> terms) implements Task {
        public Number {
            terms = Map.copyOf(terms);
        }

        @Override
        public Verdict judge(Answer answer) {
            double given = ((Answer.Value) answer).value();
            double off = Math.abs(given - value);
            return new Verdict(off <= within + 1e-9, facts.with(terms).with(Map.of("answer", Facts.written(given),
                    "right", Facts.written(value), "off", Facts.written(off))));
        }

        @Override
        public Answer right() {
            return new Answer.Value(value);
        }

        @Override
        public Answer wrong() {
            return new Answer.Value(value - low > high - value ? low : high);
        }
    }

    /**
     * Which cells of a padding mask are true: those whose position is below the sentence's valid length.
     *
     * @param lengths the valid length of each sentence
     * @param columns T, the positions of each, counted from 0
     * @param mask    row by row, what the engine made of them
     */
    record Mask(Facts facts, List<Integer> lengths, int columns, List<Boolean> mask) implements Task {
        public Mask {
            lengths = List.copyOf(lengths);
            mask = List.copyOf(mask);
        }

        @Override
        public Verdict judge(Answer answer) {
            Set<Integer> chosen = ((Answer.Cells) answer).chosen();
            List<Integer> off = IntStream.range(0, mask.size()).filter(cell -> chosen.contains(cell) != mask.get(cell)).boxed().toList();
            if (off.isEmpty()) {
                return new Verdict(true, facts);
            }
            int cell = off.getFirst();
            int row = cell / columns;
            int column = cell % columns;
            return new Verdict(false, facts.with(Map.of("row", String.valueOf(row + 1), "position", String.valueOf(column),
                    "length", String.valueOf(lengths.get(row)), "comparison", column + (mask.get(cell) ? " < " : " ≥ ") + lengths.get(row),
                    "chosen", String.valueOf(chosen.size()), "off", String.valueOf(off.size()))));
        }

        @Override
        public Answer right() {
            return new Answer.Cells(Set.copyOf(IntStream.range(0, mask.size()).filter(mask::get).boxed().toList()));
        }

        @Override
        public Answer wrong() {
            Set<Integer> chosen = new HashSet<>(((Answer.Cells) right()).chosen());
            chosen.add(mask.indexOf(false));
            return new Answer.Cells(chosen);
        }
    }
}
