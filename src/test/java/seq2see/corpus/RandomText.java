package seq2see.corpus;

import java.util.Random;

/** Awkward texts for property tests: every kind of code point, and what tokenizers trip over. */
public final class RandomText {
    private static final String[] PIECES = {
        "a", "B", "é", "e\u0301", "\u0301", "'", "’", "l'", "hôtel", "Isn't", "\"", "“", "”", "«", "»", " ", "  ", "\u00a0", "\u202f",
        "\t", "\n", "\r\n", "\r", "\u3000", "\u2028", "\u0085", "\u001c", "-", "/", ".", "...", "3.14", "10:30", "½", "你", "好吗", "？", "「", "々", "する",
        "👩‍👩‍👧", "🇫🇷", "👍🏽", "1️⃣", "\u200d", "\u200c", "\u2060", "\ufeff", "‿", "‿‿", "\ud83d", "\ude00", "\u0600", "한국", "\u1100\u1161", "𠮷",
        "नमस्ते", "می‌خواهم", "<unk>", "<eos>", "\u0000", "?", "!", "¿", "(", ")", "%"
    };

    private RandomText() {
    }

    public static String of(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            if (random.nextInt(8) == 0) {
                text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
            } else {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
        }
        return text.toString();
    }
}
