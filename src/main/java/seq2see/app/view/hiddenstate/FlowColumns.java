package seq2see.app.view.hiddenstate;

import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Where the columns of a row of time steps stand. One of them may be open, and then is wider.
 *
 * @param count     all columns
 * @param first     the first one in sight, from 0
 * @param shown     how many are in sight
 * @param left      edge of the first one in sight
 * @param pitch     from one to the next
 * @param open      the open one, from 0; −1 for none
 * @param openWidth its width
 */
record FlowColumns(int count, int first, int shown, double left, double pitch, int open, double openWidth) {

    /**
     * @param wanted the first one in sight; {@link FlowScene#FOLLOW} for around {@code centre}
     * @param centre the column that is to be seen
     */
    static FlowColumns of(double left, double width, int count, int wanted, int centre, int open, double openWidth, double least, double most) {
        double fixed = open >= 0 ? openWidth : 0;
        int flexible = open >= 0 ? count - 1 : count;
        double pitch = flexible == 0 ? most : Math.clamp((width - fixed) / flexible, least, most);
        int shown = Math.min(count, Math.max(1, (int) Math.floor((width - fixed) / pitch + 1e-6) + (open >= 0 ? 1 : 0)));
        int first = Math.clamp(wanted == FlowScene.FOLLOW ? centre - shown / 2 : wanted, 0, count - shown);
        boolean inSight = open >= first && open < first + shown;
        if (open >= 0 && !inSight) {
            return of(left, width, count, first, centre, -1, 0, least, most);
        }
        return new FlowColumns(count, first, shown, left, pitch, open, fixed);
    }

    /** The column in sight at an x. */
    OptionalInt at(double x) {
        return IntStream.range(first, first + shown).filter(column -> x >= start(column) && x < start(column) + width(column)).findFirst();
    }

    boolean shows(int column) {
        return column >= first && column < first + shown;
    }

    double width(int column) {
        return column == open ? openWidth : pitch;
    }

    /** The left edge of a column. */
    double start(int column) {
        double x = left + (column - first) * pitch;
        return open >= 0 && column > open ? x - pitch + openWidth : x;
    }

    double middle(int column) {
        return start(column) + width(column) / 2;
    }

    double right() {
        return start(first + shown - 1) + width(first + shown - 1);
    }

    /** Whether there are some out of sight. */
    boolean scrolls() {
        return shown < count;
    }
}
