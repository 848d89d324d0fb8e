package seq2see.model;

import java.util.Optional;
import seq2see.tensor.Axis;
import seq2see.tensor.Linear;
import seq2see.tensor.Shape;
import seq2see.tensor.Tape;
import seq2see.tensor.Tensor;

/**
 * Additive attention (Bahdanau et al., 2015): score_t = w_v⊤ tanh(W_q q + W_k k_t), with a bias inside the tanh where it
 * is chosen. The keys are projected once a sentence.
 *
 * <p>Backward, with f_t = tanh(W_q q + W_k k_t): df_t = dscore_t w_v ⊙ (1 − f_t²), which goes to both projections;
 * dw_v = Σ dscore_t f_t.
 */
public final class AdditiveAttention extends Attention {
    /** (T′, N, A) W_q q. */
    private final Linear queryProjection;
    /** (T, S, A) W_k k. */
    private final Tensor projectedKeys;
    /** From a source's key to its next. */
    private final int keyStep;
    /** (1, A) w_v. */
    private final Tensor scoreWeight;
    /** (N, T, A) tanh(W_q q + W_k k) of one decoder step; computed again on the way back, since all steps' would be large. */
    private final float[] features;
    /** (A) room for one df. */
    private final float[] slope;

    AdditiveAttention(Tape tape, Parameters parameters, SourceRows source, Tensor queries) {
        super(tape, source, queries.shape().size(0));
        int steps = queries.shape().size(0);
        int size = source.size();
        int time = source.outputs().shape().size(0);
        int width = parameters.config().attentionSize();
        scoreWeight = parameters.get("attention.w_v.weight");
        slope = new float[width];
        projectedKeys = source.keys();
        keyStep = projectedKeys.shape().inner().elements();
        Tensor bias = parameters.config().attentionBias() ? parameters.get("attention.bias") : null;
        queryProjection = new Linear(tape, queries, parameters.get("attention.W_q.weight"), bias,
                tape.tensor(Shape.of(Axis.TARGET_TIME, steps, Axis.BATCH, size, Axis.ATTENTION, width)));
        features = new float[Math.multiplyExact(Math.multiplyExact(size, time), width)];
    }

    @Override
    void score(int decoderStep, Tensor score) {
        Tensor query = queryProjection.step(decoderStep);
        tape().run(() -> forward(query, score), () -> backward(query, score));
    }

    private void forward(Tensor query, Tensor score) {
        int[] lengths = source().validLengths();
        int time = score.width();
        int width = query.width();
        for (int n = 0; n < lengths.length; n++) {
            computeFeatures(query, n, time);
            for (int t = 0; t < lengths[n]; t++) {
                score.values()[score.offset() + n * time + t] = tape().kernels().dot(
                        scoreWeight.values(), scoreWeight.offset(), features, (n * time + t) * width, width);
            }
        }
    }

    @Override
    public Tensor queryTerms() {
        return queryProjection.output();
    }

    @Override
    public Optional<Tensor> scoreWeight() {
        return Optional.of(scoreWeight);
    }

    @Override
    public float factor() {
        return 1f;
    }

    /** The features of sentence n at its valid positions. */
    private void computeFeatures(Tensor query, int n, int time) {
        int[] lengths = source().validLengths();
        int width = query.width();
        int first = n * time * width;
        int key = firstKey(n);
        for (int t = 0; t < lengths[n]; t++) {
            tape().kernels().add(query.values(), query.offset() + n * width, projectedKeys.values(),
                    key + t * keyStep, features, first + t * width, width);
        }
        tape().kernels().tanh(features, first, features, first, lengths[n] * width);
    }

    /** Where the first key of row n stands; the next is {@link #keyStep} further. */
    private int firstKey(int n) {
        return projectedKeys.offset() + source().sentences()[n] * projectedKeys.width();
    }

    private void backward(Tensor query, Tensor score) {
        int[] lengths = source().validLengths();
        int time = score.width();
        int width = query.width();
        for (int n = 0; n < lengths.length; n++) {
            computeFeatures(query, n, time);
            int key = firstKey(n);
            for (int t = 0; t < lengths[n]; t++) {
                featureBackward(score.gradient()[score.offset() + n * time + t], (n * time + t) * width,
                        query.gradient(), query.offset() + n * width,
                        projectedKeys.gradient(), key + t * keyStep, width);
            }
        }
    }

    private void featureBackward(float dScore, int f, float[] dQuery, int q, float[] dKey, int k, int width) {
        tape().kernels().addScaled(dScore, features, f, scoreWeight.gradient(), scoreWeight.offset(), width);
        for (int a = 0; a < width; a++) {
            float value = features[f + a];
            slope[a] = dScore * scoreWeight.values()[scoreWeight.offset() + a] * (1f - value * value);
        }
        tape().kernels().addScaled(1f, slope, 0, dQuery, q, width);
        tape().kernels().addScaled(1f, slope, 0, dKey, k, width);
    }
}
