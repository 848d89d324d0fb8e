package seq2see.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import seq2see.corpus.InputException;
import seq2see.corpus.reading.SampleCorpora;
import seq2see.corpus.reading.SampleCorpus;
import seq2see.corpus.Tokenizer;
import seq2see.corpus.Tokenizers;

/** How {@code train} is told to cut a corpus into tokens. */
final class TokenizerOptions {
    @Option(names = "--tokenizer", paramLabel = "word|character",
            description = "For both sides. Unless given, what a catalogue beside the corpus says, else word.")
    private String both;

    @Option(names = "--source-tokenizer", paramLabel = "word|character", description = "For the sources.")
    private String source;

    @Option(names = "--target-tokenizer", paramLabel = "word|character", description = "For the targets.")
    private String target;

    /** The tokenizers of the sources and of the targets. */
    record Pair(Tokenizer source, Tokenizer target) {
    }

    boolean isGiven() {
        return both != null || source != null || target != null;
    }

    /** Refuses a name that no tokenizer has. */
    void check() throws InputException {
        for (String name : new String[] {both, source, target}) {
            if (name != null) {
                Tokenizers.named(name);
            }
        }
    }

    /**
     * The tokenizers as chosen, else as the catalogue beside the corpus file has them, else the default.
     *
     * @param reversed whether the file's targets are the sources
     */
    Pair choose(Path corpusFile, boolean reversed) throws InputException {
        Optional<SampleCorpus> sample = SampleCorpora.entryFor(corpusFile);
        String listedSource = sample.map(reversed ? SampleCorpus::targetTokenizer : SampleCorpus::sourceTokenizer).orElse(null);
        String listedTarget = sample.map(reversed ? SampleCorpus::sourceTokenizer : SampleCorpus::targetTokenizer).orElse(null);
        return new Pair(first(source, both, listedSource), first(target, both, listedTarget));
    }

    private static Tokenizer first(String... names) throws InputException {
        for (String name : names) {
            if (name != null) {
                return Tokenizers.named(name);
            }
        }
        return Tokenizers.all().getFirst();
    }
}
