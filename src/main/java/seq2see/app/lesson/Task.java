package seq2see.app.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import seq2see.app.theme.Text;
import seq2see.tensor.Grid;
import seq2see.tensor.Shape;
import seq2see.training.TrainingPhase;

/**
 * An exercise as it stands with the model of this moment. What is right is computed when it is asked for, from the engine's own
 * numbers.
 */
public sealed interface Task permits Task.Which, Task.Compare, Task.Number, Task.Mask, Task.ShapeOf, Task.Order, BeamTask, JudgeTask,
        ChangeTask {
    /** Judges an answer of the task's own kind. */
    Verdict judge(Answer answer);

    /** An answer that is right now. */
    Answer right();

    /** An answer that is wrong now. */
    Answer wrong();

    /**
     * Which token, unit or gate has the largest of the numbers that a moment has computed.
     *
     * @param firstNumber what the first is called beside its name: 1 for positions, since a token may come twice, 0 for ids; empty for units and gates
     */
    record Which(Facts facts, List<String> options, Grid values, OptionalInt firstNumber) implements Task {
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
        /** Over a range larger than this, whole numbers are guessed where they can be right. */
        private static final double LARGE = 10;
        private static final int MOST_DIGITS = 6;

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

        /** To how many digits after the point a guess is taken: so many that one within the tolerance can be given. */
        public int digits() {
            double range = high - low;
            if (range > LARGE && (within >= 1 || value == Math.rint(value))) {
                return 0;
            }
            int forRange = range <= 0 ? MOST_DIGITS : 2 + (int) Math.max(0, Math.ceil(-Math.log10(range)));
            int forTolerance = within <= 0 ? 0 : (int) Math.ceil(-Math.log10(within));
            return Math.min(MOST_DIGITS, Math.max(forRange, forTolerance));
        }

        /** What a guess is taken for: between the ends, and with so many digits. */
        public double nearest(double guess) {
            double unit = Math.pow(10, digits());
            return Math.clamp(Math.round(guess * unit) / unit, low, high);
        }

        /** What can be answered and comes nearest; a number that is worked out is typed in as it is. */
        @Override
        public Answer right() {
            return new Answer.Value(terms.isEmpty() ? nearest(value) : value);
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

    /** In which order the axes of a tensor lie. @param options every order of them @param index of the one that is the tensor's */
    record ShapeOf(Facts facts, List<String> options, int index) implements Task {
        public ShapeOf {
            options = List.copyOf(options);
        }

        static ShapeOf of(Facts facts, Shape shape) {
            List<String> axes = shape.dimensions().stream().map(dimension -> dimension.axis().letter() + " " + dimension.size()).toList();
            List<String> options = orders(axes).stream().sorted().toList();
            return new ShapeOf(facts, options, options.indexOf(written(axes)));
        }

        private static List<String> orders(List<String> axes) {
            List<String> orders = new ArrayList<>();
            extend(orders, List.of(), axes);
            return orders;
        }

        private static void extend(List<String> orders, List<String> begun, List<String> left) {
            if (left.isEmpty()) {
                orders.add(written(begun));
            }
            for (String axis : left) {
                List<String> longer = new ArrayList<>(begun);
                longer.add(axis);
                List<String> rest = new ArrayList<>(left);
                rest.remove(axis);
                extend(orders, longer, rest);
            }
        }

        private static String written(List<String> axes) {
            return "(" + String.join(", ", axes) + ")";
        }

        @Override
        public Verdict judge(Answer answer) {
            return new Verdict(answer.equals(right()), facts.with(Map.of("answer", options.get(((Answer.Choice) answer).option()), "right", options.get(index))));
        }

        @Override
        public Answer right() {
            return new Answer.Choice(index);
        }

        @Override
        public Answer wrong() {
            return new Answer.Choice((index + 1) % options.size());
        }
    }

    /** The steps of a training in the order in which the trainer takes them. */
    record Order(Facts facts, List<TrainingPhase> offered) implements Task {
        public Order {
            offered = List.copyOf(offered);
        }

        /** Offered by name, which is no order that anybody could read the answer from. */
        static Order ofTraining(Facts facts) {
            return new Order(facts, Arrays.stream(TrainingPhase.values()).sorted(Comparator.comparing(TrainingPhase::name)).toList());
        }

        @Override
        public Verdict judge(Answer answer) {
            List<Integer> given = ((Answer.Order) answer).options();
            TrainingPhase due = TrainingPhase.INITIALISE;
            for (int place = 0; place < given.size(); place++) {
                TrainingPhase next = offered.get(given.get(place));
                if (next != due) {
                    return new Verdict(false, facts.with(Map.of("position", String.valueOf(place + 1), "answer", name(next), "right", name(due),
                            "before", place == 0 ? "–" : name(offered.get(given.get(place - 1))))));
                }
                due = due.next();
            }
            return new Verdict(true, facts);
        }

        /** What a step is called in the language of the window. */
        public static String name(TrainingPhase phase) {
            return Text.of("exercise.phase." + phase.name().toLowerCase(Locale.ROOT));
        }

        @Override
        public Answer right() {
            List<Integer> order = new ArrayList<>();
            TrainingPhase due = TrainingPhase.INITIALISE;
            for (int place = 0; place < offered.size(); place++) {
                order.add(offered.indexOf(due));
                due = due.next();
            }
            return new Answer.Order(order);
        }

        @Override
        public Answer wrong() {
            List<Integer> turned = new ArrayList<>(((Answer.Order) right()).options());
            Collections.swap(turned, 3, 4);
            return new Answer.Order(turned);
        }
    }
}
