package seq2see.corpus.reading;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lines in front of the records that say how those are written: {@code sep=;} for Excel, {@code #separator:tab},
 * {@code #html:true} and the like for Anki.
 *
 * @param lines     how many
 * @param separator of the columns, where they name it; then fields may stand in quotes, as Anki and Excel write them
 * @param markup    whether they say that the fields are HTML
 * @param others    the indexes of columns that they say hold no text of a card, but its tags, deck and the like
 */
record Preamble(int lines, Optional<Character> separator, boolean markup, Set<Integer> others) {
    private static final Pattern EXCEL = Pattern.compile("\"?sep=(.)\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern ANKI = Pattern.compile("#(separator|html|columns|tags|deck|notetype|if matches|(?:tags|deck|notetype|guid) column):(.*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HTML = Pattern.compile("#html:\\s*true\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_COLUMN = Pattern.compile("#\\w+ column:\\s*([1-9]\\d{0,3})\\s*", Pattern.CASE_INSENSITIVE);
    private static final Map<String, Character> NAMES = Map.of("tab", '\t', "comma", ',', "semicolon", ';', "pipe", '|', "colon", ':', "space", ' ');
    private static final int MOST_LINES = 20;

    /** @param head how the text begins */
    static Preamble of(String head) {
        List<String> first = head.lines().limit(MOST_LINES).takeWhile(line -> EXCEL.matcher(line).matches() || ANKI.matcher(line).matches()).toList();
        Set<Integer> others = first.stream().map(OTHER_COLUMN::matcher).filter(Matcher::matches)
                .map(column -> Integer.parseInt(column.group(1)) - 1).collect(Collectors.toUnmodifiableSet());
        return new Preamble(first.size(), first.stream().flatMap(line -> separator(line).stream()).findFirst(),
                first.stream().anyMatch(line -> HTML.matcher(line).matches()), others);
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
