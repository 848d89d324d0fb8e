package seq2see.app.view.search;

import java.util.OptionalDouble;
import seq2see.app.drawing.Area;
import seq2see.app.drawing.Sheet;
import seq2see.app.view.search.BeamTreePicture.Corner;
import seq2see.search.SearchTree;

/**
 * What of a search tree is in sight: how much it is zoomed, and which corner of it one looks at. Until somebody zooms, a tree
 * that almost fits is made to fit.
 */
final class BeamTreeSight {
    static final double LEAST_ZOOM = 0.08;
    static final double MOST_ZOOM = 2;
    /** In a window lower than this hardly a family would be in sight at full size. */
    private static final double LOW = 200;

    private BeamTreeLayout whole;
    private BeamTreeLayout layout;
    private Key laidOut;
    private OptionalDouble wanted = OptionalDouble.empty();
    /** The step that came into sight last; 0 for none. */
    private int followed;
    private Corner corner = Corner.ORIGIN;

    /** What a layout follows from. */
    private record Key(SearchTree tree, boolean folded, boolean sampled, TreeFolding folding, Sheet sheet) {
        boolean is(Key other) {
            return other != null && tree == other.tree && folded == other.folded && sampled == other.sampled && folding.equals(other.folding) && sheet.equals(other.sheet);
        }
    }

    /** Lays the tree out for a sheet, and stays where one looked as far as there is something. */
    void look(Sheet sheet, SearchScene scene, TreeFolding folding) {
        Key key = new Key(scene.tree(), scene.look().folded(), scene.samples().isPresent(), folding, sheet);
        if (!key.is(laidOut)) {
            whole = BeamTreeLayout.of(sheet, scene, folding);
            laidOut = key;
            layout = null;
        }
        Area window = BeamTreePicture.window(sheet, scene);
        double fitting = BeamTreePicture.fitting(window, whole);
        double zoom = wanted.orElse(fitting >= BeamTreeLayout.LEAST_FITTED ? fitting : window.height() < LOW ? BeamTreeLayout.LEAST_FITTED : 1);
        if (layout == null || layout.zoom() != zoom) {
            layout = whole.zoomed(zoom);
        }
        corner = BeamTreePicture.within(layout, window, corner);
    }

    /** The tree as it was laid out last; null before. */
    BeamTreeLayout layout() {
        return layout;
    }

    Corner corner() {
        return corner;
    }

    /** Forgets that somebody zoomed. */
    void forget() {
        wanted = OptionalDouble.empty();
    }

    /** Brings a new step into sight, once: whoever moves away from it stays there. */
    void follow(Sheet sheet, SearchScene scene) {
        if (scene.step() != followed) {
            followed = scene.step();
            corner = BeamTreePicture.followed(sheet, scene, layout);
        }
    }

    /** Other paths than those that were followed are to be seen. */
    void followAnew() {
        followed = 0;
    }

    /** Whether that moved anything. */
    boolean moveTo(Area window, Corner there) {
        Corner reached = BeamTreePicture.within(layout, window, there);
        boolean moved = !reached.equals(corner);
        corner = reached;
        return moved;
    }

    /**
     * Zooms while what stands at a place stays there.
     *
     * @param x on the sheet
     */
    void zoom(double by, Area window, double x, double y) {
        double zoom = Math.clamp(layout.zoom() * by, Math.min(LEAST_ZOOM, BeamTreePicture.fitting(window, whole)), MOST_ZOOM);
        Corner origin = BeamTreePicture.origin(window, layout, corner);
        double part = zoom / layout.zoom();
        wanted = OptionalDouble.of(zoom);
        layout = whole.zoomed(zoom);
        corner = BeamTreePicture.within(layout, window, new Corner(BeamTreeNodes.MARGIN + window.x() + (x - origin.x()) * part - x,
                BeamTreeNodes.MARGIN + window.y() + (y - origin.y()) * part - y));
    }

    /** How much somebody zoomed; empty where nobody did. */
    OptionalDouble zoom() {
        return wanted;
    }

    /** Zooms as somebody did at another time. */
    void zoom(OptionalDouble zoom) {
        wanted = zoom.isPresent() ? OptionalDouble.of(Math.clamp(zoom.getAsDouble(), LEAST_ZOOM, MOST_ZOOM)) : zoom;
    }

    /** All of the tree. */
    void fit(Area window) {
        wanted = OptionalDouble.of(BeamTreePicture.fitting(window, whole));
    }

    void bringIntoSight(Area window, Area area) {
        double left = Math.min(corner.x(), area.x() - BeamTreePicture.NUMBER_ROOM);
        double top = Math.min(corner.y(), area.y() - BeamTreeLayout.TAG_ROOM);
        moveTo(window, new Corner(Math.max(left, area.right() + 2 * BeamTreeNodes.MARGIN - window.width()),
                Math.max(top, area.bottom() + 2 * BeamTreeNodes.MARGIN - window.height())));
    }
}
