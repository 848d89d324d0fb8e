package seq2see.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import seq2see.corpus.InputException;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.reading.CorpusFiles;
import seq2see.corpus.reading.CorpusReader;

/** The corpus that a command works with: a file, or two whose lines belong together. */
final class CorpusOption {
    static final String NAME = "--corpus";
    static final String TARGET_NAME = "--target-corpus";

    @Option(names = NAME, required = true, paramLabel = "FILE",
            description = "Lines of source, tab, target in UTF-8; with --target-corpus, a source on each line.")
    private Path file;

    @Option(names = TARGET_NAME, paramLabel = "FILE",
            description = "The targets, line by line as the sources in --corpus.")
    private Path targetFile;

    Path file() {
        return file;
    }

    /** Null where one file holds both sides. */
    Path targetFile() {
        return targetFile;
    }

    ParallelCorpus read() throws InputException {
        return read(file, targetFile);
    }

    /** @param targetFile null where one file holds both sides */
    static ParallelCorpus read(Path file, Path targetFile) throws InputException {
        return CorpusReader.read(CorpusFiles.of(file, targetFile));
    }
}
