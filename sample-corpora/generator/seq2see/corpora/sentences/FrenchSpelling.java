package seq2see.corpora.sentences;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What happens where two French words meet: le ami → l'ami, de le chat → du chat, à les enfants → aux enfants. */
final class FrenchSpelling {
    private static final String VOWELS = "aàâeéèêëiîïoôuùûœ";
    /** Words that begin with an h or a vowel and are treated as if they began with a consonant. */
    private static final List<String> WITHOUT_ELISION = List.of("haut", "haute", "huit", "héros", "onze", "oui");
    private static final Pattern ELISION = Pattern.compile(
            "\\b(je|me|te|se|ne|le|la|de|que|ce) (?!(?:" + String.join("|", WITHOUT_ELISION) + ")\\b)(?=[h" + VOWELS + "])",
            Pattern.UNICODE_CHARACTER_CLASS | Pattern.CASE_INSENSITIVE);

    private FrenchSpelling() {
    }

    static boolean startsWithVowelSound(String words) {
        String first = words.split("[ -]")[0].toLowerCase(Locale.ROOT);
        return (VOWELS + "h").indexOf(first.charAt(0)) >= 0 && !WITHOUT_ELISION.contains(first);
    }

    static String spelt(String words) {
        String elided = ELISION.matcher(words).replaceAll(match -> match.group(1).substring(0, match.group(1).length() - 1) + "'");
        return elided.replaceAll("(?U)\\bsi (?=ils?\\b)", "s'")
                .replaceAll("(?U)\\bde le(?= )", "du").replaceAll("(?U)\\bde les(?= )", "des")
                .replaceAll("(?<![^ ])à le(?= )", "au").replaceAll("(?<![^ ])à les(?= )", "aux");
    }
}
