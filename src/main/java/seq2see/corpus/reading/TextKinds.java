package seq2see.corpus.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import seq2see.corpus.InputException;

/** Tells texts that hold translations, or look as if they did, but not as records: catalogues, dumps, subtitles, sentences by turns. */
final class TextKinds {
    /** A kind that is told by how some of its lines begin: more than a share of all. */
    private record Kind(String name, Pattern line, double share) {
    }

    private static final Kind PO = new Kind("PO", Pattern.compile("msg(?:id|str|ctxt|id_plural)(?:\\[\\d])? \""), 0.2);
    private static final Kind SQL = new Kind("SQL", Pattern.compile("INSERT INTO [\\w.`\"\\[\\]]++ ?(?:\\(|VALUES)|CREATE TABLE ", Pattern.CASE_INSENSITIVE), 0);
    private static final Kind SGML = new Kind("SGML", Pattern.compile("\\s*+</?(?:srcset|refset|tstset|doc|seg|hl|p)(?: [^<>]*+)?>", Pattern.CASE_INSENSITIVE), 0.5);
    private static final Kind YAML = new Kind("YAML", Pattern.compile("\\s*+- (?:\\{\\w++:|[\"']?\\w++[\"']?: )"), 0.3);
    private static final Kind MARKDOWN = new Kind("Markdown", Pattern.compile("\\s*+\\|.*+(?<=\\|)\\s*+$"), 0.9);
    private static final Kind SUBTITLES = new Kind("", Pattern.compile("(?:\\d+:)?\\d\\d:\\d\\d[,.]\\d{3} --> |Dialogue: \\d+,\\d+:\\d\\d:"), 0.1);
    /** Sentences that stand by turns are told by what they are written in, where so many agree. */
    private static final double AGREEING = 0.95;
    private static final int FEWEST_BY_TURNS = 6;

    private final TextSource source;
    private final List<String> lines;

    /** @param lines of the text, without blank ones */
    TextKinds(TextSource source, List<String> lines) {
        this.source = source;
        this.lines = lines;
    }

    /** Subtitles have numbers and times between their texts, and a film's in two languages do not even stand on the same lines. */
    void refuseSubtitles() throws InputException {
        if (is(SUBTITLES)) {
            throw new InputException("corpus.subtitles", source.place());
        }
    }

    /** Refuses what has more between its texts than separators. */
    void refuseMarked(boolean isOneSide) throws InputException {
        List<Kind> kinds = isOneSide ? List.of(SGML) : List.of(PO, SQL, SGML, YAML, MARKDOWN);
        Optional<Kind> found = kinds.stream().filter(this::is).findFirst();
        if (found.isPresent()) {
            throw new InputException("corpus.marked", source.place(), found.get().name);
        }
    }

    private boolean is(Kind kind) {
        return lines.stream().filter(line -> kind.line.matcher(line).lookingAt()).count() > kind.share * lines.size();
    }

    /** Refuses a source on a line and its target on the next, where that is seen: one of them in the letters of Latin, the other not. */
    void refuseByTurns() throws InputException {
        List<Boolean> latin = new ArrayList<>();
        lines.forEach(line -> latin.add(isLatin(line)));
        long odd = agreeing(latin, index -> index % 2 == 0);
        long even = agreeing(latin, index -> index % 2 == 1);
        double half = latin.size() / 2.0;
        if (latin.size() >= FEWEST_BY_TURNS && (odd >= AGREEING * half && even <= (1 - AGREEING) * half || even >= AGREEING * half && odd <= (1 - AGREEING) * half)) {
            throw new InputException("corpus.byTurns", source.place());
        }
    }

    private static long agreeing(List<Boolean> latin, IntPredicate which) {
        long count = 0;
        for (int index = 0; index < latin.size(); index++) {
            count += which.test(index) && latin.get(index) ? 1 : 0;
        }
        return count;
    }

    /** Whether more than half of a line's letters are Latin. */
    private static boolean isLatin(String line) {
        long letters = line.codePoints().filter(Character::isLetter).count();
        long latin = line.codePoints().filter(Character::isLetter).filter(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN).count();
        return 2 * latin > letters;
    }
}
