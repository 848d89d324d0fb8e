package seq2see.corpus.reading;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Guesses which columns hold the sentences. A person has the last word. */
final class ColumnGuess {
    private static final Set<String> LANGUAGES = new HashSet<>(Arrays.asList(Locale.getISOLanguages()));
    /** Numbers and dates, addresses, marks of a record such as {@code s-12}, and what Anki writes for a sound or a picture. */
    private static final Pattern NO_SENTENCE = Pattern.compile("[\\d\\s.,:/+-]++|https?://\\S++|\\p{Alpha}{1,8}[-_#]?\\d++|\\[sound:[^\\]]*+]|<img[^>]*+>");
    /** {@code eng}, {@code pt-BR}, {@code zho_Hans}, and pairs of them. */
    private static final Pattern CODE = Pattern.compile("[a-z]{2,3}(?:[-_][a-z]{2,4}){0,3}");
    private static final Pattern NUMBER = Pattern.compile("\\d++");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d|\\\\N");
    /** From so many records on, a column that says the same again and again, one in ten different, is one of marks such as {@code train}. */
    private static final int TELLING = 20;

    static {
        for (String code : Locale.getISOLanguages()) {
            LANGUAGES.add(Locale.of(code).getISO3Language());
        }
    }

    private ColumnGuess() {
    }

    /** Whether a name is a language's code, with or without a region: {@code en}, {@code pt-BR}. */
    static boolean isLanguage(String name) {
        return LANGUAGES.contains(primary(name));
    }

    /** The language of a code without its region. */
    static String primary(String code) {
        return TmxRows.language(code).split("-", 2)[0];
    }

    /**
     * The columns of sources and targets.
     *
     * @param names  what the columns are called; empty where they are not
     * @param rows   some of the records, without the header
     * @param others the indexes of columns that are known to hold none
     */
    static int[] columns(List<String> names, List<String[]> rows, Set<Integer> others) {
        int[] sides = {first(names, index -> HeaderGuess.isOnly(names.get(index), true)), first(names, index -> HeaderGuess.isOnly(names.get(index), false))};
        if (sides[0] >= 0 && sides[1] >= 0) {
            return sides;
        }
        // "id" is Indonesian, or a number.
        int[] languages = IntStream.range(0, names.size())
                .filter(index -> isLanguage(names.get(index)) && (rows.isEmpty() || holdsSentences(rows, index))).limit(2).toArray();
        if (languages.length == 2) {
            return languages;
        }
        int[] named = IntStream.range(0, names.size()).filter(index -> HeaderGuess.isSide(names.get(index)) && holdsSentences(rows, index)).toArray();
        if (named.length >= 2) {
            return ordered(names, named);
        }
        int[] sentences = sentences(rows, others);
        int[] likely = IntStream.of(sentences).filter(index -> !isMonotonous(rows, index)).limit(2).toArray();
        return likely.length == 2 ? likely : sentences.length >= 2 ? Arrays.copyOf(sentences, 2) : new int[] {0, 1};
    }

    /** Of several columns, the two whose names say which side they are, and else the first two. */
    private static int[] ordered(List<String> names, int[] columns) {
        int source = IntStream.of(columns).filter(index -> HeaderGuess.isSource(names.get(index))).findFirst().orElse(-1);
        int target = IntStream.of(columns).filter(index -> index != source && HeaderGuess.isTarget(names.get(index))).findFirst().orElse(-1);
        return source >= 0 && target >= 0 ? new int[] {source, target} : Arrays.copyOf(columns, 2);
    }

    /** The columns that hold sentences. */
    static int[] sentences(List<String[]> rows, Set<Integer> others) {
        int width = rows.stream().mapToInt(row -> row.length).max().orElse(2);
        return IntStream.range(0, width).filter(index -> !others.contains(index) && holdsSentences(rows, index)).toArray();
    }

    /** Whether each record is one sentence, with its language beside it, and none of its translations: as in Tatoeba's lists of sentences. */
    static boolean isOfOneSide(List<String[]> rows) {
        int width = rows.stream().mapToInt(row -> row.length).max().orElse(2);
        boolean alone = rows.size() > 1 && width > 2 && sentences(rows, Set.of()).length == 1 && IntStream.range(0, width)
                .anyMatch(column -> rows.stream().allMatch(row -> row.length > column && row[column].length() == 3 && isLanguage(row[column])));
        return alone || rows.size() > 1 && rows.stream().allMatch(ColumnGuess::isDetailed);
    }

    /** A line of Tatoeba's detailed list: number, language, sentence, user, and when it was added and changed. */
    private static boolean isDetailed(String[] row) {
        return row.length == 6 && NUMBER.matcher(row[0]).matches() && row[1].length() <= 4 && TIME.matcher(row[4]).matches() && TIME.matcher(row[5]).matches();
    }

    private static int first(List<String> names, IntPredicate wanted) {
        return IntStream.range(0, names.size()).filter(wanted).findFirst().orElse(-1);
    }

    /** Not where nearly all cells are empty, numbers, dates, addresses or the code of a language. */
    private static boolean holdsSentences(List<String[]> rows, int column) {
        long cells = rows.stream().filter(row -> row.length > column).count();
        long others = rows.stream().filter(row -> row.length > column).map(row -> HeaderGuess.plain(row[column]))
                .filter(cell -> cell.isEmpty() || NO_SENTENCE.matcher(cell).matches() || isCode(cell)).count();
        return cells >= rows.size() / 2 && others < 0.8 * cells;
    }

    private static boolean isCode(String cell) {
        return CODE.matcher(cell).matches() && isLanguage(cell);
    }

    private static boolean isMonotonous(List<String[]> rows, int column) {
        return rows.size() >= TELLING
                && 10 * rows.stream().filter(row -> row.length > column).map(row -> HeaderGuess.plain(row[column])).distinct().count() <= rows.size();
    }
}
