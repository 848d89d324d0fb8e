package seq2see.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    private static final Vocabulary VOCABULARY = Vocabulary.of(List.of(List.of("b", "<eos>", "a", "c"), List.of("c", "<eos>")), 6);

    @Test
    void theMostFrequentAreKeptAndOfEqualOnesThoseThatComeFirstInTheAlphabet() {
        assertEquals(List.of("<pad>", "<bos>", "<eos>", "<unk>", "c", "a"), VOCABULARY.tokens());
        assertEquals(5, VOCABULARY.id("a"));
        assertEquals(Vocabulary.UNK, VOCABULARY.id("b"));
    }

    /** Whoever writes it in a sentence does not end the sentence. */
    @Test
    void aSpecialsOwnTextIsNoSpecial() {
        for (String special : List.of("<pad>", "<bos>", "<eos>", "<unk>")) {
            assertEquals(Vocabulary.UNK, VOCABULARY.id(special));
        }
    }
}
