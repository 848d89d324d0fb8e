package seq2see.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import seq2see.corpus.CorpusLines.Line;

/**
 * Reads sentence pairs from two files of UTF-8 lines: each line of the first is a source, the same line of the second its
 * target. Lines end in LF or CRLF. Lines that are blank in both files are skipped; one that is blank in one of them, or
 * gives no new pair, is left out and reported, and the lines behind it stay with each other.
 */
public final class LineAlignedReader {
    private final PairCollector pairs = new PairCollector();
    private final Side sources;
    private final Side targets;

    private LineAlignedReader(Side sources, Side targets) {
        this.sources = sources;
        this.targets = targets;
    }

    /** One of the files, and how many of its lines were not blank. */
    private static final class Side {
        private final Path file;
        private final CorpusLines lines;
        private long read;

        Side(Path file, InputStream stream) {
            this.file = file;
            this.lines = new CorpusLines(stream, file);
        }

        Optional<Line> next() throws InputException {
            Optional<Line> line = lines.next();
            read += line.filter(one -> !one.isBlank()).isPresent() ? 1 : 0;
            return line;
        }

        void refuseUnusable() throws InputException {
            if (read == 0) {
                throw new InputException("corpus.emptySide", file);
            }
            lines.refuseUnreadable(read);
        }
    }

    /** @throws InputException where a file cannot be read or used, or one has more lines; the text says why */
    public static ParallelCorpus read(Path source, Path target) throws InputException {
        try (InputStream sources = InputFiles.open(source); InputStream targets = InputFiles.open(target)) {
            return new LineAlignedReader(new Side(source, sources), new Side(target, targets)).read();
        } catch (IOException failure) {
            throw InputFiles.refusal(source, failure);
        }
    }

    private ParallelCorpus read() throws InputException {
        Optional<Line> source = sources.next();
        Optional<Line> target = targets.next();
        while (source.isPresent() || target.isPresent()) {
            if (source.isPresent() && target.isPresent()) {
                take(source.get(), target.get());
            }
            source = sources.next();
            target = targets.next();
        }
        sources.refuseUnusable();
        targets.refuseUnusable();
        if (sources.lines.count() != targets.lines.count()) {
            throw new InputException("corpus.lineCounts", sources.file, String.valueOf(sources.lines.count()),
                    targets.file, String.valueOf(targets.lines.count()));
        }
        return pairs.corpus(sources.file.getFileName() + " + " + targets.file.getFileName(),
                sources.file + " + " + targets.file, "line-aligned");
    }

    private void take(Line source, Line target) {
        Optional<Line> faulty = Stream.of(source, target).filter(line -> line.fault().isPresent()).findFirst();
        if (faulty.isPresent()) {
            pairs.leaveOut(source.number(), faulty.get().fault().orElseThrow(), faulty.get().text());
        } else if (!source.isBlank() || !target.isBlank()) {
            pairs.take(source.number(), source.text(), target.text(), source.text() + '\t' + target.text());
        }
    }
}
