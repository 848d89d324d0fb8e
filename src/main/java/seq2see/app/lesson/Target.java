package seq2see.app.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import seq2see.trace.Moment;
import seq2see.trace.Trace;

/**
 * A thing in the picture that prose can name: {@code source.3}, {@code target.2}, {@code weight.2.3} (target, then source),
 * {@code unit.6} (of layer 1) or {@code unit.2.6}, and any moment. All count from 1.
 *
 * @param numbers in the order written
 */
public record Target(Kind kind, List<Integer> numbers, Optional<Moment> moment) {

    /** What is named. */
    public enum Kind { SOURCE, TARGET, WEIGHT, UNIT, MOMENT }

    public Target {
        numbers = List.copyOf(numbers);
    }

    /** Understands an address for a sentence; empty where there is no such thing in it. */
    public static Optional<Target> of(String address, Trace trace) {
        Optional<Moment> moment = TraceParts.moment(trace, address);
        if (moment.isPresent()) {
            return Optional.of(new Target(Kind.MOMENT, List.of(), moment));
        }
        if (!address.matches("[a-z]+(\\.\\d{1,5}){1,2}")) {
            return Optional.empty();
        }
        String[] parts = address.split("\\.");
        List<Integer> numbers = Arrays.stream(parts).skip(1).map(Integer::valueOf).toList();
        return kind(parts[0], numbers, trace).map(kind -> new Target(kind, numbers, Optional.empty()));
    }

    private static Optional<Kind> kind(String name, List<Integer> numbers, Trace trace) {
        boolean pair = numbers.size() == 2;
        return switch (name) {
            case "source" -> which(Kind.SOURCE, !pair && within(numbers.getFirst(), trace.sourceTime()));
            case "target" -> which(Kind.TARGET, !pair && within(numbers.getFirst(), trace.targetTime()));
            case "weight" -> which(Kind.WEIGHT, pair && trace.config().hasAttention() && within(numbers.getFirst(), trace.targetTime())
                    && within(numbers.getLast(), trace.sourceTime()));
            case "unit" -> which(Kind.UNIT, within(numbers.getLast(), trace.config().hiddenSize())
                    && (!pair || within(numbers.getFirst(), trace.config().layers())));
            default -> Optional.empty();
        };
    }

    private static Optional<Kind> which(Kind kind, boolean isThere) {
        return isThere ? Optional.of(kind) : Optional.empty();
    }

    private static boolean within(int number, int most) {
        return number >= 1 && number <= most;
    }
}
