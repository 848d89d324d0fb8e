package seq2see.app.lesson;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import seq2see.trace.GradientNorms;

/** How much of the sentence's loss arrives at each source token, ‖∂loss/∂h_t‖: {@code gradient.3}, {@code gradient.ratio}. */
public record GradientFacts(GradientNorms norms) implements FactSource {
    private static final String LEADING = "gradient.";

    @Override
    public OptionalDouble number(String address) {
        return address.startsWith(LEADING) ? number(DoubleStream.of(norms.bySourceStep()).boxed().toList(), address.substring(LEADING.length())) : OptionalDouble.empty();
    }

    /** @param which a position from 1, {@code first}, {@code last}, or {@code ratio}: the first by the last */
    static OptionalDouble number(List<Double> norms, String which) {
        if (norms.isEmpty()) {
            return OptionalDouble.empty();
        }
        double number = switch (which) {
            case "first" -> norms.getFirst();
            case "last" -> norms.getLast();
            case "ratio" -> norms.getFirst() / norms.getLast();
            default -> which.matches("\\d{1,4}") && Integer.parseInt(which) >= 1 && Integer.parseInt(which) <= norms.size()
                    ? norms.get(Integer.parseInt(which) - 1) : Double.NaN;
        };
        return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    }
}
