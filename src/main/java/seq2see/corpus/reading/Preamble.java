package seq2see.corpus.reading;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines in front of the records that say how those are written: {@code sep=;} for Excel, {@code #separator:tab},
 * {@code #html:true} and the like for Anki.
 *
 * @param lines     how many
 * @param separator of the columns, where they name it
 */
record Preamble(int lines, Optional<Character> separator) {
    private static final Pattern EXCEL = Pattern.compile("\"?sep=(.)\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern ANKI = Pattern.compile("#(separator|html|columns|tags|deck|notetype|if matches|(?:tags|deck|notetype|guid) column):(.*)",
            Pattern.CASE_INSENSITIVE);
    private static final Map<String, Character> NAMES = Map.of("tab", '\t', "comma", ',', "semicolon", ';', "pipe", '|', "colon", ':', "space", ' ');
    private static final int MOST_LINES = 20;

    /** @param head how the text begins */
    static Preamble of(String head) {
        List<String> first = head.lines().limit(MOST_LINES).takeWhile(line -> EXCEL.matcher(line).matches() || ANKI.matcher(line).matches()).toList();
        return new Preamble(first.size(), first.stream().flatMap(line -> separator(line).stream()).findFirst());
    }

    private static Optional<Character> separator(String line) {
        Matcher excel = EXCEL.matcher(line);
        if (excel.matches()) {
            return Optional.of(excel.group(1).charAt(0));
        }
        Matcher anki = ANKI.matcher(line);
        if (!anki.matches() || !anki.group(1).equalsIgnoreCase("separator")) {
            return Optional.empty();
        }
        String value = anki.group(2);
        Character named = NAMES.get(value.strip().toLowerCase(Locale.ROOT));
        return named != null ? Optional.of(named) : value.length() == 1 ? Optional.of(value.charAt(0)) : Optional.empty();
    }
}
