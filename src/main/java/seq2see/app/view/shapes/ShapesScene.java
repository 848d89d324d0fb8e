package seq2see.app.view.shapes;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import seq2see.app.view.Highlight;
import seq2see.app.view.Pointing;
import seq2see.model.ModelConfig;
import seq2see.trace.BatchTrace;
import seq2see.trace.Moment;
import seq2see.trace.Moment.Phase;

/**
 * What the shapes view shows.
 *
 * @param batch    through a model of the sizes that are shown
 * @param moment   what is now; where there is none, everything has been computed
 * @param product  the decoder's input product in both ways, once it was taken
 * @param opened   the block whose values lie open
 * @param pointed  what is pointed at
 * @param lit      what is pointed at and pinned anywhere
 * @param sentence whose token is looked up, from 0
 * @param motion   how far the looked-up row has slid out, 0 to 1
 * @param veiled   whether the shapes in letters are kept back, for a reader who is to say them first
 */
record ShapesScene(ShapesBatch batch, Optional<Moment> moment, Optional<ProductShown> product, Optional<OpenBlock> opened,
                   Optional<Spot> pointed, Highlight lit, int sentence, double motion, boolean veiled) {

    /** A block that is pointed at; in the open one a cell, and in the ids a token: its row and column from 0; −1 for none. */
    record Spot(String block, int row, int column) {
        static Spot block(String key) {
            return new Spot(key, -1, -1);
        }

        boolean isCell() {
            return row >= 0;
        }
    }

    /**
     * A block whose values lie open.
     *
     * @param block as the picture's blocks are called
     * @param axis  which axis is held, from 0, where it has three
     * @param index at which index, from 0
     * @param top   the first row in sight
     * @param left  the first column in sight
     */
    record OpenBlock(String block, int axis, int index, int top, int left) {
        OpenBlock at(int newTop, int newLeft) {
            return new OpenBlock(block, axis, index, newTop, newLeft);
        }
    }

    static ShapesScene of(ShapesBatch batch) {
        return new ShapesScene(batch, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Highlight.NONE, 0, 1, false);
    }

    ShapesScene at(Optional<Moment> now) {
        return new ShapesScene(batch, now, product, opened, pointed, lit, sentence, motion, veiled);
    }

    ShapesScene with(Optional<ProductShown> taken) {
        return new ShapesScene(batch, moment, taken, opened, pointed, lit, sentence, motion, veiled);
    }

    ShapesScene opening(Optional<OpenBlock> block) {
        return new ShapesScene(batch, moment, product, block, pointed, lit, sentence, motion, veiled);
    }

    ShapesScene pointing(Optional<Spot> spot) {
        return new ShapesScene(batch, moment, product, opened, spot, lit, sentence, motion, veiled);
    }

    ShapesScene lit(Highlight highlight) {
        return new ShapesScene(batch, moment, product, opened, pointed, highlight, sentence, motion, veiled);
    }

    ShapesScene lookingUp(int other) {
        return new ShapesScene(batch, moment, product, opened, pointed, lit, other, motion, veiled);
    }

    ShapesScene moved(double part) {
        return new ShapesScene(batch, moment, product, opened, pointed, lit, sentence, part, veiled);
    }

    ShapesScene veiling(boolean wanted) {
        return new ShapesScene(batch, moment, product, opened, pointed, lit, sentence, motion, wanted);
    }

    /** Other values; where the sizes are others too, what was pointed at is let go, and what was opened stays where there is such a block. */
    ShapesScene showing(ShapesBatch other) {
        if (other.shapedLike(batch)) {
            return new ShapesScene(other, moment, product, opened, pointed, lit, sentence, motion, veiled);
        }
        int kept = Math.min(sentence, other.trace().sentences() - 1);
        ShapesScene shown = new ShapesScene(other, moment, Optional.empty(), opened, Optional.empty(), lit, kept, 1, veiled);
        return shown.opening(opened.flatMap(block -> shown.blocks().block(block.block()).map(known -> {
            int axis = Math.min(block.axis(), known.values().shape().rank() - 1);
            return new OpenBlock(block.block(), axis, Math.min(block.index(), known.values().shape().size(axis) - 1), 0, 0);
        })));
    }

    BatchTrace trace() {
        return batch.trace();
    }

    /** The cell of the open block that is pointed at. */
    Optional<Spot> cell() {
        return pointed.filter(spot -> spot.isCell() && opened.filter(open -> open.block().equals(spot.block())).isPresent());
    }

    /** The token that is pointed at among the ids, or wherever else it is shown, where the first sentence is that one. */
    Optional<Spot> token() {
        Optional<Spot> own = pointed.filter(spot -> spot.isCell() && spot.block().equals("ids") && cell().isEmpty());
        return own.isPresent() || !batch.sentenceFirst() ? own
                : IntStream.range(0, trace().sourceTime()).filter(position -> lit.source(position + 1)).mapToObj(position -> new Spot("ids", 0, position)).findFirst();
    }

    /** What is lit elsewhere by what is pointed at here: a token of the sentence, or a unit of the top layer's states. */
    Pointing pointing() {
        if (pointed.isEmpty() || batch.trainingStep().isEmpty()) {
            return Pointing.NONE;
        }
        Spot spot = pointed.get();
        if (spot.block().equals("ids")) {
            return spot.row() == 0 && batch.sentenceFirst() ? Pointing.source(spot.column() + 1) : Pointing.NONE;
        }
        if (cell().isEmpty()) {
            return Pointing.NONE;
        }
        int[] index = index(spot);
        if (!spot.block().equals("outputs") || index[2] >= config().hiddenSize()) {
            return Pointing.NONE;
        }
        Pointing unit = Pointing.unit(config().layers(), index[2] + 1);
        return batch.sentenceFirst() && index[1] == 0 ? unit.atSource(index[0] + 1) : unit;
    }

    /** The index on every axis of the open block's cell, from 0. */
    int[] index(Spot cell) {
        OpenBlock open = opened.orElseThrow();
        int rank = blocks().get(cell.block()).values().shape().rank();
        if (rank == 1) {
            return new int[] {cell.column()};
        }
        int[] own = {cell.row(), cell.column()};
        int[] index = new int[rank];
        int inSlice = 0;
        for (int axis = 0; axis < rank; axis++) {
            index[axis] = rank == 3 && axis == open.axis() ? open.index() : own[inSlice++];
        }
        return index;
    }

    ShapeBlocks blocks() {
        return ShapeBlocks.of(trace());
    }

    ModelConfig config() {
        return trace().config();
    }

    /** The moments of a batch of this length whose decoder takes one step. */
    List<Moment> moments() {
        return Moment.of(config(), trace().sourceTime(), 1);
    }

    /** The block that is now; empty where the moment is inside a cell or there is none. */
    Optional<String> presentBlock() {
        return moment.map(now -> switch (now.part()) {
            case "input" -> now.phase() == Phase.ENCODER && now.layer() == 1 ? "embedded" : "";
            case "hiddenState" -> now.layer() < config().layers() ? "" : now.phase() == Phase.ENCODER ? "outputs" : blocks().decoder().get(3).key();
            case "finalState" -> "finalState";
            case "embedding" -> "targetEmbedded";
            case "contextVector", "attentionScores", "attentionWeights" -> "context";
            case "concatenation" -> "input";
            case "logits", "probabilities", "token" -> "logits";
            default -> "";
        }).filter(key -> !key.isEmpty());
    }

    /** Whether a token is being looked up: its source position, from 0. */
    Optional<Integer> lookUp() {
        return moment.filter(now -> now.phase() == Phase.ENCODER && now.layer() == 1 && now.part().equals("input")).map(now -> now.timeStep() - 1);
    }

    /** The id that is looked up at a source position. */
    int id(int position) {
        return (int) trace().encoder().ids().get(sentence, position);
    }
}
