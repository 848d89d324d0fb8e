package seq2see.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizersTest {
    private final Tokenizer word = tokenizer("word");
    private final Tokenizer character = tokenizer("character");

    private static Tokenizer tokenizer(String name) {
        try {
            return Tokenizers.named(name);
        } catch (InputException refused) {
            throw new AssertionError(refused);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"word", "character", "chinese-word", "byte-pair"})
    void theInverseGivesEveryTextBack(String name) {
        Tokenizer tokenizer = tokenizer(name).learn(texts(2_000));
        Random random = new Random(7);
        for (int i = 0; i < 50_000; i++) {
            String text = RandomText.of(random);
            List<String> tokens = tokenizer.tokenize(text);
            assertEquals(text, tokenizer.detokenize(tokens), () -> "by way of " + tokens);
            assertTrue(tokens.stream().noneMatch(String::isEmpty), () -> "an empty token in " + tokens);
        }
    }

    private static List<String> texts(int count) {
        Random random = new Random(3);
        return Stream.generate(() -> RandomText.of(random)).limit(count).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a'", "‿", "3.", "e\u0301", "👩‍👩‍👧", "a ", "好", "\""})
    void veryLongTextsPass(String unit) {
        String text = unit.repeat(200_000).strip();
        assertEquals(text, word.detokenize(word.tokenize(text)));
        assertEquals(text, character.detokenize(character.tokenize(text)));
        Tokenizer chinese = tokenizer("chinese-word");
        assertEquals(text, chinese.detokenize(chinese.tokenize(text)));
        Tokenizer subwords = tokenizer("byte-pair").learn(List.of(unit.repeat(50), unit.repeat(20)));
        assertEquals(text, subwords.detokenize(subwords.tokenize(text)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "Isn't it?                      | Isn't it ?",
        "The cat is in the hat.         | The cat is in the hat .",
        "Well, I don't (really) know!   | Well , I don't ( really ) know !",
        "forty-two thousand             | forty - two thousand",
        "She said \"hello\" to us.      | She said \" hello \" to us .",
        "It costs 3.50, not 1,000.      | It costs 3.50 , not 1,000 .",
        "C'est aujourd'hui qu'il vient. | C' est aujourd' hui qu' il vient .",
        "L’école « rouge » est là.      | L’ école « rouge » est là .",
        "The dogs' house                | The dogs ' house",
        "戴帽子的猫。                   | 戴 帽 子 的 猫 。",
        "¿Dónde está?                   | ¿ Dónde está ?",
    })
    void ordinaryTextGivesCleanWords(String text, String tokens) {
        assertEquals(Arrays.asList(tokens.split(" ")), word.tokenize(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "我喜欢学习机器翻译。     | 我 喜欢 学习 机器 翻译 。",
        "他昨天去了北京大学。     | 他 昨天 去了 北京 大学 。",
        "我有3只猫，叫Tom。      | 我有 3 只 猫 ， 叫 Tom 。",
    })
    void chineseIsCutIntoTheWordsOfADictionary(String text, String tokens) {
        assertEquals(Arrays.asList(tokens.split(" ")), tokenizer("chinese-word").tokenize(text));
    }

    @Test
    void whiteSpaceThatIsNotTheDefaultStandsInFrontOfItsToken() {
        assertEquals(List.of("Où", "est", "l'", "hôtel", " ?"), word.tokenize("Où est l'hôtel ?"));
        assertEquals(List.of("Où", "\u202f?"), word.tokenize("Où\u202f?"));
        assertEquals(List.of("one", "  two"), word.tokenize("one  two"));
    }

    @Test
    void aMissingSpaceIsMarked() {
        assertEquals(List.of("a", ".", "‿b"), word.tokenize("a.b"));
    }

    @Test
    void aMarkInTheTextCarriesItsSpacing() {
        assertEquals(List.of("a", " ‿", "‿b", "‿‿"), word.tokenize("a ‿b‿"));
    }

    @Test
    void charactersAreGraphemeClusters() {
        assertEquals(List.of("e\u0301", " ", "👩‍👩‍👧", "🇫🇷", "\r", "\n", "好"), character.tokenize("e\u0301 👩‍👩‍👧🇫🇷\r\n好"));
    }

    @Test
    void wordsThatNoTextWasCutIntoStillGiveText() {
        assertEquals("<unk> the, the.", word.detokenize(List.of("<unk>", "the", ",", "the", ".")));
        assertEquals("a", word.detokenize(List.of("‿", "a")));
    }

    @Test
    void anUnknownNameIsRefusedWithTheKnownOnes() {
        InputException refused = assertThrows(InputException.class, () -> Tokenizers.named("syllable"));
        assertTrue(refused.text(Locale.ENGLISH).contains("word, character, chinese-word, byte-pair"), refused.getMessage());
    }
}
