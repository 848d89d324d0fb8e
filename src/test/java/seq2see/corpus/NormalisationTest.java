package seq2see.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seq2see.corpus.Normalisation.Rule;

class NormalisationTest {
    private static Normalisation of(Rule... rules) {
        Normalisation normalisation = Normalisation.NONE;
        for (Rule rule : rules) {
            normalisation = normalisation.with(rule, true);
        }
        return normalisation;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "NFC         | cafe\u0301                      | café",
        "CASE        | Straße ÉCOLE Σίσυφος            | strasse école σίσυφοσ",
        "NUMBERS     | in 1987, ٣٤ and １２            | in 0000, 00 and 00",
        "PUNCTUATION | “L’été”… — où\u202f?            | \"L'été\"... - où ?",
        "PUNCTUATION | 你好，世界！（好）《书》。        | 你好,世界!(好)\"书\".",
        "PUNCTUATION | ＡＢＣ１２３                     | ＡＢＣ１２３",
    })
    void eachRuleMakesItsOwnAlike(Rule rule, String text, String normalised) {
        assertEquals(normalised, of(rule).of(text));
    }

    @Test
    void nothingIsChangedUnlessAskedFor() {
        Random random = new Random(11);
        for (int i = 0; i < 5_000; i++) {
            String text = RandomText.of(random);
            assertEquals(text, Normalisation.NONE.of(text));
            assertEquals(Normalizer.normalize(text, Normalizer.Form.NFC), Normalizer.normalize(Normalisation.USUAL.of(text), Normalizer.Form.NFC));
        }
    }

    @Test
    void twiceChangesNoMoreThanOnce() {
        Random random = new Random(12);
        for (int subset = 0; subset < 1 << Rule.values().length; subset++) {
            Normalisation normalisation = Normalisation.NONE;
            for (Rule rule : Rule.values()) {
                normalisation = normalisation.with(rule, (subset >> rule.ordinal() & 1) == 1);
            }
            for (int i = 0; i < 5_000; i++) {
                String once = normalisation.of(RandomText.of(random));
                assertEquals(once, normalisation.of(once));
            }
        }
    }

    @Test
    void rulesAreNamedInAList() throws InputException {
        assertEquals(of(Rule.NFC, Rule.CASE), Normalisation.parse("--normalise", "case, nfc"));
        assertEquals(Normalisation.NONE, Normalisation.parse("--normalise", "none"));
        assertEquals(List.of("case", "nfc"), of(Rule.NFC, Rule.CASE).labels());
        InputException refused = assertThrows(InputException.class, () -> Normalisation.parse("--normalise", "case,nfkc"));
        assertTrue(refused.text(Locale.ENGLISH).contains("nfkc"), refused.getMessage());
    }
}
