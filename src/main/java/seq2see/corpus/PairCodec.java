package seq2see.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns the text of both sides into token ids and back: a tokenizer and a vocabulary for each side. Text is normalised as it
 * was for training, and white space at its ends does not count.
 *
 * @param direction null where a model learnt one direction; where it learnt both, the one that the tokenizers are of and
 *                  that a text goes which names none. Both vocabularies then hold the tokens of both languages
 */
public record PairCodec(Normalisation normalisation, Tokenizer sourceTokenizer, Vocabulary sourceVocabulary, Tokenizer targetTokenizer,
                        Vocabulary targetVocabulary, Direction direction) {

    /** One that leaves text as it is. */
    public PairCodec(Tokenizer sourceTokenizer, Vocabulary sourceVocabulary, Tokenizer targetTokenizer, Vocabulary targetVocabulary) {
        this(Normalisation.NONE, sourceTokenizer, sourceVocabulary, targetTokenizer, targetVocabulary, null);
    }

    /** Whether it is of a model that translates either way. */
    public boolean bothDirections() {
        return direction != null;
    }

    /** The same for a direction of a model that learnt both. */
    public PairCodec towards(Direction wanted) {
        if (!bothDirections()) {
            throw new IllegalStateException("only one direction was learnt");
        }
        return wanted == direction ? this
                : new PairCodec(normalisation, targetTokenizer, sourceVocabulary, sourceTokenizer, targetVocabulary, wanted);
    }

    /** The same for the direction that a source names at its beginning; this one where it names none. */
    public PairCodec towardsThatOf(String source) {
        return bothDirections() ? Direction.of(Graphemes.strip(source)).map(this::towards).orElse(this) : this;
    }

    /** A text as training would have seen it: normalised, the direction in front where there are two. */
    public String sourceText(String text) {
        PairCodec own = towardsThatOf(text);
        String stripped = Graphemes.strip(text);
        return bothDirections() ? own.direction.mark(normalised(Direction.unmarked(stripped))) : normalised(stripped);
    }

    private String normalised(String text) {
        return Graphemes.strip(normalisation.of(text));
    }

    /** The source's ids, {@link Vocabulary#EOS} at the end. */
    public int[] encodeSource(String text) {
        return ids(withoutEnd(text), sourceVocabulary);
    }

    /** The source's tokens as written, also those that the vocabulary does not know: one for each of its ids. */
    public List<String> sourceTokens(String text) {
        List<String> tokens = withoutEnd(text);
        tokens.add(sourceVocabulary.token(Vocabulary.EOS));
        return List.copyOf(tokens);
    }

    private List<String> withoutEnd(String text) {
        List<String> tokens = new ArrayList<>();
        PairCodec own = towardsThatOf(text);
        String source = Graphemes.strip(text);
        if (bothDirections()) {
            tokens.add(own.direction.token());
            source = Direction.unmarked(source);
        }
        tokens.addAll(own.sourceTokenizer.tokenize(normalised(source)));
        return tokens;
    }

    /** The target's ids, {@link Vocabulary#EOS} at the end. */
    public int[] encodeTarget(String text) {
        return ids(targetTokenizer.tokenize(normalised(text)), targetVocabulary);
    }

    /** A pair as training would have seen it. */
    public SentencePair pair(SentencePair read) {
        return new SentencePair(sourceText(read.source()), normalised(read.target()), read.line());
    }

    /** Both sides as ids, each with {@link Vocabulary#EOS} at its end; the target in the direction that the source names. */
    public EncodedPair encode(SentencePair pair) {
        return new EncodedPair(encodeSource(pair.source()), towardsThatOf(pair.source()).encodeTarget(pair.target()), pair);
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

    private static int[] ids(List<String> tokens, Vocabulary vocabulary) {
        int[] ids = new int[tokens.size() + 1];
        for (int i = 0; i < tokens.size(); i++) {
            ids[i] = vocabulary.id(tokens.get(i));
        }
        ids[tokens.size()] = Vocabulary.EOS;
        return ids;
    }
}
