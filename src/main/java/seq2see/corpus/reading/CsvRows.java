package seq2see.corpus.reading;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import seq2see.corpus.InputException;
import seq2see.corpus.ReadingReport.Reason;

/** Comma-separated values: fields may stand in quotes, and then hold separators and line breaks. */
final class CsvRows implements Rows {
    /** The longest field that is looked at, in characters: behind a quote that never closes there is no end. */
    private static final int LONGEST_FIELD = 1 << 25;

    private final Path place;
    private final int preamble;
    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private long blank;
    private long lastLine;

    /**
     * @param place    what an {@link InputException} calls the text
     * @param preamble how many lines stand in front of the records
     */
    CsvRows(Path place, Reader text, char separator, int preamble) {
        this.place = place;
        this.preamble = preamble;
        reader = CsvReader.builder().fieldSeparator(separator).skipEmptyLines(false).allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST_FIELD).ofCsvRecord(text);
        records = reader.iterator();
    }

    @Override
    public Row next() throws IOException, InputException {
        try {
            while (records.hasNext()) {
                CsvRecord record = records.next();
                lastLine = record.getStartingLineNumber();
                if (lastLine <= preamble) {
                    continue;
                }
                if (record.getFieldCount() > 1 || !record.getField(0).isBlank()) {
                    return row(record.getFields().toArray(String[]::new));
                }
                blank++;
            }
            return null;
        } catch (CsvParseException broken) {
            throw new InputException("corpus.brokenQuote", place, String.valueOf(lastLine));
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private Row row(String[] fields) {
        String all = String.join("\t", fields);
        if (Unreadable.in(all)) {
            return Row.faulty(lastLine, Reason.UNDECODABLE, all);
        }
        return all.length() > TextLines.LONGEST_LINE ? Row.faulty(lastLine, Reason.TOO_LONG, all) : Row.of(lastLine, fields);
    }

    @Override
    public long blankLines() {
        return blank;
    }

    @Override
    public void close() throws IOException {
        records.close();
        reader.close();
    }
}
