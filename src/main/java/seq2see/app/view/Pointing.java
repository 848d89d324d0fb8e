package seq2see.app.view;

/**
 * What somebody points at, so that it lights wherever it appears. Each is counted from 1; 0 stands for none.
 *
 * @param source a source position
 * @param target a target position, which is its decoder step
 * @param layer  of the unit
 * @param unit   a unit of the hidden state
 * @param row    of a table that belongs to a tab, such as a sentence of a batch
 * @param column of that table
 */
public record Pointing(int source, int target, int layer, int unit, int row, int column) {
    public static final Pointing NONE = new Pointing(0, 0, 0, 0, 0, 0);

    public static Pointing source(int position) {
        return new Pointing(position, 0, 0, 0, 0, 0);
    }

    public static Pointing target(int position) {
        return new Pointing(0, position, 0, 0, 0, 0);
    }

    /** A target token and the source token that it looks at. */
    public static Pointing weight(int target, int source) {
        return new Pointing(source, target, 0, 0, 0, 0);
    }

    /** A unit, in every state of its layer. */
    public static Pointing unit(int layer, int unit) {
        return new Pointing(0, 0, layer, unit, 0, 0);
    }

    public static Pointing cell(int row, int column) {
        return new Pointing(0, 0, 0, 0, row, column);
    }

    /** The same unit, at a source position too. */
    public Pointing atSource(int position) {
        return new Pointing(position, target, layer, unit, row, column);
    }

    /** The same unit, at a target position too. */
    public Pointing atTarget(int position) {
        return new Pointing(source, position, layer, unit, row, column);
    }
}
