package seq2see.corpus.reading;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import seq2see.corpus.InputException;
import seq2see.corpus.ReadingReport.Reason;
import seq2see.corpus.reading.TextLines.Line;

/**
 * Two texts, each line of the first beside the same line of the second. A line that is blank in one of them is a record
 * like any other, so that the lines behind it stay with each other.
 */
final class LineAlignedRows implements Rows {
    private final Side sources;
    private final Side targets;
    private long blank;

    private record Side(Path place, Reader reader, TextLines lines) {
    }

    /** @param sourcePlace what an {@link InputException} calls the first text, {@code targetPlace} the second */
    LineAlignedRows(Path sourcePlace, Reader source, boolean sourceReturns, Path targetPlace, Reader target, boolean targetReturns) {
        sources = new Side(sourcePlace, source, new TextLines(source, sourceReturns));
        targets = new Side(targetPlace, target, new TextLines(target, targetReturns));
    }

    @Override
    public Row next() throws IOException, InputException {
        while (true) {
            Line source = sources.lines.next();
            Line target = targets.lines.next();
            if (source == null && target == null) {
                return null;
            }
            if (source == null || target == null) {
                throw unequal();
            }
            if (!source.isBlank() || !target.isBlank()) {
                return row(source, target);
            }
            blank++;
        }
    }

    private static Row row(Line source, Line target) {
        Optional<Reason> fault = Stream.of(source, target).flatMap(line -> line.fault().stream()).findFirst();
        return fault.isPresent() ? Row.faulty(source.number(), fault.get(), source.text() + '\t' + target.text())
                : Row.of(source.number(), source.text(), target.text());
    }

    /** Counts the lines of both to their ends. */
    private InputException unequal() throws IOException {
        for (Side side : new Side[] {sources, targets}) {
            while (side.lines.next() != null) {
                // Only its number matters.
            }
        }
        return new InputException("corpus.lineCounts", sources.place, String.valueOf(sources.lines.number()),
                targets.place, String.valueOf(targets.lines.number()));
    }

    @Override
    public long blankLines() {
        return blank;
    }

    @Override
    public void close() throws IOException {
        try (Reader _ = sources.reader; Reader _ = targets.reader) {
            // Both are closed, also where closing one of them fails.
        }
    }
}
