package seq2see.corpus.reading;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import seq2see.corpus.InputException;

/** Which encoding a text is in: what can be known of it, and else what may be offered to a person. */
public final class Encodings {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset BIG5 = Charset.forName("Big5");
    private static final Charset EUC_KR = Charset.forName("EUC-KR");
    private static final List<Charset> JAPANESE = List.of(Charset.forName("Shift_JIS"), Charset.forName("EUC-JP"));
    private static final List<Charset> CYRILLIC = List.of(Charset.forName("windows-1251"), Charset.forName("KOI8-R"));
    /** Letters of a word beyond its first, in lower case; a word of one letter says nothing. */
    private static final Pattern CYRILLIC_WORD = Pattern.compile("(?<!\\p{L})[А-яЁёІіЇїЄєҐґЎў][а-яёіїєґў]+(?!\\p{L})");
    private static final Pattern NO_CYRILLIC_SIGN = Pattern.compile("[\\p{ASCII}«»–—…„“”’№\u00a0]|(?<!\\p{L})[ВвИиКкОоСсУуЯяАаБбЖж](?!\\p{L})");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final Pattern XML_ENCODING = Pattern.compile("<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z][\\w.:-]*)[\"']");
    /** An encoding that ICU finds is offered from this confidence on, of 100. */
    private static final int LEAST_CONFIDENCE = 20;
    private static final int MOST_OFFERED = 5;
    private static final int LEAST_HANGUL = 8;
    private static final int LONGEST_TELLING = 4096;
    private static final int MOST_LOOKED_AT = 1 << 25;
    private static final int OFFERED_BYTES = 1 << 14;

    private Encodings() {
    }

    /** @throws InputException where this Java knows no encoding of that name */
    public static Charset named(String name) throws InputException {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new InputException("configuration.encoding", name);
        }
    }

    /** The encoding that a byte-order mark tells. */
    static Optional<Charset> byMark(byte[] head) {
        int four = head.length < 4 ? 0 : ByteBuffer.wrap(head).getInt();
        if (four == 0x0000FEFF) {
            return Optional.of(UTF_32BE);
        } else if (four == 0xFFFE0000) {
            return Optional.of(UTF_32LE);
        }
        int two = head.length < 2 ? 0 : ByteBuffer.wrap(head).getShort() & 0xFFFF;
        if (two == 0xFEFF) {
            return Optional.of(StandardCharsets.UTF_16BE);
        } else if (two == 0xFFFE) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        boolean utf8 = head.length >= 3 && two == 0xEFBB && head[2] == (byte) 0xBF;
        return utf8 ? Optional.of(StandardCharsets.UTF_8) : Optional.empty();
    }

    /** The encoding of an XML document without a mark: by its first bytes and its declaration (XML 1.0, appendix F). */
    static Optional<Charset> ofXml(byte[] head) throws InputException {
        if (head.length < 4) {
            return Optional.empty();
        }
        switch (ByteBuffer.wrap(head).getInt()) {
            case 0x0000003C -> {
                return Optional.of(UTF_32BE);
            }
            case 0x3C000000 -> {
                return Optional.of(UTF_32LE);
            }
            case 0x003C003F, 0x003C0074 -> {
                return Optional.of(StandardCharsets.UTF_16BE);
            }
            case 0x3C003F00, 0x3C007400 -> {
                return Optional.of(StandardCharsets.UTF_16LE);
            }
            default -> {
                String declaration = new String(head, 0, Math.min(head.length, 400), StandardCharsets.ISO_8859_1);
                Matcher encoding = XML_ENCODING.matcher(declaration);
                boolean declared = encoding.lookingAt() && !encoding.group(1).toUpperCase(Locale.ROOT).startsWith("UTF-16");
                return declared ? Optional.of(named(encoding.group(1))) : Optional.empty();
            }
        }
    }

    /** Whether Japanese characters stand between escapes, as in ISO-2022-JP, which has no byte beyond ASCII. */
    static boolean isEscaped(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return text.contains("\u001b$B") && text.contains("\u001b(B") && text.chars().allMatch(value -> value < 0x80);
    }

    /** Whether bytes are of UTF-8 without a zero among them, which UTF-16 and UTF-32 have in each blank, tab and line end. */
    static boolean isNarrow(byte[] head) {
        int cut = head.length;
        while (cut > 0 && head.length - cut < 4 && head[cut - 1] < 0) {
            cut--;
        }
        return IntStream.range(0, head.length).noneMatch(index -> head[index] == 0) && decodes(Arrays.copyOf(head, cut), StandardCharsets.UTF_8);
    }

    /**
     * The encodings that a text may be in which is not UTF-8, the likeliest first. Each decodes all of it.
     *
     * @param bytes some of the text, lines with bytes beyond ASCII for choice
     */
    public static List<Charset> offered(byte[] bytes) {
        Map<Charset, Double> likeliness = new LinkedHashMap<>();
        likeliness.put(GB18030, doubleByte(bytes, 0xB0, 0xD7, 0xF7, 0xA1));
        likeliness.put(BIG5, doubleByte(bytes, 0xA4, 0xC6, 0xF9, 0x40));
        likeliness.put(WINDOWS_1252, western(bytes));
        CYRILLIC.forEach(charset -> putIfLikely(likeliness, charset, cyrillic(new String(bytes, charset))));
        JAPANESE.forEach(charset -> putIfLikely(likeliness, charset, japanese(new String(bytes, charset))));
        putIfLikely(likeliness, EUC_KR, korean(bytes));
        for (CharsetMatch match : new CharsetDetector().setText(bytes).detectAll()) {
            if (match.getConfidence() >= LEAST_CONFIDENCE && Charset.isSupported(match.getName())) {
                likeliness.putIfAbsent(Charset.forName(match.getName()), 0.6 * match.getConfidence() / 100);
            }
        }
        // windows-1252 is the same, and more.
        likeliness.remove(StandardCharsets.ISO_8859_1);
        likeliness.remove(StandardCharsets.UTF_8);
        return likeliness.entrySet().stream().filter(entry -> decodes(bytes, entry.getKey()))
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder())).map(Map.Entry::getKey).limit(MOST_OFFERED).toList();
    }

    private static void putIfLikely(Map<Charset, Double> likeliness, Charset charset, double value) {
        if (value > 0.5) {
            likeliness.put(charset, value);
        }
    }

    private static boolean decodes(byte[] bytes, Charset charset) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }

    /**
     * An encoding that a file may be in.
     *
     * @param sample what the first line with more than ASCII reads in it
     */
    public record Offer(Charset charset, String sample) {
    }

    /** What a file may be in, the likeliest first; and at the end what it seemed to be, unless it is among them. Not where it is all ASCII. */
    public static List<Offer> offers(CorpusFile file, Charset present) throws InputException {
        byte[] head = file.head(OFFERED_BYTES);
        List<Charset> wide = Stream.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)
                .filter(charset -> FileKinds.looksLikeUtf16(head, charset == StandardCharsets.UTF_16BE)).toList();
        byte[] telling = wide.isEmpty() ? telling(file, OFFERED_BYTES) : head;
        List<Charset> charsets = new ArrayList<>(wide.isEmpty() ? offered(telling) : wide);
        if (!charsets.contains(present)) {
            charsets.add(present);
        }
        return telling.length == 0 ? List.of() : charsets.stream().map(charset -> new Offer(charset,
                TextSource.excerpt(new String(telling, charset).lines().findFirst().orElse("")))).toList();
    }

    /** Whether a file's text is all of an encoding. */
    static boolean decodes(CorpusFile file, Charset charset) throws InputException {
        char[] buffer = new char[1 << 16];
        try (Reader reader = new InputStreamReader(file.open(ReadingProgress.NONE), charset.newDecoder())) {
            while (reader.read(buffer) >= 0) {
                // Reading is the test.
            }
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        } catch (IOException failure) {
            throw file.refusal(failure);
        }
    }

    /**
     * The share of the characters beyond ASCII that are common in a Chinese encoding of two bytes: punctuation has lead
     * bytes A1 to A3, common characters come first, rarer ones behind.
     */
    private static double doubleByte(byte[] bytes, int commonFrom, int commonTo, int rareTo, int leastTrail) {
        double good = 0;
        int count = 0;
        for (int i = 0; i + 1 < bytes.length; i++) {
            int lead = bytes[i] & 0xFF;
            int trail = bytes[i + 1] & 0xFF;
            if (lead >= 0x80) {
                boolean known = trail >= leastTrail;
                boolean common = lead >= 0xA1 && lead <= 0xA3 || lead >= commonFrom && lead <= commonTo;
                good += !known ? 0 : common ? 1 : lead > commonTo && lead <= rareTo ? 0.3 : 0;
                count++;
                i++;
            }
        }
        return count == 0 ? 0 : good / count;
    }

    /** The share of the characters beyond ASCII that stand in Cyrillic words, with no capital but the first: elsewhere they are mixed. */
    private static double cyrillic(String text) {
        int telling = NO_CYRILLIC_SIGN.matcher(text).replaceAll("").length();
        int inWords = CYRILLIC_WORD.matcher(text).results().mapToInt(word -> word.end() - word.start()).sum();
        return telling == 0 ? 0 : Math.min(1, 0.95 * inWords / telling);
    }

    /** Much kana, which another language's text read so does not have, is likelier than Chinese. */
    private static double japanese(String text) {
        long beyond = text.chars().filter(character -> character > 0x7F).count();
        long kana = text.chars().filter(character -> character >= 0x3041 && character <= 0x30FF).count();
        return kana > 0.25 * beyond ? 1.05 : 0;
    }

    /** Hangul has the lead bytes B0 to C8, of which Chinese as long would need others: then it is likelier than that. */
    private static double korean(byte[] bytes) {
        int hangul = 0;
        int characters = 0;
        for (int i = 0; i + 1 < bytes.length; i++) {
            int lead = bytes[i] & 0xFF;
            if (lead >= 0x80) {
                boolean sign = lead >= 0xA1 && lead <= 0xA3;
                hangul += lead >= 0xB0 && lead <= 0xC8 && (bytes[i + 1] & 0xFF) >= 0xA1 ? 1 : 0;
                characters += sign ? 0 : 1;
                i++;
            }
        }
        return hangul >= LEAST_HANGUL && hangul >= 0.95 * characters ? 1.1 : 0;
    }

    /** The share of the bytes beyond ASCII that stand as accented letters do in words, or are typographic signs. */
    private static double western(byte[] bytes) {
        double good = 0;
        int count = 0;
        int start = 0;
        while (start < bytes.length) {
            int end = start;
            while (end < bytes.length && bytes[end] < 0) {
                int value = bytes[end++] & 0xFF;
                boolean letter = value >= 0xC0 && value != 0xD7 && value != 0xF7;
                boolean sign = value == 0x85 || value >= 0x91 && value <= 0x97 || "\u00a0\u00a1\u00ab\u00bb\u00bf".indexOf(value) >= 0;
                boolean beside = start > 0 && Character.isLetter(bytes[start - 1]) || end < bytes.length && Character.isLetter(bytes[end]);
                good += letter && beside ? 1 : sign ? 0.8 : 0;
                count++;
            }
            good -= end - start > 2 ? Math.min(good, end - start) : 0;
            start = end + 1;
        }
        return count == 0 ? 0 : good / count;
    }

    /**
     * Lines of a file that hold bytes beyond ASCII, as they are stored, from its beginning on; very long ones are not
     * among them, nor those beyond {@link #MOST_LOOKED_AT}, which somebody would wait for.
     */
    static byte[] telling(CorpusFile file, int wanted) throws InputException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean beyondAscii = false;
        try (InputStream stream = file.open(ReadingProgress.NONE)) {
            int looked = 0;
            for (int value = stream.read(); value >= 0 && lines.size() < wanted && looked++ < MOST_LOOKED_AT; value = stream.read()) {
                if (line.size() <= LONGEST_TELLING) {
                    line.write(value);
                }
                beyondAscii |= value >= 0x80;
                if (value == '\n') {
                    if (beyondAscii && line.size() <= LONGEST_TELLING) {
                        line.writeTo(lines);
                    }
                    line.reset();
                    beyondAscii = false;
                }
            }
            if (beyondAscii && line.size() <= LONGEST_TELLING) {
                line.writeTo(lines);
            }
        } catch (IOException failure) {
            throw file.refusal(failure);
        }
        return lines.toByteArray();
    }
}
