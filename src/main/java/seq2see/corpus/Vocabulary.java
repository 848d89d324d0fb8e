package seq2see.corpus;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The tokens of one side, by id. The first four are specials; the others follow by falling count, then alphabetically. */
public final class Vocabulary {
    /** Padding behind a sentence's end. */
    public static final int PAD = 0;
    /** What the decoder is fed first. */
    public static final int BOS = 1;
    /** The end of a sentence. */
    public static final int EOS = 2;
    /** A token that the vocabulary does not know. */
    public static final int UNK = 3;

    /** How many specials there are, which stand first. */
    public static final int SPECIAL_COUNT = 4;

    private static final List<String> SPECIALS = List.of("<pad>", "<bos>", "<eos>", "<unk>");

    private final List<String> tokens;
    private final Map<String, Integer> ids;

    /**
     * @param tokens all tokens in id order, the four specials first; distinct
     * @throws IllegalArgumentException where the specials are not first or a token stands twice
     */
    public Vocabulary(List<String> tokens) {
        if (tokens.size() < SPECIALS.size() || !tokens.subList(0, SPECIALS.size()).equals(SPECIALS)) {
            throw new IllegalArgumentException("a vocabulary begins with " + SPECIALS);
        }
        this.tokens = List.copyOf(tokens);
        this.ids = new HashMap<>();
        for (int id = 0; id < tokens.size(); id++) {
            if (ids.put(tokens.get(id), id) != null) {
                throw new IllegalArgumentException("the token " + tokens.get(id) + " stands twice");
            }
        }
    }

    /** Counts the tokens of the sentences and keeps the most frequent, at most {@code maximumSize} with the specials. */
    public static Vocabulary of(Iterable<List<String>> sentences, int maximumSize) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (List<String> sentence : sentences) {
            for (String token : sentence) {
                counts.merge(token, 1L, Long::sum);
            }
        }
        SPECIALS.forEach(counts::remove);
        Stream<String> frequent = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey()))
                .limit(Math.max(0, maximumSize - SPECIALS.size()))
                .map(Map.Entry::getKey);
        return new Vocabulary(Stream.concat(SPECIALS.stream(), frequent).toList());
    }

    /** V, the specials included. */
    public int size() {
        return tokens.size();
    }

    /** The token's id, {@link #UNK} where it is not known. A special's own text is no special: it is unknown. */
    public int id(String token) {
        int id = ids.getOrDefault(token, UNK);
        return id < SPECIALS.size() ? UNK : id;
    }

    /** @throws IndexOutOfBoundsException where there is no such id */
    public String token(int id) {
        return tokens.get(id);
    }

    /** By id, the specials first. */
    public List<String> tokens() {
        return tokens;
    }
}
