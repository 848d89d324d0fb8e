package seq2see.corpus.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Reader;
import seq2see.corpus.ReadingReport.Reason;
import seq2see.corpus.reading.TextLines.Line;

/** A JSON object a line. A line that is none is told apart, and the others go on. */
final class JsonLinesRows implements Rows {
    private final Reader reader;
    private final TextLines lines;
    private final ColumnNames columns;
    private long blank;

    JsonLinesRows(Reader reader, boolean onlyCarriageReturns, ColumnNames columns) {
        this.reader = reader;
        this.lines = new TextLines(reader, onlyCarriageReturns);
        this.columns = columns;
    }

    @Override
    public Row next() throws IOException {
        for (Line line = lines.next(); line != null; line = lines.next()) {
            if (line.fault().isPresent()) {
                return Row.faulty(line.number(), line.fault().get(), line.text());
            }
            if (!line.isBlank()) {
                return row(line);
            }
            blank++;
        }
        return null;
    }

    private Row row(Line line) {
        try {
            JsonNode record = JsonColumns.WHOLE.readTree(line.text());
            if (record.isObject() || record.isArray()) {
                return JsonRows.row(line.number(), record, columns);
            }
        } catch (JsonProcessingException _) {
            // Told like a value that is no record.
        }
        return Row.faulty(line.number(), Reason.BROKEN_LINE, line.text());
    }

    @Override
    public long blankLines() {
        return blank;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
