package seq2see.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;

/**
 * Cuts a run of text without white space into words and punctuation. A word is a run of letters, accents and digits. An
 * apostrophe inside a word belongs to it ({@code isn't}), but before a vowel or an h it ends the word, as the French
 * elision does ({@code l' hôtel}). The separators inside a number belong to it ({@code 3.14}). Ideographs are cut as one asks
 * for, and whatever else is there is a word grapheme cluster by grapheme cluster.
 */
final class WordPieces {
    private static final String VOWELS_AND_H = "aeiouyhàáâäåæèéêëìíîïòóôöœùúûüÿ";

    private WordPieces() {
    }

    /** @param ideographs cuts a run of ideographs */
    static List<String> of(String run, Function<String, List<String>> ideographs) {
        List<String> pieces = new ArrayList<>();
        Matcher clusters = Graphemes.clusters(run);
        int start = 0;
        while (start < run.length()) {
            int end = endOfIdeographs(run, clusters, start);
            if (end > start) {
                pieces.addAll(ideographs.apply(run.substring(start, end)));
            } else {
                end = isWord(run, start) ? endOfWord(run, start) : endOfCluster(clusters, start);
                pieces.add(run.substring(start, end));
            }
            start = end;
        }
        return pieces;
    }

    /** The clusters of a run. */
    static List<String> clusters(String run) {
        return Graphemes.clusters(run).results().map(MatchResult::group).toList();
    }

    private static int endOfIdeographs(String run, Matcher clusters, int start) {
        int end = start;
        while (end < run.length() && Character.isIdeographic(run.codePointAt(end))) {
            end = endOfCluster(clusters, end);
        }
        return end;
    }

    private static int endOfCluster(Matcher clusters, int start) {
        clusters.find(start);
        return clusters.end();
    }

    private static int endOfWord(String run, int start) {
        int end = start;
        while (true) {
            while (isWord(run, end)) {
                end += Character.charCount(run.codePointAt(end));
            }
            if (!isWord(run, end + 1)) {
                return end;
            }
            char joint = run.charAt(end);
            if (isApostrophe(joint) && isVowelOrH(run.codePointAt(end + 1))) {
                return end + 1;
            }
            if (!isApostrophe(joint) && !isInsideNumber(run, end)) {
                return end;
            }
            end++;
        }
    }

    private static boolean isWord(String run, int index) {
        if (index >= run.length()) {
            return false;
        }
        int codePoint = run.codePointAt(index);
        return !Character.isIdeographic(codePoint) && (Character.isLetterOrDigit(codePoint) || isAccentOrNumber(codePoint));
    }

    private static boolean isAccentOrNumber(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK,
                 Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            // The zero-width (non-)joiners stand inside the words of Persian and Hindi.
            default -> codePoint == 0x200C || codePoint == 0x200D;
        };
    }

    private static boolean isInsideNumber(String run, int index) {
        return ".,:".indexOf(run.charAt(index)) >= 0 && Character.isDigit(run.charAt(index - 1))
                && Character.isDigit(run.charAt(index + 1));
    }

    private static boolean isVowelOrH(int codePoint) {
        return VOWELS_AND_H.indexOf(Character.toLowerCase(codePoint)) >= 0;
    }

    static boolean isApostrophe(char character) {
        return character == '\'' || character == '’';
    }
}
