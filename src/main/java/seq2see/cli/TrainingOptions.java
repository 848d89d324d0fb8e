package seq2see.cli;

import java.util.List;
import picocli.CommandLine.Option;
import seq2see.corpus.InputException;
import seq2see.corpus.SourceNoise;
import seq2see.model.Initialisation;
import seq2see.training.KeptWeights;
import seq2see.training.LearningRate;
import seq2see.training.ModelSettings;
import seq2see.training.OptimizerType;
import seq2see.training.Recipe;
import seq2see.training.ScheduleType;
import seq2see.training.TeacherForcing;
import seq2see.training.TeacherForcingSchedule;
import seq2see.training.Trainer;
import seq2see.training.TrainingMethod;
import seq2see.training.TrainingPlan;
import seq2see.training.TrainingRun;
import seq2see.training.TrainingSettings;
import seq2see.training.Validation;

/** What {@code train} lets one choose of how a model learns; null where nothing was chosen. */
final class TrainingOptions {
    static final String FOLLOWS = " Follows from the corpus unless given.";

    @Option(names = "--batch", paramLabel = "N", description = "Sentence pairs a training step." + FOLLOWS)
    private Integer batch;

    @Option(names = "--steps", paramLabel = "N", description = "Training steps." + FOLLOWS)
    private Integer steps;

    @Option(names = "--initialisation", paramLabel = "xavier|uniform",
            description = "How the first weights are drawn: xavier within ±√(6 / (in + out)), embeddings within ±1, biases 0; "
                    + "uniform all within ±1 / √H. xavier unless given.")
    private String initialisation;

    @Option(names = "--optimizer", paramLabel = "sgd|momentum|adam", description = "How weights follow their gradient; adam unless given.")
    private String optimizer;

    @Option(names = "--learning-rate", paramLabel = "R",
            description = "The highest that the schedule reaches; 0.005 with adam, 0.1 with momentum, 0.5 with sgd unless given.")
    private Double learningRate;

    @Option(names = "--schedule", paramLabel = "constant|decay",
            description = "Whether the learning rate stays, or falls to nearly nothing over the last 60 %% of the steps; decay unless given.")
    private String schedule;

    @Option(names = "--warm-up", paramLabel = "STEPS",
            description = "Over so many first steps the learning rate rises to its height; 20 with decay, 0 with constant unless given.")
    private Integer warmUp;

    @Option(names = "--clip", paramLabel = "NORM", description = "The largest global norm of the gradient; 1 unless given.")
    private Double clip;

    @Option(names = "--teacher-forcing", paramLabel = "SHARE",
            description = "The share of decoder steps that are fed the true token and not the model's own choice, 0 to 1; 1 unless given.")
    private Double teacherForcing;

    @Option(names = "--teacher-forcing-schedule", paramLabel = "constant|linear|inverse-sigmoid",
            description = "How that share changes from the first step to the last (scheduled sampling); constant unless given.")
    private String teacherForcingSchedule;

    @Option(names = "--teacher-forcing-end", paramLabel = "SHARE", description = "What that share comes to at the last step; 0 unless given.")
    private Double teacherForcingEnd;

    @Option(names = "--dropout", paramLabel = "P",
            description = "The chance that a unit between two layers is dropped while training; 0 unless given.")
    private Double dropout;

    @Option(names = "--label-smoothing", paramLabel = "SHARE",
            description = "The share of the target probability that is spread over the whole vocabulary; 0 unless given.")
    private Double labelSmoothing;

    @Option(names = "--noise", paramLabel = "CHANCE",
            description = "Noise on the sources while training, drawn anew each epoch: tokens left out, swapped with the next, or made unknown. "
                    + "The chance of each, or as drop=0.1,swap=0.1,unknown=0.05; none unless given.")
    private String noise;

    @Option(names = "--validate-every", paramLabel = "N",
            description = "Training steps from one validation to the next, each on up to 256 of the pairs held out; "
                    + "a fortieth of the steps unless given.")
    private Integer validateEvery;

    @Option(names = "--patience", paramLabel = "N",
            description = "Stop early after N validations in a row without a lower loss; never unless given.")
    private Integer patience;

    @Option(names = "--keep", paramLabel = "best|last",
            description = "Which weights the model file is used with: those with the lowest validation loss, or the last; best unless given. "
                    + "--resume goes on from the last in any case.")
    private String keep;

    @Option(names = "--seed", paramLabel = "N",
            description = "Of the first weights, the split and the order of the batches; 1 unless given.")
    private Long seed;

    @Option(names = "--threads", paramLabel = "N",
            description = "Threads that compute; the weights do not depend on it. A batch has a part for each 32 pairs, "
                    + "two at least, and more threads than parts do nothing.")
    private Integer threads;

    /**
     * The settings as chosen, the defaults where nothing was.
     *
     * @throws InputException where a value is not possible; it names the option
     */
    TrainingSettings settings(ModelSettings model) throws InputException {
        check();
        TrainingSettings defaults = TrainingSettings.defaults();
        OptimizerType chosen = optimizer == null ? defaults.method().optimizer() : OptimizerType.named(optimizer);
        ScheduleType falling = schedule == null ? defaults.method().learningRate().schedule() : ScheduleType.named(schedule);
        TrainingMethod method = new TrainingMethod(
                initialisation == null ? defaults.method().initialisation() : Initialisation.named(initialisation), chosen,
                new LearningRate(or(learningRate, chosen.usualLearningRate()), falling, or(warmUp, falling.usualWarmUpSteps())),
                defaults.method().clip(), TeacherForcing.ALWAYS, defaults.method().dropout(), defaults.method().labelSmoothing(),
                noise == null ? defaults.method().noise() : SourceNoise.parse("--noise", noise));
        return new TrainingSettings(model, batch, steps, changed(method), validateEvery, or(patience, defaults.patience()),
                keep == null ? defaults.keep() : KeptWeights.named(keep),
                or(seed, defaults.seed()), or(threads, defaults.threads()));
    }

    /** The plan of a training that goes on, with what was chosen to be different from now on. */
    TrainingPlan change(TrainingPlan plan) throws InputException {
        Recipe before = plan.recipe();
        Validation validation = new Validation(validateEvery == null ? before.validation().every() : validateEvery,
                or(patience, before.validation().patience()), before.validation().keep());
        TrainingMethod method = changed(before.method());
        return plan.with(new Recipe(before.batchSize(), steps == null ? before.trainingSteps() : steps,
                method.withLearningRate(or(learningRate, method.learningRate().rate())), validation, before.split(), before.seed()));
    }

    /** What was chosen holds from now on, whatever a person had changed before; that holds where nothing was chosen. */
    void change(TrainingRun run) {
        Trainer now = run.trainer();
        run.change(or(learningRate, now.learningRate()), or(clip, now.clipLimit()), or(teacherForcing, now.teacherForcing()));
    }

    /** The method with what may be chosen anew at any time. */
    private TrainingMethod changed(TrainingMethod before) throws InputException {
        TeacherForcing forcing = before.teacherForcing();
        double first = or(teacherForcing, forcing.first());
        TeacherForcingSchedule course = teacherForcingSchedule == null ? forcing.schedule() : TeacherForcingSchedule.named(teacherForcingSchedule);
        boolean stays = course == TeacherForcingSchedule.CONSTANT;
        if (stays && teacherForcingEnd != null) {
            throw new InputException("configuration.needs", "--teacher-forcing-end", "--teacher-forcing-schedule linear, inverse-sigmoid");
        }
        double last = stays ? first : or(teacherForcingEnd, forcing.schedule() == TeacherForcingSchedule.CONSTANT ? 0 : forcing.last());
        return before.withClip(or(clip, before.clip())).with(new TeacherForcing(first, last, course))
                .withDropout(or(dropout, before.dropout())).withLabelSmoothing(or(labelSmoothing, before.labelSmoothing()));
    }

    int threads() {
        return or(threads, TrainingSettings.defaults().threads());
    }

    /** Adds the options given that cannot change in a training that goes on. */
    void addFixed(List<String> given) {
        addWhereGiven(given, "--batch", batch);
        addWhereGiven(given, "--initialisation", initialisation);
        addWhereGiven(given, "--optimizer", optimizer);
        addWhereGiven(given, "--schedule", schedule);
        addWhereGiven(given, "--warm-up", warmUp);
        addWhereGiven(given, "--noise", noise);
        addWhereGiven(given, "--keep", keep);
        addWhereGiven(given, "--seed", seed);
    }

    static void addWhereGiven(List<String> given, String option, Object value) {
        if (value != null) {
            given.add(option);
        }
    }

    private void check() throws InputException {
        TrainingMethod.DROPOUT.check("--dropout", dropout);
        TrainingMethod.LABEL_SMOOTHING.check("--label-smoothing", labelSmoothing);
        TrainingSettings.BATCH_SIZE.check("--batch", batch);
        TrainingSettings.TRAINING_STEPS.check("--steps", steps);
        LearningRate.RATE.check("--learning-rate", learningRate);
        LearningRate.WARM_UP_STEPS.check("--warm-up", warmUp);
        TrainingMethod.CLIP.check("--clip", clip);
        TeacherForcing.SHARE.check("--teacher-forcing", teacherForcing);
        TeacherForcing.SHARE.check("--teacher-forcing-end", teacherForcingEnd);
        Validation.EVERY.check("--validate-every", validateEvery);
        Validation.PATIENCE.check("--patience", patience);
        TrainingSettings.THREADS.check("--threads", threads);
    }

    private static <T> T or(T chosen, T otherwise) {
        return chosen == null ? otherwise : chosen;
    }
}
