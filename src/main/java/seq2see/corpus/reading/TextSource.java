package seq2see.corpus.reading;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import seq2see.corpus.InputException;

/**
 * A file of a corpus as text.
 *
 * @param onlyCarriageReturns whether it has CR and no LF, so that lines end in CR
 * @param byteOrderMark       whether the file begins with one
 * @param head                how the text begins
 * @param isCut               whether there is more than the head
 */
record TextSource(CorpusFile file, Charset encoding, boolean onlyCarriageReturns, boolean byteOrderMark, String head,
                  boolean isCut) {
    private static final int HEAD = 1 << 18;
    private static final Charset ISO_2022_JP = Charset.forName("ISO-2022-JP");

    /**
     * Looks at how a file begins.
     *
     * @param wanted its encoding, or null where that follows from the content
     * @throws InputException where it cannot be read, is empty or holds no text
     */
    static TextSource of(CorpusFile file, Charset wanted) throws InputException {
        byte[] head = file.head(HEAD);
        if (head.length == 0) {
            throw new InputException("corpus.empty", file.place());
        }
        Optional<String> kind = FileKinds.binary(head);
        if (kind.isPresent()) {
            boolean archive = kind.get().equals(FileKinds.ZIP) || kind.get().equals(FileKinds.TAR);
            throw new InputException(archive ? "corpus.zip" : "corpus.notText", file.place(), kind.get());
        }
        if (wanted != null && wanted.name().startsWith("UTF-") && !wanted.equals(StandardCharsets.UTF_8) && Encodings.isNarrow(head)) {
            throw new InputException("corpus.notWide", file.place(), wanted.name());
        }
        Charset encoding = wanted == null ? encodingOf(file, head) : wanted;
        try (DecodingReader reader = new DecodingReader(file.open(ReadingProgress.NONE), encoding)) {
            String text = beginning(reader);
            boolean noFeed = text.indexOf('\n') < 0;
            boolean onlyReturns = noFeed && text.indexOf('\r') >= 0 && !hasLineFeed(reader);
            return new TextSource(file, encoding, onlyReturns, Encodings.byMark(head).filter(encoding::equals).isPresent(), text, text.length() >= HEAD);
        } catch (IOException failure) {
            throw file.refusal(failure);
        }
    }

    private static Charset encodingOf(CorpusFile file, byte[] head) throws InputException {
        Optional<Charset> known = Encodings.byMark(head);
        if (known.isEmpty()) {
            known = Encodings.ofXml(head);
        }
        if (known.isPresent()) {
            return known.get();
        }
        for (Charset wide : List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
            if (FileKinds.looksLikeUtf16(head, wide == StandardCharsets.UTF_16BE)) {
                throw new InputException("corpus.encoding", file.place(), wide.name(), excerpt(new String(head, wide)));
            }
        }
        if (Encodings.isEscaped(head)) {
            throw new InputException("corpus.encoding", file.place(), ISO_2022_JP.name(), excerpt(new String(head, ISO_2022_JP)));
        }
        if (FileKinds.seemsBinary(head)) {
            throw new InputException("corpus.binary", file.place());
        }
        return StandardCharsets.UTF_8;
    }

    /** The first words of a text, for a message of one line. */
    static String excerpt(String text) {
        String line = text.strip().replaceAll("\\p{Cntrl}+", " ");
        return line.codePointCount(0, line.length()) <= 40 ? line : line.substring(0, line.offsetByCodePoints(0, 40)) + "…";
    }

    private static String beginning(Reader reader) throws IOException {
        char[] text = new char[HEAD];
        int length = 0;
        for (int read = reader.read(text, 0, HEAD); read > 0; read = reader.read(text, length, HEAD - length)) {
            length += read;
        }
        return new String(text, 0, length);
    }

    private static boolean hasLineFeed(Reader reader) throws IOException {
        char[] buffer = new char[1 << 16];
        for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
            for (int i = 0; i < read; i++) {
                if (buffer[i] == '\n') {
                    return true;
                }
            }
        }
        return false;
    }

    /** The lines in front of the records. */
    Preamble preamble() {
        return Preamble.of(head);
    }

    Path place() {
        return file.place();
    }

    /** The whole text, from its beginning. */
    DecodingReader open(ReadingProgress progress) throws IOException, InputException {
        return new DecodingReader(file.open(progress), encoding);
    }
}
