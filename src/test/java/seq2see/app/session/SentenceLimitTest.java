package seq2see.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SentenceLimitTest {
    @Test
    void whatIsWithinTheLimitStays() {
        assertEquals("", SentenceLimit.within(""));
        assertEquals("x".repeat(300), SentenceLimit.within("x".repeat(300)));
    }

    @Test
    void whatIsLongerEndsAtTheLimit() {
        assertEquals("x".repeat(300), SentenceLimit.within("x".repeat(301)));
    }

    @Test
    void noCharacterIsCutApart() {
        for (String character : new String[] {"😀", "é", "👩‍👩‍👧", "👍🏽"}) {
            String cut = SentenceLimit.within("x" + character.repeat(300));
            assertTrue(cut.length() <= 300 && cut.length() > 300 - character.length(), character);
            assertEquals(0, (cut.length() - 1) % character.length(), character);
        }
    }
}
