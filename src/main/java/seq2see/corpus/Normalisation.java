package seq2see.corpus;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is made alike in the text of both sides before it is cut into tokens. A model keeps it, so that what is translated is
 * treated as what was trained on; applied twice it changes nothing more.
 *
 * @param rules which of them apply, in the order in which {@link Rule} names them
 */
public record Normalisation(Set<Rule> rules) {
    public static final Normalisation NONE = new Normalisation(Set.of());
    /** Only what changes no meaning. */
    public static final Normalisation USUAL = new Normalisation(Set.of(Rule.NFC));

    /** Each makes texts alike that differ in one respect. */
    public enum Rule {
        /**
         * Typographic quotes, dashes and dots, full-width and ideographic punctuation as ASCII, no-break spaces as spaces: much
         * as Moses' {@code normalize-punctuation} does.
         */
        PUNCTUATION,
        /** Every digit of every script as 0: numbers of as many digits become one token. */
        NUMBERS,
        /** Unicode's full case folding, which takes {@code ß} for {@code ss}. */
        CASE,
        /** Unicode's normalisation form C: an accent is one character with its letter, however it was typed. */
        NFC;

        /** The name used on the command line and in files. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        private String apply(String text) {
            return switch (this) {
                case PUNCTUATION -> mapped(text);
                case NUMBERS -> zeroed(text);
                case CASE -> UCharacter.foldCase(text, true);
                case NFC -> Normalizer2.getNFCInstance().normalize(text);
            };
        }
    }

    private static final Map<Integer, String> ASCII = ascii(
            "‘'", "’'", "‚'", "‛'", "“\"", "”\"", "„\"", "‟\"", "«\"", "»\"", "‹'", "›'", "‐-", "‑-", "‒-", "–-", "—-", "―-", "−-", "…...",
            "\u00a0 ", "\u202f ", "\u2007 ", "\u3000 ", "。.", "、,", "「\"", "」\"", "『\"", "』\"", "《\"", "》\"", "【[", "】]");
    /** The full-width forms of {@code !} to {@code ~}, in the order of ASCII. */
    private static final int FULL_WIDTH = 0xFF01;

    public Normalisation {
        rules = Set.copyOf(rules);
    }

    private static Map<Integer, String> ascii(String... pairs) {
        return Arrays.stream(pairs).collect(Collectors.toUnmodifiableMap(pair -> (int) pair.charAt(0), pair -> pair.substring(1)));
    }

    /**
     * The rules of a text such as {@code nfc,case}, or {@code none}.
     *
     * @param name what a person knows it by
     */
    public static Normalisation parse(String name, String text) throws InputException {
        return text.strip().equals("none") ? NONE : named(name, List.of(text.split(",")));
    }

    /** @throws InputException where there is no rule of a label; it names the field */
    public static Normalisation named(String name, Collection<String> labels) throws InputException {
        Set<Rule> rules = EnumSet.noneOf(Rule.class);
        for (String label : labels) {
            rules.add(Choice.named(name, label.strip(), List.of(Rule.values()), Rule::toString));
        }
        return new Normalisation(rules);
    }

    /** The rules' names, in the order in which they apply. */
    public List<String> labels() {
        return Arrays.stream(Rule.values()).filter(rules::contains).map(Rule::toString).toList();
    }

    /** As on the command line: {@code case,nfc}, {@code none}. */
    @Override
    public String toString() {
        return rules.isEmpty() ? "none" : String.join(",", labels());
    }

    public Normalisation with(Rule rule, boolean applies) {
        Set<Rule> changed = EnumSet.noneOf(Rule.class);
        changed.addAll(rules);
        if (applies) {
            changed.add(rule);
        } else {
            changed.remove(rule);
        }
        return new Normalisation(changed);
    }

    /** The text as the model sees it. */
    public String of(String text) {
        String normalised = text;
        for (Rule rule : Rule.values()) {
            normalised = rules.contains(rule) ? rule.apply(normalised) : normalised;
        }
        return normalised;
    }

    /** The pair as the model sees it; itself where nothing changes. */
    public SentencePair of(SentencePair pair) {
        return rules.isEmpty() ? pair : new SentencePair(of(pair.source()), of(pair.target()), pair.line());
    }

    private static String mapped(String text) {
        StringBuilder mapped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            int ascii = character - FULL_WIDTH + '!';
            if (ascii >= '!' && ascii <= '~' && !Character.isLetterOrDigit(ascii)) {
                mapped.append((char) ascii);
            } else {
                String known = ASCII.get((int) character);
                mapped.append(known == null ? String.valueOf(character) : known);
            }
        }
        return mapped.toString();
    }

    private static String zeroed(String text) {
        StringBuilder zeroed = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> zeroed.appendCodePoint(Character.isDigit(codePoint) ? '0' : codePoint));
        return zeroed.toString();
    }
}
