package seq2see.corpus.reading;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import seq2see.corpus.InputException;
import seq2see.corpus.ReadingReport.Reason;

/**
 * What is seen of a corpus by looking at how it begins: format, encoding, columns, and the first records. It takes the
 * same short time whatever the size of the corpus.
 */
public final class Inspection {
    /** So many records are looked at. */
    private static final int RECORDS = 200;
    private static final List<String> SIDES = List.of("source", "target");

    private final CorpusFiles files;
    private final TextSource source;
    private final Optional<TextSource> target;
    private final Layout layout;
    private final List<Row> rows;

    private Inspection(CorpusFiles files, TextSource source, Optional<TextSource> target, Layout layout, List<Row> rows) {
        this.files = files;
        this.source = source;
        this.target = target;
        this.layout = layout;
        this.rows = rows;
    }

    /**
     * Looks at a corpus.
     *
     * @param options what is known of it
     * @throws InputException where it cannot be read, or is seen to be of no use
     */
    public static Inspection of(CorpusFiles files, ReadingOptions options) throws InputException {
        TextSource source = TextSource.of(files.source(), options.encoding());
        Optional<TextSource> target = Optional.empty();
        if (files.target().isPresent()) {
            Charset encoding = options.targetEncoding() == null ? options.encoding() : options.targetEncoding();
            target = Optional.of(TextSource.of(files.target().get(), encoding));
        }
        Format format = format(files, source, target, options.format());
        Layout raw = new Layout(format, format == Format.CSV ? FormatGuess.csvSeparator(source) : '\t', false, List.of(), 2, 0, 1,
                options.keepTags() == null ? !hasTags(format, source) : options.keepTags());
        Inspection blank = new Inspection(files, source, target, raw, List.of());
        return blank.look(options);
    }

    /** Whether code belongs to what the sentences stand in, and not to them. */
    private static boolean hasTags(Format format, TextSource source) {
        return format == Format.TMX || format.hasNumberedColumns() && source.preamble().markup();
    }

    private static Format format(CorpusFiles files, TextSource source, Optional<TextSource> target, Format wanted) throws InputException {
        boolean two = target.isPresent();
        if (wanted != null && two != (wanted == Format.LINE_ALIGNED)) {
            throw new InputException(two ? "corpus.twoFiles" : "corpus.oneFile", files.source().place(), wanted.toString());
        }
        if (two) {
            FormatGuess.refuseNoLines(source);
            FormatGuess.refuseNoLines(target.get());
            return Format.LINE_ALIGNED;
        }
        return wanted == null ? FormatGuess.of(source) : wanted;
    }

    /** Reads the first records and sees from them what the columns are. */
    private Inspection look(ReadingOptions options) throws InputException {
        ColumnNames named = new ColumnNames(List.of());
        List<Row> first = new ArrayList<>();
        String sourceLanguage = "";
        try (Rows records = open(ReadingProgress.NONE, named)) {
            for (Row row = records.next(); row != null && first.size() < RECORDS; row = records.next()) {
                first.add(row);
            }
            sourceLanguage = records instanceof TmxRows units ? units.sourceLanguage() : "";
        } catch (IOException failure) {
            throw source.file().refusal(failure);
        } catch (InputException broken) {
            if (first.isEmpty()) {
                throw broken;
            }
            // What is wrong further down is told when the whole is read.
        }
        return withColumns(first, named.names(), sourceLanguage, options);
    }

    private Inspection withColumns(List<Row> first, List<String> named, String sourceLanguage, ReadingOptions options) throws InputException {
        List<String[]> cells = first.stream().filter(row -> row.fault().isEmpty()).map(Row::fields).toList();
        boolean header = layout.format().hasNumberedColumns()
                && (options.header() == null ? !first.isEmpty() && first.getFirst().fault().isEmpty() && HeaderGuess.namesColumns(cells) : options.header());
        List<String> columns = switch (layout.format()) {
            case LINE_ALIGNED, IN_OUT -> SIDES;
            case TAB_SEPARATED, CSV -> header && !cells.isEmpty() ? Arrays.stream(cells.getFirst()).map(String::strip).toList() : List.of();
            default -> named;
        };
        List<Row> rows = header && !first.isEmpty() ? first.stream().filter(row -> row.fault().isPresent() || row.fields() != cells.getFirst()).toList() : first;
        List<String[]> body = header && !cells.isEmpty() ? cells.subList(1, cells.size()) : cells;
        int[] guessed = layout.format() == Format.TMX ? languages(columns, sourceLanguage)
                : ColumnGuess.columns(columns, body, layout.format().hasNumberedColumns() ? source.preamble().others() : Set.of());
        if (layout.format().hasNumberedColumns() && options.sourceColumn() == null && options.targetColumn() == null && ColumnGuess.isOfOneSide(body)) {
            throw new InputException("corpus.oneSide", source.place());
        }
        int sourceColumn = chosen(options.sourceColumn(), columns, guessed[0]);
        int targetColumn = chosen(options.targetColumn(), columns, guessed[1]);
        // Where only one side was chosen, the other may be either.
        if (sourceColumn == targetColumn) {
            int other = guessed[0] == sourceColumn ? guessed[1] : guessed[0];
            sourceColumn = options.sourceColumn() == null ? other : sourceColumn;
            targetColumn = options.sourceColumn() == null ? targetColumn : other;
        }
        return new Inspection(files, source, target, new Layout(layout.format(), layout.separator(), header, columns,
                header ? columns.size() : width(body), sourceColumn, targetColumn, layout.keepTags()), rows);
    }

    private static int[] languages(List<String> columns, String sourceLanguage) {
        int source = Math.max(0, columns.indexOf(sourceLanguage));
        int target = IntStream.range(0, columns.size()).filter(index -> index != source)
                .boxed().min(Comparator.comparing(index -> ColumnGuess.primary(columns.get(index)).equals(ColumnGuess.primary(columns.get(source)))))
                .orElse(source == 0 ? 1 : 0);
        return new int[] {source, target};
    }

    private static int width(List<String[]> rows) {
        Map<Integer, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(row.length, 1, Integer::sum));
        return counts.entrySet().stream().max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey).orElse(2);
    }

    /** The column that a person names by its number, its name or its language; the guessed one where they name none. */
    private int chosen(String wanted, List<String> columns, int guessed) throws InputException {
        if (wanted == null) {
            return guessed;
        }
        int exact = IntStream.range(0, columns.size()).filter(index -> columns.get(index).equalsIgnoreCase(wanted.strip())).findFirst().orElse(-1);
        if (exact >= 0) {
            return exact;
        }
        if (wanted.matches("\\d{1,4}") && Integer.parseInt(wanted) > 0 && layout.format().hasNumberedColumns()) {
            return Integer.parseInt(wanted) - 1;
        }
        return IntStream.range(0, columns.size()).filter(index -> ColumnGuess.primary(columns.get(index)).equals(ColumnGuess.primary(wanted)))
                .findFirst().orElseThrow(() -> new InputException("corpus.noColumn", files.place(), wanted,
                        columns.isEmpty() ? "1, 2, 3 …" : String.join(", ", columns)));
    }

    /** The records from the beginning, the header among them. */
    Rows open(ReadingProgress progress) throws IOException, InputException {
        return open(progress, new ColumnNames(layout.columns()));
    }

    private Rows open(ReadingProgress progress, ColumnNames named) throws IOException, InputException {
        DecodingReader reader = source.open(progress);
        try {
            Rows rows = switch (layout.format()) {
                case TAB_SEPARATED -> new TabSeparatedRows(reader, source.onlyCarriageReturns(), source.preamble().lines());
                case IN_OUT -> new InOutRows(reader, source.onlyCarriageReturns());
                case JSON_LINES -> new JsonLinesRows(reader, source.onlyCarriageReturns(), named);
                case CSV -> new CsvRows(source.place(), reader, layout.separator(), source.preamble().lines());
                case JSON -> new JsonRows(source.place(), source.head(), reader, named);
                case TMX -> new TmxRows(source.place(), reader, named, layout.keepTags());
                case LINE_ALIGNED -> new LineAlignedRows(source.place(), reader, source.onlyCarriageReturns(), target.orElseThrow().place(),
                        target.orElseThrow().open(ReadingProgress.NONE), target.orElseThrow().onlyCarriageReturns());
            };
            return layout.format() == Format.TMX || layout.keepTags() ? rows : new MarkupRows(rows, layout);
        } catch (IOException | InputException | RuntimeException failure) {
            reader.close();
            throw failure;
        }
    }

    public CorpusFiles files() {
        return files;
    }

    public Layout layout() {
        return layout;
    }

    public Charset encoding() {
        return source.encoding();
    }

    /** Of the second file, where there is one. */
    public Optional<Charset> targetEncoding() {
        return target.map(TextSource::encoding);
    }

    /** What the file is called, or the two are. */
    public List<String> fileNames() {
        return files.target().map(target -> List.of(files.source().name(), target.name())).orElse(List.of(files.source().name()));
    }

    /** How many lines are no records, but say how those are written or what their columns are called. */
    int headerLines() {
        return (layout.header() ? 1 : 0) + (layout.format().hasNumberedColumns() ? source.preamble().lines() : 0);
    }

    /** Whether tags or entities stand in the first records, or would if they were kept: then there is something to choose. */
    public boolean holdsTags() {
        return !layout.keepTags() || rows.stream().flatMap(row -> Arrays.stream(row.fields())).filter(Objects::nonNull).anyMatch(MarkupRows::isMarked);
    }

    /** How many of the files begin with a byte-order mark. */
    int byteOrderMarks() {
        return (source.byteOrderMark() ? 1 : 0) + (target.map(TextSource::byteOrderMark).orElse(false) ? 1 : 0);
    }

    /** A record as a person sees it before they decide: its line, and its columns or what is wrong with it. */
    public record Seen(long line, List<String> columns, Optional<Reason> fault) {
    }

    /** The first records, the header not among them. */
    public List<Seen> firstRecords() {
        return rows.stream().map(row -> new Seen(row.line(), row.fault().isPresent() ? List.of(Unreadable.shown(row.text()))
                : Arrays.stream(row.fields()).map(field -> field == null ? "" : field).toList(), row.fault())).toList();
    }
}
