package seq2see.peers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.Optimizer;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import seq2see.corpus.Batch;
import seq2see.golden.GoldenMethod;
import seq2see.golden.ModelNumbers;
import seq2see.model.ModelConfig;
import seq2see.model.Parameters;
import seq2see.model.WeightFile.Weight;
import seq2see.tensor.Shape;
import seq2see.training.LearningRate;
import seq2see.training.OptimizerType;
import seq2see.training.ScheduleType;

/** The numbers of libtorch: its modules, its gradients, its clipping, its optimizers. */
public final class TorchNumbers {
    static {
        torch.set_num_threads(1);
    }

    private TorchNumbers() {
    }

    static ModelNumbers of(Parameters parameters, Batch batch, GoldenMethod method) {
        try (PointerScope _ = new PointerScope()) {
            TorchModel model = new TorchModel(parameters.config());
            model.load(weights(parameters));
            Map<String, Tensor> own = model.parameters();
            TensorVector all = new TensorVector(own.values().toArray(Tensor[]::new));
            Optimizer optimizer = optimizer(all, method.optimizer());
            float[] logits = TorchModel.values(model.logits(batch));
            Map<String, float[]> gradients = new LinkedHashMap<>();
            double[] losses = new double[ModelNumbers.STEPS];
            for (int step = 0; step < ModelNumbers.STEPS; step++) {
                optimizer.zero_grad();
                Tensor loss = model.loss(model.logits(batch), batch, method.labelSmoothing());
                loss.backward();
                losses[step] = loss.item_double();
                if (step == 0) {
                    own.forEach((name, parameter) -> gradients.put(name, TorchModel.values(parameter.grad())));
                }
                torch.clip_grad_norm_(all, ModelNumbers.CLIP);
                optimizer.param_groups().get(0).options().set_lr(rate(method.learningRate(), step + 1));
                optimizer.step();
            }
            return new ModelNumbers(ModelNumbers.valid(logits, batch), gradients, losses);
        }
    }

    private static Optimizer optimizer(TensorVector parameters, OptimizerType type) {
        return switch (type) {
            case SGD -> new SGD(parameters, new SGDOptions(0));
            case MOMENTUM -> {
                SGDOptions options = new SGDOptions(0);
                options.momentum().put(0.9);
                yield new SGD(parameters, options);
            }
            case ADAM -> new Adam(parameters, new AdamOptions(0));
        };
    }

    /** Of ten steps, case by case: it rises to its height, stays there until step 4, and falls by a sixth a step. */
    private static double rate(LearningRate rate, int step) {
        double height = step < rate.warmUpSteps() ? rate.rate() * step / rate.warmUpSteps() : rate.rate();
        if (rate.schedule() == ScheduleType.CONSTANT || step <= 4) {
            return height;
        }
        return step == 10 ? height / 100 : height - (step - 4) * height / 6;
    }

    /** At the valid target positions, of a model with these weights. */
    public static float[] logits(ModelConfig config, Map<String, Weight> weights, Batch batch) {
        try (PointerScope _ = new PointerScope()) {
            TorchModel model = new TorchModel(config);
            model.load(weights);
            return ModelNumbers.valid(TorchModel.values(model.logits(batch)), batch);
        }
    }

    private static Map<String, Weight> weights(Parameters parameters) {
        Map<String, Weight> weights = new LinkedHashMap<>();
        parameters.tensors().forEach((name, tensor) -> {
            List<Integer> shape = tensor.shape().dimensions().stream().map(Shape.Dimension::size).toList();
            float[] values = new float[tensor.shape().elements()];
            System.arraycopy(tensor.values(), tensor.offset(), values, 0, values.length);
            weights.put(name, new Weight(shape, values));
        });
        return weights;
    }
}
