package seq2see.app.view.search;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What somebody folded in a search tree and opened in it.
 *
 * @param closed prefixes behind which nothing is drawn
 * @param opened prefixes of which many more candidates are drawn than usual
 */
record TreeFolding(Set<List<Integer>> closed, Set<List<Integer>> opened) {
    static final TreeFolding NONE = new TreeFolding(Set.of(), Set.of());

    TreeFolding {
        closed = Set.copyOf(closed);
        opened = Set.copyOf(opened);
    }

    /** Folds what follows a prefix, or unfolds it. */
    TreeFolding turning(List<Integer> prefix) {
        return new TreeFolding(turned(closed, prefix), opened);
    }

    /** Shows many candidates of a prefix, or few again. */
    TreeFolding opening(List<Integer> prefix) {
        return new TreeFolding(closed, turned(opened, prefix));
    }

    private static Set<List<Integer>> turned(Set<List<Integer>> prefixes, List<Integer> prefix) {
        Set<List<Integer>> changed = new HashSet<>(prefixes);
        if (!changed.remove(prefix)) {
            changed.add(prefix);
        }
        return changed;
    }
}
