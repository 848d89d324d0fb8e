package seq2see.trace;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import seq2see.model.ModelConfig;
import seq2see.tensor.Axis;
import seq2see.tensor.Grid;

/**
 * One sentence through the model: every number that a learner may ask about, as immutable records. Vectors are grids of
 * one row. Lists count from 0 here; {@link Moment}s count time steps and layers from 1.
 *
 * @param config         the model's configuration
 * @param source         the source as fed to the encoder, {@code <eos>} included
 * @param attentionTrace what the attention scores were computed from, where the model has attention
 * @param workings       what the cells computed with, where it was asked for
 */
public record Trace(ModelConfig config, Sentence source, EncoderTrace encoder, DecoderTrace decoder,
                    Optional<AttentionTrace> attentionTrace, Optional<Workings> workings) {

    /** Tokens and their ids, side by side. */
    public record Sentence(List<String> tokens, List<Integer> ids) {
        public Sentence {
            tokens = List.copyOf(tokens);
            ids = List.copyOf(ids);
        }
    }

    /**
     * One layer at one time step.
     *
     * @param hiddenState (H)
     * @param memoryCell  (H), where the cell has one
     * @param gates       (H) each, by the name of the cell's part, such as {@code resetGate}; in the order in which they are
     *                    computed; empty where a state was not computed by a cell, or the cell has no gates
     */
    public record Layer(Grid hiddenState, Optional<Grid> memoryCell, Map<String, Grid> gates) {
        public Layer {
            gates = Collections.unmodifiableMap(new LinkedHashMap<>(gates));
        }
    }

    /**
     * @param layers         from the lowest layer up, read from the first token on
     * @param backwardLayers the same, read from the last token on; empty with one direction
     */
    public record EncoderStep(List<Layer> layers, List<Layer> backwardLayers) {
        public EncoderStep {
            layers = List.copyOf(layers);
            backwardLayers = List.copyOf(backwardLayers);
        }
    }

    /** @param outputs (T, C) the top layer's states, which attention looks at */
    public record EncoderTrace(List<EncoderStep> steps, Grid outputs) {
        public EncoderTrace {
            steps = List.copyOf(steps);
        }
    }

    /**
     * @param inputId          what the decoder was fed
     * @param contextVector    (C)
     * @param attentionScores  (T) where the model has attention
     * @param attentionWeights (T) where the model has attention; they sum to 1
     * @param logits           (V′)
     * @param probabilities    (V′) softmax of the logits
     * @param tokenId          what the model would choose here, also where another token was forced
     */
    public record DecoderStep(int inputId, String inputToken, Grid contextVector, Optional<Grid> attentionScores,
                              Optional<Grid> attentionWeights, List<Layer> layers, Grid logits, Grid probabilities,
                              int tokenId, String token) {
        public DecoderStep {
            layers = List.copyOf(layers);
        }
    }

    /**
     * @param initialState by layer: what the decoder starts from
     * @param forced       what the decoder was made to write, a token a step; empty where it chose itself
     */
    public record DecoderTrace(List<Layer> initialState, List<DecoderStep> steps, Optional<Sentence> forced) {
        public DecoderTrace {
            initialState = List.copyOf(initialState);
            steps = List.copyOf(steps);
        }
    }

    /** T, with {@code <eos>}. */
    public int sourceTime() {
        return source.tokens().size();
    }

    /** T′, the number of decoder steps. */
    public int targetTime() {
        return decoder.steps().size();
    }

    /** (T′, T) attention weights, a row a decoder step; empty where the model has no attention. */
    public Optional<Grid> attention() {
        if (!config.hasAttention()) {
            return Optional.empty();
        }
        int columns = sourceTime();
        float[] all = new float[targetTime() * columns];
        for (int row = 0; row < targetTime(); row++) {
            Grid weights = decoder.steps().get(row).attentionWeights().orElseThrow();
            System.arraycopy(weights.toArray(), 0, all, row * columns, columns);
        }
        return Optional.of(Grid.copyOf(Axis.TARGET_TIME, targetTime(), Axis.SOURCE_TIME, columns, all, 0));
    }

    /** The tokens that were written, step by step, {@code <eos>} included where it came: the model's own choice, or what it was made to write. */
    public List<String> outputTokens() {
        return decoder.forced().map(Sentence::tokens).orElseGet(() -> decoder.steps().stream().map(DecoderStep::token).toList());
    }

    /** The ids of {@link #outputTokens}. */
    public List<Integer> outputIds() {
        return decoder.forced().map(Sentence::ids).orElseGet(() -> decoder.steps().stream().map(DecoderStep::tokenId).toList());
    }
}
