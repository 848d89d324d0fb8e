package seq2see.app.view.hiddenstate;

import java.util.Optional;
import seq2see.app.view.Highlight;
import seq2see.trace.Moment;
import seq2see.trace.Moment.Phase;
import seq2see.trace.Trace;

/**
 * What the hidden-state flow shows.
 *
 * @param values    of the sentence; empty while there is none
 * @param now       the present moment; where there is none, everything is there
 * @param chosen    the cell that is explained
 * @param firstUnit the first unit of the window, from 0
 * @param first     the first source column and the first target column in sight, from 0; {@link #FOLLOW} for where the moment is
 */
record FlowScene(Optional<FlowValues> values, Optional<Moment> now, Highlight highlight, Optional<Cell> chosen, int firstUnit, Columns first) {
    static final int FOLLOW = -1;
    static final FlowScene EMPTY = new FlowScene(Optional.empty(), Optional.empty(), Highlight.NONE, Optional.empty(), 0, new Columns(FOLLOW, FOLLOW));

    /** One number: a strip by the moment at which it is computed, and a unit, from 0. */
    record Cell(Moment strip, int unit) {
    }

    /** First columns in sight. */
    record Columns(int source, int target) {
    }

    static FlowScene of(Trace trace, Optional<Moment> now) {
        return EMPTY.showing(trace, now, Highlight.NONE);
    }

    /** Another sentence or moment. What somebody scrolled to is left when the moment changes; what is chosen stays where it is still there. */
    FlowScene showing(Trace trace, Optional<Moment> newNow, Highlight newHighlight) {
        FlowValues newValues = values.filter(known -> known.trace() == trace).orElseGet(() -> new FlowValues(trace));
        boolean moved = !newNow.equals(now);
        int unit = Math.clamp(firstUnit, 0, Math.max(0, trace.config().hiddenSize() - 1));
        FlowScene shown = new FlowScene(Optional.of(newValues), newNow, newHighlight, chosen, unit, moved ? EMPTY.first : first);
        return shown.choosing(chosen);
    }

    FlowScene choosing(Optional<Cell> cell) {
        Optional<Cell> there = cell.filter(this::isThere);
        return new FlowScene(values, now, highlight, there, firstUnit, first);
    }

    private boolean isThere(Cell cell) {
        return values.filter(known -> cell.strip().timeStep() <= known.timeSteps(cell.strip().phase()) && cell.strip().layer() <= known.config().layers()
                && known.isComputed(cell.strip(), now)
                && known.of(cell.strip()).filter(grid -> cell.unit() >= 0 && cell.unit() < grid.columns()).isPresent()).isPresent();
    }

    FlowScene fromUnit(int unit) {
        return new FlowScene(values, now, highlight, chosen, unit, first);
    }

    FlowScene fromColumn(Phase phase, int column) {
        Columns moved = phase == Phase.ENCODER ? new Columns(column, first.target()) : new Columns(first.source(), column);
        return new FlowScene(values, now, highlight, chosen, firstUnit, moved);
    }

    /** Whether there is something to draw. */
    boolean hasFlow() {
        return values.filter(known -> known.trace().targetTime() > 0).isPresent();
    }

    /** Which part of the flow is drawn large: that of the present moment. */
    Phase focus() {
        return now.map(Moment::phase).filter(phase -> phase == Phase.DECODER).orElse(Phase.ENCODER);
    }

    /** The time step whose cell is opened; 0 for none. */
    int open() {
        return now.map(Moment::timeStep).orElse(0);
    }

    /** The row that is drawn large. */
    FlowRow focusRow() {
        FlowValues known = values.orElseThrow();
        int top = known.config().layers();
        Moment moment = now.orElse(new Moment(Phase.ENCODER, 0, 1, "forward", "hiddenState"));
        int layer = moment.layer() > 0 ? moment.layer() : switch (moment.part()) {
            case "logits", "probabilities", "token", "finalState" -> top;
            default -> 1;
        };
        return new FlowRow(focus(), layer, focus() == Phase.DECODER ? "" : moment.direction().isEmpty() ? "forward" : moment.direction());
    }
}
