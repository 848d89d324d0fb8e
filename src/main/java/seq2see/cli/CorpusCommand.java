package seq2see.cli;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import seq2see.corpus.InputException;
import seq2see.corpus.ReadingReport;
import seq2see.corpus.ReadingReport.Problem;
import seq2see.corpus.ReadingReport.Reason;

/** Says what the reader makes of a corpus. */
@Command(name = "corpus", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = {"Says what the reader makes of a corpus: of one file, or of two whose lines belong together.",
            "Prints lines of a name and a value: format, encoding, pairs_read, pairs_kept,",
            "pairs_left_out, left_out.REASON, then each line that was left out as",
            "'line NUMBER REASON EXCERPT'.",
            "Exit code 1 where it cannot be used."})
final class CorpusCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "FILE", description = "Lines of source, tab, target in UTF-8; with a second file, a source on each line.")
    private Path file;

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "The targets, line by line as the sources in the first.")
    private Path targetFile;

    CorpusCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InputException {
        ReadingReport report = CorpusOption.read(file, targetFile).report();
        terminal.value("format", report.format());
        terminal.value("encoding", report.encoding());
        terminal.value("pairs_read", report.pairsRead());
        terminal.value("pairs_kept", report.pairsKept());
        terminal.value("pairs_left_out", report.pairsRead() - report.pairsKept());
        Map<Reason, Integer> counts = new EnumMap<>(Reason.class);
        report.problems().forEach(problem -> counts.merge(problem.reason(), 1, Integer::sum));
        counts.forEach((reason, count) -> terminal.value("left_out." + reason.label(), count));
        for (Problem problem : report.problems()) {
            String excerpt = problem.excerpt().replaceAll("\\p{Cntrl}", " ").strip();
            terminal.value("line", (problem.line() + " " + problem.reason().label() + " " + excerpt).strip());
        }
        return Commands.DONE;
    }
}
