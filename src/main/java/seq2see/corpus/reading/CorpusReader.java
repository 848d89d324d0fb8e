package seq2see.corpus.reading;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import seq2see.corpus.Graphemes;
import seq2see.corpus.InputException;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.ReadingReport.Problem;
import seq2see.corpus.ReadingReport.Reason;
import seq2see.corpus.ReadingReport.Repairs;

/** Reads a corpus to its end into an index. Memory grows by little more than the text itself. */
public final class CorpusReader {
    /** A file of which more than one record in so many cannot be decoded is refused. */
    private static final int ONE_IN = 100;
    private static final int TELLING_BYTES = 1 << 14;
    /** With the blanks around it. Those before it are looked at once, from the first of them: there may be a million. */
    private static final Pattern LINE_BREAK = Pattern.compile("(?<![ \\t\\r])[ \\t\\r]*+\\n\\s*+");
    private static final String JSON_EXAMPLE = "[{\"en\": …, \"fr\": …}]";

    private final Inspection inspection;
    private final Layout layout;
    private final PairStore pairs = new PairStore();
    private final List<Problem> faults = new ArrayList<>();
    private final BitSet extraColumns = new BitSet();
    /** The record that names the columns; null where none does. */
    private String[] header;
    private long repeatedHeaders;
    private long spacesAtEnds;
    private long lineBreaks;
    private long byteOrderMarks;
    private long undecodable;
    private long firstUndecodable;

    private CorpusReader(Inspection inspection) {
        this.inspection = inspection;
        this.layout = inspection.layout();
    }

    /**
     * Reads and screens a corpus with everything following from its content.
     *
     * @throws InputException where it cannot be read or used; the text says why
     */
    public static ParallelCorpus read(CorpusFiles files) throws InputException {
        return read(files, ReadingOptions.FOLLOWING, ScreeningRules.USUAL, ReadingProgress.NONE);
    }

    /**
     * Reads and screens a corpus.
     *
     * @param progress hears how much of the file is read
     * @throws InputException where it cannot be read or used; the text says why
     */
    public static ParallelCorpus read(CorpusFiles files, ReadingOptions options, ScreeningRules rules, ReadingProgress progress)
            throws InputException {
        IndexedCorpus index = index(Inspection.of(files, options), progress);
        ParallelCorpus corpus = Screening.of(index, rules, ReadingProgress.NONE);
        Screening.refuseUseless(corpus, index);
        return corpus;
    }

    /**
     * Reads all records.
     *
     * @param progress hears how much of the file is read
     * @throws InputException where it cannot be read, changed meanwhile, or is of no use; the text says why
     */
    public static IndexedCorpus index(Inspection inspection, ReadingProgress progress) throws InputException {
        return new CorpusReader(inspection).index(progress);
    }

    private IndexedCorpus index(ReadingProgress progress) throws InputException {
        CorpusFiles files = inspection.files();
        CorpusFile.Stamp sourceStamp = files.source().stamp();
        Optional<CorpusFile.Stamp> targetStamp = files.target().map(CorpusFile::stamp);
        long blank;
        long markup;
        try (Rows rows = inspection.open(progress)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                take(row);
            }
            blank = rows.blankLines();
            markup = rows.markup();
        } catch (IOException failure) {
            throw files.source().refusal(failure);
        }
        files.source().refuseChanged(sourceStamp);
        if (targetStamp.isPresent()) {
            files.target().orElseThrow().refuseChanged(targetStamp.get());
        }
        refuseUseless();
        return new IndexedCorpus(inspection, pairs, faults, extraColumns,
                new Repairs(spacesAtEnds, lineBreaks, markup, blank, inspection.headerLines() + repeatedHeaders, inspection.byteOrderMarks() + byteOrderMarks));
    }

    private void take(Row row) {
        if (row.fault().isPresent()) {
            fault(row.line(), row.fault().get(), row.text());
            return;
        }
        if (layout.header() && header == null) {
            header = row.fields();
            return;
        }
        // Where files were put one behind the other, it stands in front of each.
        if (Arrays.equals(row.fields(), header)) {
            repeatedHeaders++;
            return;
        }
        String source = side(row, layout.sourceColumn());
        String target = side(row, layout.targetColumn());
        if (source == null || target == null) {
            fault(row.line(), Reason.MISSING_SIDE, String.join("\t", withoutNulls(row.fields())));
            return;
        }
        if (row.fields().length > layout.width() && layout.format().hasNumberedColumns()) {
            extraColumns.set(pairs.size());
        }
        pairs.add(row.line(), mended(source), mended(target));
    }

    /** A side's column; in TMX, where a unit lacks {@code en-us}, whatever other English it has. */
    private String side(Row row, int column) {
        String side = row.field(column);
        if (side == null && layout.format() == Format.TMX) {
            String language = ColumnGuess.primary(layout.columnName(column));
            for (int other = 0; other < Math.min(row.fields().length, layout.columns().size()) && side == null; other++) {
                side = ColumnGuess.primary(layout.columnName(other)).equals(language) ? row.field(other) : null;
            }
        }
        return side;
    }

    private static List<String> withoutNulls(String[] fields) {
        return Arrays.stream(fields).filter(Objects::nonNull).toList();
    }

    /**
     * A side without white space at its ends and without line breaks inside; also without a byte-order mark at its beginning,
     * which stands there where files were put one behind the other.
     */
    private String mended(String withMark) {
        boolean marked = !withMark.isEmpty() && withMark.charAt(0) == DecodingReader.BYTE_ORDER_MARK;
        byteOrderMarks += marked ? 1 : 0;
        String side = marked ? withMark.substring(1) : withMark;
        String stripped = Graphemes.strip(side);
        spacesAtEnds += stripped.length() < side.length() ? 1 : 0;
        if (stripped.indexOf('\n') < 0) {
            return stripped;
        }
        lineBreaks++;
        return LINE_BREAK.matcher(stripped).replaceAll(" ");
    }

    private void fault(long line, Reason reason, String text) {
        if (reason == Reason.UNDECODABLE && Unreadable.isMarked(text)) {
            firstUndecodable = undecodable++ == 0 ? line : firstUndecodable;
        }
        faults.add(new Problem(line, reason, Excerpt.of(Unreadable.shown(text)), 0));
    }

    private void refuseUseless() throws InputException {
        long read = (long) pairs.size() + faults.size();
        if (undecodable * ONE_IN > read) {
            throw undecodable(read);
        }
        boolean json = layout.format() == Format.JSON || layout.format() == Format.JSON_LINES;
        if (json && (read == 1 || pairs.size() == 0 && layout.columns().size() < 2)) {
            throw new InputException("corpus.jsonRecords", inspection.files().place(), JSON_EXAMPLE);
        }
        if (read == 0) {
            throw new InputException(layout.header() ? "corpus.onlyHeader" : "corpus.empty", inspection.files().place());
        }
        if (pairs.size() == 0 && layout.columns().size() == 1) {
            throw new InputException("corpus.oneLanguage", inspection.files().place(), layout.columns().getFirst());
        }
    }

    private InputException undecodable(long read) throws InputException {
        CorpusFile file = inspection.files().source();
        Charset encoding = inspection.encoding();
        if (inspection.files().target().isPresent() && Encodings.decodes(file, encoding)) {
            file = inspection.files().target().get();
            encoding = inspection.targetEncoding().orElseThrow();
        }
        byte[] telling = Encodings.telling(file, TELLING_BYTES);
        List<Charset> offered = encoding.equals(StandardCharsets.UTF_8) ? Encodings.offered(telling) : List.of();
        if (offered.isEmpty()) {
            return new InputException("corpus.undecodable", file.place(), String.valueOf(undecodable), String.valueOf(read),
                    String.valueOf(firstUndecodable), encoding.name());
        }
        return new InputException("corpus.encodings", file.place(), String.valueOf(undecodable), String.valueOf(read),
                String.valueOf(firstUndecodable), encoding.name(), offered.getFirst().name(),
                TextSource.excerpt(new String(telling, offered.getFirst())));
    }
}
