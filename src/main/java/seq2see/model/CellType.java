package seq2see.model;

import java.util.List;
import seq2see.corpus.Choice;
import seq2see.corpus.InputException;

/** The recurrent cells that can be built. Spelled as on the command line by {@link #toString}. */
public enum CellType {
    /** h′ = tanh(W_i x + b_i + W_h h + b_h). */
    RNN("rnn", List.of(), false),
    /** Gated recurrent unit; see {@link seq2see.tensor.Kernels#gru}. */
    GRU("gru", List.of("resetGate", "updateGate", "candidateState"), false),
    /** Long short-term memory; see {@link seq2see.tensor.Kernels#lstm}. */
    LSTM("lstm", List.of("inputGate", "forgetGate", "candidateState", "outputGate"), true);

    private final String label;
    private final List<String> gateNames;
    private final boolean memoryCell;

    CellType(String label, List<String> gateNames, boolean memoryCell) {
        this.label = label;
        this.gateNames = gateNames;
        this.memoryCell = memoryCell;
    }

    /** g, the number of H-wide products in a step. */
    public int gates() {
        return Math.max(1, gateNames.size());
    }

    /** What the H-wide parts of a step are called, in PyTorch's order; empty where there are no gates. */
    public List<String> gateNames() {
        return gateNames;
    }

    /** Whether there is a memory cell beside the hidden state. */
    public boolean hasMemoryCell() {
        return memoryCell;
    }

    public static CellType named(String label) throws InputException {
        return Choice.named("cell", label, List.of(values()), CellType::toString);
    }

    @Override
    public String toString() {
        return label;
    }
}
