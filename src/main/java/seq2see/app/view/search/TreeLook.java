package seq2see.app.view.search;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * How somebody looks at a search tree.
 *
 * @param zoom   empty where nobody zoomed
 * @param closed prefixes behind which nothing is drawn
 * @param opened prefixes of which many more candidates are drawn than usual
 */
public record TreeLook(OptionalDouble zoom, Set<List<Integer>> closed, Set<List<Integer>> opened) {
    public TreeLook {
        closed = Set.copyOf(closed);
        opened = Set.copyOf(opened);
    }
}
