package seq2see.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import seq2see.corpus.EncodedPair;
import seq2see.corpus.InputException;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.SentencePair;
import seq2see.corpus.TabSeparatedReader;
import seq2see.model.Seq2Seq;
import seq2see.training.Bleu;
import seq2see.training.BleuTokenization;
import seq2see.training.Evaluator;
import seq2see.training.ModelFile;
import seq2see.training.SavedModel;
import seq2see.training.TrainingPlan;

/** Measures a model on a corpus. */
@Command(name = "evaluate", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = {"Measures a model on a corpus.", "Prints lines of a name and a value: pairs, sources,",
            "loss (nats a target token), perplexity, bleu, bleu_settings, exact_match",
            "(the share of distinct sources whose greedy translation is one of theirs)."})
final class EvaluateCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(names = "--model", required = true, paramLabel = "MODEL", description = "A model file that 'seq2see train' wrote.")
    private Path modelFile;

    @Option(names = "--corpus", required = true, paramLabel = "FILE", description = "Lines of source, tab, target in UTF-8.")
    private Path corpusFile;

    @Option(names = "--split", paramLabel = "validation",
            description = "Only what training held out of its own corpus, which --corpus has to name.")
    private String split;

    @Option(names = "--reverse-direction", description = "The file's targets are the sources. Found out where --split is given.")
    private boolean reverseDirection;

    EvaluateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InputException {
        try {
            Choice.check("--split", split, List.of("validation"));
        } catch (InputException problem) {
            throw new ParameterException(spec.commandLine(), problem.getMessage());
        }
        SavedModel saved = ModelFile.read(modelFile);
        report(saved, pairs(saved, TabSeparatedReader.read(corpusFile)));
        return Commands.DONE;
    }

    private List<SentencePair> pairs(SavedModel saved, ParallelCorpus corpus) throws InputException {
        if (split == null) {
            return (reverseDirection ? corpus.reversed() : corpus).pairs();
        }
        return TrainingPlan.continuing(saved, corpus, null, 1).validation().stream().map(EncodedPair::pair).toList();
    }

    private void report(SavedModel saved, List<SentencePair> pairs) {
        Seq2Seq network = new Seq2Seq(saved.parameters());
        OptionalDouble loss = Evaluator.loss(network, pairs.stream().map(saved.codec()::encode).toList());
        Evaluator.Translations found = Evaluator.translate(network, saved.codec(), pairs);
        List<List<String>> references = found.references().stream().map((Set<String> targets) -> List.copyOf(targets)).toList();
        Bleu bleu = Bleu.of(BleuTokenization.suiting(references.stream().flatMap(List::stream).toList()), found.translations(), references);
        terminal.value("pairs", pairs.size());
        terminal.value("sources", found.sources().size());
        terminal.value("loss", number(loss, 6));
        terminal.value("perplexity", number(loss.isPresent() ? OptionalDouble.of(Math.exp(loss.getAsDouble())) : loss, 6));
        terminal.value("bleu", number(bleu.score(), 2));
        terminal.value("bleu_settings", bleu.signature());
        terminal.value("exact_match", number(OptionalDouble.of(found.exactMatch()), 4));
    }

    private static String number(OptionalDouble value, int digits) {
        return value.isPresent() ? String.format(Locale.ROOT, "%." + digits + "f", value.getAsDouble()) : "n/a";
    }
}
