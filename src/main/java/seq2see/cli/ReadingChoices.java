package seq2see.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import seq2see.corpus.InputException;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.reading.CorpusFiles;
import seq2see.corpus.reading.CorpusReader;
import seq2see.corpus.reading.Encodings;
import seq2see.corpus.reading.Format;
import seq2see.corpus.reading.IndexedCorpus;
import seq2see.corpus.reading.Inspection;
import seq2see.corpus.reading.ReadingOptions;
import seq2see.corpus.reading.ReadingProgress;
import seq2see.corpus.reading.Screening;
import seq2see.corpus.reading.ScreeningRules;
import seq2see.corpus.reading.ScreeningRules.Treatment;

/** How a corpus is read and which of its pairs are used; what is not given follows from its content. */
final class ReadingChoices {
    @Option(names = "--format", paramLabel = "FORMAT",
            description = "tab-separated, line-aligned, csv, json-lines, json, tmx or in-out. Recognised by content unless given.")
    private String format;

    @Option(names = "--encoding", paramLabel = "NAME", description = "Such as GB18030, Big5, windows-1252; UTF-8 unless given or marked otherwise.")
    private String encoding;

    @Option(names = "--target-encoding", paramLabel = "NAME", description = "Of the second file, where it has another.")
    private String targetEncoding;

    @Option(names = "--header", negatable = true, description = "Whether the first line names the columns. Seen by content unless given.")
    private Boolean header;

    @Option(names = {"--source-column", "--source-language"}, paramLabel = "COLUMN",
            description = "The column of the sources: its number, its name, or its language.")
    private String sourceColumn;

    @Option(names = {"--target-column", "--target-language"}, paramLabel = "COLUMN", description = "The same of the targets.")
    private String targetColumn;

    @Option(names = "--keep-tags", negatable = true,
            description = "Keep the code inside of the sentences, such as <b> and &quot;, or take the text alone. "
                    + "Of TMX files and Anki decks it is not kept unless this says so, of others it is.")
    private Boolean keepTags;

    @Option(names = "--leave-out", split = ",", paramLabel = "RULE",
            description = "Leave pairs out by these rules too: empty_side, too_long, control_character, extra_column, carriage_return, "
                    + "garbled, markup, length_ratio, wrong_language, swapped_sides, duplicate_pair, many_targets.")
    private List<String> leftOut = List.of();

    @Option(names = "--report-only", split = ",", paramLabel = "RULE", description = "Keep pairs that these rules find, and report them.")
    private List<String> reported = List.of();

    @Option(names = "--ignore", split = ",", paramLabel = "RULE", description = "Do without these rules.")
    private List<String> ignored = List.of();

    @Option(names = "--longest-side", paramLabel = "N", description = "Beyond so many characters a side is too long; 1000 unless given.")
    private Integer longestSide;

    /** @throws InputException where a value is not possible */
    ReadingOptions options() throws InputException {
        return new ReadingOptions(format == null ? null : Format.named(format), encoding == null ? null : Encodings.named(encoding),
                targetEncoding == null ? null : Encodings.named(targetEncoding), header, sourceColumn, targetColumn, keepTags);
    }

    /** @throws InputException where a value is not possible */
    ScreeningRules rules() throws InputException {
        ScreeningRules.SIDE_LIMITS.check("--longest-side", longestSide);
        ScreeningRules rules = longestSide == null ? ScreeningRules.USUAL : ScreeningRules.USUAL.withLongestSide(longestSide);
        rules = treated(rules, leftOut, Treatment.LEAVE_OUT);
        rules = treated(rules, reported, Treatment.REPORT);
        return treated(rules, ignored, Treatment.IGNORE);
    }

    private static ScreeningRules treated(ScreeningRules rules, List<String> names, Treatment treatment) throws InputException {
        ScreeningRules changed = rules;
        for (String name : names) {
            changed = changed.with(ScreeningRules.named(name), treatment);
        }
        return changed;
    }

    /** @param target null where one file holds both sides */
    ParallelCorpus read(Path source, Path target) throws InputException {
        return CorpusReader.read(CorpusFiles.of(source, target), options(), rules(), ReadingProgress.NONE);
    }

    /**
     * The same of pairs to measure a model on. One is enough for that.
     *
     * @param target null where one file holds both sides
     */
    ParallelCorpus readToMeasure(Path source, Path target) throws InputException {
        IndexedCorpus index = CorpusReader.index(Inspection.of(CorpusFiles.of(source, target), options()), ReadingProgress.NONE);
        ParallelCorpus corpus = Screening.of(index, rules(), ReadingProgress.NONE);
        if (corpus.pairs().isEmpty()) {
            Screening.refuseUseless(corpus, index);
        }
        return corpus;
    }

    /** Refuses a value that is not possible, before anything is read. */
    void check() throws InputException {
        options();
        rules();
    }
}
