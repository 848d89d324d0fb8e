package seq2see.model;

import seq2see.corpus.InputException;

/** How the decoder looks back at the source. Spelled as on the command line by {@link #toString}. */
public enum AttentionType {
    NONE("none"),
    ADDITIVE("additive");

    private final String label;

    AttentionType(String label) {
        this.label = label;
    }

    public static AttentionType named(String label) throws InputException {
        for (AttentionType type : values()) {
            if (type.label.equals(label)) {
                return type;
            }
        }
        throw new InputException("configuration.choice", "attention", label, "none, additive");
    }

    @Override
    public String toString() {
        return label;
    }
}
