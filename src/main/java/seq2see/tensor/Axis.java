package seq2see.tensor;

/** The axes that tensors run along, with the letter that formulas use for their size. */
public enum Axis {
    BATCH("N"),
    SOURCE_TIME("T"),
    TARGET_TIME("T′"),
    SOURCE_VOCABULARY("V"),
    TARGET_VOCABULARY("V′"),
    EMBEDDING("D"),
    HIDDEN("H"),
    CONTEXT("C"),
    ATTENTION("A"),
    LAYER("L"),
    /** An axis of size one, or one that needs no name. */
    UNIT("1");

    private final String letter;

    Axis(String letter) {
        this.letter = letter;
    }

    /** The symbol of its size in formulas, such as {@code H} or {@code T′}. */
    public String letter() {
        return letter;
    }
}
