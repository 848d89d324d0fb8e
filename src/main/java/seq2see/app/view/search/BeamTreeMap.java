package seq2see.app.view.search;

import java.util.ArrayList;
import java.util.List;
import seq2see.app.drawing.Area;
import seq2see.app.drawing.Drawing;
import seq2see.app.drawing.Mark;
import seq2see.app.drawing.Mark.Step;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.Stroke;
import seq2see.app.theme.Role;
import seq2see.app.view.search.BeamTreePicture.Corner;
import seq2see.app.view.search.SearchScene.Stage;

/**
 * A search tree in small, at the lower right of its picture: a dash a kept node, and the frame of what is in sight.
 *
 * @param area  on the sheet
 * @param scale of the tree's pixels
 */
record BeamTreeMap(Area area, double scale) {
    static final double WIDTH = 132;
    private static final double HEIGHT = 72;
    private static final double EDGE = 6;

    static BeamTreeMap of(Sheet sheet, Area window, BeamTreeLayout layout) {
        double most = Math.min(HEIGHT, sheet.height() - window.bottom() - 10);
        double scale = Math.min((WIDTH - 2 * EDGE) / layout.width(), (most - 2 * EDGE) / layout.height());
        double width = layout.width() * scale + 2 * EDGE;
        double height = layout.height() * scale + 2 * EDGE;
        return new BeamTreeMap(new Area(sheet.width() - width - 2, sheet.height() - height - 2, width, height), scale);
    }

    /** The corner from which a place of the map stands in the middle of the window. */
    Corner cornerAt(double x, double y, Area window) {
        return new Corner((x - area.x() - EDGE) / scale + BeamTreeNodes.MARGIN - window.width() / 2,
                (y - area.y() - EDGE) / scale + BeamTreeNodes.MARGIN - window.height() / 2);
    }

    void draw(Drawing drawing, SearchScene scene, BeamTreeLayout layout, Area window, Corner corner) {
        drawing.add(new Mark.Box(area.x(), area.y(), area.width(), area.height(), 4, drawing.ink(Role.SURFACE), Stroke.solid(drawing.ink(Role.MUTED_TEXT), 1)));
        List<Step> dashes = new ArrayList<>();
        double left = area.x() + EDGE;
        double top = area.y() + EDGE;
        layout.all().filter(leaf -> leaf.isKept() && scene.stage(leaf.tokens().size()) == Stage.KEPT).forEach(leaf -> {
            double x = left + leaf.area().x() * scale;
            double y = top + leaf.area().middleY() * scale;
            dashes.add(new Step.Move(x, y));
            dashes.add(new Step.Line(x + Math.max(2, leaf.area().width() * scale), y));
        });
        drawing.add(new Mark.Path(dashes, null, Stroke.solid(drawing.ink(Role.DONE), 2)));
        double x = Math.clamp(left + (corner.x() - BeamTreeNodes.MARGIN) * scale, area.x() + 1, area.right() - 5);
        double y = Math.clamp(top + (corner.y() - BeamTreeNodes.MARGIN) * scale, area.y() + 1, area.bottom() - 5);
        drawing.outline(x, y, Math.min(window.width() * scale, area.right() - 1 - x), Math.min(window.height() * scale, area.bottom() - 1 - y), 2,
                Stroke.solid(drawing.ink(Role.TEXT), 1.5));
    }
}
