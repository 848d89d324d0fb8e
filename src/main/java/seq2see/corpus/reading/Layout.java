package seq2see.corpus.reading;

import java.util.List;

/**
 * How the records of a corpus are laid out, with nothing left open.
 *
 * @param separator    of a CSV file's columns
 * @param header       whether the first record names the columns
 * @param columns      what the columns are called, as far as they have names; for two files, the sides
 * @param width        how many columns records usually have
 * @param sourceColumn index of the column that holds the sources
 * @param targetColumn index of the column that holds the targets
 * @param keepTags     whether code inside of the sentences is kept, such as tags
 */
public record Layout(Format format, char separator, boolean header, List<String> columns, int width, int sourceColumn,
                     int targetColumn, boolean keepTags) {
    public Layout {
        columns = List.copyOf(columns);
    }

    /** What a column is called: its name, or its number from 1. */
    public String columnName(int index) {
        return index < columns.size() && !columns.get(index).isBlank() ? columns.get(index) : String.valueOf(index + 1);
    }
}
