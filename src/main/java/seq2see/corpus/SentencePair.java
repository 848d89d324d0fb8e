package seq2see.corpus;

/** A source sentence and its target, as read; {@code line} counts from 1 in the file. */
public record SentencePair(String source, String target, long line) {
    /** The same with source and target exchanged. */
    public SentencePair reversed() {
        return new SentencePair(target, source, line);
    }
}
