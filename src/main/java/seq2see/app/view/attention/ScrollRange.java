package seq2see.app.view.attention;

import javafx.scene.control.ScrollBar;

/**
 * Which part of a row of equal things is in sight.
 *
 * @param all   how many there are
 * @param shown how many are in sight
 * @param first the first in sight, from 0
 */
record ScrollRange(int all, int shown, int first) {
    static final ScrollRange WHOLE = new ScrollRange(1, 1, 0);

    /** The nearest place that a part may begin at. */
    int clamped(int wanted) {
        return Math.clamp(wanted, 0, Math.max(0, all - shown));
    }

    boolean contains(int index) {
        return index >= first && index < first + shown;
    }

    /** Where to begin so that something is in sight: where it is already, here; else with it in the middle. */
    int showing(int index) {
        return contains(index) ? first : index - shown / 2;
    }

    /** Sets a scroll bar; one that has nothing to scroll is not seen. */
    void set(ScrollBar bar) {
        bar.setVisible(shown < all);
        bar.setMax(Math.max(0, all - shown));
        bar.setVisibleAmount(Math.max(0, all - shown) * (double) shown / all);
        bar.setBlockIncrement(shown);
        bar.setValue(first);
    }
}
