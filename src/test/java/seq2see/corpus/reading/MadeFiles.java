package seq2see.corpus.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import seq2see.corpus.InputException;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.SentencePair;

/** Files that a test writes, and what the reader makes of them. */
record MadeFiles(Path folder) {

    ParallelCorpus read(String name, byte[] bytes, ReadingOptions options) throws IOException, InputException {
        return read(CorpusFiles.of(Files.write(folder.resolve(name), bytes), null), options);
    }

    ParallelCorpus read(String name, String text) throws IOException, InputException {
        return read(name, text.getBytes(UTF_8), ReadingOptions.FOLLOWING);
    }

    ParallelCorpus read(String name, byte[] bytes) throws IOException, InputException {
        return read(name, bytes, ReadingOptions.FOLLOWING);
    }

    ParallelCorpus read(byte[] sources, byte[] targets) throws IOException, InputException {
        return read(CorpusFiles.of(Files.write(folder.resolve("c.en"), sources), Files.write(folder.resolve("c.fr"), targets)),
                ReadingOptions.FOLLOWING);
    }

    ParallelCorpus readPair(String sources, String targets) throws IOException, InputException {
        return read(sources.getBytes(UTF_8), targets.getBytes(UTF_8));
    }

    /** Every record has to be accounted for, whatever is read. */
    static ParallelCorpus read(CorpusFiles files, ReadingOptions options) throws InputException {
        ParallelCorpus corpus = CorpusReader.read(files, options, ScreeningRules.USUAL, ReadingProgress.NONE);
        assertEquals(corpus.report().pairsKept(), corpus.pairs().size());
        assertEquals(corpus.report().pairsRead(), corpus.report().pairsKept() + corpus.report().problems().size());
        return corpus;
    }

    InputException refused(String key, String name, byte[] bytes) {
        return assertRefused(key, name, () -> read(name, bytes));
    }

    InputException refused(String key, String name, String text) {
        return refused(key, name, text.getBytes(UTF_8));
    }

    InputException refusedPair(String key, String file, byte[] sources, byte[] targets) {
        return assertRefused(key, file, () -> read(sources, targets));
    }

    private interface Reading {
        ParallelCorpus read() throws IOException, InputException;
    }

    /** Refused with one line that names the file, in both languages. */
    private InputException assertRefused(String key, String file, Reading reading) {
        InputException refused = assertThrows(InputException.class, reading::read);
        assertEquals(key, refused.key(), refused.getMessage());
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            assertTrue(refused.text(locale).startsWith(folder.resolve(file).toString()), refused.text(locale));
            assertEquals(-1, refused.text(locale).indexOf('\n'));
        }
        return refused;
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(compressed)) {
            stream.write(bytes);
        }
        return compressed.toByteArray();
    }

    /** The pairs as {@code source=target}. */
    static List<String> pairs(ParallelCorpus corpus) {
        return corpus.pairs().stream().map(pair -> pair.source() + "=" + pair.target()).toList();
    }

    static List<String> problems(ParallelCorpus corpus) {
        return corpus.report().problems().stream().map(problem -> problem.line() + " " + problem.reason().label()).toList();
    }

    static List<String> notes(ParallelCorpus corpus) {
        return corpus.report().notes().stream().map(problem -> problem.line() + " " + problem.reason().label()).toList();
    }

    static List<Long> lines(ParallelCorpus corpus) {
        return corpus.pairs().stream().map(SentencePair::line).toList();
    }
}
