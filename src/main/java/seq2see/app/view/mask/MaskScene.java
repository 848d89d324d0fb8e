package seq2see.app.view.mask;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import seq2see.app.view.Highlight;
import seq2see.app.view.Pointing;
import seq2see.tensor.Axis;
import seq2see.tensor.PaddingMask;
import seq2see.training.BatchLosses;

/**
 * What the mask view shows.
 *
 * @param shown       what is masked
 * @param phase       how far it has come
 * @param highlight   what is lit: {@code row} counts the sentences of the mask, then those of the losses where these are others
 * @param motion      how far the copies have slid, 0 to 1
 * @param firstColumn the first position in sight where they do not all fit
 */
record MaskScene(MaskShown shown, Phase phase, Highlight highlight, double motion, int firstColumn) {
    /** The parts of the moments of a mask, in order. */
    enum Phase {
        LENGTHS, BROADCAST, COMPARE, LOSS;

        static Phase of(String part) {
            return valueOf(part.toUpperCase(Locale.ROOT));
        }

        boolean reached(Phase other) {
            return compareTo(other) >= 0;
        }
    }

    /** A position of a sentence, both from 0. @param ofLosses whether it is one of the losses' table */
    record Cell(boolean ofLosses, int row, int column) {
    }

    /** The labelled batch of two sentences: [A, B, C] and [D, pad, pad], predicted as [A, B, F] and [D, Z, X]. */
    static final BatchLosses WORKED_LOSSES = new BatchLosses(0, List.of(
            new BatchLosses.Sentence(List.of("A", "B", "C"), List.of("A", "B", "F"), List.of(0.1, 0.1, 2.5), 3),
            new BatchLosses.Sentence(List.of("D", "<pad>", "<pad>"), List.of("D", "Z", "X"), List.of(0.1, 5.0, 6.2), 1)));

    static final MaskScene FIRST = of(MaskShown.worked(3, List.of(1, 2), PaddingMask.Layout.COLUMN), Phase.LENGTHS);

    static MaskScene of(MaskShown shown, Phase phase) {
        return new MaskScene(shown, phase, Highlight.NONE, 1, 0);
    }

    MaskScene lit(Highlight other) {
        return new MaskScene(shown, phase, other, motion, firstColumn);
    }

    MaskScene moved(double part) {
        return new MaskScene(shown, phase, highlight, part, firstColumn);
    }

    MaskScene scrolledTo(int column) {
        return new MaskScene(shown, phase, highlight, motion, column);
    }

    PaddingMask mask() {
        return shown.mask();
    }

    Optional<BatchLosses> losses() {
        return shown.losses();
    }

    boolean ofCorpus() {
        return shown.ofCorpus();
    }

    /** The axis of positions: target time for a measured batch, else source time. */
    Axis time() {
        return ofCorpus() ? Axis.TARGET_TIME : Axis.SOURCE_TIME;
    }

    /** The position that is pointed at, or else the one that is pinned. */
    Optional<Cell> chosen() {
        return cell(highlight.hovered()).or(() -> cell(highlight.pinned()));
    }

    private Optional<Cell> cell(Pointing pointing) {
        int row = pointing.row() - 1;
        int column = pointing.column() - 1;
        int sentences = mask().sentences();
        if (row < 0 || column < 0) {
            return Optional.empty();
        }
        if (row < sentences) {
            return mask().shape().isPresent() && row < mask().rows() && column < mask().columns() ? Optional.of(new Cell(false, row, column)) : Optional.empty();
        }
        boolean known = losses().filter(batch -> row - sentences < batch.sentences().size() && column < batch.targetTime()).isPresent();
        return known ? Optional.of(new Cell(true, row - sentences, column)) : Optional.empty();
    }

    Pointing pointing(Cell cell) {
        return Pointing.cell(cell.row() + 1 + (cell.ofLosses() ? mask().sentences() : 0), cell.column() + 1);
    }

    Cell firstCell() {
        return new Cell(mask().shape().isEmpty() || mask().columns() == 0, 0, 0);
    }

    /** The cell a step away, held within the mask and the losses below it. */
    Cell beside(Cell cell, int down, int right) {
        int maskRows = mask().shape().isPresent() && mask().columns() > 0 ? mask().rows() : 0;
        int lossRows = losses().map(batch -> batch.sentences().size()).orElse(0);
        int row = Math.clamp((cell.ofLosses() ? maskRows : 0) + cell.row() + down, 0, Math.max(0, maskRows + lossRows - 1));
        boolean ofLosses = row >= maskRows;
        int columns = ofLosses ? losses().map(BatchLosses::targetTime).orElse(1) : mask().columns();
        return new Cell(ofLosses, ofLosses ? row - maskRows : row, Math.clamp(cell.column() + right, 0, columns - 1));
    }

    /** Whether a cell is ringed: the chosen one, and in a batch of the corpus its fellow in the other table. */
    boolean lights(Cell cell) {
        return chosen().filter(chosen -> chosen.equals(cell)
                || ofCorpus() && mask().layout() == PaddingMask.Layout.COLUMN && chosen.row() == cell.row() && chosen.column() == cell.column()).isPresent();
    }

    /** Columns of the widest table. */
    int columns() {
        int shown = mask().shape().isPresent() ? mask().columns() : Math.max(mask().maximumLength(), mask().sentences());
        return Math.max(shown, losses().map(BatchLosses::targetTime).orElse(0));
    }

    /** Whether the losses' position counts: {@code position < length}. */
    boolean counts(int sentence, int position) {
        return position < losses().orElseThrow().sentences().get(sentence).validLength();
    }

    /** Whether there is a mask, but not that of the sentences: lengths that were not turned into a column. */
    boolean misleads() {
        return mask().shape().isPresent() && mask().layout() != PaddingMask.Layout.COLUMN && mask().sentences() > 1;
    }
}
