package seq2see.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import seq2see.corpus.GivenParts;
import seq2see.corpus.InputException;
import seq2see.corpus.OutputFiles;
import seq2see.corpus.PairCodec;
import seq2see.corpus.ParallelCorpus;
import seq2see.model.ModelConfig;
import seq2see.training.BestValidation;
import seq2see.training.KeptWeights;
import seq2see.training.ModelFile;
import seq2see.training.SavedModel;
import seq2see.training.TeacherForcing;
import seq2see.training.TeacherForcingSchedule;
import seq2see.training.Trainer;
import seq2see.training.TrainingMethod;
import seq2see.training.TrainingPlan;
import seq2see.training.TrainingRun;
import seq2see.training.TrainingSettings;
import seq2see.training.TrainingSnapshot;

/** Trains a model on a corpus and keeps it in a file. */
@Command(name = "train", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = {"Trains a model on a corpus and writes it to a file.",
            "What is not given follows from the corpus; training says what it chose.",
            "A tenth of the distinct sources is held out for validation unless told otherwise."})
final class TrainCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CorpusOption corpusOption;

    @Option(names = "--out", required = true, paramLabel = "MODEL", description = "The model file to write, such as m.seq2see.")
    private Path out;

    @Option(names = "--reverse-direction", description = "Learn to translate targets into sources.")
    private boolean reverseDirection;

    @Option(names = "--save-every", paramLabel = "N", description = "Write the model file after every N training steps too.")
    private Integer saveEvery;

    @Option(names = "--resume", paramLabel = "MODEL",
            description = "Go on with this model where it stopped, on the corpus that it was trained on. "
                    + "--steps then counts from its beginning; a number other than was planned gives other weights than one go, "
                    + "since the learning rate falls towards the planned end (not with --schedule constant).")
    private Path resume;

    @ArgGroup(validate = false, heading = "Preparing the corpus:%n")
    private final PreparationOptions preparation = new PreparationOptions();

    @ArgGroup(validate = false, heading = "Parts in files of their own:%n")
    private final GivenPartsOptions parts = new GivenPartsOptions();

    @ArgGroup(validate = false, heading = "Model:%n")
    private final ModelOptions model = new ModelOptions();

    @ArgGroup(validate = false, heading = "Training:%n")
    private final TrainingOptions options = new TrainingOptions();

    private boolean optimizerIsMissing;

    TrainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InputException {
        checkCall();
        OutputFiles.refuseUnwritable(out);
        ParallelCorpus corpus = corpusOption.read();
        GivenParts given = parts.read(corpusOption.choices());
        // The process ends in good order from here on, whatever is being written.
        try (Interruption interruption = new Interruption(); TrainingRun run = resume == null ? begin(corpus, given) : goOn(corpus, given)) {
            announce(run);
            train(run, interruption);
        }
        return Commands.DONE;
    }

    /** What is wrong with the call is said before anything is read. */
    private void checkCall() {
        Misuse.refuse(spec, () -> {
            corpusOption.check();
            preparation.check();
            parts.check();
            TrainingSettings.TRAINING_STEPS.check("--save-every", saveEvery);
            options.settings(model.settings());
        });
        List<String> fixed = new ArrayList<>();
        model.addGiven(fixed);
        options.addFixed(fixed);
        if (resume != null && (!fixed.isEmpty() || preparation.isGiven() || reverseDirection)) {
            throw Misuse.of(spec, (fixed.isEmpty() ? "how the corpus is prepared, and the direction," : String.join(", ", fixed))
                    + " cannot change in a training that goes on");
        }
        Misuse.refuseReplacing(spec, "--out", out, CorpusOption.NAME, corpusOption.file());
        Misuse.refuseReplacing(spec, "--out", out, CorpusOption.TARGET_NAME, corpusOption.targetFile());
        parts.refuseReplacing(spec, "--out", out);
    }

    private TrainingRun begin(ParallelCorpus read, GivenParts given) throws InputException {
        return new TrainingRun(TrainingPlan.of(reverseDirection ? read.reversed() : read, reverseDirection ? given.reversed() : given,
                preparation.choose(corpusOption.file(), reverseDirection), options.settings(model.settings())));
    }

    private TrainingRun goOn(ParallelCorpus corpus, GivenParts given) throws InputException {
        SavedModel saved = ModelFile.read(resume);
        long done = saved.training().trainingStep();
        TrainingPlan plan = options.change(TrainingPlan.continuing(saved, corpus, given, options.threads()));
        if (done >= plan.trainingSteps()) {
            throw Misuse.of(spec, resume + " has done its " + done + " training steps; give more with --steps");
        }
        optimizerIsMissing = saved.optimizer().isEmpty() && !saved.newOptimizer().memory().isEmpty();
        TrainingRun run = new TrainingRun(plan, saved);
        options.change(run);
        if (run.isOver()) {
            run.close();
            throw Misuse.of(spec, resume + " has stopped early after " + done + " training steps; give a larger --patience than "
                    + plan.recipe().validation().patience());
        }
        return run;
    }

    /** Says what was chosen and what followed from the corpus. */
    private void announce(TrainingRun run) {
        TrainingPlan plan = run.plan();
        PairCodec codec = plan.codec();
        long others = (codec.bothDirections() ? 2L : 1) * plan.corpus().pairs().size() - plan.training().size() - plan.validation().size();
        say("corpus: %s%s, %,d pairs to learn from, %,d held out%s", plan.corpus().name(), codec.bothDirections() ? ", both ways" : "",
                plan.training().size(), plan.validation().size(), others == 0 ? "" : String.format(Locale.ROOT, ", %,d neither", others));
        long leftOut = plan.corpus().report().pairsRead() - plan.corpus().report().pairsKept();
        if (leftOut > 0) {
            say("left out: %,d lines, which 'seq2see corpus' lists", leftOut);
        }
        say("tokens: %s to %s, normalised by %s, vocabularies of %,d and %,d", codec.sourceTokenizer().name(), codec.targetTokenizer().name(),
                codec.normalisation(),
                plan.config().sourceVocabulary(), plan.config().targetVocabulary());
        say("model: %s, %,d parameters", describe(plan.config()), plan.parameterCount());
        TrainingMethod method = plan.method();
        Trainer trainer = run.trainer();
        say("training: %,d steps of %d pairs, %s, learning rate %s (%s), clip %s, teacher forcing %s, dropout %s, seed %d, threads %d",
                plan.trainingSteps(), plan.batchSize(), method.optimizer(), trainer.learningRate(), method.learningRate().schedule(), trainer.clipLimit(),
                describe(method.teacherForcing().withFirst(trainer.teacherForcing())), plan.dropout(), plan.seed(), plan.threads());
        if (trainer.trainingStep() > 0) {
            say("going on after step %,d", trainer.trainingStep());
        }
        if (optimizerIsMissing) {
            say("%s holds nothing of its optimizer, which begins afresh: other weights will follow than without a break", resume);
        }
    }

    private static String describe(TeacherForcing forcing) {
        return forcing.schedule() == TeacherForcingSchedule.CONSTANT ? String.valueOf(forcing.first())
                : forcing.first() + " to " + forcing.last() + " (" + forcing.schedule() + ")";
    }

    private static String describe(ModelConfig config) {
        return String.format(Locale.ROOT, "cell %s, layers %d, %s, attention %s, context %s, output %s, embedding %d, hidden %d",
                config.cell(), config.layers(), config.bidirectional() ? "both directions" : "one direction", config.attention(),
                config.hasAttention() ? "by attention" : config.context(), config.output(), config.embeddingSize(), config.hiddenSize());
    }

    private void train(TrainingRun run, Interruption interruption) throws InputException {
        Progress progress = new Progress(terminal);
        TrainingLoop loop = new TrainingLoop(run, out, saveEvery);
        long began = System.nanoTime();
        try {
            loop.train(interruption::requested, () -> progress.show(run));
        } finally {
            progress.end();
        }
        TrainingSnapshot end = run.snapshot(Optional.empty());
        if (run.isOver()) {
            say("%s in %.1f seconds, written to %s%s", end.stoppedEarly() ? "stopped early after step " + end.trainingStep() : "done",
                    (System.nanoTime() - began) / 1e9, out, whichWeights(end));
            report(end);
        } else {
            say(loop.savedStep() == 0 ? "stopped before the first step; nothing was written"
                    : "stopped after step %,d; %s holds it%s, and --resume goes on from there", end.trainingStep(), out, whichWeights(end));
        }
    }

    /** The file's weights are the best by validation, which may be earlier ones. */
    private static String whichWeights(TrainingSnapshot now) {
        BestValidation best = now.best();
        return !best.exists() || best.trainingStep() == now.trainingStep() || now.plan().recipe().validation().keep() == KeptWeights.LAST ? ""
                : String.format(Locale.ROOT, " with the weights of step %,d, the best by validation", best.trainingStep());
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
