package seq2see.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * Subwords by byte-pair encoding (Sennrich, Haddow and Birch 2016, Neural Machine Translation of Rare Words with Subword
 * Units). A text is cut into words as {@link WordTokenizer} does, a run of ideographs being one; a word into characters; and
 * the merges that were learnt join them, those that were learnt first before the others. A subword that does not end its
 * word carries {@code @@} behind it, so that the inverse holds for every text.
 */
public final class BytePairTokenizer implements Tokenizer {
    static final String NAME = "byte-pair";
    /** "The word goes on", as subword-nmt writes it. No word holds it: each {@code @} is a word of its own. */
    static final String GOES_ON = "@@";
    /** How many subwords are learnt unless a person says otherwise. */
    public static final int USUAL_SUBWORDS = 2_000;
    /** How many subwords may be asked for. */
    public static final Limits SUBWORDS = new Limits(1, 100_000);

    private final Tokenizer words = WordTokenizer.withRunsOfIdeographs(NAME);
    private final int subwords;
    private final List<Merge> merges;
    private final Map<Merge, Integer> ranks = new HashMap<>();

    /** One that has learnt nothing yet and cuts into characters; it will learn at the most so many subwords. */
    public BytePairTokenizer(int subwords) {
        this(subwords, List.of());
    }

    /** @param merges in the order in which they were learnt */
    public BytePairTokenizer(int subwords, List<Merge> merges) {
        this.subwords = subwords;
        this.merges = List.copyOf(merges);
        for (int rank = 0; rank < merges.size(); rank++) {
            ranks.putIfAbsent(merges.get(rank), rank);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    /** How many subwords it learns at the most, beside single characters. */
    public int subwords() {
        return subwords;
    }

    /** What it has learnt, in order. */
    public List<Merge> merges() {
        return merges;
    }

    @Override
    public Tokenizer learn(Iterable<String> texts) {
        Map<String, Long> counts = new HashMap<>();
        for (String text : texts) {
            words.tokenize(text).forEach(word -> counts.merge(word, 1L, Long::sum));
        }
        return new BytePairTokenizer(subwords, new BytePairLearner(counts).learn(subwords));
    }

    @Override
    public List<String> tokenize(String text) {
        List<String> pieces = new ArrayList<>();
        words.tokenize(text).forEach(word -> pieces.addAll(cut(word)));
        return pieces;
    }

    private List<String> cut(String word) {
        List<String> pieces = characters(word);
        for (Merge best = best(pieces); best != null; best = best(pieces)) {
            pieces = merged(pieces, best);
        }
        return pieces;
    }

    /** A word in characters, all but the last with the mark. */
    static List<String> characters(String word) {
        List<String> pieces = new ArrayList<>();
        Matcher clusters = Graphemes.clusters(word);
        while (clusters.find()) {
            pieces.add(clusters.end() < word.length() ? clusters.group() + GOES_ON : clusters.group());
        }
        return pieces;
    }

    /** The merge that was learnt first among those that apply; null where none does. */
    private Merge best(List<String> pieces) {
        int lowest = Integer.MAX_VALUE;
        for (int i = 0; i + 1 < pieces.size(); i++) {
            lowest = Math.min(lowest, ranks.getOrDefault(new Merge(pieces.get(i), pieces.get(i + 1)), Integer.MAX_VALUE));
        }
        return lowest == Integer.MAX_VALUE ? null : merges.get(lowest);
    }

    /** The pieces with a merge carried out wherever it applies, from left to right. */
    static List<String> merged(List<String> pieces, Merge merge) {
        List<String> after = new ArrayList<>(pieces.size());
        for (int i = 0; i < pieces.size(); i++) {
            boolean applies = i + 1 < pieces.size() && pieces.get(i).equals(merge.left()) && pieces.get(i + 1).equals(merge.right());
            after.add(applies ? merge.joined() : pieces.get(i));
            i += applies ? 1 : 0;
        }
        return after;
    }

    @Override
    public String detokenize(List<String> tokens) {
        List<String> whole = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (String token : tokens) {
            boolean goesOn = token.endsWith(GOES_ON);
            word.append(token, 0, goesOn ? token.length() - GOES_ON.length() : token.length());
            if (!goesOn) {
                whole.add(word.toString());
                word.setLength(0);
            }
        }
        // A model may stop in the middle of a word.
        whole.addAll(word.isEmpty() ? List.of() : Collections.singletonList(word.toString()));
        return words.detokenize(whole);
    }
}
