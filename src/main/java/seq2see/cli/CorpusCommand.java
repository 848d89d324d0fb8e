package seq2see.cli;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import seq2see.corpus.CorpusProfile;
import seq2see.corpus.InputException;
import seq2see.corpus.OutputFiles;
import seq2see.corpus.PairCodec;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.ReadingReport;
import seq2see.corpus.ReadingReport.Problem;
import seq2see.corpus.ReadingReport.Reason;
import seq2see.corpus.ReadingReport.Repairs;
import seq2see.corpus.SideStatistics;
import seq2see.corpus.Tokenizer;
import seq2see.corpus.Vocabulary;
import seq2see.corpus.reading.CorpusFiles;
import seq2see.corpus.reading.CorpusReader;
import seq2see.corpus.reading.Format;
import seq2see.corpus.reading.IndexedCorpus;
import seq2see.corpus.reading.Inspection;
import seq2see.corpus.reading.Layout;
import seq2see.corpus.reading.ReadingProgress;
import seq2see.corpus.reading.ReportTable;
import seq2see.corpus.reading.Screening;
import seq2see.training.TrainingSettings;

/** Says what the reader makes of a corpus. */
@Command(name = "corpus", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = {"Says what the reader makes of a corpus: of one file, or of two whose lines belong together.",
            "Prints lines of a name and a value: format, encoding, pairs_read, pairs_kept,",
            "pairs_left_out, left_out.REASON, reported.REASON (kept, but worth a look), what was",
            "mended; where normalisation leaves fewer, the distinct pairs; what training would see: pairs of each part, and of each side its distinct tokens,",
            "its vocabulary with the four specials, the share of the tokens that validate which it",
            "does not know, and its lengths in tokens; then each line that was left out as 'line NUMBER REASON EXCERPT' and an example",
            "of each that was reported as 'kept NUMBER REASON EXCERPT'.",
            "Exit code 1 where it cannot be used."})
final class CorpusCommand implements Callable<Integer> {
    private static final String FILE = "FILE";
    private static final String SAVE_REPORT = "--save-report";

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = FILE,
            description = "Source, tab, target on each line, CSV, JSON or TMX, also compressed by gzip; with a second file, a source on each line.")
    private Path file;

    @Parameters(index = "1", arity = "0..1", paramLabel = FILE, description = "The targets, line by line as the sources in the first.")
    private Path targetFile;

    @ArgGroup(validate = false, heading = "Reading it:%n")
    private final ReadingChoices choices = new ReadingChoices();

    @ArgGroup(validate = false, heading = "Preparing it:%n")
    private final PreparationOptions preparation = new PreparationOptions();

    @ArgGroup(validate = false, heading = "Parts in files of their own:%n")
    private final GivenPartsOptions parts = new GivenPartsOptions();

    @Option(names = "--all", description = "List every line that was kept and reported, not only an example of each.")
    private boolean all;

    @Option(names = SAVE_REPORT, paramLabel = "TSV", description = "Write all problems to a tab-separated file too.")
    private Path report;

    CorpusCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InputException {
        Misuse.refuse(spec, () -> {
            choices.check();
            preparation.check();
            parts.check();
        });
        Misuse.refuseReplacing(spec, SAVE_REPORT, report, FILE, file);
        Misuse.refuseReplacing(spec, SAVE_REPORT, report, "the second " + FILE, targetFile);
        parts.refuseReplacing(spec, SAVE_REPORT, report);
        Inspection inspection = Inspection.of(CorpusFiles.of(file, targetFile), choices.options());
        IndexedCorpus index = CorpusReader.index(inspection, ReadingProgress.NONE);
        ParallelCorpus corpus = Screening.of(index, choices.rules(), ReadingProgress.NONE);
        Screening.refuseUseless(corpus, index);
        if (report != null) {
            OutputFiles.write(report, stream -> ReportTable.write(corpus.report(), stream));
        }
        CorpusProfile profile = CorpusProfile.of(corpus, parts.read(choices), preparation.choose(file, false), TrainingSettings.defaults().seed());
        print(corpus.report(), inspection.layout());
        if (profile.distinct() < corpus.pairs().size()) {
            terminal.value("distinct_when_normalised", profile.distinct());
        }
        print(profile);
        corpus.report().problems().forEach(problem -> print("line", problem));
        printNotes(corpus.report().notes());
        return Commands.DONE;
    }

    private void print(ReadingReport report, Layout layout) {
        terminal.value("format", report.format());
        terminal.value("encoding", report.encoding());
        boolean columns = layout.format() != Format.LINE_ALIGNED && layout.format() != Format.IN_OUT;
        if (columns && (layout.width() > 2 || !layout.columns().isEmpty())) {
            terminal.value("source_column", layout.columnName(layout.sourceColumn()));
            terminal.value("target_column", layout.columnName(layout.targetColumn()));
        }
        terminal.value("pairs_read", report.pairsRead());
        terminal.value("pairs_kept", report.pairsKept());
        terminal.value("pairs_left_out", report.pairsRead() - report.pairsKept());
        ReadingReport.counts(report.problems()).forEach((reason, count) -> terminal.value("left_out." + reason.label(), count));
        ReadingReport.counts(report.notes()).forEach((reason, count) -> terminal.value("reported." + reason.label(), count));
        printRepairs(report.repairs());
    }

    /** What training would see. */
    private void print(CorpusProfile profile) {
        PairCodec codec = profile.codec();
        printUnlessNone("normalised", profile.normalised());
        terminal.value("training_pairs", profile.training());
        terminal.value("validation_pairs", profile.validation());
        printUnlessNone("test_pairs", profile.test());
        printUnlessNone("shared_with_given_parts", profile.shared());
        print("source", codec.sourceTokenizer(), profile.source(), codec.sourceVocabulary(), profile.unknownSource());
        print("target", codec.targetTokenizer(), profile.target(), codec.targetVocabulary(), profile.unknownTarget());
    }

    private void print(String side, Tokenizer tokenizer, SideStatistics statistics, Vocabulary vocabulary, double unknown) {
        terminal.value(side + "_tokenizer", tokenizer.name());
        terminal.value(side + "_tokens", statistics.distinct());
        terminal.value(side + "_vocabulary", vocabulary.size());
        terminal.value(side + "_unknown", String.format(Locale.ROOT, "%.4f", unknown));
        terminal.value(side + "_median_length", statistics.lengthOf(0.5));
        terminal.value(side + "_longest", statistics.lengthOf(1));
    }

    private void printRepairs(Repairs repairs) {
        printUnlessNone("mended.spaces_at_ends", repairs.spacesAtEnds());
        printUnlessNone("mended.line_breaks", repairs.lineBreaks());
        printUnlessNone("mended.markup", repairs.markup());
        printUnlessNone("passed_over.blank_lines", repairs.blankLines());
        printUnlessNone("passed_over.header_lines", repairs.headerLines());
        printUnlessNone("passed_over.byte_order_marks", repairs.byteOrderMarks());
    }

    private void printUnlessNone(String name, long count) {
        if (count > 0) {
            terminal.value(name, count);
        }
    }

    private void printNotes(List<Problem> notes) {
        Set<Reason> shown = EnumSet.noneOf(Reason.class);
        for (Problem note : notes) {
            if (shown.add(note.reason()) || all) {
                print("kept", note);
            }
        }
    }

    private void print(String name, Problem problem) {
        String excerpt = problem.excerpt().replaceAll("\\p{Cntrl}", " ").strip();
        terminal.value(name, (problem.line() + " " + problem.reason().label() + " " + excerpt).strip());
    }
}
