package seq2see.app.drawing;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Comma-separated values as RFC 4180 has them, but with plain line ends. */
public final class CsvTable {
    private final StringBuilder text = new StringBuilder();

    public CsvTable(String... names) {
        row((Object[]) names);
    }

    public void row(Object... values) {
        text.append(Stream.of(values).map(String::valueOf).map(CsvTable::quoted).collect(Collectors.joining(","))).append('\n');
    }

    private static String quoted(String value) {
        boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r') && value.equals(value.strip());
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
