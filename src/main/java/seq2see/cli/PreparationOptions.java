package seq2see.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import seq2see.corpus.BytePairTokenizer;
import seq2see.corpus.InputException;
import seq2see.corpus.Normalisation;
import seq2see.corpus.Preparation;
import seq2see.corpus.SplitShares;
import seq2see.corpus.Tokenizer;
import seq2see.corpus.Tokenizers;
import seq2see.corpus.reading.SampleCorpora;
import seq2see.corpus.reading.SampleCorpus;

/** What {@code train} and {@code corpus} are told to make of a corpus before a model sees it; null where nothing was chosen. */
final class PreparationOptions {
    private static final String TOKENIZERS = "word|character|chinese-word|byte-pair";

    @Option(names = "--normalise", paramLabel = "LIST",
            description = "What is made alike on both sides, such as nfc,case: nfc (accents in Unicode's form C), case (case folding), "
                    + "numbers (every digit 0), punctuation (quotes, dashes, no-break spaces and full-width marks as ASCII), or none. "
                    + "nfc unless given. A model keeps it and treats what it translates so.")
    private String normalisation;

    @Option(names = "--tokenizer", paramLabel = TOKENIZERS,
            description = "For both sides. chinese-word cuts ideographs by a dictionary, byte-pair learns subwords from the corpus. "
                    + "Unless given, what a catalogue beside the corpus says, else word.")
    private String both;

    @Option(names = "--source-tokenizer", paramLabel = TOKENIZERS, description = "For the sources.")
    private String source;

    @Option(names = "--target-tokenizer", paramLabel = TOKENIZERS, description = "For the targets.")
    private String target;

    @Option(names = "--subwords", paramLabel = "N",
            description = "With byte-pair: how many subwords a side learns beside its characters, at the most; 2000 unless given.")
    private Integer subwords;

    @Option(names = "--largest-vocabulary", paramLabel = "N", description = "Tokens of a side, the four specials included; rarer ones are unknown. "
            + "8000 unless given.")
    private Integer largestVocabulary;

    @Option(names = "--both-directions", description = "One model learns to translate either way. Each source begins with <forward> or <reverse>.")
    private boolean bothDirections;

    @Option(names = "--validation-share", paramLabel = "S", description = "The share of the distinct sources that is held out for validation; 0.1 unless given.")
    private Double validationShare;

    @Option(names = "--test-share", paramLabel = "S", description = "The share that is held out for a test at the end; 0 unless given.")
    private Double testShare;

    boolean isGiven() {
        return bothDirections || Stream.of(normalisation, both, source, target, subwords, largestVocabulary, validationShare, testShare)
                .anyMatch(option -> option != null);
    }

    /** Refuses a value that is not possible, before anything is read. */
    void check() throws InputException {
        if (normalisation != null) {
            Normalisation.parse("--normalise", normalisation);
        }
        boolean bytePair = false;
        for (String name : new String[] {both, source, target}) {
            bytePair |= name != null && Tokenizers.named(name) instanceof BytePairTokenizer;
        }
        if (subwords != null && !bytePair) {
            throw new InputException("configuration.needs", "--subwords", "--tokenizer byte-pair");
        }
        BytePairTokenizer.SUBWORDS.check("--subwords", subwords);
        Preparation.LARGEST_VOCABULARY.check("--largest-vocabulary", largestVocabulary);
        shares();
    }

    private SplitShares shares() throws InputException {
        return new SplitShares(validationShare == null ? SplitShares.USUAL.validation() : validationShare,
                testShare == null ? SplitShares.USUAL.test() : testShare).checked("--validation-share", "--test-share");
    }

    /**
     * What was chosen; the tokenizers else as the catalogue beside the corpus file has them, else the default.
     *
     * @param reversed whether the file's targets are the sources
     */
    Preparation choose(Path corpusFile, boolean reversed) throws InputException {
        Optional<SampleCorpus> sample = SampleCorpora.entryFor(corpusFile);
        String listedSource = sample.map(reversed ? SampleCorpus::targetTokenizer : SampleCorpus::sourceTokenizer).orElse(null);
        String listedTarget = sample.map(reversed ? SampleCorpus::sourceTokenizer : SampleCorpus::targetTokenizer).orElse(null);
        return Preparation.by(first(source, both, listedSource), first(target, both, listedTarget)).with(shares())
                .with(normalisation == null ? Normalisation.USUAL : Normalisation.parse("--normalise", normalisation))
                .withBothDirections(bothDirections)
                .withLargestVocabulary(largestVocabulary == null ? Preparation.USUAL_LARGEST_VOCABULARY : largestVocabulary);
    }

    private Tokenizer first(String... names) throws InputException {
        for (String name : names) {
            if (name != null) {
                return Tokenizers.named(name, subwords);
            }
        }
        return Tokenizers.all().getFirst();
    }
}
