package seq2see.app.view.hiddenstate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.stat.projection.PCA;
import seq2see.tensor.Grid;
import seq2see.trace.Trace;

/**
 * Hidden states in the plane of their two first principal components (Pearson, 1901): the directions, at right angles, along
 * which the top layer's states of all shown sentences vary most.
 *
 * @param paths      the sentence that is looked at first, then the others; empty where there is nothing to tell apart
 * @param explained  the share of the states' variance along each of the two directions
 * @param directions (2, H) of length 1
 */
record StatePlane(List<Path> paths, List<Double> explained, List<List<Double>> directions) {
    static final StatePlane EMPTY = new StatePlane(List.of(), List.of(), List.of());

    StatePlane {
        paths = List.copyOf(paths);
        explained = List.copyOf(explained);
        directions = directions.stream().map(List::copyOf).toList();
    }

    /** A state's place. */
    record Point(double x, double y) {
    }

    /**
     * A sentence's states.
     *
     * @param source the encoder's, read forward, after each source token
     * @param target the decoder's: what it starts from, then after each step
     */
    record Path(Trace trace, List<Point> source, List<Point> target) {
        Path {
            source = List.copyOf(source);
            target = List.copyOf(target);
        }
    }

    /**
     * Finds the plane. Takes tens of milliseconds for a few hundred states of 256 units: not for the toolkit's thread.
     *
     * @param before the plane shown before, so that the directions, which have no sign of their own, are not turned round
     */
    static StatePlane of(List<Trace> traces, StatePlane before) {
        List<double[]> states = new ArrayList<>();
        traces.forEach(trace -> states.addAll(states(trace)));
        boolean finite = states.stream().allMatch(state -> IntStream.range(0, state.length).allMatch(i -> Double.isFinite(state[i])));
        if (states.size() < 3 || states.getFirst().length < 2 || !finite || variance(states) < 1e-12) {
            return EMPTY;
        }
        double[][] all = states.toArray(double[][]::new);
        PCA pca = new PCA(2).fit(all);
        double[][] byUnit = pca.getComponents();
        double[][] components = {column(byUnit, 0), column(byUnit, 1)};
        double[] signs = {sign(components[0], 0, before), sign(components[1], 1, before)};
        double[][] places = pca.transform(all);
        List<Path> paths = new ArrayList<>();
        int next = 0;
        for (Trace trace : traces) {
            int border = next + trace.sourceTime();
            int end = border + trace.targetTime() + 1;
            paths.add(new Path(trace, points(places, next, border, signs), points(places, border, end, signs)));
            next = end;
        }
        double total = variance(states);
        return new StatePlane(paths, List.of(pca.getVariance()[0] / total, pca.getVariance()[1] / total),
                List.of(scaled(components[0], signs[0]), scaled(components[1], signs[1])));
    }

    private static List<double[]> states(Trace trace) {
        int top = trace.config().layers() - 1;
        List<double[]> states = new ArrayList<>();
        trace.encoder().steps().forEach(step -> states.add(numbers(step.layers().get(top).hiddenState())));
        states.add(numbers(trace.decoder().initialState().get(top).hiddenState()));
        trace.decoder().steps().forEach(step -> states.add(numbers(step.layers().get(top).hiddenState())));
        return states;
    }

    private static double[] numbers(Grid grid) {
        return IntStream.range(0, grid.columns()).mapToDouble(grid::get).toArray();
    }

    private static double[] column(double[][] rows, int column) {
        return Stream.of(rows).mapToDouble(row -> row[column]).toArray();
    }

    /** The sum of the units' variances. */
    private static double variance(List<double[]> states) {
        double sum = 0;
        for (int unit = 0; unit < states.getFirst().length; unit++) {
            int at = unit;
            double mean = states.stream().mapToDouble(state -> state[at]).average().orElse(0);
            sum += states.stream().mapToDouble(state -> (state[at] - mean) * (state[at] - mean)).sum() / (states.size() - 1);
        }
        return sum;
    }

    /** As it was before; at first, so that the largest share of the direction is positive. */
    private static double sign(double[] direction, int number, StatePlane before) {
        Optional<List<Double>> known = before.directions().size() > number && before.directions().get(number).size() == direction.length
                ? Optional.of(before.directions().get(number)) : Optional.empty();
        double along = known.map(old -> IntStream.range(0, direction.length).mapToDouble(i -> old.get(i) * direction[i]).sum())
                .orElseGet(() -> IntStream.range(0, direction.length).mapToObj(i -> direction[i]).max((a, b) -> Double.compare(Math.abs(a), Math.abs(b))).orElse(1.0));
        return along < 0 ? -1 : 1;
    }

    private static List<Double> scaled(double[] direction, double sign) {
        return IntStream.range(0, direction.length).mapToObj(i -> sign * direction[i]).toList();
    }

    private static List<Point> points(double[][] places, int from, int to, double[] signs) {
        return IntStream.range(from, to).mapToObj(i -> new Point(signs[0] * places[i][0], signs[1] * places[i][1])).toList();
    }
}
