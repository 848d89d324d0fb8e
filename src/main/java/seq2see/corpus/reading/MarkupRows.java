package seq2see.corpus.reading;

import java.io.IOException;
import java.util.regex.Pattern;
import seq2see.corpus.InputException;

/**
 * Records whose fields are HTML, as those of Anki's cards are and those of web pages may be, with the text alone: without
 * tags and sounds, and with the characters that entities stand for.
 */
final class MarkupRows implements Rows {
    private static final Pattern SOUND = Pattern.compile("\\[sound:[^\\[\\]]*]");
    /** Where one of these stands, a word ends. */
    private static final Pattern BREAK = Pattern.compile("(?i)<(?:br|/?div|/?p|/?li|/?tr|/?td)\\b[^<>]*>");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>|<!--[^<]*?-->");

    private final Rows rows;
    private final Layout layout;
    private long mended;

    /** @param layout which columns count as sides */
    MarkupRows(Rows rows, Layout layout) {
        this.rows = rows;
        this.layout = layout;
    }

    @Override
    public Row next() throws IOException, InputException {
        Row row = rows.next();
        if (row == null || row.fault().isPresent()) {
            return row;
        }
        String[] fields = row.fields().clone();
        for (int column = 0; column < fields.length; column++) {
            String text = fields[column] == null ? null : text(fields[column]);
            boolean side = column == layout.sourceColumn() || column == layout.targetColumn();
            mended += side && text != null && !text.equals(fields[column]) ? 1 : 0;
            fields[column] = text;
        }
        return Row.of(row.line(), fields);
    }

    /** What a person reads of a field. */
    static String text(String field) {
        if (field.indexOf('<') < 0 && field.indexOf('&') < 0 && field.indexOf('[') < 0) {
            return field;
        }
        String silent = SOUND.matcher(field).replaceAll("");
        String plain = TAG.matcher(BREAK.matcher(silent).replaceAll(" ")).replaceAll("");
        return Entities.decoded(plain);
    }

    /** Whether a person would read something else. */
    static boolean isMarked(String field) {
        return !text(field).equals(field);
    }

    @Override
    public long blankLines() {
        return rows.blankLines();
    }

    @Override
    public long markup() {
        return mended;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
