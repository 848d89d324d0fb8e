package seq2see.corpus.reading;

import java.util.Locale;

/**
 * Which side a text sounds like, by what the corpus itself has on its sides: the counts of their letter trigrams, as in
 * Cavnar and Trenkle (1994), compared by log likelihood with add-one smoothing. A text is judged by the others, without
 * what it added itself. Where the sides do not differ clearly, as where both are numbers, nothing is doubted.
 */
final class SideLanguages {
    private static final int BUCKETS = 1 << 16;
    /** Doubt begins where a text is this many nats likelier on the other side: odds of some 20,000 to 1. */
    private static final double DOUBT = 10;
    /** Of the pairs, this share has to sound like its side, or the sides are too much alike to doubt any. */
    private static final double CLEAR = 0.95;

    private final int[] source = new int[BUCKETS];
    private final int[] target = new int[BUCKETS];
    private long sourceTotal;
    private long targetTotal;
    private long judged;
    private long clear;
    private int[] trigrams = new int[256];
    private int count;

    /** Learns from a pair. */
    void learn(String sourceText, String targetText) {
        sourceTotal += add(sourceText, source);
        targetTotal += add(targetText, target);
    }

    private int add(String text, int[] counts) {
        cut(text);
        for (int i = 0; i < count; i++) {
            counts[trigrams[i]]++;
        }
        return count;
    }

    /** Compares a pair with its sides, to find out whether they differ; after all of {@link #learn}. */
    void compare(String sourceText, String targetText) {
        judged++;
        clear += sourceDoubt(sourceText) < 0 && targetDoubt(targetText) < 0 ? 1 : 0;
    }

    /** Whether the sides differ so clearly that a text on the wrong one is told. */
    boolean differ() {
        return judged >= 20 && clear >= CLEAR * judged;
    }

    boolean doubtsSource(String text) {
        return sourceDoubt(text) > DOUBT;
    }

    boolean doubtsTarget(String text) {
        return targetDoubt(text) > DOUBT;
    }

    /** By how many nats the text is likelier on the other side. */
    private double sourceDoubt(String text) {
        cut(text);
        return doubt(source, sourceTotal, target, targetTotal);
    }

    private double targetDoubt(String text) {
        cut(text);
        return doubt(target, targetTotal, source, sourceTotal);
    }

    private double doubt(int[] own, long ownTotal, int[] other, long otherTotal) {
        double sum = 0;
        double ownNorm = Math.log(Math.max(1, ownTotal - count) + (double) BUCKETS);
        double otherNorm = Math.log(otherTotal + (double) BUCKETS);
        for (int i = 0; i < count; i++) {
            sum += Math.log((other[trigrams[i]] + 1.0) / Math.max(1, own[trigrams[i]])) + ownNorm - otherNorm;
        }
        return sum;
    }

    /** The hashed trigrams of the text's letters; whatever is no letter parts words. */
    private void cut(String text) {
        count = 0;
        String lower = text.toLowerCase(Locale.ROOT);
        if (trigrams.length < lower.length() + 1) {
            trigrams = new int[2 * lower.length() + 1];
        }
        int before = ' ';
        int last = ' ';
        for (int i = 0; i <= lower.length(); i++) {
            int next = i < lower.length() && Character.isLetter(lower.charAt(i)) ? lower.charAt(i) : ' ';
            if (last != ' ') {
                int hash = (before * 31 + last) * 0x9E3779B1 + next * 0x85EBCA6B;
                trigrams[count++] = (hash ^ hash >>> 15) & BUCKETS - 1;
            }
            if (next != ' ' || last != ' ') {
                before = last;
                last = next;
            }
        }
    }
}
