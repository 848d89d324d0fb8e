package seq2see.app.view.hiddenstate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import seq2see.app.drawing.CsvTable;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.theme.Appearance;
import seq2see.app.view.Highlight;
import seq2see.app.view.PictureCanvas;
import seq2see.app.view.Pointer;
import seq2see.app.view.Pointing;
import seq2see.app.view.View;
import seq2see.app.view.hiddenstate.PlaneScene.State;
import seq2see.app.view.hiddenstate.StatePlane.Path;
import seq2see.app.view.hiddenstate.StatePlane.Point;
import seq2see.trace.Moment;
import seq2see.trace.Moment.Phase;
import seq2see.trace.Trace;

/**
 * The hidden states of sentences as paths in a plane. The plane is found on a thread of its own, one at a time, so that neither
 * the window nor the training waits for it. Pointing at a state, or the arrow keys, explain it.
 */
public final class StatePlaneView extends View {
    private static final ExecutorService FINDER = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("state plane").factory());

    private final PictureCanvas canvas;
    private final Pointer pointer;
    private PlaneScene scene = PlaneScene.EMPTY;
    private List<Trace> wanted = List.of();
    private List<Trace> found = List.of();
    private boolean finding;

    /** @param pointer hears which token is pointed at */
    public StatePlaneView(Appearance appearance, Pointer pointer) {
        this.pointer = pointer;
        canvas = new PictureCanvas(appearance, sheet -> PlanePicture.of(sheet, scene));
        canvas.growBeyond(1160, 560);
        canvas.setFocusTraversable(true);
        canvas.setOnMousePressed(pressed -> canvas.requestFocus());
        canvas.setOnMouseMoved(this::pointAt);
        canvas.setOnMouseExited(left -> choose(Optional.empty()));
        canvas.setOnKeyPressed(this::move);
    }

    @Override
    public String name() {
        return "state-plane";
    }

    @Override
    public Node node() {
        return canvas;
    }

    /** Leaves so much of the picture's top right corner to others, in pixels at scale 1. */
    public void leaveCorner(double width) {
        canvas.setCorner(width);
    }

    /** Shows a sentence at a moment, and others beside it. */
    public void show(Trace trace, List<Trace> others, Optional<Moment> now, Highlight highlight) {
        wanted = new ArrayList<>(List.of(trace));
        wanted.addAll(others);
        change(scene.showing(scene.plane(), now, highlight));
        find();
    }

    /** Shows that there is no sentence yet. */
    public void clear() {
        wanted = List.of();
        found = List.of();
        change(PlaneScene.EMPTY);
    }

    private void find() {
        boolean known = wanted.size() == found.size();
        for (int i = 0; known && i < wanted.size(); i++) {
            known = wanted.get(i) == found.get(i);
        }
        if (finding || known || wanted.isEmpty()) {
            return;
        }
        finding = true;
        List<Trace> traces = wanted;
        StatePlane before = scene.plane();
        FINDER.execute(() -> {
            StatePlane plane = StatePlane.of(traces, before);
            Platform.runLater(() -> take(traces, plane));
        });
    }

    private void take(List<Trace> traces, StatePlane plane) {
        finding = false;
        if (wanted.isEmpty()) {
            return;
        }
        found = traces;
        change(scene.showing(plane, scene.now(), scene.highlight()));
        find();
    }

    private void change(PlaneScene newScene) {
        if (!newScene.equals(scene)) {
            scene = newScene;
            canvas.redraw();
        }
    }

    @Override
    public String csv() {
        CsvTable table = new CsvTable("sentence", "phase", "time_step", "component_1", "component_2");
        for (int sentence = 0; sentence < scene.plane().paths().size(); sentence++) {
            Path path = scene.plane().paths().get(sentence);
            rows(table, sentence + 1, "encoder", path.source(), 1);
            rows(table, sentence + 1, "decoder", path.target(), 0);
        }
        return table.toString();
    }

    private static void rows(CsvTable table, int sentence, String phase, List<Point> points, int first) {
        for (int i = 0; i < points.size(); i++) {
            table.row(sentence, phase, first + i, points.get(i).x(), points.get(i).y());
        }
    }

    @Override
    protected Picture draw(Sheet sheet) {
        return PlanePicture.of(sheet, scene);
    }

    @Override
    protected Sheet sheet() {
        return canvas.sheet();
    }

    private void pointAt(MouseEvent moved) {
        if (scene.hasPlane()) {
            choose(PlaneLayout.of(canvas.sheet(), scene).stateAt(scene, moved.getX() / canvas.scale(), moved.getY() / canvas.scale()));
        }
    }

    private void choose(Optional<State> state) {
        if (!state.equals(scene.chosen())) {
            change(scene.choosing(state));
            pointer.point(state.filter(chosen -> chosen.timeStep() > 0).map(chosen -> chosen.phase() == Phase.ENCODER
                    ? Pointing.source(chosen.timeStep()) : Pointing.target(chosen.timeStep())).orElse(Pointing.NONE));
        }
    }

    /** Left and right go along the sentence, from its first source token to its last decoder step. */
    private void move(KeyEvent pressed) {
        int step = switch (pressed.getCode()) {
            case LEFT, UP -> -1;
            case RIGHT, DOWN -> 1;
            default -> 0;
        };
        if (step == 0 || !scene.hasPlane()) {
            return;
        }
        pressed.consume();
        int sources = scene.last(Phase.ENCODER);
        int index = scene.chosen().map(state -> (state.phase() == Phase.ENCODER ? state.timeStep() - 1 : sources + state.timeStep()) + step)
                .orElseGet(() -> scene.present().map(state -> state.phase() == Phase.ENCODER ? state.timeStep() - 1 : sources + state.timeStep()).orElse(0));
        int held = Math.clamp(index, 0, sources + scene.last(Phase.DECODER));
        choose(Optional.of(held < sources ? new State(Phase.ENCODER, held + 1) : new State(Phase.DECODER, held - sources)));
    }
}
