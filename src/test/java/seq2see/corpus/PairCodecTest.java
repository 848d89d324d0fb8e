package seq2see.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairCodecTest {
    private static PairCodec codec(String tokenizer) throws InputException {
        Vocabulary vocabulary = Vocabulary.of(List.of(List.of("a", "b", " ")), 20);
        return new PairCodec(Tokenizers.named(tokenizer), vocabulary, Tokenizers.named(tokenizer), vocabulary);
    }

    @ParameterizedTest
    @ValueSource(strings = {"word", "character"})
    void whiteSpaceAtTheEndsOfATextDoesNotCount(String tokenizer) throws InputException {
        PairCodec codec = codec(tokenizer);
        for (String space : List.of(" ", "\t", "\u00a0", "\u202f", "\u3000", "\u0085\r")) {
            String text = space + "b a" + space;
            assertArrayEquals(codec.encodeSource("b a"), codec.encodeSource(text));
            assertArrayEquals(codec.encodeTarget("b a"), codec.encodeTarget(text));
            assertEquals(codec.sourceTokens("b a"), codec.sourceTokens(text));
            assertEquals("b a", codec.decodeTarget(codec.encodeTarget(text)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", " unknown b ", "\u00a0x", "a\u3000\u00a0b", "👍 👍"})
    void thereIsATokenForEachId(String text) throws InputException {
        for (Tokenizer tokenizer : Tokenizers.all()) {
            PairCodec codec = codec(tokenizer.name());
            List<String> tokens = codec.sourceTokens(text);
            int[] ids = codec.encodeSource(text);
            assertEquals(ids.length, tokens.size());
            for (int i = 0; i < ids.length; i++) {
                assertEquals(i == ids.length - 1 ? Vocabulary.EOS : codec.sourceVocabulary().id(tokens.get(i)), ids[i]);
            }
        }
    }
}
