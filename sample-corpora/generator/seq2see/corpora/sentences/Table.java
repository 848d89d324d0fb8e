package seq2see.corpora.sentences;

import java.util.Arrays;
import java.util.stream.Stream;

/** Hand-written tables in text blocks: a row a line, columns between bars. */
final class Table {
    private Table() {
    }

    static Stream<String> rows(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty());
    }

    /** The columns of a row, which has to have so many. */
    static String[] columns(String row, int count) {
        String[] columns = Arrays.stream(row.split("\\|", -1)).map(String::strip).toArray(String[]::new);
        if (columns.length != count) {
            throw new IllegalArgumentException("not " + count + " columns: " + row);
        }
        return columns;
    }
}
