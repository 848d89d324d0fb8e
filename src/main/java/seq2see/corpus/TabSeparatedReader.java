package seq2see.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import seq2see.corpus.CorpusLines.Line;
import seq2see.corpus.ReadingReport.Reason;

/**
 * Reads sentence pairs from lines of UTF-8: source, tab, target; columns beyond are ignored and quotes are ordinary
 * characters. Lines end in LF or CRLF. Blank lines are skipped; a line that gives no new pair is left out and reported.
 */
public final class TabSeparatedReader {
    private final PairCollector pairs = new PairCollector();

    private TabSeparatedReader() {
    }

    /** @throws InputException where the file cannot be read or used; the text says why */
    public static ParallelCorpus read(Path file) throws InputException {
        try (InputStream stream = InputFiles.open(file)) {
            return read(String.valueOf(file.getFileName()), file, stream);
        } catch (IOException failure) {
            throw InputFiles.refusal(file, failure);
        }
    }

    /**
     * Reads the stream to its end, or to where it is refused.
     *
     * @param name  what the corpus is called
     * @param place what an {@link InputException} calls it
     */
    static ParallelCorpus read(String name, Path place, InputStream stream) throws InputException {
        return new TabSeparatedReader().read(name, place, new CorpusLines(stream, place));
    }

    private ParallelCorpus read(String name, Path place, CorpusLines lines) throws InputException {
        for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            take(line.get());
        }
        if (pairs.read() == 0) {
            throw new InputException("corpus.empty", place);
        }
        lines.refuseUnreadable(pairs.read());
        if (!lines.anyTab()) {
            throw new InputException("corpus.noTab", place);
        }
        return pairs.corpus(name, place, "tab-separated");
    }

    private void take(Line line) {
        String text = line.text();
        int tab = text.indexOf('\t');
        if (line.fault().isPresent()) {
            pairs.leaveOut(line.number(), line.fault().get(), text);
        } else if (tab >= 0) {
            int secondTab = text.indexOf('\t', tab + 1);
            pairs.take(line.number(), text.substring(0, tab), text.substring(tab + 1, secondTab < 0 ? text.length() : secondTab), text);
        } else if (!line.isBlank()) {
            pairs.leaveOut(line.number(), Reason.NO_TAB, text);
        }
    }
}
