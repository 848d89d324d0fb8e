package seq2see.corpus.reading;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import seq2see.corpus.InputException;

/** Recognises how a corpus is written by how it begins; a name's ending only supports what the content allows. */
final class FormatGuess {
    /** What comes before the root is passed over without a way back, which would take a frame of the stack for each piece. */
    private static final Pattern ROOT_ELEMENT = Pattern.compile(
            "(?s)(?:<\\?.*?\\?>|<!--.*?-->|<!DOCTYPE[^>\\[]*(?:\\[.*?\\])?[^>]*>|\\s++)*+<([\\w:.-]+)");
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"]++|\"\")*+\"");
    private static final char[] SEPARATORS = {',', ';', '|'};
    /** Of the records of a CSV file, at least this share has as many fields as most have. */
    private static final double REGULAR = 0.9;
    /** The same where the file's name says that it is CSV. */
    private static final double LIKELY = 0.5;

    private final TextSource source;
    private final List<String> lines;

    private FormatGuess(TextSource source) {
        this.source = source;
        List<String> all = new ArrayList<>(source.head().lines().skip(source.preamble().lines()).filter(line -> !line.isBlank()).limit(500).toList());
        if (source.isCut() && all.size() > 1) {
            all.removeLast();
        }
        this.lines = all;
    }

    /** @throws InputException where it is no format that is known; the text says what was looked for */
    static Format of(TextSource source) throws InputException {
        return new FormatGuess(source).format();
    }

    private Format format() throws InputException {
        String text = source.head().strip();
        if (text.isEmpty() && !source.isCut()) {
            throw new InputException("corpus.empty", source.place());
        }
        if (text.startsWith("<") && isXml(text)) {
            return Format.TMX;
        }
        Optional<Character> said = source.preamble().separator();
        if (said.isPresent()) {
            return Format.CSV;
        }
        Optional<Format> json = json(text);
        if (json.isPresent()) {
            return json.get();
        }
        if (share(line -> InOutRows.Sides.of(line).isPresent()) > 0.5) {
            return Format.IN_OUT;
        }
        TextKinds kinds = new TextKinds(source, lines);
        kinds.refuseSubtitles();
        if (share(line -> line.indexOf('\t') >= 0) > 0.5 || lines.isEmpty()) {
            return isQuoted() || holdsQuotedLines() ? Format.CSV : Format.TAB_SEPARATED;
        }
        kinds.refuseMarked(false);
        if (separator(source).isPresent()) {
            return Format.CSV;
        }
        if (share(line -> line.indexOf('\t') >= 0) > 0) {
            return Format.TAB_SEPARATED;
        }
        kinds.refuseByTurns();
        throw new InputException("corpus.oneColumn", source.place());
    }

    private double share(Predicate<String> holds) {
        return lines.isEmpty() ? 0 : (double) lines.stream().filter(holds).count() / lines.size();
    }

    private boolean isXml(String text) throws InputException {
        Matcher root = ROOT_ELEMENT.matcher(text);
        boolean declared = text.startsWith("<?xml") || text.startsWith("<!DOCTYPE");
        if (root.lookingAt() && root.group(1).equals("tmx")) {
            return true;
        }
        if (declared || text.startsWith("<html")) {
            throw new InputException("corpus.otherXml", source.place(), root.lookingAt() ? root.group(1) : "?");
        }
        // A sentence may begin so.
        return false;
    }

    private Optional<Format> json(String text) {
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return Optional.empty();
        }
        if (share(this::isRecord) > 0.5) {
            return Optional.of(Format.JSON_LINES);
        }
        return beginsAsJson(text) ? Optional.of(Format.JSON) : share(FormatGuess::beginsAsJson) > 0.5
                ? Optional.of(Format.JSON_LINES) : Optional.empty();
    }

    /** Whether a line is an object, and not the only one with all records in it, or an array of texts. */
    private boolean isRecord(String line) {
        String whole = line.strip();
        return whole.startsWith("{") && whole.endsWith("}") && (lines.size() > 1 || !holdsArrayOfRecords(line)) || whole.startsWith("[\"") && isArray(whole);
    }

    private static boolean isArray(String line) {
        try {
            return JsonColumns.of(JsonColumns.WHOLE.readTree(line)).size() >= 2;
        } catch (IOException none) {
            return false;
        }
    }

    /** Whether an array in it, however deep, begins with an object or an array. */
    private static boolean holdsArrayOfRecords(String line) {
        try (JsonParser parser = JsonColumns.JSON.createParser(line)) {
            boolean begun = false;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (begun && token.isStructStart()) {
                    return true;
                }
                begun = token == JsonToken.START_ARRAY;
            }
            return false;
        } catch (IOException broken) {
            return false;
        }
    }

    /** Whether the first tokens are those of an object, or of an array of objects or arrays. */
    private static boolean beginsAsJson(String text) {
        try (JsonParser parser = JsonColumns.JSON.createParser(text)) {
            boolean array = parser.nextToken() == JsonToken.START_ARRAY;
            JsonToken second = parser.nextToken();
            return array ? second == JsonToken.START_OBJECT || second == JsonToken.START_ARRAY
                    : second == JsonToken.FIELD_NAME || second == JsonToken.END_OBJECT;
        } catch (IOException broken) {
            return false;
        }
    }

    /**
     * Whether the quotes of tab-separated columns are those of CSV, as spreadsheets write them: each field that has any stands
     * in quotes, those inside are doubled, and there are some inside or there is text in every field.
     */
    private boolean isQuoted() {
        List<String> fields = lines.stream().flatMap(line -> Arrays.stream(line.split("\t"))).map(String::strip).filter(field -> !field.isEmpty()).toList();
        List<String> quoted = fields.stream().filter(field -> field.indexOf('"') >= 0).toList();
        return !quoted.isEmpty() && quoted.stream().allMatch(field -> QUOTED.matcher(field).matches())
                && (quoted.size() == fields.size() || quoted.stream().anyMatch(field -> field.substring(1, field.length() - 1).contains("\"\"")));
    }

    /**
     * Whether quotes hold line breaks, as in what spreadsheets copy: read as CSV, all records have as many columns, some of
     * which go over several lines, and read line by line they do not.
     */
    private boolean holdsQuotedLines() {
        if (lines.stream().mapToLong(FormatGuess::tabs).distinct().count() < 2) {
            return false;
        }
        List<CsvRecord> records = records(source, '\t');
        return records.stream().mapToInt(CsvRecord::getFieldCount).distinct().count() == 1 && !records.isEmpty() && records.getFirst().getFieldCount() > 1
                && records.stream().flatMap(record -> record.getFields().stream()).anyMatch(field -> field.strip().indexOf('\n') >= 0);
    }

    private static long tabs(String line) {
        return line.chars().filter(character -> character == '\t').count();
    }

    /** Refuses what cannot be the lines of one side. */
    static void refuseNoLines(TextSource source) throws InputException {
        TextKinds kinds = new TextKinds(source, new FormatGuess(source).lines);
        kinds.refuseSubtitles();
        kinds.refuseMarked(true);
    }

    /** The character that parts the columns of what is known to be CSV. */
    static char csvSeparator(TextSource source) {
        return separator(source).orElseGet(() -> new FormatGuess(source).share(line -> line.indexOf('\t') >= 0) > 0.5 ? '\t' : ',');
    }

    /** The character that parts the columns of a CSV text, where it is one. */
    static Optional<Character> separator(TextSource source) {
        Optional<Character> said = source.preamble().separator();
        if (said.isPresent()) {
            return said;
        }
        for (char separator : SEPARATORS) {
            if (isSeparated(source, separator)) {
                return Optional.of(separator);
            }
        }
        return Optional.empty();
    }

    /** Whether nearly all records have the same number of fields, two or more, and it does not look like prose. */
    private static boolean isSeparated(TextSource source, char separator) {
        List<CsvRecord> records = records(source, separator);
        Map<Integer, Integer> counts = new HashMap<>();
        records.forEach(record -> counts.merge(record.getFieldCount(), 1, Integer::sum));
        int usual = counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(0);
        boolean named = source.file().name().toLowerCase(Locale.ROOT).matches(".*\\.csv(\\.gz)?");
        if (usual < 2 || counts.get(usual) < (named ? LIKELY : REGULAR) * records.size()) {
            return false;
        }
        boolean quoted = source.head().contains(separator + "\"") || source.head().contains("\"" + separator);
        long prose = records.stream().filter(record -> record.getFieldCount() > 1 && record.getField(1).startsWith(" ")).count();
        return named || quoted || prose < 0.5 * records.size();
    }

    private static List<CsvRecord> records(TextSource source, char separator) {
        List<CsvRecord> records = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().fieldSeparator(separator).extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE).ofCsvRecord(new StringReader(source.head()))) {
            for (CsvRecord record : reader) {
                records.add(record);
            }
        } catch (CsvParseException broken) {
            // What came before may be enough.
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        if (source.isCut() && records.size() > 1) {
            records.removeLast();
        }
        records.removeIf(record -> record.getStartingLineNumber() <= source.preamble().lines());
        return records;
    }
}
