package seq2see.search;

import seq2see.corpus.Vocabulary;
import seq2see.model.DecoderRun;
import seq2see.model.EncoderRun;
import seq2see.model.Seq2Seq;
import seq2see.tensor.Tape;
import seq2see.tensor.Tensor;

/** A trained network as a {@link NextTokenModel}, after its sources were encoded. */
public final class Seq2SeqModel implements NextTokenModel {
    private final Seq2Seq network;
    private final DecoderRun run;
    private final double[] logProbabilities;

    /**
     * Encodes the sources.
     *
     * @param tape         forward only; not reset while this model is used
     * @param sourceIds    (T, N) time first
     * @param validLengths (N)
     */
    public Seq2SeqModel(Seq2Seq network, Tape tape, int[] sourceIds, int[] validLengths) {
        this.network = network;
        EncoderRun encoded = network.encode(tape, sourceIds, validLengths);
        this.run = network.begin(tape, encoded, 1);
        this.logProbabilities = new double[validLengths.length * network.config().targetVocabulary()];
    }

    @Override
    public int rows() {
        return run.encoded().size();
    }

    @Override
    public int vocabularySize() {
        return network.config().targetVocabulary();
    }

    @Override
    public int beginToken() {
        return Vocabulary.BOS;
    }

    @Override
    public int endToken() {
        return Vocabulary.EOS;
    }

    @Override
    public double[] advance(int[] tokenIds) {
        Tensor logits = network.decode(run, 0, tokenIds);
        for (int row = 0; row < rows(); row++) {
            logSoftmax(logits.values(), logits.offset() + row * vocabularySize(), logProbabilities, row * vocabularySize(), vocabularySize());
        }
        run.carryOver();
        return logProbabilities;
    }

    /** output_i = logits_i − log Σ_j exp(logits_j); in double precision, so that what differs in the logits still differs. */
    private static void logSoftmax(float[] logits, int logitsOffset, double[] output, int outputOffset, int count) {
        float most = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            most = Math.max(most, logits[logitsOffset + i]);
        }
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += StrictMath.exp(logits[logitsOffset + i] - most);
        }
        double normaliser = most + StrictMath.log(sum);
        for (int i = 0; i < count; i++) {
            output[outputOffset + i] = logits[logitsOffset + i] - normaliser;
        }
    }
}
