package seq2see.training;

import java.util.ArrayList;
import java.util.List;
import seq2see.corpus.Batch;
import seq2see.corpus.EncodedPair;
import seq2see.corpus.PairCodec;
import seq2see.corpus.Vocabulary;
import seq2see.model.Seq2Seq;
import seq2see.tensor.Argmax;
import seq2see.tensor.Kernels;
import seq2see.tensor.MaskedCrossEntropy;
import seq2see.tensor.Tape;
import seq2see.tensor.Tensor;

/**
 * The loss of every position of one padded batch, those behind a sentence's end among them, and the means that may be taken
 * of them. Immutable.
 *
 * @param trainingStep how many steps the model had learnt
 * @param sentences    N of them, alike in width
 */
public record BatchLosses(long trainingStep, List<Sentence> sentences) {
    /** N: few enough to be read one by one. */
    public static final int SENTENCES = 4;

    public BatchLosses {
        sentences = List.copyOf(sentences);
    }

    /**
     * One target, padded to T′.
     *
     * @param labels      what the decoder is to say
     * @param predictions what it finds most probable, fed the true tokens
     * @param losses      −log p(label) in nats
     * @param validLength how many of the positions hold a token, {@code <eos>} included
     */
    public record Sentence(List<String> labels, List<String> predictions, List<Double> losses, int validLength) {
        public Sentence {
            labels = List.copyOf(labels);
            predictions = List.copyOf(predictions);
            losses = List.copyOf(losses);
        }

        /** Σ over the positions that hold a token. */
        public double validSum() {
            return losses.subList(0, validLength).stream().mapToDouble(Double::doubleValue).sum();
        }

        /** Σ over all positions. */
        public double wholeSum() {
            return losses.stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /**
     * Four pairs of the corpus through the model, fed the true tokens.
     *
     * @param pairs  not empty
     * @param number of the batch, from 0; it begins again behind the last
     */
    public static BatchLosses of(Seq2Seq network, PairCodec codec, List<EncodedPair> pairs, int number, long trainingStep) {
        int size = Math.min(SENTENCES, pairs.size());
        int from = Math.floorMod(number, pairs.size() / size) * size;
        return of(network, codec, new Batch(pairs.subList(from, from + size)), trainingStep);
    }

    private static BatchLosses of(Seq2Seq network, PairCodec codec, Batch batch, long trainingStep) {
        Tape tape = Tape.forwardOnly(Kernels.best());
        Tensor logits = network.logits(tape, batch);
        double[] losses = MaskedCrossEntropy.each(tape.kernels(), logits, batch.targetLabel());
        Vocabulary vocabulary = codec.targetVocabulary();
        List<Sentence> sentences = new ArrayList<>();
        for (int n = 0; n < batch.size(); n++) {
            List<String> labels = new ArrayList<>();
            List<String> predictions = new ArrayList<>();
            List<Double> own = new ArrayList<>();
            for (int t = 0; t < batch.targetTime(); t++) {
                int row = t * batch.size() + n;
                labels.add(vocabulary.token(batch.targetLabel()[row]));
                predictions.add(vocabulary.token(Argmax.of(logits.values(), logits.offset() + row * logits.width(), logits.width())));
                own.add(losses[row]);
            }
            sentences.add(new Sentence(labels, predictions, own, batch.targetLengths()[n]));
        }
        return new BatchLosses(trainingStep, sentences);
    }

    /** T′. */
    public int targetTime() {
        return sentences.getFirst().losses().size();
    }

    /** Valid target tokens: what the masked mean is divided by. */
    public int validTokens() {
        return sentences.stream().mapToInt(Sentence::validLength).sum();
    }

    /** N · T′: what a mean without a mask is divided by. */
    public int positions() {
        return sentences.size() * targetTime();
    }

    public double validSum() {
        return sentences.stream().mapToDouble(Sentence::validSum).sum();
    }

    public double wholeSum() {
        return sentences.stream().mapToDouble(Sentence::wholeSum).sum();
    }

    /** The loss that this program trains on: over the valid tokens. */
    public double maskedMean() {
        return validSum() / validTokens();
    }

    /** The mean that padding falsifies. */
    public double unmaskedMean() {
        return wholeSum() / positions();
    }

    /** Masked, but divided by T′ for each sentence, as the d2l book's MaskedSoftmaxCELoss does; then the mean over the batch. */
    public double meanByTargetTime() {
        return validSum() / positions();
    }
}
