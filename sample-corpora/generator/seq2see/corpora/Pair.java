package seq2see.corpora;

/** One line of a corpus: a source text and its target, neither with a tab or a line break in it. */
public record Pair(String source, String target) {
    public Pair {
        if (source.isBlank() || target.isBlank() || (source + target).matches("(?s).*[\\t\\r\\n].*")) {
            throw new IllegalArgumentException("not a line of a corpus: " + source + " → " + target);
        }
    }
}
