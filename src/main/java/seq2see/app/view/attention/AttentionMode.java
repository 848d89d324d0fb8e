package seq2see.app.view.attention;

/** The ways to look at attention. */
public enum AttentionMode {
    /** Weights as a table: a row a target token, a column a source token. */
    MAP,
    /** Weights as ribbons from the source tokens to the contexts. */
    RIBBONS,
    /** One weight taken apart. */
    SUM
}
