package seq2see.training;

import java.util.List;
import java.util.Map;
import seq2see.corpus.SentencePair;
import seq2see.model.Initialisation;
import seq2see.tensor.Grid;
import seq2see.tensor.Shape;

/** What one of the eight steps of training produced, for a person to look at. Immutable. */
public sealed interface PhaseReport {
    TrainingPhase phase();

    /** @param shapes of the parameters, in layout order */
    record Initialised(Initialisation initialisation, long seed, Map<String, Shape> shapes) implements PhaseReport {
        @Override
        public TrainingPhase phase() {
            return TrainingPhase.INITIALISE;
        }

        /** How many numbers were drawn or set. */
        public long numbers() {
            return shapes.values().stream().mapToLong(Shape::elements).sum();
        }
    }

    /**
     * @param trainingStep   that begins, from 1
     * @param sentences      N, all padded to T and T′
     * @param teacherForcing the share of decoder steps that are to be fed the true token
     */
    record Loaded(long trainingStep, int epoch, List<Sentence> sentences, double teacherForcing) implements PhaseReport {
        @Override
        public TrainingPhase phase() {
            return TrainingPhase.LOAD;
        }
    }

    /**
     * One pair of a batch as token ids.
     *
     * @param source       T ids
     * @param targetInput  T′ ids: what the decoder is fed under teacher forcing
     * @param targetLabel  T′ ids: what it is to say
     * @param sourceLength how many of the T are no padding
     * @param targetLength how many of the T′ are no padding
     */
    record Sentence(SentencePair pair, List<Integer> source, List<Integer> targetInput, List<Integer> targetLabel, int sourceLength,
                    int targetLength) {
        public Sentence {
            source = List.copyOf(source);
            targetInput = List.copyOf(targetInput);
            targetLabel = List.copyOf(targetLabel);
        }
    }

    /** @param logits (T′, V′) of the batch's first sentence */
    record Forwarded(Grid logits) implements PhaseReport {
        @Override
        public TrainingPhase phase() {
            return TrainingPhase.FORWARD;
        }
    }

    /**
     * @param loss        of the batch, nats a valid target token
     * @param validTokens that it is the mean of
     * @param losses      −log p of the true tokens of the batch's first sentence, up to its end
     */
    record Compared(double loss, int validTokens, List<Double> losses) implements PhaseReport {
        public Compared {
            losses = List.copyOf(losses);
        }

        @Override
        public TrainingPhase phase() {
            return TrainingPhase.LOSS;
        }
    }

    /** @param gradientNorms of each parameter, in layout order */
    record TakenBack(Map<String, Double> gradientNorms) implements PhaseReport {
        @Override
        public TrainingPhase phase() {
            return TrainingPhase.BACKWARD;
        }
    }

    /**
     * @param gradientNorm of all parameters together, before
     * @param limit        that it is kept to
     * @param scale        what every gradient is multiplied by: 1 where the norm is within the limit
     */
    record Clipped(double gradientNorm, double limit, double scale) implements PhaseReport {
        @Override
        public TrainingPhase phase() {
            return TrainingPhase.CLIP;
        }
    }

    /** @param changes the norm of what each parameter moved by, in layout order */
    record Updated(double learningRate, Map<String, Double> changes) implements PhaseReport {
        @Override
        public TrainingPhase phase() {
            return TrainingPhase.UPDATE;
        }
    }

    record Shown(TrainingStepResult result) implements PhaseReport {
        @Override
        public TrainingPhase phase() {
            return TrainingPhase.SHOW;
        }
    }
}
