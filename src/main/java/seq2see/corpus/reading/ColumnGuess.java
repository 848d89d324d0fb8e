package seq2see.corpus.reading;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Guesses which columns hold the sentences, and whether the first row names them. A person has the last word. */
final class ColumnGuess {
    private static final Set<String> LANGUAGES = new HashSet<>(Arrays.asList(Locale.getISOLanguages()));
    private static final Set<String> SOURCE_NAMES = Set.of("source", "src", "input", "question", "prompt", "original", "原文", "源", "源语言", "源句");
    private static final Set<String> TARGET_NAMES = Set.of("target", "tgt", "trg", "output", "answer", "translation", "response", "译文", "目标",
            "目标语言", "目标句");
    private static final Set<String> OTHER_NAMES = Set.of("id", "text", "sentence", "sent", "language", "lang", "attribution", "comment", "note",
            "score", "lp", "line", "no", "nr", "index", "title", "reference", "ref", "notes", "tags", "comments", "category", "domain", "dataset", "中文", "英文", "英语", "汉语", "法语", "日语", "句子");

    /** Numbers and dates, addresses, and what Anki writes for a sound or a picture. */
    private static final Pattern NO_SENTENCE = Pattern.compile("[\\d\\s.,:/+-]+|https?://\\S+|\\[sound:[^\\]]*]|<img[^>]*>");

    static {
        for (String code : Locale.getISOLanguages()) {
            LANGUAGES.add(Locale.of(code).getISO3Language());
        }
    }

    private ColumnGuess() {
    }

    /**
     * Whether every cell of the first row looks like the name of a column, or two of them name two languages, and none comes
     * again further down, unless all of them do. Numbers are names where sentences stand below.
     */
    static boolean beginsWithHeader(List<String[]> rows) {
        String[] cells = rows.getFirst();
        List<String[]> body = rows.stream().skip(1).filter(row -> !Arrays.equals(row, cells)).toList();
        boolean again = body.stream().anyMatch(row -> IntStream.range(0, Math.min(row.length, cells.length))
                .anyMatch(index -> !plain(cells[index]).isEmpty() && plain(row[index]).equals(plain(cells[index]))));
        List<String> names = Arrays.stream(cells).map(ColumnGuess::plain).filter(name -> !name.isEmpty()).toList();
        if (again || names.size() < 2 || new HashSet<>(names).size() < names.size()) {
            return false;
        }
        boolean numbered = names.stream().allMatch(name -> name.matches("[\\d_\\s.:-]+"));
        if (numbered) {
            return sentences(body, Set.of()).length == 2;
        }
        boolean translated = LanguageNames.count(names) == 1 && names.stream().allMatch(name -> LanguageNames.named(name).isPresent());
        return !translated && names.stream().allMatch(ColumnGuess::isName) || LanguageNames.count(names) >= 2;
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
        return LanguageNames.named(word).isPresent();
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
        int[] sentences = sentences(rows, others);
        return sentences.length == 2 ? sentences : new int[] {0, 1};
    }

    /** The first two columns that hold sentences, as far as there are so many. */
    private static int[] sentences(List<String[]> rows, Set<Integer> others) {
        int width = rows.stream().mapToInt(row -> row.length).max().orElse(2);
        return IntStream.range(0, width).filter(index -> !others.contains(index) && holdsSentences(rows, index)).limit(2).toArray();
    }

    /** Whether each record is one sentence, with its language beside it, and none of its translations: as in Tatoeba's list of sentences. */
    static boolean isOfOneSide(List<String[]> rows) {
        int width = rows.stream().mapToInt(row -> row.length).max().orElse(2);
        return rows.size() > 1 && width > 2 && sentences(rows, Set.of()).length == 1 && IntStream.range(0, width)
                .anyMatch(column -> rows.stream().allMatch(row -> row.length > column && row[column].length() == 3 && isLanguage(row[column])));
    }

    private static int first(List<String> names, Predicate<String> wanted) {
        return IntStream.range(0, names.size()).filter(index -> wanted.test(names.get(index))).findFirst().orElse(-1);
    }

    /** Not where nearly all cells are empty, numbers, dates, addresses or the code of a language. */
    private static boolean holdsSentences(List<String[]> rows, int column) {
        long cells = rows.stream().filter(row -> row.length > column).count();
        long others = rows.stream().filter(row -> row.length > column).map(row -> plain(row[column]))
                .filter(cell -> cell.isEmpty() || NO_SENTENCE.matcher(cell).matches() || cell.length() <= 3 && isLanguage(cell)).count();
        return cells >= rows.size() / 2 && others < 0.8 * cells;
    }
}
