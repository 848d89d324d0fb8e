package seq2see.peers;

import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.LinearOptions;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import seq2see.model.AttentionType;
import seq2see.model.ModelConfig;

/** Attention written with libtorch's operations, its weights in modules under PyTorch's names. */
final class TorchAttention {
    private final ModelConfig config;
    private final Module module = new Module();
    private final LinearImpl queryProjection;
    private final LinearImpl keyProjection;
    private final LinearImpl scoreProjection;
    private final Tensor bias;

    TorchAttention(ModelConfig config) {
        this.config = config;
        boolean additive = config.attention() == AttentionType.ADDITIVE;
        int hidden = config.hiddenSize();
        queryProjection = additive ? projection("W_q", hidden, hidden) : null;
        keyProjection = additive || config.bidirectional() ? projection("W_k", config.contextSize(), hidden) : null;
        scoreProjection = additive ? projection("w_v", hidden, 1) : null;
        bias = config.attentionBias() ? module.register_parameter("bias", torch.zeros(hidden)) : null;
    }

    private LinearImpl projection(String name, int in, int out) {
        LinearOptions options = new LinearOptions(in, out);
        options.bias().put(false);
        return module.register_module(name, new LinearImpl(options));
    }

    Module module() {
        return module;
    }

    /**
     * The context vector (N, C).
     *
     * @param query   (N, H)
     * @param outputs (T, N, C)
     * @param padding (T, N), true behind a sentence's end
     */
    Tensor context(Tensor query, Tensor outputs, Tensor padding) {
        Tensor keys = keyProjection == null ? outputs : keyProjection.forward(outputs);
        Tensor scores = switch (config.attention()) {
            case ADDITIVE -> additive(query, keys);
            case DOT -> keys.mul(query).sum(2);
            case SCALED_DOT -> keys.mul(query).sum(2).div(new Scalar(Math.sqrt(config.hiddenSize())));
            case NONE -> throw new IllegalStateException("a model without attention");
        };
        Tensor weights = scores.masked_fill(padding, new Scalar(Double.NEGATIVE_INFINITY)).softmax(0);
        return weights.unsqueeze(2).mul(outputs).sum(0);
    }

    private Tensor additive(Tensor query, Tensor keys) {
        Tensor sum = keys.add(queryProjection.forward(query));
        return scoreProjection.forward((bias == null ? sum : sum.add(bias)).tanh()).squeeze(2);
    }
}
