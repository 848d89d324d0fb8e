package seq2see.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import seq2see.corpus.InputException;
import seq2see.model.AttentionType;
import seq2see.model.CellType;
import seq2see.model.ContextType;
import seq2see.model.ModelConfig;
import seq2see.model.OutputType;
import seq2see.training.ModelSettings;
import seq2see.training.OptimizerType;
import seq2see.training.Recipe;
import seq2see.training.ScheduleType;
import seq2see.training.TrainingPlan;
import seq2see.training.TrainingSettings;

/** What {@code train} lets one choose of the model and of how it learns; null where nothing was chosen. */
final class TrainingOptions {
    private static final String FOLLOWS = " Follows from the corpus unless given.";

    @Option(names = "--cell", paramLabel = "rnn|gru|lstm", description = "The recurrent cell of encoder and decoder; gru unless given.")
    private String cell;

    @Option(names = "--layers", paramLabel = "L", description = "Layers of encoder and decoder, 1 to 4; 1 unless given.")
    private Integer layers;

    @Option(names = "--bidirectional", description = "The encoder reads in both directions.")
    private boolean bidirectional;

    @Option(names = "--context", paramLabel = "last|mean|max",
            description = "What a decoder without attention is told of the source; last unless given.")
    private String context;

    @Option(names = "--attention", paramLabel = "none|additive|dot|scaled-dot",
            description = "How the decoder looks back at the source; additive unless given.")
    private String attention;

    @Option(names = "--attention-bias", description = "Additive attention adds a bias inside its tanh.")
    private boolean attentionBias;

    @Option(names = "--output", paramLabel = "state|full",
            description = "What the output layer reads: the decoder's state, or state, embedded token and context; state unless given.")
    private String output;

    @Option(names = "--dropout", paramLabel = "P",
            description = "The chance that a unit between two layers is dropped while training; 0 unless given.")
    private Double dropout;

    @Option(names = "--embedding", paramLabel = "D", description = "The embedding size." + FOLLOWS)
    private Integer embedding;

    @Option(names = "--hidden", paramLabel = "H", description = "The size of the hidden state." + FOLLOWS)
    private Integer hidden;

    @Option(names = "--batch", paramLabel = "N", description = "Sentence pairs a training step." + FOLLOWS)
    private Integer batch;

    @Option(names = "--steps", paramLabel = "N", description = "Training steps." + FOLLOWS)
    private Integer steps;

    @Option(names = "--optimizer", paramLabel = "sgd|momentum|adam", description = "How weights follow their gradient; adam unless given.")
    private String optimizer;

    @Option(names = "--schedule", paramLabel = "constant|decay",
            description = "Whether the learning rate stays, or falls in the last part; decay unless given.")
    private String schedule;

    @Option(names = "--label-smoothing", paramLabel = "SHARE",
            description = "The share of the target probability that is spread over the whole vocabulary; 0 unless given.")
    private Double labelSmoothing;

    @Option(names = "--learning-rate", paramLabel = "R", description = "Of Adam, before its schedule." + FOLLOWS)
    private Double learningRate;

    @Option(names = "--clip", paramLabel = "NORM", description = "The largest global norm of the gradient; 1 unless given.")
    private Double clip;

    @Option(names = "--teacher-forcing", paramLabel = "SHARE",
            description = "The share of decoder steps that are fed the true token, 0 to 1; 1 unless given.")
    private Double teacherForcing;

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
    TrainingSettings settings() throws InputException {
        check();
        TrainingSettings defaults = TrainingSettings.defaults();
        return new TrainingSettings(model(defaults.model()), batch, steps,
                optimizer == null ? defaults.optimizer() : OptimizerType.named(optimizer),
                schedule == null ? defaults.schedule() : ScheduleType.named(schedule), learningRate, or(clip, defaults.clip()),
                or(teacherForcing, defaults.teacherForcing()), or(dropout, defaults.dropout()),
                or(labelSmoothing, defaults.labelSmoothing()), or(seed, defaults.seed()), or(threads, defaults.threads()));
    }

    private ModelSettings model(ModelSettings defaults) throws InputException {
        return new ModelSettings(cell == null ? defaults.cell() : CellType.named(cell), or(layers, defaults.layers()), bidirectional,
                context == null ? defaults.context() : ContextType.named(context),
                attention == null ? defaults.attention() : AttentionType.named(attention), attentionBias,
                output == null ? defaults.output() : OutputType.named(output), embedding, hidden);
    }

    /** The plan of a training that goes on, with what was chosen to be different from now on. */
    TrainingPlan change(TrainingPlan plan) {
        Recipe before = plan.recipe();
        return plan.with(new Recipe(before.batchSize(), steps == null ? before.trainingSteps() : steps, before.optimizer(), before.schedule(),
                or(learningRate, before.learningRate()), or(clip, before.clip()), or(teacherForcing, before.teacherForcing()),
                or(dropout, before.dropout()), or(labelSmoothing, before.labelSmoothing()), before.seed()));
    }

    int threads() {
        return or(threads, TrainingSettings.defaults().threads());
    }

    /** The options given that cannot change in a training that goes on. */
    List<String> fixed() {
        List<String> given = new ArrayList<>();
        addWhereGiven(given, "--cell", cell);
        addWhereGiven(given, "--layers", layers);
        addWhereGiven(given, "--bidirectional", bidirectional ? true : null);
        addWhereGiven(given, "--context", context);
        addWhereGiven(given, "--attention", attention);
        addWhereGiven(given, "--attention-bias", attentionBias ? true : null);
        addWhereGiven(given, "--output", output);
        addWhereGiven(given, "--embedding", embedding);
        addWhereGiven(given, "--hidden", hidden);
        addWhereGiven(given, "--batch", batch);
        addWhereGiven(given, "--optimizer", optimizer);
        addWhereGiven(given, "--schedule", schedule);
        addWhereGiven(given, "--seed", seed);
        return given;
    }

    private static void addWhereGiven(List<String> given, String option, Object value) {
        if (value != null) {
            given.add(option);
        }
    }

    private void check() throws InputException {
        ModelConfig.LAYERS.check("--layers", layers);
        ModelConfig.SIZE.check("--embedding", embedding);
        ModelConfig.SIZE.check("--hidden", hidden);
        TrainingSettings.DROPOUT.check("--dropout", dropout);
        TrainingSettings.LABEL_SMOOTHING.check("--label-smoothing", labelSmoothing);
        TrainingSettings.BATCH_SIZE.check("--batch", batch);
        TrainingSettings.TRAINING_STEPS.check("--steps", steps);
        TrainingSettings.LEARNING_RATE.check("--learning-rate", learningRate);
        TrainingSettings.CLIP.check("--clip", clip);
        TrainingSettings.TEACHER_FORCING.check("--teacher-forcing", teacherForcing);
        TrainingSettings.THREADS.check("--threads", threads);
    }

    private static <T> T or(T chosen, T otherwise) {
        return chosen == null ? otherwise : chosen;
    }
}
