package seq2see.corpus;

import java.util.Arrays;
import java.util.List;

/**
 * N sentence pairs padded to common lengths: T source and T′ target positions. Ids are laid out time first, as the
 * engine reads them: the id of sentence n at time t stands at {@code t * size + n}.
 */
public final class Batch {
    private final List<EncodedPair> pairs;
    private final int size;
    private final int sourceTime;
    private final int targetTime;
    private final int[] sourceIds;
    private final int[] sourceLengths;
    private final int[] targetInput;
    private final int[] targetLabel;
    private final int[] targetLengths;

    /** Pads the pairs; both sides of each end in {@link Vocabulary#EOS} and are not empty. */
    public Batch(List<EncodedPair> pairs) {
        this.pairs = List.copyOf(pairs);
        size = pairs.size();
        sourceTime = pairs.stream().mapToInt(pair -> pair.source().length).max().orElseThrow();
        targetTime = pairs.stream().mapToInt(pair -> pair.target().length).max().orElseThrow();
        sourceIds = new int[sourceTime * size];
        sourceLengths = new int[size];
        targetInput = new int[targetTime * size];
        targetLabel = new int[targetTime * size];
        targetLengths = new int[size];
        for (int n = 0; n < size; n++) {
            int[] source = pairs.get(n).source();
            int[] target = pairs.get(n).target();
            sourceLengths[n] = source.length;
            targetLengths[n] = target.length;
            for (int t = 0; t < sourceTime; t++) {
                sourceIds[t * size + n] = t < source.length ? source[t] : Vocabulary.PAD;
            }
            for (int t = 0; t < targetTime; t++) {
                targetLabel[t * size + n] = t < target.length ? target[t] : Vocabulary.PAD;
                targetInput[t * size + n] = t == 0 ? Vocabulary.BOS : t < target.length ? target[t - 1] : Vocabulary.PAD;
            }
        }
    }

    private Batch(Batch whole, int from, int count) {
        pairs = whole.pairs.subList(from, from + count);
        size = count;
        sourceLengths = Arrays.copyOfRange(whole.sourceLengths, from, from + count);
        targetLengths = Arrays.copyOfRange(whole.targetLengths, from, from + count);
        sourceTime = Arrays.stream(sourceLengths).max().orElseThrow();
        targetTime = Arrays.stream(targetLengths).max().orElseThrow();
        sourceIds = columns(whole.sourceIds, whole.size, from, count, sourceTime);
        targetInput = columns(whole.targetInput, whole.size, from, count, targetTime);
        targetLabel = columns(whole.targetLabel, whole.size, from, count, targetTime);
    }

    private static int[] columns(int[] ids, int size, int from, int count, int time) {
        int[] part = new int[time * count];
        for (int t = 0; t < time; t++) {
            System.arraycopy(ids, t * size + from, part, t * count, count);
        }
        return part;
    }

    /** {@code count} of the pairs, from {@code from} on, padded no further than they need. */
    public Batch part(int from, int count) {
        return new Batch(this, from, count);
    }

    /** The pairs, in the batch's order. */
    public List<EncodedPair> pairs() {
        return pairs;
    }

    /** N, the number of sentence pairs. */
    public int size() {
        return size;
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
        return sourceIds;
    }

    /** (N) valid lengths of the sources, {@code <eos>} included. Not a copy. */
    public int[] sourceLengths() {
        return sourceLengths;
    }

    /** (T′, N) what the decoder is fed under teacher forcing: {@code <bos>}, then the target without its end. Not a copy. */
    public int[] targetInput() {
        return targetInput;
    }

    /** (T′, N) what the decoder is to say: the target and {@code <eos>}. Not a copy. */
    public int[] targetLabel() {
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
