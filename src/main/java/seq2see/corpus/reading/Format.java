package seq2see.corpus.reading;

import java.util.List;
import seq2see.corpus.Choice;
import seq2see.corpus.InputException;

/** How a corpus is written. */
public enum Format {
    /** A line a pair, columns parted by tabs; quotes are ordinary characters. Where they are those of CSV, it is CSV. */
    TAB_SEPARATED("tab-separated"),
    /** Two files, each line of the first beside the same line of the second, as Moses has them. */
    LINE_ALIGNED("line-aligned"),
    /** Columns parted by commas (or semicolons), quoted where need be: RFC 4180. */
    CSV("csv"),
    /** A JSON object a line, or an array of texts. */
    JSON_LINES("json-lines"),
    /** One JSON document that holds an array of objects, or of arrays. */
    JSON("json"),
    /** Translation Memory eXchange, 1.1 to 1.4. */
    TMX("tmx"),
    /** Lines of {@code IN: … OUT: …}, as SCAN has them. */
    IN_OUT("in-out");

    private final String label;

    Format(String label) {
        this.label = label;
    }

    /** The name used on the command line. */
    @Override
    public String toString() {
        return label;
    }

    /** @throws InputException where there is none of that name */
    public static Format named(String label) throws InputException {
        return Choice.named("format", label, List.of(values()), Format::toString);
    }

    /** Whether columns are counted; elsewhere they have names. */
    public boolean hasNumberedColumns() {
        return this == TAB_SEPARATED || this == CSV;
    }
}
