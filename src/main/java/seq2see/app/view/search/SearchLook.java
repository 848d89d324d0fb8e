package seq2see.app.view.search;

import java.util.List;
import java.util.Optional;
import seq2see.search.SearchTree.Node;

/**
 * How somebody looks at a search: what they chose of it and how much of it they want to see.
 *
 * @param chosen    the tokens of the prefix that was chosen; empty for none
 * @param opened    what would follow the chosen prefix, where the search itself did not expand it
 * @param folded    whether pruned candidates are left out
 * @param sought    a token that is looked for; empty for none
 * @param everyKept whether every prefix that was kept counts as an output, as some texts have it
 */
public record SearchLook(Optional<List<Integer>> chosen, Optional<Node> opened, boolean folded, String sought, boolean everyKept) {
    /** Nothing is chosen, and everything is seen. */
    public static final SearchLook PLAIN = new SearchLook(Optional.empty(), Optional.empty(), false, "", false);

    SearchLook choosing(Optional<List<Integer>> prefix) {
        return new SearchLook(prefix, opened, folded, sought, everyKept);
    }

    SearchLook folding(boolean fold) {
        return new SearchLook(chosen, opened, fold, sought, everyKept);
    }
}
