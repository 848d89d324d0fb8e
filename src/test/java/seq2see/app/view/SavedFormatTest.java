package seq2see.app.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SavedFormatTest {
    @Test
    void anOrdinaryPictureHasTwoPixelsForOne() {
        assertEquals(2, SavedFormat.fineness(600, 480));
    }

    @Test
    void noPictureIsTooLargeToOpen() {
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            double width = 100 + random.nextDouble() * 15_000;
            double height = 100 + random.nextDouble() * 15_000;
            double fineness = SavedFormat.fineness(width, height);
            assertTrue(fineness > 0 && fineness <= 2);
            assertTrue(Math.max(width, height) * fineness <= 8192.001 && width * height * fineness * fineness <= 32e6 + 1);
        }
    }
}
