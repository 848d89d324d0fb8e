package seq2see.app.view.search;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import seq2see.app.theme.Appearance;
import seq2see.app.theme.Fonts;
import seq2see.app.view.SampleScenes;
import seq2see.corpus.InputException;
import seq2see.search.ProbabilityTable;

/**
 * Measures how smoothly a search tree of more than 4,000 nodes is moved over, at every zoom, drawn by software: 10 hypotheses
 * in 52 decoder steps, each with its 8 candidates. Run by {@code ./mvnw -q test-compile exec:exec@tree-benchmark}. It prints
 * for each zoom how many frames a second were drawn, as many as could be, and the milliseconds from one to the next. Where the
 * whole tree is in sight there is nothing to move over: there it is zoomed forth and back, which lays it out anew each time.
 */
public final class TreeBenchmark {
    /** How many steps of zooming in from all of it. */
    private static final List<Integer> STEPS = List.of(0, 2, 4, 6, 8, 9, 11, 15);
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    private TreeBenchmark() {
    }

    public static void main(String[] arguments) {
        Application.launch(Measured.class, arguments);
    }

    /** Outputs hardly ever end, and no token is much more probable than the next. */
    private static SearchScene tree() throws InputException {
        List<String> tokens = Stream.concat(IntStream.rangeClosed(1, 7).mapToObj(i -> "token" + i), Stream.of(ProbabilityTable.END)).toList();
        List<Double> row = List.of(0.17, 0.16, 0.15, 0.14, 0.13, 0.12, 0.1299, 0.0001);
        return SampleScenes.of(new ProbabilityTable("large", tokens, Map.of(), Optional.of(row)), 10, 52, 0.75);
    }

    /** One window with the tree alone. */
    public static final class Measured extends Application {
        private BeamTreeView view;

        @Override
        public void start(Stage stage) throws InputException {
            Fonts.load();
            view = new BeamTreeView(new Appearance(), prefix -> { });
            SearchScene scene = tree();
            view.show(scene);
            stage.setScene(new Scene((Parent) view.node(), WIDTH, HEIGHT));
            stage.show();
            Node canvas = stage.getScene().lookup("#beam-tree");
            BeamTreeLayout layout = BeamTreeLayout.of(view.sheet(), scene);
            System.out.println("nodes " + layout.all().count());
            new Pan(canvas, BeamTreePicture.fitting(BeamTreePicture.window(view.sheet(), scene), layout)).start();
        }

        /** Moves forth and back at one zoom after the other, a step a pulse. */
        private static final class Pan extends AnimationTimer {
            private static final int WARM_UP = 150;
            private static final int MEASURED = 300;
            private final Queue<Integer> left = new ArrayDeque<>(STEPS);
            private final Node canvas;
            private final double[] millis = new double[MEASURED];
            private final double whole;
            private int pulse = -1;
            private long before;

            /** @param whole the zoom at which all of it is in sight */
            Pan(Node canvas, double whole) {
                this.canvas = canvas;
                this.whole = whole;
            }

            @Override
            public void handle(long now) {
                if (left.isEmpty()) {
                    stop();
                    Platform.exit();
                    return;
                }
                if (pulse < 0) {
                    zoom(left.peek());
                }
                long time = System.nanoTime();
                if (pulse >= WARM_UP) {
                    millis[pulse - WARM_UP] = (time - before) / 1e6;
                }
                before = time;
                pulse++;
                if (pulse == WARM_UP + MEASURED) {
                    report();
                } else if (left.peek() == 0) {
                    turn(0, pulse % 2 == 0 ? 40 : -40, true);
                } else {
                    turn(pulse % 120 < 60 ? -23 : 23, pulse % 80 < 40 ? -17 : 17, false);
                }
            }

            private void zoom(int steps) {
                key(KeyCode.DIGIT0);
                for (int step = 0; step < steps; step++) {
                    turn(0, 40, true);
                }
            }

            private void key(KeyCode code) {
                Event.fireEvent(canvas, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
            }

            private void turn(double x, double y, boolean control) {
                EventType<ScrollEvent> type = ScrollEvent.SCROLL;
                Event.fireEvent(canvas, new ScrollEvent(type, WIDTH / 2.0, HEIGHT / 2.0, WIDTH / 2.0, HEIGHT / 2.0, false, control, false, false, false, false,
                        x, y, x, y, ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
            }

            private void report() {
                double[] sorted = Arrays.stream(millis).sorted().toArray();
                double mean = Arrays.stream(millis).average().orElseThrow();
                System.out.printf(Locale.ROOT, "tree zoom %.2f frames_a_second %.0f median_ms %.1f p95_ms %.1f largest_ms %.1f%n", Math.min(BeamTreeSight.MOST_ZOOM, whole * Math.pow(1.2, left.poll())), 1000 / mean,
                        sorted[MEASURED / 2], sorted[(int) (MEASURED * 0.95)], sorted[MEASURED - 1]);
                pulse = -1;
            }
        }
    }
}
