package seq2see.training;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import seq2see.corpus.InputException;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.SentencePair;

/**
 * How a saved model was trained: what describes it, and what going on with it takes.
 *
 * @param corpusName        what the corpus was called
 * @param corpusFingerprint {@link #fingerprint} of its pairs
 * @param batchSize         N
 * @param trainingSteps     planned
 * @param learningRate      before the schedule
 * @param clip              the largest global norm of the gradient
 * @param teacherForcing    the share of decoder steps fed with the true token
 * @param dropout           the chance that a unit between two layers is dropped
 * @param seed              of the initial weights, the split and the order of the batches
 * @param trainingStep      steps done
 * @param curve             so far
 */
public record SavedTraining(String corpusName, String corpusFingerprint, int batchSize, long trainingSteps,
                            double learningRate, double clip, double teacherForcing, double dropout, long seed, long trainingStep,
                            LearningCurve curve) {
    public SavedTraining {
        Objects.requireNonNull(corpusName);
        Objects.requireNonNull(corpusFingerprint);
        Objects.requireNonNull(curve);
    }

    /** Tells corpora apart: SHA-256 over their pairs, in hexadecimal digits. Line numbers do not count. */
    public static String fingerprint(List<SentencePair> pairs) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (SentencePair pair : pairs) {
                // No side of a pair holds a tab or a line feed.
                digest.update((pair.source() + '\t' + pair.target() + '\n').getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * The corpus as training saw it: turned round where it learnt the other direction.
     *
     * @throws InputException where training saw other pairs
     */
    ParallelCorpus ownCorpus(ParallelCorpus corpus) throws InputException {
        if (fingerprint(corpus.pairs()).equals(corpusFingerprint)) {
            return corpus;
        }
        ParallelCorpus reversed = corpus.reversed();
        if (fingerprint(reversed.pairs()).equals(corpusFingerprint)) {
            return reversed;
        }
        throw new InputException("training.otherCorpus", corpus.name(), corpusName);
    }

    /** Refuses numbers that no training can have, naming the field. */
    SavedTraining checked() throws InputException {
        check("batchSize", batchSize, 1, Integer.MAX_VALUE);
        check("trainingSteps", trainingSteps, 1, Long.MAX_VALUE);
        check("trainingStep", trainingStep, 0, Long.MAX_VALUE);
        check("learningRate", learningRate, 0, Double.MAX_VALUE);
        check("clip", clip, 0, Double.MAX_VALUE);
        check("teacherForcing", teacherForcing, 0, 1);
        check("dropout", dropout, 0, 0.99);
        return this;
    }

    private static void check(String field, long value, long least, long most) throws InputException {
        if (value < least || value > most) {
            throw new InputException("configuration.range", field, String.valueOf(value), String.valueOf(least), String.valueOf(most));
        }
    }

    private static void check(String field, double value, double least, double most) throws InputException {
        if (!(value >= least && value <= most)) {
            throw new InputException("configuration.range", field, String.valueOf(value), String.valueOf(least), String.valueOf(most));
        }
    }
}
