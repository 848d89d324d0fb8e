package seq2see.corpus;

import java.util.List;

/**
 * N sentence pairs padded to common lengths: T source and T′ target positions. Ids are laid out time first, as the
 * engine reads them: the id of sentence n at time t stands at {@code t * size + n}.
 */
public final class Batch {
    private List<EncodedPair> pairs;
    private final int sourceTime;
    private final int targetTime;
    private final int[] sourceLengths;
    private final int[] targetLengths;
    // Padded when they are first asked for.
    private int[] sourceIds;
    private int[] targetInput;
    private int[] targetLabel;

    /** Pads the pairs; both sides of each end in {@link Vocabulary#EOS} and are not empty. */
    public Batch(List<EncodedPair> pairs) {
        this.pairs = pairs;
        sourceLengths = new int[pairs.size()];
        targetLengths = new int[pairs.size()];
        int longestSource = 0;
        int longestTarget = 0;
        for (int n = 0; n < pairs.size(); n++) {
            sourceLengths[n] = pairs.get(n).source().length;
            targetLengths[n] = pairs.get(n).target().length;
            longestSource = Math.max(longestSource, sourceLengths[n]);
            longestTarget = Math.max(longestTarget, targetLengths[n]);
        }
        sourceTime = longestSource;
        targetTime = longestTarget;
    }

    /** Takes the pairs of another batch of the same sizes, into the arrays that this one gave out before. */
    public void refill(Batch other) {
        if (other.size() != size() || other.sourceTime != sourceTime || other.targetTime != targetTime) {
            throw new IllegalArgumentException("a batch of other sizes");
        }
        pairs = other.pairs;
        System.arraycopy(other.sourceLengths, 0, sourceLengths, 0, size());
        System.arraycopy(other.targetLengths, 0, targetLengths, 0, size());
        if (sourceIds != null) {
            padSource();
        }
        if (targetLabel != null) {
            padTarget();
        }
    }

    private void padSource() {
        for (int n = 0; n < size(); n++) {
            int[] source = pairs.get(n).source();
            for (int t = 0; t < sourceTime; t++) {
                sourceIds[t * size() + n] = t < source.length ? source[t] : Vocabulary.PAD;
            }
        }
    }

    private void padTarget() {
        for (int n = 0; n < size(); n++) {
            int[] target = pairs.get(n).target();
            for (int t = 0; t < targetTime; t++) {
                targetLabel[t * size() + n] = t < target.length ? target[t] : Vocabulary.PAD;
                targetInput[t * size() + n] = t == 0 ? Vocabulary.BOS : t < target.length ? target[t - 1] : Vocabulary.PAD;
            }
        }
    }

    private void makeTarget() {
        if (targetLabel == null) {
            targetInput = new int[targetTime * size()];
            targetLabel = new int[targetTime * size()];
            padTarget();
        }
    }

    /** {@code count} of the pairs, from {@code from} on, padded no further than they need. */
    public Batch part(int from, int count) {
        return new Batch(pairs.subList(from, from + count));
    }

    /** The pairs, in the batch's order. */
    public List<EncodedPair> pairs() {
        return pairs;
    }

    /** N, the number of sentence pairs. */
    public int size() {
        return pairs.size();
    }

    /** T, the longest source, {@code <eos>} included. */
    public int sourceTime() {
        return sourceTime;
    }

    /** T′, the longest target, {@code <eos>} included. */
    public int targetTime() {
        return targetTime;
    }

    /** (T, N) source ids, {@link Vocabulary#PAD} behind the valid length. Not a copy. */
    public int[] sourceIds() {
        if (sourceIds == null) {
            sourceIds = new int[sourceTime * size()];
            padSource();
        }
        return sourceIds;
    }

    /** (N) valid lengths of the sources, {@code <eos>} included. Not a copy. */
    public int[] sourceLengths() {
        return sourceLengths;
    }

    /** (T′, N) what the decoder is fed under teacher forcing: {@code <bos>}, then the target without its end. Not a copy. */
    public int[] targetInput() {
        makeTarget();
        return targetInput;
    }

    /** (T′, N) what the decoder is to say: the target and {@code <eos>}. Not a copy. */
    public int[] targetLabel() {
        makeTarget();
        return targetLabel;
    }

    /** (N) valid lengths of the targets, {@code <eos>} included. Not a copy. */
    public int[] targetLengths() {
        return targetLengths;
    }

    /** How many target tokens count in the loss. */
    public int validTargetTokens() {
        int sum = 0;
        for (int length : targetLengths) {
            sum += length;
        }
        return sum;
    }
}
