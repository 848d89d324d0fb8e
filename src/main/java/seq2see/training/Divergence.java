package seq2see.training;

import java.util.List;
import java.util.Map;
import seq2see.corpus.Batch;
import seq2see.corpus.EncodedPair;
import seq2see.corpus.InputException;
import seq2see.corpus.SentencePair;
import seq2see.model.Parameters;
import seq2see.model.Seq2Seq;
import seq2see.tensor.Kernels;
import seq2see.tensor.Tape;
import seq2see.tensor.Tensor;

/** Finds out where a loss or a gradient that is no longer a number came from, to tell the person who trains. */
final class Divergence {
    /** So many sentences of a batch are looked at one by one. */
    private static final int MOST_SENTENCES = 256;
    private static final int LONGEST_TEXT = 40;

    private Divergence() {
    }

    /**
     * @param parameters with the batch's gradient
     * @param loss       of the batch
     */
    static InputException of(long trainingStep, double loss, Parameters parameters, Batch batch) {
        return new InputException(Double.isFinite(loss) ? "training.gradientNotFinite" : "training.lossNotFinite",
                String.valueOf(trainingStep), parameter(parameters), sentences(parameters, batch));
    }

    /** The first parameter whose gradient is not finite; where all are, the one that holds the largest weight. */
    private static String parameter(Parameters parameters) {
        String largest = "";
        float size = -1;
        for (Map.Entry<String, Tensor> entry : parameters.tensors().entrySet()) {
            Tensor tensor = entry.getValue();
            for (int i = tensor.offset(); i < tensor.offset() + tensor.shape().elements(); i++) {
                if (!Float.isFinite(tensor.gradient()[i])) {
                    return entry.getKey();
                }
                if (Math.abs(tensor.values()[i]) > size) {
                    size = Math.abs(tensor.values()[i]);
                    largest = entry.getKey();
                }
            }
        }
        return largest;
    }

    /** The first of those sentences that do it alone, or else, where none does or all do, the batch. */
    private static InputException sentences(Parameters parameters, Batch batch) {
        List<EncodedPair> pairs = batch.pairs().subList(0, Math.min(MOST_SENTENCES, batch.size()));
        List<EncodedPair> alone = pairs.stream().filter(pair -> !staysFinite(parameters, pair)).toList();
        return !alone.isEmpty() && (alone.size() < pairs.size() || pairs.size() == 1) ? told("training.pair", alone.getFirst().pair(), 1)
                : told("training.pairs", pairs.getFirst().pair(), batch.size());
    }

    private static boolean staysFinite(Parameters parameters, EncodedPair pair) {
        Parameters own = parameters.withOwnGradient();
        Tape tape = Tape.recording(Kernels.best());
        double loss = new Seq2Seq(own).loss(tape, new Batch(List.of(pair)), pair.target().length);
        tape.backward();
        if (!Double.isFinite(loss)) {
            return false;
        }
        for (float value : own.gradient()) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    private static InputException told(String key, SentencePair pair, int count) {
        return new InputException(key, String.valueOf(pair.line()), shortened(pair.source()), shortened(pair.target()), String.valueOf(count));
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_TEXT ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT - 1)) + "…";
    }
}
