package seq2see.corpora.sentences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import seq2see.corpora.Pair;

/** English to French and to Chinese: what every line has to be, and a line of each kind. */
class TranslationCorporaTest {
    private static final List<Pair> FRENCH = TranslationCorpus.french().pairs();
    private static final List<Pair> CHINESE = TranslationCorpus.chinese().pairs();

    @Test
    void eachHasThousandsOfPairsWithinAFewHundredWords() {
        for (List<Pair> pairs : List.of(FRENCH, CHINESE)) {
            assertTrue(pairs.size() >= 6_000, pairs.size() + " pairs");
            Set<String> words = new HashSet<>();
            pairs.forEach(pair -> words.addAll(Arrays.asList(pair.source().toLowerCase(Locale.ROOT).split("[ .,?!]+"))));
            assertTrue(words.size() < 600, words.size() + " words");
        }
    }

    @Test
    void noWayOfSpeakingDrownsTheOthers() {
        for (Pattern pattern : Grammar.PATTERNS) {
            assertTrue(pattern.most() <= FRENCH.size() / 20, pattern.name());
            assertFalse(pattern.phrases().isEmpty(), pattern.name());
        }
    }

    @Test
    void noEnglishHasTwoTranslationsInAllThatTheGrammarCanSay() {
        Map<String, Phrase> byEnglish = new HashMap<>();
        for (Pattern pattern : Grammar.PATTERNS) {
            for (Phrase phrase : pattern.phrases()) {
                Phrase other = byEnglish.putIfAbsent(phrase.english(), phrase);
                assertTrue(other == null || other.equals(phrase), pattern.name() + ": " + phrase + " " + other);
            }
        }
    }

    @Test
    void englishAndFrenchAreWordsWithSingleSpaces() {
        for (Pair pair : FRENCH) {
            assertTrue(pair.source().matches("[A-Za-z]+(?:['-][a-z]+)*(?:,? [A-Za-z]+(?:'[a-z]+)*)*'?[.?!]?"), pair.source());
            assertTrue(pair.target().matches("[\\p{IsLatin}]+(?:,? ?['-]?[\\p{IsLatin}]+)*(?:\\.| [?!])?"), pair.target());
        }
    }

    @Test
    void frenchElidesAndContracts() {
        for (Pair pair : FRENCH) {
            String target = pair.target().toLowerCase(Locale.ROOT);
            assertFalse(target.matches("(?U).*\\b(je|me|te|se|ne|le|la|de|que) [aeiouâàéèêëîïôœ].*")
                    && !target.matches("(?U).*\\b(le|de|que) (onze|oui|huit)\\b.*"), pair.target());
            assertFalse(target.matches("(?U).*\\b(de le|à le|de les|à les)\\b.*"), pair.target());
            assertFalse(target.matches("(?U).*\\bsi ils?\\b.*"), pair.target());
        }
    }

    @Test
    void aNegatedFrenchVerbHasBothItsParts() {
        for (Pair pair : FRENCH) {
            if (pair.source().matches(".*\\b(isn't|aren't|don't|doesn't|didn't|won't|can't|am not|never)\\b.*")) {
                assertTrue(pair.target().matches("(?i).*(\\bne |\\bn').*\\b(pas|jamais)\\b.*|.*(pas|non plus).*"), pair.toString());
            }
        }
    }

    @Test
    void chineseIsUnsegmentedWithFullWidthPunctuation() {
        for (Pair pair : CHINESE) {
            assertTrue(pair.target().matches("\\p{IsHan}+(?:，\\p{IsHan}+)*[。？！]?"), pair.target());
            assertEquals("?!.".indexOf(pair.source().charAt(pair.source().length() - 1)),
                    "？！。".indexOf(pair.target().charAt(pair.target().length() - 1)), pair.toString());
        }
    }

    @Test
    void theCatIsInTheHat() {
        assertTrue(FRENCH.contains(new Pair("the cat in the hat", "le chat au chapeau")));
        assertTrue(CHINESE.contains(new Pair("the cat in the hat", "戴帽子的猫")));
    }

    /** In Chinese, whoever wears a green hat is a deceived husband. */
    @Test
    void noHatIsGreen() {
        Grammar.PATTERNS.forEach(pattern -> pattern.phrases().forEach(
                phrase -> assertFalse(phrase.chinese().matches(".*(绿帽|帽子.*绿).*"), phrase.toString())));
    }

    @Test
    void wordsAgree() {
        Map<String, Phrase> said = Grammar.PATTERNS.stream().flatMap(pattern -> pattern.phrases().stream())
                .collect(Collectors.toMap(Phrase::english, phrase -> phrase, (one, other) -> one));
        List<Phrase> expected = Phrase.list("""
                This is an old coat. | C'est un vieux manteau. | 这是一件旧大衣。
                Your sister is very tired. | Ta sœur est très fatiguée. | 你妹妹非常累。
                The students went to the market. | Les étudiants sont allés au marché. | 学生们去了市场。
                My mother didn't come home. | Ma mère n'est pas rentrée à la maison. | 我妈妈没回家。
                I am drinking water. | Je bois de l'eau. | 我在喝水。
                I don't want to read a letter. | Je ne veux pas lire de lettre. | 我不想看信。
                He never drinks coffee. | Il ne boit jamais de café. | 他从来不喝咖啡。
                We don't have time. | Nous n'avons pas le temps. | 我们没有时间。
                They lost their keys yesterday. | Ils ont perdu leurs clés hier. | 他们昨天丢了钥匙。
                There are no birds in the garden. | Il n'y a pas d'oiseaux dans le jardin. | 花园里没有鸟。
                This is Anna's coat. | C'est le manteau d'Anna. | 这是安娜的大衣。
                Our neighbours want to see him. | Nos voisins veulent le voir. | 我们的邻居想见他。
                Does the woman love us? | Est-ce que la femme nous aime ? | 那个女人爱我们吗？
                I gave an apple to my sister. | J'ai donné une pomme à ma sœur. | 我给了我妹妹一个苹果。
                the man with the blue eyes | l'homme aux yeux bleus | 蓝眼睛的男人""");
        expected.forEach(phrase -> assertEquals(phrase, said.get(phrase.english())));
    }
}
