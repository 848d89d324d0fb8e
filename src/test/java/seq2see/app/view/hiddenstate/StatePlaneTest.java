package seq2see.app.view.hiddenstate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2see.app.HeadlessToolkit;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.ToolkitMeasure;
import seq2see.app.theme.Language;
import seq2see.app.theme.Palette;
import seq2see.app.view.Highlight;
import seq2see.app.view.PictureProof;
import seq2see.app.view.hiddenstate.StatePlane.Point;
import seq2see.model.AttentionType;
import seq2see.model.CellType;
import seq2see.model.ModelConfig;
import seq2see.tensor.Grid;
import seq2see.trace.Moment;
import seq2see.trace.Trace;

class StatePlaneTest {
    private static final ModelConfig GRU = SampleFlows.config(CellType.GRU, 1, false, AttentionType.ADDITIVE, 8);

    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    private static List<Trace> traces(ModelConfig config) {
        return Stream.of("abcd", "dcba", "aab", "bbdd").map(source -> SampleFlows.of(config, source, 5)).toList();
    }

    private static List<Grid> states(List<Trace> traces) {
        int top = traces.getFirst().config().layers() - 1;
        List<Grid> states = new ArrayList<>();
        for (Trace trace : traces) {
            trace.encoder().steps().forEach(step -> states.add(step.layers().get(top).hiddenState()));
            states.add(trace.decoder().initialState().get(top).hiddenState());
            trace.decoder().steps().forEach(step -> states.add(step.layers().get(top).hiddenState()));
        }
        return states;
    }

    private static List<Point> points(StatePlane plane) {
        return plane.paths().stream().flatMap(path -> Stream.concat(path.source().stream(), path.target().stream())).toList();
    }

    /** Of all planes, this one keeps most: no direction at right angles to the first explains more than the second. */
    @ParameterizedTest
    @MethodSource("seq2see.app.view.hiddenstate.SampleFlows#kinds")
    void thePlaceOfAStateIsItsShareOfTheDirectionsAndTheyKeepWhatIsSaid(ModelConfig config) {
        List<Trace> traces = traces(config);
        StatePlane plane = StatePlane.of(traces, StatePlane.EMPTY);
        List<Grid> states = states(traces);
        List<Point> points = points(plane);
        assertEquals(states.size(), points.size());
        int width = states.getFirst().columns();
        double[] mean = IntStream.range(0, width).mapToDouble(unit -> states.stream().mapToDouble(state -> state.get(unit)).average().orElseThrow()).toArray();
        double[] kept = new double[2];
        double total = 0;
        for (int i = 0; i < states.size(); i++) {
            int at = i;
            for (int number = 0; number < 2; number++) {
                List<Double> direction = plane.directions().get(number);
                double place = IntStream.range(0, width).mapToDouble(unit -> (states.get(at).get(unit) - mean[unit]) * direction.get(unit)).sum();
                assertEquals(place, number == 0 ? points.get(i).x() : points.get(i).y(), 1e-6);
                kept[number] += place * place;
            }
            total += IntStream.range(0, width).mapToDouble(unit -> (states.get(at).get(unit) - mean[unit]) * (states.get(at).get(unit) - mean[unit])).sum();
        }
        assertEquals(kept[0] / total, plane.explained().get(0), 1e-6);
        assertEquals(kept[1] / total, plane.explained().get(1), 1e-6);
        assertTrue(plane.explained().get(0) >= plane.explained().get(1));
        // Power iteration finds no direction that explains more than the first.
        assertEquals(largestShare(states, mean, total), plane.explained().get(0), 1e-4);
    }

    private static double largestShare(List<Grid> states, double[] mean, double total) {
        double[] direction = IntStream.range(0, mean.length).mapToDouble(i -> 1 + 0.1 * i).toArray();
        double share = 0;
        for (int round = 0; round < 3000; round++) {
            double[] next = new double[mean.length];
            double kept = 0;
            double length = Math.sqrt(IntStream.range(0, mean.length).mapToDouble(i -> direction[i] * direction[i]).sum());
            for (Grid state : states) {
                double along = IntStream.range(0, mean.length).mapToDouble(i -> (state.get(i) - mean[i]) * direction[i] / length).sum();
                kept += along * along;
                for (int i = 0; i < next.length; i++) {
                    next[i] += along * (state.get(i) - mean[i]);
                }
            }
            share = kept / total;
            System.arraycopy(next, 0, direction, 0, next.length);
        }
        return share;
    }

    @Test
    void thePlaneIsNotTurnedRoundWhileAModelLearns() {
        List<Trace> traces = traces(GRU);
        StatePlane plane = StatePlane.of(traces, StatePlane.EMPTY);
        List<List<Double>> turned = plane.directions().stream().map(direction -> direction.stream().map(share -> -share).toList()).toList();
        StatePlane after = StatePlane.of(traces, new StatePlane(plane.paths(), plane.explained(), turned));
        for (int i = 0; i < points(plane).size(); i++) {
            assertEquals(-points(plane).get(i).x(), points(after).get(i).x(), 1e-9);
            assertEquals(-points(plane).get(i).y(), points(after).get(i).y(), 1e-9);
        }
    }

    @ParameterizedTest
    @MethodSource("seq2see.app.view.hiddenstate.SampleFlows#kinds")
    void nothingIsClippedAndNoTextsTouch(ModelConfig config) {
        HeadlessToolkit.call(() -> {
            List<Trace> traces = traces(config);
            StatePlane plane = StatePlane.of(traces, StatePlane.EMPTY);
            for (Language language : Language.values()) {
                for (double[] size : new double[][] {{500, 260}, {900, 460}, {1800, 900}}) {
                    Sheet sheet = new Sheet(size[0], size[1], Palette.DARK, language, new ToolkitMeasure());
                    for (String moment : List.of("encoder.2.layer1.forward.hiddenState", "decoder.2.token", "encoder.finalState")) {
                        PlaneScene scene = PlaneScene.EMPTY.showing(plane, Optional.of(Moment.parse(moment)), Highlight.NONE);
                        PictureProof.prove(PlanePicture.of(sheet, scene), sheet.measure());
                    }
                }
            }
            return null;
        });
    }

    @Test
    void statesThatAreNotComputedAreAhead() throws Exception {
        StatePlane plane = StatePlane.of(traces(GRU), StatePlane.EMPTY);
        PlaneScene scene = PlaneScene.EMPTY.showing(plane, Optional.of(Moment.parse("encoder.3.layer1.forward.updateGate")), Highlight.NONE);
        assertEquals(Optional.of(new PlaneScene.State(Moment.Phase.ENCODER, 2)), scene.present());
        scene = scene.showing(plane, Optional.of(Moment.parse("encoder.3.layer1.forward.hiddenState")), Highlight.NONE);
        assertEquals(Optional.of(new PlaneScene.State(Moment.Phase.ENCODER, 3)), scene.present());
        scene = scene.showing(plane, Optional.of(Moment.parse("encoder.finalState")), Highlight.NONE);
        assertEquals(Optional.of(new PlaneScene.State(Moment.Phase.DECODER, 0)), scene.present());
    }

    @Test
    void whereNothingDiffersThereIsNoPlane() {
        assertEquals(StatePlane.EMPTY, StatePlane.of(List.of(SampleFlows.of(SampleFlows.config(CellType.RNN, 1, false, AttentionType.NONE, 1), "a", 1)), StatePlane.EMPTY));
    }
}
