package seq2see.corpus;

/** Two subwords that stand side by side and become one; one that goes on ends in {@link BytePairTokenizer#GOES_ON}. */
public record Merge(String left, String right) implements Comparable<Merge> {
    /** @throws IllegalArgumentException where the left part ends a word, so that nothing can follow it */
    public Merge {
        if (!left.endsWith(BytePairTokenizer.GOES_ON) || right.isEmpty()) {
            throw new IllegalArgumentException("no merge: " + left + " " + right);
        }
    }

    /** The subword that they become. */
    String joined() {
        return left.substring(0, left.length() - BytePairTokenizer.GOES_ON.length()) + right;
    }

    /** By the left part, then by the right. */
    @Override
    public int compareTo(Merge other) {
        int byLeft = left.compareTo(other.left);
        return byLeft != 0 ? byLeft : right.compareTo(other.right);
    }
}
