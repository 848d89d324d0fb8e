package seq2see.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns the text of both sides into token ids and back: a tokenizer and a vocabulary for each side. White space at a
 * text's ends does not count.
 */
public record PairCodec(Tokenizer sourceTokenizer, Vocabulary sourceVocabulary,
                        Tokenizer targetTokenizer, Vocabulary targetVocabulary) {

    /** The source's ids, {@link Vocabulary#EOS} at the end. */
    public int[] encodeSource(String text) {
        return encode(text, sourceTokenizer, sourceVocabulary);
    }

    /** The source's tokens as written, also those that the vocabulary does not know: one for each of its ids. */
    public List<String> sourceTokens(String text) {
        List<String> tokens = new ArrayList<>(tokens(text, sourceTokenizer));
        tokens.add(sourceVocabulary.token(Vocabulary.EOS));
        return List.copyOf(tokens);
    }

    /** The target's ids, {@link Vocabulary#EOS} at the end. */
    public int[] encodeTarget(String text) {
        return encode(text, targetTokenizer, targetVocabulary);
    }

    public EncodedPair encode(SentencePair pair) {
        return new EncodedPair(encodeSource(pair.source()), encodeTarget(pair.target()), pair);
    }

    /** The text of target ids up to the first {@link Vocabulary#EOS}, by the tokenizer's inverse. */
    public String decodeTarget(int[] ids) {
        List<String> tokens = new ArrayList<>();
        for (int id : ids) {
            if (id == Vocabulary.EOS) {
                break;
            }
            tokens.add(targetVocabulary.token(id));
        }
        return targetTokenizer.detokenize(tokens);
    }

    private static List<String> tokens(String text, Tokenizer tokenizer) {
        return tokenizer.tokenize(Graphemes.strip(text));
    }

    private static int[] encode(String text, Tokenizer tokenizer, Vocabulary vocabulary) {
        List<String> tokens = tokens(text, tokenizer);
        int[] ids = new int[tokens.size() + 1];
        for (int i = 0; i < tokens.size(); i++) {
            ids[i] = vocabulary.id(tokens.get(i));
        }
        ids[tokens.size()] = Vocabulary.EOS;
        return ids;
    }
}
