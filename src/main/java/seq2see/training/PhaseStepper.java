package seq2see.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import seq2see.corpus.Batch;
import seq2see.corpus.EncodedPair;
import seq2see.corpus.InputException;
import seq2see.model.Parameters;
import seq2see.tensor.Axis;
import seq2see.tensor.Grid;
import seq2see.tensor.Kernels;
import seq2see.tensor.MaskedCrossEntropy;
import seq2see.tensor.Shape;
import seq2see.tensor.Tensor;
import seq2see.training.PhaseReport.Sentence;

/**
 * Takes a trainer's steps phase by phase and tells what each produced: the weights come out the same, bit for bit, as from
 * whole steps, which may go before and after. Nothing of this is done in a whole step.
 */
public final class PhaseStepper {
    private final Trainer trainer;
    private TrainingPhase next;

    /** @param trainer between two steps */
    public PhaseStepper(Trainer trainer) {
        this.trainer = trainer;
        this.next = trainer.trainingStep() == 0 ? TrainingPhase.INITIALISE : TrainingPhase.LOAD;
    }

    /** What {@link #perform} does next. */
    public TrainingPhase next() {
        return next == TrainingPhase.INITIALISE && trainer.trainingStep() > 0 ? TrainingPhase.LOAD : next;
    }

    /** Whether a step is begun and not shown: then only phases may follow. */
    public boolean isUnderWay() {
        return next() != TrainingPhase.INITIALISE && next() != TrainingPhase.LOAD;
    }

    /**
     * Performs the next phase.
     *
     * @throws InputException where the loss or the gradient is no longer a number; the weights stay as they were
     */
    public PhaseReport perform() throws InputException {
        TrainingPhase phase = next();
        float[] before = phase == TrainingPhase.UPDATE ? parameters().values().clone() : null;
        trainer.perform(phase);
        next = phase.next();
        return switch (phase) {
            case INITIALISE -> new PhaseReport.Initialised(trainer.plan().method().initialisation(), trainer.plan().seed(), shapes());
            case LOAD -> loaded();
            case FORWARD -> new PhaseReport.Forwarded(firstLogits());
            case LOSS -> compared();
            case BACKWARD -> new PhaseReport.TakenBack(norms(parameters().gradient(), null));
            case CLIP -> trainer.clipped();
            case UPDATE -> new PhaseReport.Updated(trainer.show().learningRate(), norms(parameters().values(), before));
            case SHOW -> new PhaseReport.Shown(trainer.show());
        };
    }

    /** Performs what is left of a step that is under way. */
    TrainingStepResult finish() throws InputException {
        while (true) {
            if (perform() instanceof PhaseReport.Shown shown) {
                return shown.result();
            }
        }
    }

    private Parameters parameters() {
        return trainer.network().parameters();
    }

    private Map<String, Shape> shapes() {
        return Collections.unmodifiableMap(Parameters.shapes(trainer.plan().config()));
    }

    private PhaseReport loaded() {
        Batch batch = trainer.batch();
        List<Sentence> sentences = new ArrayList<>();
        for (int n = 0; n < batch.size(); n++) {
            EncodedPair pair = batch.pairs().get(n);
            sentences.add(new Sentence(pair.pair(), column(batch.sourceIds(), batch.size(), n), column(batch.targetInput(), batch.size(), n),
                    column(batch.targetLabel(), batch.size(), n), batch.sourceLengths()[n], batch.targetLengths()[n]));
        }
        return new PhaseReport.Loaded(trainer.trainingStep() + 1, trainer.loadedEpoch(), List.copyOf(sentences), trainer.show().teacherForcing());
    }

    private static List<Integer> column(int[] ids, int size, int sentence) {
        List<Integer> column = new ArrayList<>();
        for (int i = sentence; i < ids.length; i += size) {
            column.add(ids[i]);
        }
        return column;
    }

    /** (T′, V′). The batch's first sentence is the first of its first part. */
    private Grid firstLogits() {
        Tensor logits = trainer.firstPart().logits();
        int time = logits.shape().size(0);
        float[] values = new float[time * logits.width()];
        for (int t = 0; t < time; t++) {
            Tensor step = logits.at(t);
            System.arraycopy(step.values(), step.offset(), values, t * logits.width(), logits.width());
        }
        return Grid.copyOf(Axis.TARGET_TIME, time, Axis.TARGET_VOCABULARY, logits.width(), values, 0);
    }

    private PhaseReport compared() {
        BatchPart part = trainer.firstPart();
        double[] each = MaskedCrossEntropy.each(Kernels.best(), part.logits(), part.batch().targetLabel());
        List<Double> losses = new ArrayList<>();
        for (int t = 0; t < part.batch().targetLengths()[0]; t++) {
            losses.add(each[t * part.batch().size()]);
        }
        return new PhaseReport.Compared(trainer.meanLoss(), trainer.batch().validTargetTokens(), losses);
    }

    /** The Euclidean norm of each parameter's numbers, or of how they differ from others. */
    private Map<String, Double> norms(float[] numbers, float[] others) {
        Map<String, Double> norms = new LinkedHashMap<>();
        parameters().tensors().forEach((name, tensor) -> {
            double squares = 0;
            for (int i = tensor.offset(); i < tensor.offset() + tensor.shape().elements(); i++) {
                double number = others == null ? numbers[i] : (double) numbers[i] - others[i];
                squares += number * number;
            }
            norms.put(name, Math.sqrt(squares));
        });
        return Collections.unmodifiableMap(norms);
    }
}
