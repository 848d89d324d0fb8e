package seq2see.trace;

import java.util.Optional;
import seq2see.model.AttentionType;
import seq2see.tensor.Axis;
import seq2see.tensor.Grid;
import seq2see.tensor.Kernels;

/**
 * One attention score taken apart, made when somebody asks for it. Additive: score = Σ_a weight_a tanh(queryTerm_a +
 * keyTerm_a); dot: score = factor · Σ_a queryTerm_a keyTerm_a.
 *
 * @param query     (H)
 * @param key       (C) the encoder's output at the source position
 * @param queryTerm (A)
 * @param keyTerm   (A)
 * @param features  (A) tanh(queryTerm + keyTerm), by the engine's own tanh; empty with dot attention
 * @param weight    (A) w_v; empty with dot attention
 * @param products  (A) what is summed
 * @param score     as the engine computed it
 */
public record AttentionTerms(AttentionType type, Grid query, Grid key, Grid queryTerm, Grid keyTerm, Optional<Grid> features,
                             Optional<Grid> weight, Grid products, float factor, float score) {

    /**
     * The terms behind a cell of the attention map.
     *
     * @param decoderStep from 0
     * @param position    in the source, from 0
     * @return empty where the trace has no attention, or was made without its terms
     */
    public static Optional<AttentionTerms> of(Trace trace, int decoderStep, int position) {
        return trace.attentionTrace().map(attention -> {
            float[] query = row(attention.queryTerms(), decoderStep);
            float[] key = row(attention.keyTerms(), position);
            Optional<float[]> features = attention.scoreWeight().map(_ -> features(query, key));
            float[] left = attention.scoreWeight().map(Grid::toArray).orElse(query);
            float[] right = features.orElse(key);
            float[] products = new float[left.length];
            for (int a = 0; a < products.length; a++) {
                products[a] = left[a] * right[a];
            }
            return new AttentionTerms(attention.type(), vector(Axis.HIDDEN, row(attention.queries(), decoderStep)),
                    vector(Axis.CONTEXT, row(trace.encoder().outputs(), position)), vector(Axis.ATTENTION, query),
                    vector(Axis.ATTENTION, key), features.map(values -> vector(Axis.ATTENTION, values)), attention.scoreWeight(),
                    vector(Axis.ATTENTION, products), attention.factor(),
                    trace.decoder().steps().get(decoderStep).attentionScores().orElseThrow().get(position));
        });
    }

    /** A, the number of terms. */
    public int units() {
        return products.columns();
    }

    /** Whether the score is w_v⊤ tanh(…) and not a dot product. */
    public boolean isAdditive() {
        return features.isPresent();
    }

    private static float[] features(float[] query, float[] key) {
        float[] features = new float[query.length];
        Kernels.best().add(query, 0, key, 0, features, 0, features.length);
        Kernels.best().tanh(features, 0, features, 0, features.length);
        return features;
    }

    private static float[] row(Grid grid, int row) {
        float[] values = new float[grid.columns()];
        for (int column = 0; column < values.length; column++) {
            values[column] = grid.get(row, column);
        }
        return values;
    }

    private static Grid vector(Axis axis, float[] values) {
        return Grid.vector(axis, values, 0, values.length);
    }
}
