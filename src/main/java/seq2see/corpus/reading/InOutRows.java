package seq2see.corpus.reading;

import java.io.IOException;
import java.io.Reader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import seq2see.corpus.ReadingReport.Reason;
import seq2see.corpus.reading.TextLines.Line;

/** Lines of {@code IN: … OUT: …}. */
final class InOutRows implements Rows {
    static final Pattern LINE = Pattern.compile("\\s*IN:\\s*(.*?)\\s+OUT:(.*)", Pattern.DOTALL);

    private final Reader reader;
    private final TextLines lines;
    private long blank;

    InOutRows(Reader reader, boolean onlyCarriageReturns) {
        this.reader = reader;
        this.lines = new TextLines(reader, onlyCarriageReturns);
    }

    @Override
    public Row next() throws IOException {
        for (Line line = lines.next(); line != null; line = lines.next()) {
            if (line.fault().isPresent()) {
                return Row.faulty(line.number(), line.fault().get(), line.text());
            }
            Matcher parts = LINE.matcher(line.text());
            if (parts.matches()) {
                return Row.of(line.number(), parts.group(1), parts.group(2));
            }
            if (!line.isBlank()) {
                return Row.faulty(line.number(), Reason.BROKEN_LINE, line.text());
            }
            blank++;
        }
        return null;
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
