package seq2see.corpus.reading;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import seq2see.corpus.ReadingReport.Reason;
import seq2see.corpus.reading.TextLines.Line;

/** Lines of {@code IN: … OUT: …}. */
final class InOutRows implements Rows {
    private static final String SOURCE = "IN:";
    private static final String TARGET = "OUT:";

    /** What such a line says. No pattern reads it: a line of many blanks would be tried again from each of them. */
    record Sides(String source, String target) {
        /** The sides of a line, parted at the first {@code OUT:} after white space; nothing where it is no such line. */
        static Optional<Sides> of(String line) {
            String text = line.stripLeading();
            if (!text.startsWith(SOURCE)) {
                return Optional.empty();
            }
            int out = text.indexOf(TARGET, SOURCE.length());
            while (out >= 0 && !Character.isWhitespace(text.charAt(out - 1))) {
                out = text.indexOf(TARGET, out + 1);
            }
            return out < 0 ? Optional.empty() : Optional.of(new Sides(text.substring(SOURCE.length(), out).strip(), text.substring(out + TARGET.length())));
        }
    }

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
            Optional<Sides> sides = Sides.of(line.text());
            if (sides.isPresent()) {
                return Row.of(line.number(), sides.get().source(), sides.get().target());
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
