package seq2see.app.view;

import javafx.scene.Node;
import seq2see.app.drawing.Area;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.theme.Role;

/**
 * A view of what the engine does. It is a pure function of what it was shown last, knows no other view, and lives on the
 * toolkit's thread. Each has a {@code show} of its own.
 */
public abstract class View {
    public static final double SAVED_MARGIN = 18;
    /** The width at the top right of a view in the window that is left to a button. */
    public static final double CORNER = 36;

    /** The view's name, as on the command line. */
    public abstract String name();

    /** What stands in the window: it fills the room that it is given and has no ground of its own. */
    public abstract Node node();

    /** The numbers behind the picture: a line of names, then a line for each, in full precision. */
    public abstract String csv();

    /** All of the picture, on a sheet at least as large as the given one. */
    protected abstract Picture draw(Sheet sheet);

    /** A sheet of the size that the view has in the window. */
    protected abstract Sheet sheet();

    /** The picture as it is saved: at the size it has in the window, larger where not all of it is in sight. */
    public final Picture picture() {
        Sheet sheet = sheet();
        return saved(sheet.withCorner(0).seen(new Area(0, 0, sheet.width(), sheet.height())));
    }

    /** The picture as it is saved, on a sheet of its own. */
    final Picture saved(Sheet sheet) {
        return draw(sheet).onGround(sheet.palette().of(Role.SURFACE), SAVED_MARGIN);
    }
}
