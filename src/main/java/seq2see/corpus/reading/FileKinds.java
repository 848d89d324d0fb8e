package seq2see.corpus.reading;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tells files that hold no text by how they begin. */
final class FileKinds {
    /** An archive, or a document of an office program, which is one. */
    static final String ZIP = "ZIP";
    /** The same without compression; its sign stands behind the name of the first file. */
    static final String TAR = "TAR";
    private static final byte[] TAR_SIGN = {'u', 's', 't', 'a', 'r'};
    private static final int TAR_SIGN_AT = 257;
    private static final Map<String, String> BEGINNINGS = new LinkedHashMap<>();
    /** Where more of the first bytes are controls than this, it is no text in any encoding. */
    private static final double MOST_CONTROLS = 0.3;

    static {
        BEGINNINGS.put("89504E47", "PNG");
        BEGINNINGS.put("FFD8FF", "JPEG");
        BEGINNINGS.put("47494638", "GIF");
        BEGINNINGS.put("25504446", "PDF");
        BEGINNINGS.put("504B0304", ZIP);
        BEGINNINGS.put("504B0506", ZIP);
        BEGINNINGS.put("D0CF11E0", "DOC, XLS");
        BEGINNINGS.put("7B5C727466", "RTF");
        BEGINNINGS.put("377ABCAF271C", "7z");
        BEGINNINGS.put("FD377A585A00", "xz");
        BEGINNINGS.put("28B52FFD", "zstd");
        BEGINNINGS.put("425A68", "bzip2");
        BEGINNINGS.put("1F8B", "gzip");
        BEGINNINGS.put("52617221", "RAR");
        BEGINNINGS.put("7F454C46", "ELF");
        BEGINNINGS.put("53514C69746520666F726D61742033", "SQLite");
        BEGINNINGS.put("50415231", "Parquet");
    }

    private FileKinds() {
    }

    /** What kind of file begins so, where that is one that holds no text. */
    static Optional<String> binary(byte[] head) {
        if (head.length > 2 * TAR_SIGN_AT && Arrays.equals(head, TAR_SIGN_AT, TAR_SIGN_AT + TAR_SIGN.length, TAR_SIGN, 0, TAR_SIGN.length)) {
            return Optional.of(TAR);
        }
        String digits = HexFormat.of().withUpperCase().formatHex(head, 0, Math.min(head.length, 16));
        return BEGINNINGS.entrySet().stream().filter(kind -> digits.startsWith(kind.getKey())).map(Map.Entry::getValue).findFirst();
    }

    /** Whether bytes of no known kind look like data rather than text. UTF-16 does, unless its mark was seen before. */
    static boolean seemsBinary(byte[] head) {
        int controls = 0;
        for (byte value : head) {
            boolean white = value >= '\t' && value <= '\r' || value == 0x1B;
            controls += value >= 0 && value < 0x20 && !white || value == 0x7F ? 1 : 0;
        }
        return controls > MOST_CONTROLS * head.length;
    }

    /**
     * Whether every second byte is 0, as in UTF-16 of Latin letters, or text beyond ASCII has its blanks, tabs and line ends as
     * two bytes, as between ideographs; {@code first} says which byte of two is the 0.
     */
    static boolean looksLikeUtf16(byte[] head, boolean first) {
        int zeros = 0;
        int[] blanks = new int[2];
        for (int i = 0; i + 1 < head.length; i += 2) {
            zeros += head[first ? i : i + 1] == 0 ? 1 : 0;
            blanks[0] += head[i] == 0 && isBlank(head[i + 1]) ? 1 : 0;
            blanks[1] += head[i + 1] == 0 && isBlank(head[i]) ? 1 : 0;
        }
        int units = head.length / 2;
        boolean between = blanks[first ? 0 : 1] > Math.max(2, 0.02 * units) && blanks[first ? 1 : 0] == 0
                && new String(head, first ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE).chars().filter(Character::isLetter).count() > 0.5 * units;
        return head.length >= 4 && (zeros > 0.6 * units || between);
    }

    private static boolean isBlank(byte value) {
        return value == ' ' || value == '\t' || value == '\n';
    }
}
