package seq2see.corpus.reading;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.SentencePair;

/**
 * Makes a file of a million pairs, opens it three times, and prints how long that took: {@code name value} lines. Start it
 * with {@code -Xmx900m} to see that it fits.
 */
final class CorpusProbe {
    private static final int PAIRS = 1_000_000;

    private CorpusProbe() {
    }

    public static void main(String[] arguments) throws Exception {
        Path file = Files.createTempFile("million", ".tsv");
        try {
            write(file);
            System.out.println("megabytes " + Files.size(file) / 1_000_000);
            for (int round = 0; round < 3; round++) {
                measure(file);
            }
        } finally {
            Files.delete(file);
        }
    }

    /** Two sentences and a number on each side, drawn from a sample corpus. */
    private static void write(Path file) throws Exception {
        SampleCorpus sample = SampleCorpora.all().stream().filter(one -> one.file().equals("english-french.tsv")).findFirst().orElseThrow();
        List<SentencePair> pairs = new ArrayList<>(SampleCorpora.read(sample).pairs());
        Random random = new Random(1);
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (int i = 0; i < PAIRS; i++) {
                SentencePair one = pairs.get(random.nextInt(pairs.size()));
                SentencePair other = pairs.get(random.nextInt(pairs.size()));
                writer.write(one.source() + " " + other.source() + " " + i + "\t" + one.target() + " " + other.target() + " " + i + "\n");
            }
        }
    }

    private static void measure(Path file) throws Exception {
        long began = System.nanoTime();
        Inspection inspection = Inspection.of(CorpusFiles.of(file, null), ReadingOptions.FOLLOWING);
        int shown = inspection.firstRecords().size();
        long previewed = System.nanoTime();
        IndexedCorpus index = CorpusReader.index(inspection, ReadingProgress.NONE);
        long indexed = System.nanoTime();
        ParallelCorpus corpus = Screening.of(index, ScreeningRules.USUAL, ReadingProgress.NONE);
        long screened = System.nanoTime();
        System.gc();
        System.out.printf("preview_seconds %.3f%nindex_seconds %.2f%nindex_pairs_per_second %.0f%nscreening_seconds %.2f%nlive_megabytes %d%n",
                (previewed - began) / 1e9, (indexed - previewed) / 1e9, index.recordsRead() / ((indexed - previewed) / 1e9),
                (screened - indexed) / 1e9, (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1_000_000);
        if (shown == 0 || corpus.pairs().size() != PAIRS) {
            throw new IOException(corpus.pairs().size() + " of " + PAIRS + " pairs");
        }
    }
}
