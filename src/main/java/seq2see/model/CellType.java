package seq2see.model;

import java.util.ArrayList;
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
        return products().size();
    }

    /** The gates and the candidate, in PyTorch's order; empty where there are no gates. */
    public List<String> gateNames() {
        return gateNames;
    }

    /** What a step computes, each part H wide, in this order: the gates, the memory cell where there is one, the hidden state. */
    public List<String> parts() {
        List<String> parts = new ArrayList<>(gateNames);
        if (memoryCell) {
            parts.add("memoryCell");
        }
        parts.add("hiddenState");
        return List.copyOf(parts);
    }

    /** The parts that are functions of W_i x + b_i and W_h h + b_h, in the order of the weights' rows; the others follow from these. */
    public List<String> products() {
        return gateNames.isEmpty() ? List.of("hiddenState") : gateNames;
    }

    /** Whether a part's function is the logistic one, so that it lies within 0 and 1; that of other products is tanh. */
    public static boolean isGate(String part) {
        return part.endsWith("Gate");
    }

    /** Whether the reset gate multiplies the recurrent product of a part, its bias included: n = tanh(W_in x + b_in + r ⊙ (W_hn h + b_hn)). */
    public boolean resetsProduct(String part) {
        return part.equals("candidateState") && gateNames.contains("resetGate");
    }

    /** Whether there is a memory cell beside the hidden state. */
    public boolean hasMemoryCell() {
        return memoryCell;
    }

    /** @throws InputException where there is none of that name */
    public static CellType named(String label) throws InputException {
        return Choice.named("cell", label, List.of(values()), CellType::toString);
    }

    @Override
    public String toString() {
        return label;
    }
}
