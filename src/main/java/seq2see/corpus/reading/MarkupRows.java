package seq2see.corpus.reading;

import java.io.IOException;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import seq2see.corpus.InputException;

/**
 * Records whose fields are HTML, as those of Anki's cards are, with the text alone: without tags and sounds, and with the
 * characters that entities stand for.
 */
final class MarkupRows implements Rows {
    private static final Pattern SOUND = Pattern.compile("\\[sound:[^\\[\\]]*]");
    /** Where one of these stands, a word ends. */
    private static final Pattern BREAK = Pattern.compile("(?i)<(?:br|/?div|/?p|/?li|/?tr|/?td)\\b[^<>]*>");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>|<!--[^<]*?-->");
    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(nbsp|amp|lt|gt|quot|apos));");
    private static final Map<String, String> NAMED = Map.of("nbsp", "\u00A0", "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'");

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
            String text = text(fields[column]);
            boolean side = column == layout.sourceColumn() || column == layout.targetColumn();
            mended += side && !text.equals(fields[column]) ? 1 : 0;
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
        return ENTITY.matcher(plain).replaceAll(entity -> Matcher.quoteReplacement(character(entity)));
    }

    /** What an entity stands for; one of no character stays as it is. */
    private static String character(MatchResult entity) {
        if (entity.group(3) != null) {
            return NAMED.get(entity.group(3));
        }
        int code = entity.group(1) != null ? Integer.parseInt(entity.group(1)) : Integer.parseInt(entity.group(2), 16);
        return Character.isDefined(code) && Character.getType(code) != Character.SURROGATE ? Character.toString(code) : entity.group();
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
