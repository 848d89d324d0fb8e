package seq2see.corpus.reading;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Guesses whether the first row of a table names its columns, and what their names say. A person has the last word. */
final class HeaderGuess {
    private static final Set<String> SOURCE_NAMES = Set.of("source", "src", "input", "question", "prompt", "original", "原文", "源", "源语言", "源句");
    private static final Set<String> TARGET_NAMES = Set.of("target", "tgt", "trg", "output", "answer", "translation", "translated", "response",
            "completion", "译文", "目标", "目标语言", "目标句");
    private static final Set<String> TEXT_NAMES = Set.of("text", "texts", "txt", "sentence", "sentences", "sent", "phrase", "phrases", "word", "words");
    private static final Set<String> OTHER_NAMES = Set.of("id", "language", "lang", "attribution", "comment", "note",
            "score", "lp", "line", "no", "nr", "index", "title", "reference", "ref", "notes", "tags", "comments", "category", "domain", "dataset",
            "level", "label", "split", "url", "date", "user", "中文", "英文", "英语", "汉语", "法语", "日语", "句子");
    /** Such as 英文原文, 中文译文, 序号: written without blanks. */
    private static final Pattern CHINESE_NAME = Pattern.compile("(?:原文|译文|原句|译句|源句|目标句|源语言|目标语言|句子|句对|文本|内容|翻译|序号|编号|备注|来源|说明|单词|"
            + "(?:[英中汉法日德韩俄泰]|西班牙|葡萄牙|意大利|阿拉伯|越南)[文语])++");
    /** What else may stand above a column: a word or three, of letters for the most part. */
    private static final Pattern IDENTIFIER = Pattern.compile("(?=.{1,24}$)\\p{L}[\\p{L}\\p{N}]*(?:[ _./-][\\p{L}\\p{N}]+){0,2}");
    private static final Pattern PARTS = Pattern.compile("[^\\p{L}\\p{N}]++|(?<=\\p{Ll})(?=\\p{Lu})");

    private HeaderGuess() {
    }

    /**
     * Whether every cell of the first row looks like the name of a column, or two of them name two languages or sides, and none
     * comes again further down, unless all of them do. Numbers are names where sentences stand below.
     */
    static boolean namesColumns(List<String[]> rows) {
        String[] cells = rows.getFirst();
        List<String[]> body = rows.stream().skip(1).filter(row -> !Arrays.equals(row, cells)).toList();
        boolean again = body.stream().anyMatch(row -> IntStream.range(0, Math.min(row.length, cells.length))
                .anyMatch(index -> !plain(cells[index]).isEmpty() && plain(row[index]).equals(plain(cells[index]))));
        List<String> written = Arrays.stream(cells).filter(cell -> !plain(cell).isEmpty()).toList();
        List<String> names = written.stream().map(HeaderGuess::plain).toList();
        if (again || names.size() < 2 || new HashSet<>(names).size() < names.size()) {
            return false;
        }
        boolean numbered = names.stream().allMatch(name -> name.matches("[\\d_\\s.:-]+"));
        if (numbered) {
            return ColumnGuess.sentences(body, Set.of()).length >= 2;
        }
        boolean translated = LanguageNames.count(names) == 1 && names.stream().allMatch(name -> LanguageNames.named(name).isPresent());
        boolean sides = written.stream().filter(HeaderGuess::isSide).count() >= 2
                && written.stream().allMatch(cell -> isSide(cell) || IDENTIFIER.matcher(cell.strip()).matches());
        return !translated && (sides || written.stream().allMatch(HeaderGuess::isName)) || LanguageNames.count(names) >= 2;
    }

    static String plain(String cell) {
        return cell == null ? "" : cell.strip().toLowerCase(Locale.ROOT);
    }

    /** A name of a column: words such as {@code source}, {@code sentence_en}, {@code text 2}, {@code zh-CN}, {@code French}. */
    private static boolean isName(String text) {
        return parts(text).length > 0 && Arrays.stream(parts(text)).allMatch(HeaderGuess::isKnown);
    }

    /** A name that says which side a column is, or that it holds sentences, with nothing else in it. */
    static boolean isSide(String text) {
        return isName(text) && has(text, word -> SOURCE_NAMES.contains(word) || TARGET_NAMES.contains(word) || TEXT_NAMES.contains(unnumbered(word))
                || isLanguageName(word) || CHINESE_NAME.matcher(word).matches());
    }

    static boolean isSource(String text) {
        return has(text, SOURCE_NAMES::contains);
    }

    static boolean isTarget(String text) {
        return has(text, TARGET_NAMES::contains);
    }

    /** Whether a name is nothing but what sources are called, or targets. */
    static boolean isOnly(String text, boolean source) {
        return (source ? SOURCE_NAMES : TARGET_NAMES).contains(plain(text));
    }

    private static boolean has(String text, Predicate<String> wanted) {
        return Arrays.stream(parts(text)).anyMatch(wanted);
    }

    /** The words of a name in small letters, those of {@code pairID} too; a {@code #} in front makes a comment of it. */
    private static String[] parts(String text) {
        return Arrays.stream(PARTS.split(text.strip())).filter(part -> !part.isEmpty()).map(HeaderGuess::plain).toArray(String[]::new);
    }

    private static boolean isKnown(String word) {
        return SOURCE_NAMES.contains(word) || TARGET_NAMES.contains(word) || isOther(unnumbered(word)) || ColumnGuess.isLanguage(word)
                || isRegion(word) || isLanguageName(word) || CHINESE_NAME.matcher(word).matches();
    }

    private static boolean isOther(String word) {
        return word.isEmpty() || TEXT_NAMES.contains(word) || OTHER_NAMES.contains(word);
    }

    private static String unnumbered(String word) {
        return word.replaceAll("\\d++$", "");
    }

    private static boolean isRegion(String word) {
        return word.matches("[a-z]{2}") && Set.of(Locale.getISOCountries()).contains(word.toUpperCase(Locale.ROOT));
    }

    private static boolean isLanguageName(String word) {
        return LanguageNames.named(word).isPresent();
    }
}
