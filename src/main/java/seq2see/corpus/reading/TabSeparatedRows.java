package seq2see.corpus.reading;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import seq2see.corpus.ReadingReport.Reason;
import seq2see.corpus.reading.TextLines.Line;

/** Columns parted by tabs. Quotes are ordinary characters. */
final class TabSeparatedRows implements Rows {
    private final Reader reader;
    private final TextLines lines;
    private final int preamble;
    private long blank;

    /** @param preamble how many lines stand in front of the records */
    TabSeparatedRows(Reader reader, boolean onlyCarriageReturns, int preamble) {
        this.reader = reader;
        this.preamble = preamble;
        this.lines = new TextLines(reader, onlyCarriageReturns);
    }

    @Override
    public Row next() throws IOException {
        for (Line line = lines.next(); line != null; line = lines.next()) {
            if (line.number() <= preamble) {
                continue;
            }
            if (line.fault().isPresent()) {
                return Row.faulty(line.number(), line.fault().get(), line.text());
            }
            if (line.text().indexOf('\t') >= 0) {
                return Row.of(line.number(), columns(line.text()));
            }
            if (!line.isBlank()) {
                return Row.faulty(line.number(), Reason.NO_TAB, line.text());
            }
            blank++;
        }
        return null;
    }

    private static String[] columns(String line) {
        List<String> columns = new ArrayList<>(4);
        int start = 0;
        for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', start)) {
            columns.add(line.substring(start, tab));
            start = tab + 1;
        }
        columns.add(line.substring(start));
        return columns.toArray(String[]::new);
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
