package seq2see.search;

import java.util.BitSet;
import java.util.List;

/** Finds the tokens that would let an n-gram come a second time (Paulus et al., 2017, for n = 3). */
final class RepeatedNGrams {
    private static final BitSet NOTHING = new BitSet();

    private RepeatedNGrams() {
    }

    /**
     * The ids that may not follow a prefix; not to be changed.
     *
     * @param n how many tokens must not repeat as a run; 0 blocks nothing
     */
    static BitSet after(Prefix prefix, int n) {
        if (n == 0 || prefix.length() < n) {
            return NOTHING;
        }
        BitSet blocked = new BitSet();
        List<Integer> tokens = prefix.tokenIds();
        List<Integer> last = tokens.subList(tokens.size() - n + 1, tokens.size());
        for (int from = 0; from + n <= tokens.size(); from++) {
            if (tokens.subList(from, from + n - 1).equals(last)) {
                blocked.set(tokens.get(from + n - 1));
            }
        }
        return blocked;
    }
}
