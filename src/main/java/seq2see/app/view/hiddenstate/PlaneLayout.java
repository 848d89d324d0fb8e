package seq2see.app.view.hiddenstate;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import seq2see.app.drawing.Area;
import seq2see.app.drawing.Sheet;
import seq2see.app.view.hiddenstate.PlaneScene.State;
import seq2see.app.view.hiddenstate.StatePlane.Point;
import seq2see.trace.Moment.Phase;

/**
 * Where states stand on the sheet: both directions in one scale, since distances are what is looked at.
 *
 * @param plot  the plane's place
 * @param unit  pixels a unit of a state
 * @param middle the point in the middle of the plot
 */
record PlaneLayout(Area plot, double unit, Point middle) {
    static final double TOP = 56;
    static final double BOTTOM = 34;
    static final double LEFT = 34;
    private static final double MARGIN = 34;
    private static final double REACH = 12;

    static PlaneLayout of(Sheet sheet, PlaneScene scene) {
        Area plot = new Area(LEFT, TOP, Math.max(40, sheet.width() - LEFT - 8), Math.max(40, sheet.height() - TOP - BOTTOM));
        double[] xs = points(scene).mapToDouble(Point::x).sorted().toArray();
        double[] ys = points(scene).mapToDouble(Point::y).sorted().toArray();
        double wide = Math.max(1e-9, xs[xs.length - 1] - xs[0]);
        double high = Math.max(1e-9, ys[ys.length - 1] - ys[0]);
        double unit = Math.min((plot.width() - 2 * MARGIN) / wide, (plot.height() - 2 * MARGIN) / high);
        return new PlaneLayout(plot, unit, new Point((xs[0] + xs[xs.length - 1]) / 2, (ys[0] + ys[ys.length - 1]) / 2));
    }

    private static Stream<Point> points(PlaneScene scene) {
        return scene.plane().paths().stream().flatMap(path -> Stream.concat(path.source().stream(), path.target().stream()));
    }

    double x(Point point) {
        return plot.middleX() + (point.x() - middle.x()) * unit;
    }

    double y(Point point) {
        return plot.middleY() - (point.y() - middle.y()) * unit;
    }

    /** The nearest state of the sentence that is looked at. */
    Optional<State> stateAt(PlaneScene scene, double x, double y) {
        return Stream.concat(IntStream.rangeClosed(1, scene.last(Phase.ENCODER)).mapToObj(time -> new State(Phase.ENCODER, time)),
                        IntStream.rangeClosed(0, scene.last(Phase.DECODER)).mapToObj(time -> new State(Phase.DECODER, time)))
                .filter(state -> distance(scene.point(state), x, y) <= REACH)
                .min(Comparator.comparingDouble(state -> distance(scene.point(state), x, y)));
    }

    private double distance(Point point, double x, double y) {
        return Math.hypot(x(point) - x, y(point) - y);
    }
}
