package seq2see.training;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/** Tokens and steps a second over the last second or so of training; the time that is spent paused does not count. */
final class SpeedGauge {
    private static final long WINDOW_NANOS = 1_500_000_000;

    /** One step: how long it took and how many tokens it read. */
    private record Measured(long nanos, int tokens) {
    }

    private final Deque<Measured> recent = new ArrayDeque<>();
    private long nanos;
    private long tokens;

    void add(long stepNanos, int stepTokens) {
        recent.addLast(new Measured(stepNanos, stepTokens));
        nanos += stepNanos;
        tokens += stepTokens;
        while (nanos > WINDOW_NANOS && recent.size() > 1) {
            Measured oldest = recent.removeFirst();
            nanos -= oldest.nanos;
            tokens -= oldest.tokens;
        }
    }

    OptionalDouble tokensPerSecond() {
        return nanos == 0 ? OptionalDouble.empty() : OptionalDouble.of(tokens * 1e9 / nanos);
    }

    OptionalDouble secondsFor(long steps) {
        return recent.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(steps * (nanos / 1e9) / recent.size());
    }
}
