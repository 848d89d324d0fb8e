package seq2see.app.view;

/**
 * What is lit in every view: what is pointed at now, and what was pinned and stays lit. One value for the whole window, given
 * to each view as data.
 */
public record Highlight(Pointing hovered, Pointing pinned) {
    public static final Highlight NONE = new Highlight(Pointing.NONE, Pointing.NONE);

    public Highlight hovering(Pointing pointing) {
        return new Highlight(pointing, pinned);
    }

    /** Pins what is pointed at; where it is pinned already, it is let go. */
    public Highlight pinning(Pointing pointing) {
        return new Highlight(hovered, pinned.equals(pointing) ? Pointing.NONE : pointing);
    }

    /** Whether the token at a source position, from 1, is lit. */
    public boolean source(int position) {
        return position > 0 && (hovered.source() == position || pinned.source() == position);
    }

    /** Whether the token at a target position, from 1, is lit. */
    public boolean target(int position) {
        return position > 0 && (hovered.target() == position || pinned.target() == position);
    }

    /** Whether a unit of a layer, both from 1, is lit. */
    public boolean unit(int layer, int unit) {
        return unit > 0 && (hovered.unit() == unit && hovered.layer() == layer || pinned.unit() == unit && pinned.layer() == layer);
    }
}
