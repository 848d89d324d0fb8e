package seq2see.training;

import java.util.List;
import seq2see.corpus.Choice;
import seq2see.corpus.InputException;

/** How weights follow their gradient. Spelled as on the command line by {@link #toString}. */
public enum OptimizerType {
    /** {@link GradientDescent} without momentum. */
    SGD("sgd", 0.5),
    /** {@link GradientDescent} with momentum. */
    MOMENTUM("momentum", 0.1),
    /** {@link Adam}. */
    ADAM("adam", 0.005);

    private final String label;
    private final double learningRate;

    OptimizerType(String label, double learningRate) {
        this.label = label;
        this.learningRate = learningRate;
    }

    /** A learning rate that serves small models; used where none is given. */
    public double usualLearningRate() {
        return learningRate;
    }

    /** @throws InputException where there is none of that name */
    public static OptimizerType named(String label) throws InputException {
        return Choice.named("optimizer", label, List.of(values()), OptimizerType::toString);
    }

    @Override
    public String toString() {
        return label;
    }
}
