package seq2see.corpora;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Made-up words and the same letters from the back. The words are strung together from syllables, so that they can be
 * read aloud, and have 3 to 12 letters.
 */
public final class ReverseCorpus implements Corpus {
    /** How many words of 3, 4, … 12 letters: there are not enough short ones to have as many of them. */
    private static final int[] WORDS_BY_LENGTH = {700, 1100, 1275, 1275, 1275, 1275, 1275, 1275, 1275, 1275};
    private static final int SHORTEST = 3;

    /** What opens a syllable. A sound stands more than once where it is common, and the empty one is an open vowel. */
    private static final List<String> ONSETS = words("""
            b b b c c d d d f f g g h h j k k k l l l l m m m m n n n n p p p qu r r r r s s s s t t t t v v w w x y z z
            bl br ch ch cl cr dr fl fr gl gr pl pr sh sh sk sl sm sn sp st st sw th tr tw - - - -""");
    private static final List<String> NUCLEI = words("a a a a e e e e i i i o o o u u ai au ea ee ei ie oa oo ou y");
    private static final List<String> CODAS = words("""
            - - - - - - - - - b d f g k l l m m n n n p r r s s t v x z
            ck ft lf lm ld lt mp nd ng nk nt rd rk rm rn st sh th""");

    /** Letters that must not stand together in a classroom, written with each letter moved on by thirteen. */
    private static final List<String> UNWELCOME = words("""
            shpx shx fuvg fug phag cvff pbpx qvpx pbx qvx shpu gvgf gvg nefr nff frk encr fyhg juber cbea ahqr nany anmv
            avtt avt snt phz obbo chffl gheq uryy xvyy qrnq onfgneq""").stream().map(ReverseCorpus::rotated).toList();

    @Override
    public String fileName() {
        return "reverse.tsv";
    }

    @Override
    public List<Pair> pairs() {
        Chance chance = new Chance(1);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < WORDS_BY_LENGTH.length; i++) {
            Set<String> words = new LinkedHashSet<>();
            while (words.size() < WORDS_BY_LENGTH[i]) {
                String word = word(SHORTEST + i, chance);
                if (isWelcome(word)) {
                    words.add(word);
                }
            }
            words.forEach(word -> pairs.add(new Pair(word, reversed(word))));
        }
        return chance.shuffled(pairs);
    }

    /** A word of exactly so many letters: syllables are added until it fits, and all over again when it is overshot. */
    private static String word(int length, Chance chance) {
        StringBuilder word = new StringBuilder();
        while (word.length() != length) {
            if (word.length() > length) {
                word.setLength(0);
            }
            String syllable = chance.pick(ONSETS) + chance.pick(NUCLEI) + chance.pick(CODAS);
            boolean twoVowelsMeet = !word.isEmpty() && isVowel(word.charAt(word.length() - 1))
                    && isVowel(syllable.charAt(0));
            word.append(twoVowelsMeet ? "" : syllable);
        }
        return word.toString();
    }

    private static boolean isVowel(char letter) {
        return "aeiouy".indexOf(letter) >= 0;
    }

    private static boolean isWelcome(String word) {
        return UNWELCOME.stream().noneMatch(letters -> word.contains(letters) || reversed(word).contains(letters));
    }

    private static String reversed(String word) {
        return new StringBuilder(word).reverse().toString();
    }

    private static String rotated(String letters) {
        StringBuilder rotated = new StringBuilder();
        letters.chars().forEach(letter -> rotated.append((char) ('a' + (letter - 'a' + 13) % 26)));
        return rotated.toString();
    }

    /** The words between the blanks; "-" stands for the empty one. */
    private static List<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+")).map(word -> word.equals("-") ? "" : word).toList();
    }
}
