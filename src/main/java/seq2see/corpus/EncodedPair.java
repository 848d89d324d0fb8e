package seq2see.corpus;

/**
 * A pair as token ids, each side ending in {@link Vocabulary#EOS}.
 *
 * @param source ids of the source vocabulary
 * @param target ids of the target vocabulary
 * @param pair   the text that they were made from
 */
public record EncodedPair(int[] source, int[] target, SentencePair pair) {
}
