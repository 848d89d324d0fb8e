package seq2see.app.view;

import java.util.List;
import java.util.Optional;
import seq2see.tensor.Grid;
import seq2see.trace.Moment;
import seq2see.trace.Trace;

/**
 * What the attention map shows.
 *
 * @param trace       the sentence; empty while there is none
 * @param step        the decoder step that is now, from 1; 0 for none
 * @param chosen      the cell that is pointed at
 * @param firstRow    the first row in sight where they do not all fit, from 0
 * @param firstColumn the first column in sight, from 0
 * @param live        whether there is somebody who can point at a cell
 */
record AttentionScene(Optional<Trace> trace, int step, Optional<Cell> chosen, int firstRow, int firstColumn, boolean live) {
    static final AttentionScene EMPTY = new AttentionScene(Optional.empty(), 0, Optional.empty(), 0, 0, true);

    /** A weight's place, both from 0: the decoder step and the source position. */
    record Cell(int row, int column) {
    }

    static AttentionScene of(Trace trace, int step) {
        return EMPTY.showing(trace, step);
    }

    /** Another sentence or step; the chosen cell stays, where there is one at its place. */
    AttentionScene showing(Trace other, int otherStep) {
        return new AttentionScene(Optional.of(other), otherStep, Optional.empty(), firstRow, firstColumn, live).choosing(chosen);
    }

    AttentionScene choosing(Optional<Cell> cell) {
        Optional<Cell> inside = cell.filter(c -> c.row() >= 0 && c.row() < rows() && c.column() >= 0 && c.column() < columns());
        return new AttentionScene(trace, step, inside, firstRow, firstColumn, live);
    }

    AttentionScene scrolledTo(int row, int column) {
        return new AttentionScene(trace, step, chosen, row, column, live);
    }

    /** For a file: the strongest weight of the present step explained, and in sight where not everything is. */
    static Picture still(Sheet sheet, RenderInput input) {
        if (input.trace().isEmpty()) {
            return AttentionPicture.of(sheet, EMPTY.still());
        }
        int step = input.moment().filter(now -> now.phase() == Moment.Phase.DECODER).map(Moment::timeStep).orElse(0);
        AttentionScene scene = of(input.trace().get(), step).still();
        int row = scene.presentRow();
        if (row < 0) {
            return AttentionPicture.of(sheet, scene);
        }
        Cell strongest = new Cell(row, scene.strongest(row));
        AttentionScene explained = scene.choosing(Optional.of(strongest));
        AttentionLayout layout = AttentionLayout.of(sheet, explained);
        return AttentionPicture.of(sheet, explained.scrolledTo(row - layout.shownRows() / 2, strongest.column() - layout.shownColumns() / 2));
    }

    /** The same for a file, with nobody to point. */
    AttentionScene still() {
        return new AttentionScene(trace, step, chosen, firstRow, firstColumn, false);
    }

    /** Whether a cell is explained, or somebody has to be told how to have one explained. */
    boolean hasDock() {
        return live || chosen.isPresent();
    }

    /** Whether there is a map to draw. */
    boolean hasMap() {
        return trace.filter(shown -> shown.config().hasAttention() && shown.targetTime() > 0).isPresent();
    }

    int rows() {
        return hasMap() ? trace.orElseThrow().targetTime() : 0;
    }

    int columns() {
        return hasMap() ? trace.orElseThrow().sourceTime() : 0;
    }

    /** The row of the step that is now, from 0; −1 for none. */
    int presentRow() {
        return step <= rows() ? step - 1 : -1;
    }

    List<String> sourceTokens() {
        return trace.orElseThrow().source().tokens().stream().map(TokenText::of).toList();
    }

    List<String> targetTokens() {
        return trace.orElseThrow().outputTokens().stream().map(TokenText::of).toList();
    }

    /** (T) the weights of a row. */
    Grid weights(int row) {
        return trace.orElseThrow().decoder().steps().get(row).attentionWeights().orElseThrow();
    }

    /** (T) the scores of a row. */
    Grid scores(int row) {
        return trace.orElseThrow().decoder().steps().get(row).attentionScores().orElseThrow();
    }

    /** The column of a row's largest weight. */
    int strongest(int row) {
        Grid weights = weights(row);
        int best = 0;
        for (int column = 1; column < weights.columns(); column++) {
            if (weights.get(column) > weights.get(best)) {
                best = column;
            }
        }
        return best;
    }
}
