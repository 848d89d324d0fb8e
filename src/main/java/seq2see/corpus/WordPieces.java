package seq2see.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/**
 * Cuts a run of text without white space into words and punctuation. A word is a run of letters, accents and digits. An
 * apostrophe inside a word belongs to it ({@code isn't}), but before a vowel or an h it ends the word, as the French
 * elision does ({@code l' hôtel}). The separators inside a number belong to it ({@code 3.14}). An ideograph is a word, and
 * whatever else is one, grapheme cluster by grapheme cluster.
 */
final class WordPieces {
    private static final String VOWELS_AND_H = "aeiouyhàáâäåæèéêëìíîïòóôöœùúûüÿ";

    private WordPieces() {
    }

    static List<String> of(String run) {
        List<String> pieces = new ArrayList<>();
        Matcher clusters = Graphemes.clusters(run);
        int start = 0;
        while (start < run.length()) {
            int end = isWord(run, start) ? endOfWord(run, start) : endOfCluster(clusters, start);
            pieces.add(run.substring(start, end));
            start = end;
        }
        return pieces;
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
