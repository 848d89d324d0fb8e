package seq2see.app.view.shapes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import seq2see.model.ModelConfig;
import seq2see.model.OutputType;
import seq2see.tensor.Axis;
import seq2see.tensor.Shape.Dimension;
import seq2see.trace.BatchTrace;

/**
 * The blocks of a model in the order in which numbers run through them.
 *
 * @param encoder ids, table, the row that is looked up, embedded, outputs, final state, and where they are: memory cell, what
 *                the bridge makes of both directions
 * @param decoder embedded token, context, both side by side, top state (or all that the output reads), dense, logits
 */
record ShapeBlocks(List<ShapeBlock> encoder, List<ShapeBlock> decoder) {
    ShapeBlocks {
        encoder = List.copyOf(encoder);
        decoder = List.copyOf(decoder);
    }

    static ShapeBlocks of(BatchTrace trace) {
        ModelConfig config = trace.config();
        BatchTrace.Encoder source = trace.encoder();
        Dimension state = new Dimension(Axis.HIDDEN, config.hiddenSize());
        Dimension token = new Dimension(Axis.EMBEDDING, config.embeddingSize());
        Dimension context = new Dimension(Axis.CONTEXT, config.contextSize());
        List<ShapeBlock> encoder = new ArrayList<>(List.of(ShapeBlock.of("ids", source.ids()), ShapeBlock.of("table", source.table()),
                ShapeBlock.of("embedded", source.embedded()), bothDirections(config, ShapeBlock.of("outputs", source.outputs())),
                ShapeBlock.of("finalState", source.finalState()).twice(config.bidirectional())));
        source.finalMemory().ifPresent(memory -> encoder.add(ShapeBlock.of("finalMemory", memory).twice(config.bidirectional())));
        if (config.bidirectional()) {
            encoder.add(ShapeBlock.of("initialState", trace.decoder().initialState()));
            trace.decoder().initialMemory().ifPresent(memory -> encoder.add(ShapeBlock.of("initialMemory", memory)));
        }
        BatchTrace.Decoder target = trace.decoder();
        boolean full = config.output() == OutputType.FULL;
        ShapeBlock read = ShapeBlock.of(full ? "read" : "topState", target.read());
        ShapeBlock dense = ShapeBlock.of("dense", target.dense());
        List<ShapeBlock> decoder = List.of(ShapeBlock.of("targetEmbedded", target.embedded()), ShapeBlock.of("context", target.context()),
                ShapeBlock.of("input", target.input()).withColumns(token, context), full ? read.withColumns(state, token, context) : read,
                full ? dense.withRows(state, token, context) : dense, ShapeBlock.of("logits", target.logits()));
        return new ShapeBlocks(encoder, decoder);
    }

    /** H and H side by side are 2H, the encoder's C. */
    private static ShapeBlock bothDirections(ModelConfig config, ShapeBlock outputs) {
        Dimension one = new Dimension(Axis.HIDDEN, config.hiddenSize());
        return config.bidirectional() ? outputs.withColumns(one, one) : outputs.withColumns(one);
    }

    List<ShapeBlock> all() {
        List<ShapeBlock> all = new ArrayList<>(encoder);
        all.addAll(decoder);
        return all;
    }

    Optional<ShapeBlock> block(String key) {
        return all().stream().filter(block -> block.key().equals(key)).findFirst();
    }

    ShapeBlock get(String key) {
        return block(key).orElseThrow();
    }
}
