package seq2see.app.view;

import java.util.List;
import java.util.Optional;
import seq2see.model.ModelConfig;
import seq2see.trace.BatchTrace;
import seq2see.trace.Moment;
import seq2see.trace.Moment.Phase;

/**
 * What the shapes view shows.
 *
 * @param trace    a batch through a model of the sizes that are shown
 * @param running  whether the sizes are those of the running model
 * @param moment   what is now; where there is none, everything has been computed
 * @param product  the decoder's input product in both ways, once it was taken
 * @param opened   the block whose values lie open
 * @param pointed  what is pointed at
 * @param sentence whose token is looked up, from 0
 * @param motion   how far the looked-up row has slid out, 0 to 1
 */
record ShapesScene(BatchTrace trace, boolean running, Optional<Moment> moment, Optional<ProductShown> product, Optional<OpenBlock> opened,
                   Optional<Spot> pointed, int sentence, double motion) {

    /** A block that is pointed at, and in the open one a cell, from 0; −1 for none. */
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

    static ShapesScene of(BatchTrace trace) {
        return new ShapesScene(trace, false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0, 1);
    }

    ShapesScene at(Optional<Moment> now) {
        return new ShapesScene(trace, running, now, product, opened, pointed, sentence, motion);
    }

    ShapesScene with(Optional<ProductShown> taken) {
        return new ShapesScene(trace, running, moment, taken, opened, pointed, sentence, motion);
    }

    ShapesScene opening(Optional<OpenBlock> block) {
        return new ShapesScene(trace, running, moment, product, block, pointed, sentence, motion);
    }

    ShapesScene pointing(Optional<Spot> spot) {
        return new ShapesScene(trace, running, moment, product, opened, spot, sentence, motion);
    }

    ShapesScene lookingUp(int other) {
        return new ShapesScene(trace, running, moment, product, opened, pointed, other, motion);
    }

    ShapesScene moved(double part) {
        return new ShapesScene(trace, running, moment, product, opened, pointed, sentence, part);
    }

    /** Another model: what was pointed at and opened stays where there is such a block. */
    ShapesScene showing(BatchTrace other, boolean isRunning) {
        ShapesScene shown = new ShapesScene(other, isRunning, moment, Optional.empty(), opened, Optional.empty(), Math.min(sentence, other.sentences() - 1), 1);
        return shown.opening(opened.flatMap(block -> shown.blocks().block(block.block()).map(known -> {
            int axis = Math.min(block.axis(), known.values().shape().rank() - 1);
            return new OpenBlock(block.block(), axis, Math.min(block.index(), known.values().shape().size(axis) - 1), 0, 0);
        })));
    }

    ShapeBlocks blocks() {
        return ShapeBlocks.of(trace);
    }

    ModelConfig config() {
        return trace.config();
    }

    /** The moments of a batch of this length whose decoder takes one step. */
    List<Moment> moments() {
        return Moment.of(config(), trace.sourceTime(), 1);
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
        return (int) trace.encoder().ids().get(sentence, position);
    }
}
