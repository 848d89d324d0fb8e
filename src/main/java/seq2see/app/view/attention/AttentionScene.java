package seq2see.app.view.attention;

import java.util.List;
import java.util.Optional;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.TokenText;
import seq2see.app.view.RenderInput;
import seq2see.tensor.Grid;
import seq2see.trace.Moment;
import seq2see.trace.PaddedAttention;
import seq2see.trace.Trace;

/**
 * What the attention view shows.
 *
 * @param trace       the sentence; empty while there is none
 * @param padding     the same sentence in a batch beside a longer one, where that is to be seen
 * @param mode        how
 * @param allSteps    whether ribbons are drawn for all decoder steps, and not for the present one alone
 * @param step        the decoder step that is now, from 1; 0 for none
 * @param pointed     what is pointed at
 * @param firstRow    the first row in sight where they do not all fit, from 0
 * @param firstColumn the first column in sight, from 0
 * @param live        whether there is somebody who can point at a cell
 */
public record AttentionScene(Optional<Trace> trace, Optional<PaddedAttention> padding, AttentionMode mode, boolean allSteps, int step,
                      Cell pointed, int firstRow, int firstColumn, boolean live) {
    static final AttentionScene EMPTY =
            new AttentionScene(Optional.empty(), Optional.empty(), AttentionMode.MAP, true, 0, Cell.NONE, 0, 0, true);

    /** A weight's place: the decoder step and the source position, both from 0; −1 where a whole column or row is meant. */
    record Cell(int row, int column) {
        static final Cell NONE = new Cell(-1, -1);

        boolean isWhole() {
            return row >= 0 && column >= 0;
        }
    }

    static AttentionScene of(Trace trace, int step) {
        return EMPTY.showing(trace, step);
    }

    /** Another sentence or step; what is pointed at stays, where there is something at its place. */
    AttentionScene showing(Trace other, int otherStep) {
        return new AttentionScene(Optional.of(other), Optional.empty(), mode, allSteps, otherStep, Cell.NONE, firstRow, firstColumn, live)
                .pointing(pointed);
    }

    /** In a batch, where the padded weights are those of the same sentence. */
    AttentionScene padded(Optional<PaddedAttention> other) {
        Optional<PaddedAttention> fitting = other.filter(padded -> trace.filter(shown -> shown.sourceTime() == padded.validLength()
                && shown.targetTime() == padded.weights().rows()).isPresent());
        return new AttentionScene(trace, fitting, mode, allSteps, step, pointed, firstRow, firstColumn, live);
    }

    AttentionScene in(AttentionMode other) {
        return new AttentionScene(trace, padding, other, allSteps, step, pointed, firstRow, firstColumn, live);
    }

    AttentionScene withAllSteps(boolean all) {
        return new AttentionScene(trace, padding, mode, all, step, pointed, firstRow, firstColumn, live);
    }

    AttentionScene pointing(Cell cell) {
        Cell inside = new Cell(cell.row() < rows() ? cell.row() : -1, cell.column() < columns() ? cell.column() : -1);
        return new AttentionScene(trace, padding, mode, allSteps, step, inside, firstRow, firstColumn, live);
    }

    AttentionScene choosing(Optional<Cell> cell) {
        return pointing(cell.filter(Cell::isWhole).orElse(Cell.NONE));
    }

    AttentionScene scrolledTo(int row, int column) {
        return new AttentionScene(trace, padding, mode, allSteps, step, pointed, row, column, live);
    }

    /** For a file: the strongest weight of the present step explained, and in sight where not everything is. */
    public static Picture still(Sheet sheet, RenderInput input, AttentionMode mode) {
        if (input.trace().isEmpty()) {
            return AttentionPicture.of(sheet, EMPTY.still());
        }
        int step = input.moment().filter(now -> now.phase() == Moment.Phase.DECODER).map(Moment::timeStep).orElse(0);
        AttentionScene scene = of(input.trace().get(), step).in(mode).still();
        int row = scene.presentRow();
        if (row < 0) {
            return AttentionPicture.of(sheet, scene);
        }
        if (mode == AttentionMode.RIBBONS) {
            return AttentionPicture.of(sheet, scene.withAllSteps(false).scrolledTo(RibbonLayout.of(sheet, scene).lineOf(row), 0));
        }
        Cell strongest = new Cell(row, scene.strongest(row));
        AttentionScene explained = scene.choosing(Optional.of(strongest));
        AttentionLayout layout = AttentionLayout.of(sheet, explained);
        return AttentionPicture.of(sheet, explained.scrolledTo(row - layout.shownRows() / 2, strongest.column() - layout.shownColumns() / 2));
    }

    /** The same for a file, with nobody to point. */
    AttentionScene still() {
        return new AttentionScene(trace, padding, mode, allSteps, step, pointed, firstRow, firstColumn, false);
    }

    /** The cell that is pointed at. */
    Optional<Cell> chosen() {
        return Optional.of(pointed).filter(cell -> cell.isWhole() && cell.row() < rows() && cell.column() < columns());
    }

    /** Whether something is explained, or somebody has to be told how to have it explained. */
    boolean hasDock() {
        return live || !pointed.equals(Cell.NONE);
    }

    /** Whether there are weights to draw. */
    boolean hasMap() {
        return trace.filter(shown -> shown.config().hasAttention() && shown.targetTime() > 0).isPresent();
    }

    int rows() {
        return hasMap() ? trace.orElseThrow().targetTime() : 0;
    }

    int columns() {
        return hasMap() ? padding.map(padded -> padded.tokens().size()).orElseGet(() -> trace.orElseThrow().sourceTime()) : 0;
    }

    /** Whether a column is behind the sentence's end. */
    boolean isPadding(int column) {
        return column >= trace.orElseThrow().sourceTime();
    }

    /** The row of the step that is now, from 0; −1 for none. */
    int presentRow() {
        return step <= rows() ? step - 1 : -1;
    }

    /** Whether the ribbons of all steps are drawn: also where there is no present one. */
    boolean drawsAllSteps() {
        return allSteps || presentRow() < 0;
    }

    /** The cell whose sum is shown: the one pointed at, else the strongest of the row, else of the present or first step. */
    Cell summed() {
        int row = pointed.row() >= 0 ? pointed.row() : Math.max(0, presentRow());
        int column = pointed.column() >= 0 && !isPadding(pointed.column()) ? pointed.column() : strongest(row);
        return new Cell(row, column);
    }

    List<String> sourceTokens() {
        List<String> tokens = padding.map(PaddedAttention::tokens).orElseGet(() -> trace.orElseThrow().source().tokens());
        return tokens.stream().map(TokenText::of).toList();
    }

    List<String> targetTokens() {
        return trace.orElseThrow().outputTokens().stream().map(TokenText::of).toList();
    }

    /** The weight at a place: of the sentence in its batch where that is shown. */
    float weight(int row, int column) {
        return padding.isPresent() ? padding.get().weights().get(row, column) : weights(row).get(column);
    }

    /** (T) the weights of a row, as the sentence alone has them. */
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
