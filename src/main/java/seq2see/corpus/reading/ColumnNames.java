package seq2see.corpus.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Columns by name, in the order in which a file brings them up. */
final class ColumnNames {
    /** A file with more is no table; what goes beyond has no column. */
    private static final int MOST = 1_000;

    private final Map<String, Integer> indexes = new LinkedHashMap<>();

    /** @param known those that stand first */
    ColumnNames(List<String> known) {
        known.forEach(this::index);
    }

    /** The column of a name, a new one where it was not met before; −1 where there are too many. */
    int index(String name) {
        Integer known = indexes.get(name);
        if (known == null && indexes.size() < MOST) {
            indexes.put(name, indexes.size());
            return indexes.size() - 1;
        }
        return known == null ? -1 : known;
    }

    List<String> names() {
        return List.copyOf(indexes.keySet());
    }

    /** A row's columns. */
    String[] row(Map<String, String> values) {
        List<String> row = new ArrayList<>();
        values.forEach((name, value) -> {
            int index = index(name);
            while (row.size() <= index) {
                row.add(null);
            }
            if (index >= 0) {
                row.set(index, value);
            }
        });
        return row.toArray(String[]::new);
    }
}
