package seq2see.model;

import seq2see.tensor.Axis;
import seq2see.tensor.Linear;
import seq2see.tensor.MaskedSoftmax;
import seq2see.tensor.Shape;
import seq2see.tensor.Tape;
import seq2see.tensor.Tensor;
import seq2see.tensor.WeightedSum;

/**
 * Additive attention (Bahdanau et al., 2015): score_t = w_v⊤ tanh(W_q q + W_k k_t), weights = softmax over the valid
 * source positions, context c = Σ_t weight_t k_t. The keys, which are also the values, are the encoder's outputs; they
 * are projected once a sentence.
 *
 * <p>Backward, with f_t = tanh(W_q q + W_k k_t): df_t = dscore_t w_v ⊙ (1 − f_t²), which goes to both projections;
 * dw_v = Σ dscore_t f_t.
 */
public final class AdditiveAttention {
    private final Tape tape;
    private final EncoderRun encoded;
    private final Linear queryProjection;
    private final Tensor projectedKeys;
    private final Tensor scoreWeight;
    private final Tensor features;
    private final Tensor scores;
    private final Tensor weights;

    /** @param queries (T′, N, H); each time step is filled before its step */
    AdditiveAttention(Tape tape, Parameters parameters, EncoderRun encoded, Tensor queries) {
        this.tape = tape;
        this.encoded = encoded;
        int steps = queries.shape().size(0);
        int size = encoded.size();
        int time = encoded.outputs().shape().size(0);
        int width = parameters.config().attentionSize();
        scoreWeight = parameters.get("attention.w_v.weight");
        projectedKeys = new Linear(tape, encoded.outputs(), parameters.get("attention.W_k.weight"), null,
                tape.tensor(Shape.of(Axis.SOURCE_TIME, time, Axis.BATCH, size, Axis.ATTENTION, width))).forward();
        queryProjection = new Linear(tape, queries, parameters.get("attention.W_q.weight"), null,
                tape.tensor(Shape.of(Axis.TARGET_TIME, steps, Axis.BATCH, size, Axis.ATTENTION, width)));
        features = tape.tensor(Shape.of(Axis.TARGET_TIME, steps, Axis.BATCH, size, Axis.UNIT, time * width));
        scores = tape.tensor(Shape.of(Axis.TARGET_TIME, steps, Axis.BATCH, size, Axis.SOURCE_TIME, time));
        weights = tape.tensor(Shape.of(Axis.TARGET_TIME, steps, Axis.BATCH, size, Axis.SOURCE_TIME, time));
    }

    /** Looks back from one decoder step, from 0, and fills the context (N, C). */
    void step(int decoderStep, Tensor context) {
        Tensor query = queryProjection.step(decoderStep);
        Tensor score = scores.at(decoderStep);
        score(query, features.at(decoderStep), score);
        MaskedSoftmax.forward(tape, score, encoded.validLengths(), weights.at(decoderStep));
        WeightedSum.forward(tape, weights.at(decoderStep), encoded.outputs(), encoded.validLengths(), context);
    }

    private void score(Tensor query, Tensor feature, Tensor score) {
        int size = encoded.size();
        int time = score.width();
        int width = query.width();
        for (int n = 0; n < size; n++) {
            int q = query.offset() + n * width;
            for (int t = 0; t < encoded.validLengths()[n]; t++) {
                int k = projectedKeys.offset() + (t * size + n) * width;
                int f = feature.offset() + (n * time + t) * width;
                for (int a = 0; a < width; a++) {
                    feature.values()[f + a] = query.values()[q + a] + projectedKeys.values()[k + a];
                }
            }
            int first = feature.offset() + n * time * width;
            tape.kernels().tanh(feature.values(), first, feature.values(), first, encoded.validLengths()[n] * width);
            for (int t = 0; t < encoded.validLengths()[n]; t++) {
                score.values()[score.offset() + n * time + t] = tape.kernels().dot(
                        scoreWeight.values(), scoreWeight.offset(), feature.values(), first + t * width, width);
            }
        }
        tape.record(() -> scoreBackward(query, feature, score));
    }

    private void scoreBackward(Tensor query, Tensor feature, Tensor score) {
        int size = encoded.size();
        int time = score.width();
        int width = query.width();
        for (int n = 0; n < size; n++) {
            for (int t = 0; t < encoded.validLengths()[n]; t++) {
                featureBackward(score.gradient()[score.offset() + n * time + t], feature.values(), feature.offset() + (n * time + t) * width,
                        query.gradient(), query.offset() + n * width,
                        projectedKeys.gradient(), projectedKeys.offset() + (t * size + n) * width, width);
            }
        }
    }

    private void featureBackward(float dScore, float[] feature, int f, float[] dQuery, int q, float[] dKey, int k, int width) {
        float[] w = scoreWeight.values();
        float[] dw = scoreWeight.gradient();
        int v = scoreWeight.offset();
        for (int a = 0; a < width; a++) {
            float value = feature[f + a];
            float d = dScore * w[v + a] * (1f - value * value);
            dQuery[q + a] += d;
            dKey[k + a] += d;
            dw[v + a] += dScore * value;
        }
    }

    /** (T′, N, T) scores; behind a sentence's end they are not set. */
    public Tensor scores() {
        return scores;
    }

    /** (T′, N, T) weights; each row sums to 1, and is exactly 0 behind a sentence's end. */
    public Tensor weights() {
        return weights;
    }
}
