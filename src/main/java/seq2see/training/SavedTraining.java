package seq2see.training;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import seq2see.corpus.GivenParts;
import seq2see.corpus.InputException;
import seq2see.corpus.Limits;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.SentencePair;

/**
 * How a saved model was trained: what describes it, and what going on with it takes.
 *
 * @param corpusName        what the corpus was called
 * @param corpusFingerprint {@link #fingerprint} of its pairs
 * @param recipe            the numbers that it follows
 * @param trainingStep      steps done
 * @param best              the validation with the lowest loss so far
 * @param curve             so far
 */
public record SavedTraining(String corpusName, String corpusFingerprint, Recipe recipe, long trainingStep, BestValidation best,
                            LearningCurve curve) {
    private static final Limits STEPS_DONE = new Limits(0, Integer.MAX_VALUE);

    public SavedTraining {
        Objects.requireNonNull(corpusName);
        Objects.requireNonNull(corpusFingerprint);
        Objects.requireNonNull(recipe);
        Objects.requireNonNull(best);
        Objects.requireNonNull(curve);
    }

    /** Tells corpora apart: SHA-256 over their pairs, in hexadecimal digits. Line numbers do not count. */
    public static String fingerprint(List<SentencePair> pairs) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (SentencePair pair : pairs) {
                // No side of a pair holds a line feed.
                digest.update((pair.source() + '\n' + pair.target() + '\n').getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Whether the corpus has to be turned round to be as training saw it.
     *
     * @throws InputException where training saw other pairs
     */
    boolean isReversed(ParallelCorpus corpus, GivenParts given) throws InputException {
        ParallelCorpus all = given.with(corpus);
        if (fingerprint(all.pairs()).equals(corpusFingerprint)) {
            return false;
        }
        if (fingerprint(all.reversed().pairs()).equals(corpusFingerprint)) {
            return true;
        }
        throw new InputException("training.otherCorpus", all.name(), corpusName);
    }

    /** Refuses numbers that no training can have, naming the field. */
    SavedTraining checked() throws InputException {
        recipe.checked();
        STEPS_DONE.check("trainingStep", trainingStep);
        best.checked();
        curve.checked();
        return this;
    }
}
