package seq2see.corpus.reading;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Map;
import seq2see.corpus.InputException;
import seq2see.corpus.ReadingReport.Reason;

/**
 * The records of a JSON document, which is read as it comes and never held whole: the elements of its array, be that the
 * document or anywhere among its members, or objects one behind the other. Arrays in those belong to them.
 */
final class JsonRows implements Rows {
    private final Path place;
    private final Reader reader;
    private final JsonParser parser;
    private final ColumnNames columns;
    private final boolean oneBehindTheOther;
    /** Whether the parser stands in the array of the records. */
    private boolean insideArray;
    /** Whether it stands on a token that was not taken yet. */
    private boolean tokenWaits;

    /**
     * @param place what an {@link InputException} calls the text
     * @param head  how it begins
     */
    JsonRows(Path place, String head, Reader reader, ColumnNames columns) throws IOException {
        this.place = place;
        this.reader = reader;
        this.columns = columns;
        this.oneBehindTheOther = isOneBehindTheOther(head);
        this.parser = JsonColumns.JSON.createParser(reader);
    }

    /** Whether the first object is a record, with more behind it. */
    private static boolean isOneBehindTheOther(String head) {
        try (JsonParser parser = JsonColumns.JSON.createParser(head)) {
            return parser.nextToken() == JsonToken.START_OBJECT && JsonColumns.of(parser.readValueAsTree()).size() >= 2 && parser.nextToken() != null;
        } catch (IOException cut) {
            return false;
        }
    }

    static Row row(long line, JsonNode record, ColumnNames columns) {
        Map<String, String> values = JsonColumns.of(record);
        String all = String.join("\t", values.values());
        if (Unreadable.in(all)) {
            return Row.faulty(line, Reason.UNDECODABLE, all);
        }
        return all.length() > TextLines.LONGEST_LINE ? Row.faulty(line, Reason.TOO_LONG, all) : Row.of(line, columns.row(values));
    }

    @Override
    public Row next() throws IOException, InputException {
        try {
            for (JsonToken token = token(); token != null; token = token()) {
                long line = parser.currentTokenLocation().getLineNr();
                if (insideArray && token.isStructStart()) {
                    return row(line, parser.readValueAsTree(), columns);
                } else if (insideArray && token == JsonToken.END_ARRAY) {
                    insideArray = false;
                } else if (insideArray) {
                    return Row.faulty(line, Reason.BROKEN_LINE, parser.getText());
                } else if (token == JsonToken.START_ARRAY) {
                    insideArray = isOutermost() || holdsRecords();
                } else if (token == JsonToken.START_OBJECT && isOutermost()) {
                    JsonNode object = oneBehindTheOther ? parser.readValueAsTree() : objectWithoutRecords();
                    if (object != null) {
                        return row(line, object, columns);
                    }
                }
            }
            return null;
        } catch (JsonProcessingException broken) {
            long line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            throw new InputException("corpus.brokenJson", place, String.valueOf(line));
        }
    }

    private JsonToken token() throws IOException {
        boolean here = tokenWaits;
        tokenWaits = false;
        return here ? parser.currentToken() : parser.nextToken();
    }

    /**
     * Reads the members of an object, and of the objects in it, up to an array of records, and then stops inside of that.
     *
     * @return the object where there is no such array, and so it is a record itself; else null
     */
    private ObjectNode objectWithoutRecords() throws IOException {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT) {
                ObjectNode member = objectWithoutRecords();
                if (member == null) {
                    return null;
                }
                object.set(name, member);
            } else if (value != JsonToken.START_ARRAY) {
                object.set(name, parser.readValueAsTree());
            } else if (holdsRecords()) {
                insideArray = true;
                return null;
            }
        }
        return object;
    }

    /** Whether the array or object that begins here is in no other. */
    private boolean isOutermost() {
        return parser.getParsingContext().getParent().inRoot();
    }

    /** Looks whether the array that begins here is one of records, and then stands on the first; else passes over it: it is no column. */
    private boolean holdsRecords() throws IOException {
        JsonToken first = parser.nextToken();
        tokenWaits = first != null && first.isStructStart();
        for (JsonToken token = first; !tokenWaits && token != null && token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            parser.skipChildren();
        }
        return tokenWaits;
    }

    @Override
    public long blankLines() {
        return 0;
    }

    @Override
    public void close() throws IOException {
        try (Reader _ = reader) {
            parser.close();
        }
    }
}
