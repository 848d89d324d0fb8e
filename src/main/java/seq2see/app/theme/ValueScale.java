package seq2see.app.theme;

import java.util.List;

/**
 * Colours for values: stops at equal distances, linear in sRGB between them. Values outside are clamped.
 *
 * @param low  the value of the first stop
 * @param high the value of the last stop
 */
public record ValueScale(double low, double high, List<Rgb> stops) {
    public ValueScale {
        stops = List.copyOf(stops);
    }

    static ValueScale of(double low, double high, String... hexes) {
        return new ValueScale(low, high, List.of(hexes).stream().map(Rgb::of).toList());
    }

    /** The colour of a value; one that is not a number has the colour of the lowest magnitude. */
    public Rgb at(double value) {
        double known = Double.isNaN(value) ? 0 : value;
        double part = (Math.clamp(known, low, high) - low) / (high - low) * (stops.size() - 1);
        int below = Math.min((int) part, stops.size() - 2);
        return stops.get(below).towards(stops.get(below + 1), part - below);
    }
}
