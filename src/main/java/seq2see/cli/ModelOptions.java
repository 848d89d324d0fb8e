package seq2see.cli;

import java.util.List;
import picocli.CommandLine.Option;
import seq2see.corpus.InputException;
import seq2see.model.AttentionType;
import seq2see.model.CellType;
import seq2see.model.ContextType;
import seq2see.model.ModelConfig;
import seq2see.model.OutputType;
import seq2see.training.ModelSettings;

/** What {@code train} lets one choose of the model; null where nothing was chosen. None of it can change in a training that goes on. */
final class ModelOptions {
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

    @Option(names = "--tie-weights",
            description = "The output layer's weights are those of the target embedding; D and H are then one size, and the output is state.")
    private boolean tieWeights;

    @Option(names = "--embedding", paramLabel = "D", description = "The embedding size." + TrainingOptions.FOLLOWS)
    private Integer embedding;

    @Option(names = "--hidden", paramLabel = "H", description = "The size of the hidden state." + TrainingOptions.FOLLOWS)
    private Integer hidden;

    /**
     * The settings as chosen, the defaults where nothing was.
     *
     * @throws InputException where a value is not possible; it names the option
     */
    ModelSettings settings() throws InputException {
        ModelConfig.LAYERS.check("--layers", layers);
        ModelConfig.SIZE.check("--embedding", embedding);
        ModelConfig.SIZE.check("--hidden", hidden);
        OutputType reads = output == null ? ModelSettings.defaults().output() : OutputType.named(output);
        if (tieWeights) {
            ModelConfig.checkTied(reads, embedding, hidden);
        }
        ModelSettings defaults = ModelSettings.defaults();
        return new ModelSettings(cell == null ? defaults.cell() : CellType.named(cell), layers == null ? defaults.layers() : layers, bidirectional,
                context == null ? defaults.context() : ContextType.named(context),
                attention == null ? defaults.attention() : AttentionType.named(attention), attentionBias,
                reads, tieWeights, embedding, hidden);
    }

    /** Adds the options that were given. */
    void addGiven(List<String> given) {
        TrainingOptions.addWhereGiven(given, "--cell", cell);
        TrainingOptions.addWhereGiven(given, "--layers", layers);
        TrainingOptions.addWhereGiven(given, "--bidirectional", bidirectional ? true : null);
        TrainingOptions.addWhereGiven(given, "--context", context);
        TrainingOptions.addWhereGiven(given, "--attention", attention);
        TrainingOptions.addWhereGiven(given, "--attention-bias", attentionBias ? true : null);
        TrainingOptions.addWhereGiven(given, "--output", output);
        TrainingOptions.addWhereGiven(given, "--tie-weights", tieWeights ? true : null);
        TrainingOptions.addWhereGiven(given, "--embedding", embedding);
        TrainingOptions.addWhereGiven(given, "--hidden", hidden);
    }
}
