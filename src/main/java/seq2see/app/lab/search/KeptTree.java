package seq2see.app.lab.search;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import seq2see.app.lab.tab.TokenIds;
import seq2see.app.view.search.TreeLook;

/** How a scene keeps the way in which a search tree is looked at. */
final class KeptTree {
    private static final String ZOOM = "search-zoom";
    private static final String CLOSED = "search-closed";
    private static final String OPENED = "search-opened";

    private KeptTree() {
    }

    static Map<String, String> of(TreeLook look) {
        Map<String, String> kept = new TreeMap<>(Map.of(CLOSED, text(look.closed()), OPENED, text(look.opened())));
        look.zoom().ifPresent(zoom -> kept.put(ZOOM, String.valueOf(zoom)));
        return kept;
    }

    /** @param tokens how many there are; what makes no sense with so many is passed over */
    static TreeLook look(Map<String, String> kept, int tokens) {
        String zoom = kept.getOrDefault(ZOOM, "");
        return new TreeLook(zoom.matches("\\d{1,3}(\\.\\d{1,20})?") ? OptionalDouble.of(Double.parseDouble(zoom)) : OptionalDouble.empty(),
                prefixes(kept.get(CLOSED), tokens), prefixes(kept.get(OPENED), tokens));
    }

    private static String text(Set<List<Integer>> prefixes) {
        return prefixes.stream().map(TokenIds::text).sorted().collect(Collectors.joining(","));
    }

    private static Set<List<Integer>> prefixes(String text, int tokens) {
        return text == null ? Set.of() : Arrays.stream(text.split(",")).map(part -> TokenIds.parse(part, tokens)).filter(prefix -> !prefix.isEmpty()).collect(Collectors.toSet());
    }
}
