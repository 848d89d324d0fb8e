package seq2see.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import seq2see.corpus.InputException;
import seq2see.corpus.OutputFiles;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.TabSeparatedReader;
import seq2see.model.ModelConfig;
import seq2see.training.ModelFile;
import seq2see.training.SavedModel;
import seq2see.training.Trainer;
import seq2see.training.TrainingPlan;
import seq2see.training.TrainingRun;
import seq2see.training.TrainingSettings;
import seq2see.training.TrainingSnapshot;

/** Trains a model on a corpus and keeps it in a file. */
@Command(name = "train", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = {"Trains a model on a corpus and writes it to a file.",
            "What is not given follows from the corpus; training says what it chose.",
            "A tenth of the distinct sources is held out for validation."})
final class TrainCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(names = "--corpus", required = true, paramLabel = "FILE", description = "Lines of source, tab, target in UTF-8.")
    private Path corpusFile;

    @Option(names = "--out", required = true, paramLabel = "MODEL", description = "The model file to write, such as m.seq2see.")
    private Path out;

    @Option(names = "--reverse-direction", description = "Learn to translate targets into sources.")
    private boolean reverseDirection;

    @Option(names = "--save-every", paramLabel = "N", description = "Write the model file after every N training steps too.")
    private Integer saveEvery;

    @Option(names = "--resume", paramLabel = "MODEL",
            description = "Go on with this model where it stopped, on the corpus that it was trained on. "
                    + "--steps then counts from its beginning.")
    private Path resume;

    @ArgGroup(validate = false, heading = "Tokens:%n")
    private final TokenizerOptions tokenizers = new TokenizerOptions();

    @ArgGroup(validate = false, heading = "Model and training:%n")
    private final TrainingOptions options = new TrainingOptions();

    /** The training step that the model file holds by now; 0 where it was not written. */
    private long saved;

    TrainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InputException {
        TrainingSettings settings = checkedCall();
        if (isSame(out, corpusFile)) {
            throw misuse("--out names the corpus itself, which the model would replace");
        }
        OutputFiles.refuseUnwritable(out);
        ParallelCorpus corpus = TabSeparatedReader.read(corpusFile);
        // The process ends in good order from here on, whatever is being written.
        try (Interruption interruption = new Interruption(); TrainingRun run = resume == null ? begin(corpus, settings) : goOn(corpus)) {
            announce(run);
            train(run, interruption);
        }
        return Commands.DONE;
    }

    /** What is wrong with the call is said before anything is read. */
    private TrainingSettings checkedCall() {
        try {
            tokenizers.check();
            Range.check("--save-every", saveEvery, 1, Integer.MAX_VALUE);
            TrainingSettings settings = options.settings();
            List<String> fixed = options.fixed();
            if (resume != null && (!fixed.isEmpty() || tokenizers.isGiven() || reverseDirection)) {
                throw misuse((fixed.isEmpty() ? "tokenizers and direction" : String.join(", ", fixed))
                        + " cannot change in a training that goes on");
            }
            return settings;
        } catch (InputException problem) {
            throw misuse(problem.getMessage());
        }
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException _) {
            // One of them is not there.
            return false;
        }
    }

    private ParameterException misuse(String text) {
        return new ParameterException(spec.commandLine(), text);
    }

    private TrainingRun begin(ParallelCorpus read, TrainingSettings settings) throws InputException {
        ParallelCorpus corpus = reverseDirection ? read.reversed() : read;
        TokenizerOptions.Pair chosen = tokenizers.choose(corpusFile, reverseDirection);
        return new TrainingRun(TrainingPlan.of(corpus, chosen.source(), chosen.target(), settings));
    }

    private TrainingRun goOn(ParallelCorpus corpus) throws InputException {
        SavedModel saved = ModelFile.read(resume);
        long done = saved.training().trainingStep();
        TrainingPlan plan = options.change(TrainingPlan.continuing(saved, corpus, options.steps(), options.threads()));
        if (done >= plan.trainingSteps()) {
            throw misuse(resume + " has done its " + done + " training steps; give more with --steps");
        }
        return new TrainingRun(new Trainer(plan, saved.parameters(), saved.adam(), done), saved.training().curve());
    }

    /** Says what was chosen and what followed from the corpus. */
    private void announce(TrainingRun run) {
        TrainingPlan plan = run.plan();
        say("corpus: %s, %,d pairs to learn from, %,d held out", plan.corpus().name(), plan.training().size(), plan.validation().size());
        long leftOut = plan.corpus().report().pairsRead() - plan.corpus().report().pairsKept();
        if (leftOut > 0) {
            say("left out: %,d lines, which 'seq2see corpus' lists", leftOut);
        }
        say("tokens: %s to %s, vocabularies of %,d and %,d", plan.codec().sourceTokenizer().name(), plan.codec().targetTokenizer().name(),
                plan.config().sourceVocabulary(), plan.config().targetVocabulary());
        say("model: %s, %,d parameters", describe(plan.config()), plan.parameterCount());
        say("training: %,d steps of %d pairs, learning rate %s, clip %s, teacher forcing %s, dropout %s, seed %d, threads %d", plan.trainingSteps(),
                plan.batchSize(), plan.learningRate(), plan.clip(), plan.teacherForcing(), plan.dropout(), plan.seed(), plan.threads());
        if (run.trainer().trainingStep() > 0) {
            say("going on after step %,d", run.trainer().trainingStep());
        }
    }

    private static String describe(ModelConfig config) {
        return String.format(Locale.ROOT, "cell %s, layers %d, %s, attention %s, context %s, output %s, embedding %d, hidden %d",
                config.cell(), config.layers(), config.bidirectional() ? "both directions" : "one direction", config.attention(),
                config.hasAttention() ? "by attention" : config.context(), config.output(), config.embeddingSize(), config.hiddenSize());
    }

    private void train(TrainingRun run, Interruption interruption) throws InputException {
        Progress progress = new Progress(terminal);
        long began = System.nanoTime();
        try {
            while (run.isTraining() && !interruption.requested()) {
                run.step();
                long step = run.trainer().trainingStep();
                if (saveEvery != null && step % saveEvery == 0 && run.isTraining()) {
                    save(run);
                }
                progress.show(run);
            }
        } finally {
            progress.end();
        }
        TrainingSnapshot end = run.snapshot(Optional.empty());
        if (end.failure().isPresent()) {
            throw end.failure().get();
        }
        if (!run.isOver()) {
            say("stopped after step %,d; %s", end.trainingStep(), saved == 0 ? "nothing was written" : out + " holds step " + saved);
            return;
        }
        save(run);
        say("done in %.1f seconds, written to %s", (System.nanoTime() - began) / 1e9, out);
        report(end);
    }

    private void save(TrainingRun run) throws InputException {
        ModelFile.write(out, SavedModel.of(run.plan(), run.trainer().network().parameters(), run.trainer().adam(),
                run.trainer().trainingStep(), run.snapshot(Optional.empty()).curve()));
        saved = run.trainer().trainingStep();
    }

    private void report(TrainingSnapshot end) {
        terminal.value("training_steps", end.trainingStep());
        end.trainingLoss().ifPresent(loss -> terminal.value("training_loss", String.format(Locale.ROOT, "%.6f", loss)));
        end.validationLoss().ifPresent(loss -> terminal.value("validation_loss", String.format(Locale.ROOT, "%.6f", loss)));
    }

    private void say(String format, Object... arguments) {
        terminal.errors().println(String.format(Locale.ROOT, format, arguments));
        terminal.errors().flush();
    }
}
