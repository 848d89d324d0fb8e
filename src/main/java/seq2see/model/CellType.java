package seq2see.model;

import seq2see.corpus.InputException;

/** The recurrent cells that can be built. Spelled as on the command line by {@link #toString}. */
public enum CellType {
    GRU("gru", 3);

    private final String label;
    private final int gates;

    CellType(String label, int gates) {
        this.label = label;
        this.gates = gates;
    }

    /** g, the number of H-wide products in a step. */
    public int gates() {
        return gates;
    }

    public static CellType named(String label) throws InputException {
        for (CellType type : values()) {
            if (type.label.equals(label)) {
                return type;
            }
        }
        throw new InputException("configuration.choice", "cell", label, "gru");
    }

    @Override
    public String toString() {
        return label;
    }
}
