package seq2see.cli;

import picocli.CommandLine.Option;
import seq2see.corpus.InputException;
import seq2see.model.AttentionType;
import seq2see.model.CellType;
import seq2see.training.TrainingSettings;

/** What {@code train} lets one choose of the model and of how it learns; null where nothing was chosen. */
final class TrainingOptions {
    private static final String FOLLOWS = " Follows from the corpus unless given.";

    @Option(names = "--cell", paramLabel = "gru", description = "The recurrent cell of encoder and decoder.")
    private String cell;

    @Option(names = "--attention", paramLabel = "none|additive", description = "How the decoder looks back at the source; additive unless given.")
    private String attention;

    @Option(names = "--embedding", paramLabel = "D", description = "The embedding size." + FOLLOWS)
    private Integer embedding;

    @Option(names = "--hidden", paramLabel = "H", description = "The size of the hidden state." + FOLLOWS)
    private Integer hidden;

    @Option(names = "--batch", paramLabel = "N", description = "Sentence pairs a training step." + FOLLOWS)
    private Integer batch;

    @Option(names = "--steps", paramLabel = "N", description = "Training steps." + FOLLOWS)
    private Integer steps;

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

    @Option(names = "--threads", paramLabel = "N", description = "Threads that compute; the weights do not depend on it.")
    private Integer threads;

    /** The settings as chosen, the defaults where nothing was. */
    TrainingSettings settings() throws InputException {
        TrainingSettings defaults = TrainingSettings.defaults();
        checkRange("--batch", batch, 1, 100_000);
        checkRange("--steps", steps, 1, Integer.MAX_VALUE);
        checkRange("--learning-rate", learningRate, 1e-9, 10);
        checkRange("--clip", clip, 1e-9, 1e9);
        checkRange("--teacher-forcing", teacherForcing, 0, 1);
        checkRange("--threads", threads, 1, 1024);
        return new TrainingSettings(cell == null ? defaults.cell() : CellType.named(cell),
                attention == null ? defaults.attention() : AttentionType.named(attention),
                embedding, hidden, batch, steps, learningRate, or(clip, defaults.clip()),
                or(teacherForcing, defaults.teacherForcing()), or(seed, defaults.seed()), or(threads, defaults.threads()));
    }

    private static <T> T or(T chosen, T otherwise) {
        return chosen == null ? otherwise : chosen;
    }

    private static void checkRange(String option, Integer value, int least, int most) throws InputException {
        if (value != null && (value < least || value > most)) {
            throw new InputException("configuration.range", option, value.toString(), String.valueOf(least), String.valueOf(most));
        }
    }

    private static void checkRange(String option, Double value, double least, double most) throws InputException {
        if (value != null && !(value >= least && value <= most)) {
            throw new InputException("configuration.range", option, value.toString(), plain(least), plain(most));
        }
    }

    private static String plain(double bound) {
        return java.math.BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }
}
