package seq2see.app.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import seq2see.app.lab.SentenceTokens.Span;

class SentenceTokensTest {
    @Test
    void tokensAreFoundWhereTheyAreWrittenOneAfterTheOther() {
        assertEquals(Arrays.asList(new Span(0, 2), new Span(2, 3), new Span(4, 6), null), SentenceTokens.spans("ab, ab", List.of("ab", ",", "ab", "<eos>")));
        assertEquals(Arrays.asList(new Span(0, 1), new Span(1, 2), new Span(2, 3)), SentenceTokens.spans("aaa", List.of("a", "a", "a")));
    }

    @Test
    void whatIsWrittenOtherwiseHasNoPlaceAndHidesNoOther() {
        assertEquals(Arrays.asList(null, new Span(6, 9), new Span(10, 12)), SentenceTokens.spans("Don’t sit 😀", List.of("do", "sit", "😀")));
    }
}
