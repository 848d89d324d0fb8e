package seq2see.app.view.hiddenstate;

import java.util.Optional;
import seq2see.app.view.Highlight;
import seq2see.trace.Moment;
import seq2see.trace.Moment.Phase;

/**
 * What the plane of hidden states shows.
 *
 * @param now    the present moment; where there is none, all states are there
 * @param chosen the state of the first path that is explained
 */
record PlaneScene(StatePlane plane, Optional<Moment> now, Highlight highlight, Optional<State> chosen) {
    static final PlaneScene EMPTY = new PlaneScene(StatePlane.EMPTY, Optional.empty(), Highlight.NONE, Optional.empty());

    /** A state of the sentence that is looked at: after a source token, from 1, or after a decoder step; before the first is step 0. */
    record State(Phase phase, int timeStep) {
    }

    PlaneScene showing(StatePlane newPlane, Optional<Moment> newNow, Highlight newHighlight) {
        return new PlaneScene(newPlane, newNow, newHighlight, chosen).choosing(chosen);
    }

    PlaneScene choosing(Optional<State> state) {
        return new PlaneScene(plane, now, highlight, state.filter(this::isThere));
    }

    private boolean isThere(State state) {
        return hasPlane() && state.timeStep() >= (state.phase() == Phase.DECODER ? 0 : 1) && state.timeStep() <= last(state.phase());
    }

    boolean hasPlane() {
        return !plane.paths().isEmpty();
    }

    /** The sentence that is looked at. */
    StatePlane.Path path() {
        return plane.paths().getFirst();
    }

    int last(Phase phase) {
        return phase == Phase.ENCODER ? path().source().size() : path().target().size() - 1;
    }

    StatePlane.Point point(State state) {
        return state.phase() == Phase.ENCODER ? path().source().get(state.timeStep() - 1) : path().target().get(state.timeStep());
    }

    /** Whether the present moment has computed a state; the top layer's comes last of its time step. */
    boolean isComputed(State state) {
        return now.map(moment -> state.phase() == Phase.ENCODER ? moment.phase() == Phase.DECODER || moment.timeStep() == 0 || isBefore(state, moment)
                : moment.phase() == Phase.DECODER ? isBefore(state, moment) : state.timeStep() == 0 && moment.part().equals("finalState")).orElse(true);
    }

    private boolean isBefore(State state, Moment moment) {
        int layers = path().trace().config().layers();
        boolean same = state.timeStep() == moment.timeStep() && (moment.part().equals("hiddenState") && moment.layer() == layers
                || moment.layer() == 0 && (moment.part().equals("logits") || moment.part().equals("probabilities") || moment.part().equals("token")));
        boolean otherRun = path().trace().config().bidirectional() && moment.phase() == Phase.ENCODER
                && (moment.direction().equals("backward") || moment.layer() < layers);
        if (otherRun) {
            return moment.direction().equals("backward") && moment.layer() == layers;
        }
        return state.timeStep() < moment.timeStep() || same;
    }

    /** The state that the present moment computes, or computed last; empty before there is one. */
    Optional<State> present() {
        if (now.isEmpty() || !hasPlane()) {
            return Optional.empty();
        }
        Phase phase = now.get().phase() == Phase.DECODER || now.get().part().equals("finalState") ? Phase.DECODER : Phase.ENCODER;
        for (int time = last(phase); time >= (phase == Phase.DECODER ? 0 : 1); time--) {
            if (isComputed(new State(phase, time))) {
                return Optional.of(new State(phase, time));
            }
        }
        return Optional.empty();
    }
}
