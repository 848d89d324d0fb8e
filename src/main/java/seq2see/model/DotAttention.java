package seq2see.model;

import java.util.Optional;
import seq2see.tensor.DotScores;
import seq2see.tensor.Tape;
import seq2see.tensor.Tensor;

/**
 * Dot attention (Luong et al., 2015): score_t = q · k_t; scaled (Vaswani et al., 2017): q · k_t / √H. Where keys are wider
 * than the query, as with two directions, W_k brings them to its width first.
 */
public final class DotAttention extends Attention {
    /** (T′, N, H). */
    private final Tensor queries;
    private final float factor;

    DotAttention(Tape tape, Parameters parameters, SourceRows source, Tensor queries) {
        super(tape, source, queries.shape().size(0));
        this.queries = queries;
        ModelConfig config = parameters.config();
        factor = config.attention() == AttentionType.SCALED_DOT ? (float) (1 / Math.sqrt(config.hiddenSize())) : 1f;
    }

    @Override
    void score(int decoderStep, Tensor scores) {
        DotScores.forward(tape(), queries.at(decoderStep), source().keys(), source().sentences(), source().validLengths(), factor, scores);
    }

    @Override
    public Tensor queryTerms() {
        return queries;
    }

    @Override
    public Optional<Tensor> scoreWeight() {
        return Optional.empty();
    }

    @Override
    public float factor() {
        return factor;
    }
}
