package seq2see.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import seq2see.corpus.ReadingReport.Problem;
import seq2see.corpus.ReadingReport.Reason;

/**
 * Reads sentence pairs from lines of UTF-8: source, tab, target; columns beyond are ignored and quotes are ordinary
 * characters. Lines end in LF or CRLF. Blank lines are skipped; a line that gives no new pair is left out and reported.
 */
public final class TabSeparatedReader {
    /** The longest line that is read, in bytes; a longer one is left out. */
    public static final int LONGEST_LINE = 1_000_000;
    /** A line longer than this, in bytes, is taken to have no end, and the file is refused. */
    public static final long ENDLESS_LINE = 100_000_000;

    private static final int EXCERPT = 40;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final String name;
    private final String place;
    private final ByteLines lines;
    private final List<SentencePair> pairs = new ArrayList<>();
    private final Set<List<String>> seen = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private boolean anyTab;

    private TabSeparatedReader(String name, String place, InputStream stream) {
        this.name = name;
        this.place = place;
        this.lines = new ByteLines(stream, LONGEST_LINE);
    }

    /** @throws InputException where the file cannot be read or used; the text says why */
    public static ParallelCorpus read(Path file) throws InputException {
        try (InputStream stream = InputFiles.open(file)) {
            return read(String.valueOf(file.getFileName()), String.valueOf(file), stream);
        } catch (IOException failure) {
            throw InputFiles.refusal(file, failure);
        }
    }

    /**
     * Reads the stream to its end, or to where it is refused.
     *
     * @param name  what the corpus is called
     * @param place what an {@link InputException} calls it
     */
    static ParallelCorpus read(String name, String place, InputStream stream) throws IOException, InputException {
        return new TabSeparatedReader(name, place, stream).read();
    }

    private ParallelCorpus read() throws IOException, InputException {
        while (lines.next(ENDLESS_LINE)) {
            if (lines.holdsNul()) {
                throw new InputException("corpus.binary", place, String.valueOf(lines.number()));
            }
            if (lines.size() > ENDLESS_LINE) {
                throw endless(lines.number());
            }
            anyTab |= lines.holdsTab();
            takeLine();
        }
        refuseUnusable();
        long read = pairs.size() + problems.size();
        return new ParallelCorpus(name, pairs, new ReadingReport("tab-separated", "UTF-8", read, pairs.size(), problems));
    }

    private void takeLine() {
        byte[] bytes = withoutByteOrderMark(lines.bytes());
        if (lines.size() > LONGEST_LINE) {
            leaveOut(Reason.TOO_LONG, new String(bytes, 0, 4 * EXCERPT, StandardCharsets.UTF_8));
            return;
        }
        try {
            takeText(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException _) {
            leaveOut(Reason.UNDECODABLE, new String(bytes, StandardCharsets.UTF_8));
        }
    }

    private byte[] withoutByteOrderMark(byte[] bytes) {
        boolean marked = lines.number() == 1 && bytes.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(bytes, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
        return marked ? Arrays.copyOfRange(bytes, BYTE_ORDER_MARK.length, bytes.length) : bytes;
    }

    private void takeText(String text) {
        int tab = text.indexOf('\t');
        if (tab < 0) {
            if (!Graphemes.strip(text).isEmpty()) {
                leaveOut(Reason.NO_TAB, text);
            }
            return;
        }
        int secondTab = text.indexOf('\t', tab + 1);
        String source = Graphemes.strip(text.substring(0, tab));
        String target = Graphemes.strip(text.substring(tab + 1, secondTab < 0 ? text.length() : secondTab));
        if (source.isEmpty() || target.isEmpty()) {
            leaveOut(Reason.EMPTY_SIDE, text);
        } else if (!seen.add(List.of(source, target))) {
            leaveOut(Reason.DUPLICATE_PAIR, text);
        } else {
            pairs.add(new SentencePair(source, target, lines.number()));
        }
    }

    private void leaveOut(Reason reason, String text) {
        int end = Math.min(text.length(), EXCERPT);
        boolean cutsCharacter = end < text.length() && Character.isLowSurrogate(text.charAt(end));
        problems.add(new Problem(lines.number(), reason, text.substring(0, cutsCharacter ? end - 1 : end)));
    }

    private void refuseUnusable() throws InputException {
        long read = pairs.size() + problems.size();
        if (read == 0) {
            throw new InputException("corpus.empty", place);
        }
        List<Problem> undecodable = problems.stream().filter(problem -> problem.reason() == Reason.UNDECODABLE).toList();
        if (undecodable.size() * 100L > read) {
            throw new InputException("corpus.undecodable", place, String.valueOf(undecodable.size()), String.valueOf(read),
                    String.valueOf(undecodable.getFirst().line()));
        }
        if (problems.stream().allMatch(problem -> problem.reason() == Reason.TOO_LONG) && pairs.isEmpty()) {
            throw endless(problems.getFirst().line());
        }
        if (!anyTab) {
            throw new InputException("corpus.noTab", place);
        }
        if (pairs.size() < 2) {
            throw new InputException("corpus.tooFew", place, String.valueOf(read), String.valueOf(pairs.size()));
        }
    }

    private InputException endless(long line) {
        return new InputException("corpus.endlessLine", place, String.valueOf(line), String.valueOf(LONGEST_LINE / 1_000_000));
    }
}
