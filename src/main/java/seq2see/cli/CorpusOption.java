package seq2see.cli;

import java.nio.file.Path;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import seq2see.corpus.InputException;
import seq2see.corpus.ParallelCorpus;

/** The corpus that a command works with: a file, or two whose lines belong together, and how it is read. */
final class CorpusOption {
    static final String NAME = "--corpus";
    static final String TARGET_NAME = "--target-corpus";

    @Option(names = NAME, required = true, paramLabel = "FILE",
            description = "Source, tab, target on each line, CSV, JSON or TMX, also compressed by gzip; with --target-corpus, a source on each line.")
    private Path file;

    @Option(names = TARGET_NAME, paramLabel = "FILE",
            description = "The targets, line by line as the sources in --corpus.")
    private Path targetFile;

    @ArgGroup(validate = false, heading = "Reading the corpus:%n")
    private final ReadingChoices choices = new ReadingChoices();

    Path file() {
        return file;
    }

    /** Null where one file holds both sides. */
    Path targetFile() {
        return targetFile;
    }

    /** Refuses a choice that is not possible, before anything is read. */
    void check() throws InputException {
        choices.check();
    }

    ParallelCorpus read() throws InputException {
        return choices.read(file, targetFile);
    }

    /** The same where a model is measured on it. One pair is enough for that. */
    ParallelCorpus readToMeasure() throws InputException {
        return choices.readToMeasure(file, targetFile);
    }

    /** How it is read. */
    ReadingChoices choices() {
        return choices;
    }
}
