package seq2see.app.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import seq2see.app.theme.Numbers;

/**
 * The span of a chart's axis and the values that are named on it. Spans are chosen from few, so that an axis grows in steps and
 * does not creep while numbers arrive.
 */
public record ChartTicks(double low, double high, List<Tick> ticks) {
    public record Tick(double value, String label) {
    }

    private static final double LARGE = 1e6;
    private static final double SMALL = 1e-4;

    public ChartTicks {
        ticks = List.copyOf(ticks);
    }

    /** From 0 to a round number at or above {@code largest}, but not above {@code limit} as long as it holds the largest. */
    public static ChartTicks linear(double largest, double limit, int mostTicks) {
        double high = Math.max(Math.min(roundedUp(largest, 1, 1.5, 2, 3, 4, 5, 6, 8), limit), largest);
        double unit = roundedUp(high / mostTicks, 1, 2, 5);
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i * unit <= high * (1 + 1e-9); i++) {
            ticks.add(new Tick(i * unit, label(i * unit, Math.max(0, (int) -Math.floor(Math.log10(unit))))));
        }
        return new ChartTicks(0, high, ticks);
    }

    /** From one value to another, with the round numbers between them named. */
    public static ChartTicks between(double low, double high, int mostTicks) {
        double unit = Math.max(1, roundedUp((high - low) / mostTicks, 1, 2, 5));
        List<Tick> ticks = new ArrayList<>();
        for (double at = Math.ceil(low / unit) * unit; at <= high; at += unit) {
            ticks.add(new Tick(at, label(at, 0)));
        }
        return new ChartTicks(low, high, ticks);
    }

    /** For a logarithmic axis, around two positive values; named are powers of ten and, where there is room, threes of them. */
    public static ChartTicks logarithmic(double smallest, double largest, int mostTicks) {
        double high = roundedUp(largest, 1, 1.5, 2, 3, 4, 5, 7);
        double low = Math.min(1 / roundedUp(1 / smallest, 1, 1.5, 2, 3, 4, 5, 7), high / 10);
        int first = (int) Math.ceil(halfDecades(low) - 1e-9);
        int last = (int) Math.floor(halfDecades(high) + 1e-9);
        int stride = Math.ceilDiv(last - first + 1, mostTicks);
        // Where not every one can be named, whole powers of ten are.
        int even = stride > 1 ? stride + stride % 2 : 1;
        List<Tick> ticks = IntStream.rangeClosed(first, last).filter(half -> Math.floorMod(half, even) == 0)
                .mapToDouble(ChartTicks::atHalfDecade).mapToObj(value -> new Tick(value, label(value, Math.max(0, (int) -Math.floor(Math.log10(value) + 1e-9))))).toList();
        return new ChartTicks(low, high, ticks);
    }

    /** Where a value lies among … 0.3, 1, 3, 10 …, which count by one; between them by the logarithm. */
    private static double halfDecades(double value) {
        int decade = (int) Math.floor(Math.log10(value) + 1e-9);
        double lead = value / Math.pow(10, decade);
        double three = Math.log10(3);
        double part = Math.log10(Math.max(1, lead));
        return 2 * decade + (part <= three ? part / three : 1 + (part - three) / (1 - three));
    }

    private static double atHalfDecade(int half) {
        return Math.pow(10, Math.floorDiv(half, 2)) * (Math.floorMod(half, 2) == 0 ? 1 : 3);
    }

    /** The smallest of the leads times a power of ten that reaches the value. */
    private static double roundedUp(double value, double... leads) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double lead : leads) {
            if (lead * power >= value * (1 - 1e-9)) {
                return lead * power;
            }
        }
        return 10 * power;
    }

    /** Large values, such as those of a training that diverges, are short too; no digit that tells two apart is left out. */
    private static String label(double value, int decimals) {
        if (value == 0 || value >= SMALL * 0.999 && value < LARGE) {
            return Numbers.fixed(value, decimals);
        }
        double lead = value / Math.pow(10, Math.floor(Math.log10(value) + 1e-9));
        return Numbers.scientific(value, Math.abs(lead - Math.rint(lead)) < 1e-6 ? 1 : 2);
    }
}
