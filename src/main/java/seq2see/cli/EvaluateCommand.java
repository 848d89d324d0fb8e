package seq2see.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import seq2see.corpus.Choice;
import seq2see.corpus.CorpusSplit;
import seq2see.corpus.Direction;
import seq2see.corpus.InputException;
import seq2see.corpus.PairCodec;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.SentencePair;
import seq2see.model.Seq2Seq;
import seq2see.search.Search;
import seq2see.training.Bleu;
import seq2see.training.BleuTokenization;
import seq2see.training.Chrf;
import seq2see.training.Evaluator;
import seq2see.training.SavedModel;

/** Measures a model on a corpus. */
@Command(name = "evaluate", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = {"Measures a model on a corpus.", "Prints lines of a name and a value: pairs, sources,",
            "loss (nats a target token), perplexity, bleu, bleu_settings, chrf, chrf_settings, exact_match",
            "(the share of distinct sources whose translation is one of theirs), and the normalisation of",
            "both sides, without which figures do not compare."})
final class EvaluateCommand implements Callable<Integer> {
    private static final String VALIDATION = "validation";
    private static final String TEST = "test";

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelOption model;

    @Mixin
    private CorpusOption corpus;

    @Option(names = "--split", paramLabel = "validation|test",
            description = "Only what training held out of its own corpus, which has to be named as it was then.")
    private String split;

    @Option(names = "--reverse-direction",
            description = "The file's targets are the sources. Where --split is given that is found out, save for a model that learnt both directions.")
    private boolean reverseDirection;

    @ArgGroup(validate = false, heading = "With --split, what training was given beside its corpus:%n")
    private final GivenPartsOptions parts = new GivenPartsOptions();

    @Mixin
    private SearchOptions options;

    EvaluateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InputException {
        Misuse.refuse(spec, () -> {
            corpus.check();
            parts.check();
            options.check();
            if (split != null) {
                Choice.check("--split", split, List.of(VALIDATION, TEST));
            }
        });
        options.tellUnused(terminal);
        SavedModel saved = model.read();
        report(saved, pairs(saved, corpus.readToMeasure()));
        return Commands.DONE;
    }

    /** The pairs as the model sees them. */
    private List<SentencePair> pairs(SavedModel saved, ParallelCorpus read) throws InputException {
        PairCodec codec = saved.codec();
        if (split == null) {
            PairCodec own = codec.bothDirections() && reverseDirection ? codec.towards(Direction.REVERSE) : codec;
            return (reverseDirection ? read.reversed() : read).pairs().stream().map(own::pair).toList();
        }
        CorpusSplit found = saved.split(read, parts.read(corpus.choices()));
        Direction wanted = reverseDirection ? Direction.REVERSE : Direction.FORWARD;
        List<SentencePair> held = (split.equals(TEST) ? found.test() : found.validation()).stream()
                .filter(pair -> !codec.bothDirections() || Direction.of(pair.source()).orElseThrow() == wanted).toList();
        if (held.isEmpty()) {
            throw new InputException("evaluation.nothingHeldOut", read.name(), split);
        }
        return held;
    }

    private void report(SavedModel saved, List<SentencePair> pairs) throws InputException {
        Seq2Seq network = new Seq2Seq(saved.parameters());
        OptionalDouble loss = Evaluator.loss(network, pairs.stream().map(saved.codec()::encode).toList());
        Evaluator.Translations found = translate(network, saved, pairs);
        List<List<String>> references = found.references().stream().map((Set<String> targets) -> List.copyOf(targets)).toList();
        Bleu bleu = Bleu.of(BleuTokenization.suiting(references.stream().flatMap(List::stream).toList()), found.translations(), references);
        Chrf chrf = Chrf.of(found.translations(), references);
        terminal.value("pairs", pairs.size());
        terminal.value("sources", found.sources().size());
        terminal.value("loss", number(loss, 6));
        terminal.value("perplexity", number(loss.isPresent() ? OptionalDouble.of(Math.exp(loss.getAsDouble())) : loss, 6));
        terminal.value("bleu", number(bleu.score(), 2));
        terminal.value("bleu_settings", bleu.signature());
        terminal.value("chrf", number(chrf.score(), 2));
        terminal.value("chrf_settings", chrf.signature());
        terminal.value("exact_match", number(found.exactMatch(), 4));
        terminal.value("normalisation", saved.codec().normalisation());
    }

    private Evaluator.Translations translate(Seq2Seq network, SavedModel saved, List<SentencePair> pairs) throws InputException {
        int longest = saved.config().maximumLength();
        if (options.isPlainGreedy()) {
            return Evaluator.translate(network, saved.codec(), pairs, Optional.empty(), options.maximumLength(longest));
        }
        Search search = options.search(longest, saved.config().targetVocabulary(), List.of());
        return options.carryOut(() -> Evaluator.translate(network, saved.codec(), pairs, Optional.of(search), longest));
    }

    private static String number(OptionalDouble value, int digits) {
        return value.isPresent() ? String.format(Locale.ROOT, "%." + digits + "f", value.getAsDouble()) : "n/a";
    }
}
