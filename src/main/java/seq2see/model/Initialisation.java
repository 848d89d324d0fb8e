package seq2see.model;

import java.util.List;
import seq2see.corpus.Choice;
import seq2see.corpus.InputException;
import seq2see.tensor.Tensor;

/** How the first weights are drawn, all of them uniformly. Spelled as on the command line by {@link #toString}. */
public enum Initialisation {
    /**
     * Weights of the recurrent, attention and output layers within ±√(6 / (in + out)) (Glorot and Bengio, 2010), taken gate
     * by gate; embeddings within ±1, but one that is tied to the output layer as that layer's weights; biases zero.
     */
    XAVIER("xavier") {
        @Override
        double limit(String name, Tensor tensor, ModelConfig config) {
            if (tensor.shape().rank() < 2) {
                return 0;
            }
            if (name.endsWith("embedding.weight") && !Parameters.secondNames(config).containsValue(name)) {
                return 1;
            }
            int out = name.contains(".rnn.") ? config.hiddenSize() : tensor.shape().size(0);
            return Math.sqrt(6.0 / (out + tensor.width()));
        }
    },
    /** Every weight and bias, embeddings too, within ±1 / √H: as PyTorch's recurrent modules begin. */
    UNIFORM("uniform") {
        @Override
        double limit(String name, Tensor tensor, ModelConfig config) {
            return 1 / Math.sqrt(config.hiddenSize());
        }
    };

    private final String label;

    Initialisation(String label) {
        this.label = label;
    }

    /** The values of a parameter are drawn uniformly from −limit to limit. */
    abstract double limit(String name, Tensor tensor, ModelConfig config);

    /** @throws InputException where there is none of that name */
    public static Initialisation named(String label) throws InputException {
        return Choice.named("initialisation", label, List.of(values()), Initialisation::toString);
    }

    @Override
    public String toString() {
        return label;
    }
}
