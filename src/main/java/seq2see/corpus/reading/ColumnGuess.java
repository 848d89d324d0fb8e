package seq2see.corpus.reading;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Guesses which columns hold the sentences, and whether the first row names them. A person has the last word. */
final class ColumnGuess {
    private static final Set<String> LANGUAGES = new HashSet<>(Arrays.asList(Locale.getISOLanguages()));
    private static final Set<String> SOURCE_NAMES = Set.of("source", "src", "input", "question", "prompt", "original", "原文", "源", "源语言", "源句");
    private static final Set<String> TARGET_NAMES = Set.of("target", "tgt", "trg", "output", "answer", "translation", "response", "译文", "目标",
            "目标语言", "目标句");
    private static final Set<String> OTHER_NAMES = Set.of("id", "text", "sentence", "sent", "language", "lang", "attribution", "comment", "note",
            "score", "lp", "line", "no", "nr", "index", "title", "reference", "ref", "中文", "英文", "英语", "汉语", "法语", "日语", "句子");

    static {
        for (String code : Locale.getISOLanguages()) {
            LANGUAGES.add(Locale.of(code).getISO3Language());
        }
    }

    private ColumnGuess() {
    }

    /** Whether every cell of the first row looks like the name of a column, and none comes again further down. */
    static boolean beginsWithHeader(List<String[]> rows) {
        String[] cells = rows.getFirst();
        boolean again = rows.stream().skip(1).anyMatch(row -> IntStream.range(0, Math.min(row.length, cells.length))
                .anyMatch(index -> plain(row[index]).equals(plain(cells[index]))));
        List<String> names = Arrays.stream(cells).map(ColumnGuess::plain).filter(name -> !name.isEmpty()).toList();
        return !again && names.size() >= 2 && new HashSet<>(names).size() == names.size() && names.stream().allMatch(ColumnGuess::isName);
    }

    private static String plain(String cell) {
        return cell == null ? "" : cell.strip().toLowerCase(Locale.ROOT);
    }

    /** A name of a column: words such as {@code source}, {@code sentence_en}, {@code text 2}, {@code zh-CN}, {@code French}. */
    private static boolean isName(String text) {
        return Arrays.stream(text.split("[_\\s.:-]+")).allMatch(word -> SOURCE_NAMES.contains(word) || TARGET_NAMES.contains(word)
                || OTHER_NAMES.contains(word) || isLanguage(word) || isRegion(word) || isLanguageName(word)
                || word.replaceAll("\\d+$", "").isEmpty() || OTHER_NAMES.contains(word.replaceAll("\\d+$", "")));
    }

    private static boolean isRegion(String word) {
        return word.matches("[a-z]{2}") && Set.of(Locale.getISOCountries()).contains(word.toUpperCase(Locale.ROOT));
    }

    private static boolean isLanguageName(String word) {
        return word.length() > 3 && Arrays.stream(Locale.getISOLanguages())
                .anyMatch(code -> Locale.of(code).getDisplayLanguage(Locale.ENGLISH).equalsIgnoreCase(word));
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
     * @param names what the columns are called; empty where they are not
     * @param rows  some of the records, without the header
     */
    static int[] columns(List<String> names, List<String[]> rows) {
        int source = first(names, name -> SOURCE_NAMES.contains(plain(name)));
        int target = first(names, name -> TARGET_NAMES.contains(plain(name)));
        if (source >= 0 && target >= 0) {
            return new int[] {source, target};
        }
        // "id" is Indonesian, or a number.
        int[] languages = IntStream.range(0, names.size())
                .filter(index -> isLanguage(names.get(index)) && (rows.isEmpty() || holdsSentences(rows, index))).limit(2).toArray();
        if (languages.length == 2) {
            return languages;
        }
        int width = Math.max(names.size(), rows.stream().mapToInt(row -> row.length).max().orElse(2));
        int[] sentences = IntStream.range(0, width).filter(index -> holdsSentences(rows, index)).limit(2).toArray();
        return sentences.length == 2 ? sentences : new int[] {0, 1};
    }

    private static int first(List<String> names, Predicate<String> wanted) {
        return IntStream.range(0, names.size()).filter(index -> wanted.test(names.get(index))).findFirst().orElse(-1);
    }

    /** Not where nearly all cells are empty, numbers, dates, addresses or the code of a language. */
    private static boolean holdsSentences(List<String[]> rows, int column) {
        long cells = rows.stream().filter(row -> row.length > column).count();
        long others = rows.stream().filter(row -> row.length > column).map(row -> plain(row[column]))
                .filter(cell -> cell.isEmpty() || cell.matches("[\\d\\s.,:/+-]+|https?://\\S+") || cell.length() <= 3 && isLanguage(cell)).count();
        return cells >= rows.size() / 2 && others < 0.8 * cells;
    }
}
