package seq2see.app.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import seq2see.app.theme.Appearance;
import seq2see.app.view.BeamTreeLayout.Leaf;
import seq2see.app.view.BeamTreePicture.Corner;
import seq2see.search.SearchTree;

/**
 * A search tree that is stepped through. A click chooses a node, dragging and the wheel move over a tree that is larger than
 * its place, and the arrows go from node to node while the view has the focus.
 */
public final class BeamTreeView extends View {
    private final PictureCanvas canvas;
    private final Consumer<Optional<List<Integer>>> chosen;
    private SearchScene scene = SearchScene.EMPTY;
    private Corner corner = Corner.ORIGIN;
    /** The layout of what was drawn last: it follows from tree, folding and room alone. */
    private BeamTreeLayout layout;
    private LayoutKey laidOut;
    private int followedStep;
    private double pressedX;
    private double pressedY;
    private Corner pressedCorner;

    private record LayoutKey(SearchTree tree, boolean folded, double room) {
    }

    /** @param chosen hears which prefix somebody chose; empty for none */
    public BeamTreeView(Appearance appearance, Consumer<Optional<List<Integer>>> chosen) {
        this.chosen = chosen;
        canvas = new PictureCanvas(appearance, this::drawInSight);
        canvas.setId("beam-tree");
        canvas.setFocusTraversable(true);
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        canvas.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        canvas.addEventHandler(ScrollEvent.SCROLL, turned -> moveTo(new Corner(corner.x() - turned.getDeltaX() / canvas.scale(),
                corner.y() - turned.getDeltaY() / canvas.scale())));
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::move);
    }

    @Override
    public String name() {
        return "beam-tree";
    }

    @Override
    public Node node() {
        return canvas;
    }

    /** Shows a search at a moment; what is now comes into sight. */
    public void show(SearchScene search) {
        if (!search.equals(scene)) {
            followedStep = isSameTree(search) ? followedStep : 0;
            scene = search;
            canvas.redraw();
        }
    }

    private boolean isSameTree(SearchScene other) {
        return scene.search().isPresent() && other.search().isPresent() && (scene.tree() == other.tree() || scene.tree().samePaths(other.tree()));
    }

    @Override
    public String csv() {
        return BeamTreeTable.csv(scene);
    }

    @Override
    Picture draw(Sheet sheet) {
        if (scene.search().isEmpty()) {
            return BeamTreePicture.empty(sheet);
        }
        BeamTreeLayout whole = BeamTreeLayout.of(sheet, scene);
        return BeamTreePicture.of(BeamTreePicture.wholeSheet(sheet, scene, whole), scene, whole, Corner.ORIGIN);
    }

    @Override
    Sheet sheet() {
        return canvas.sheet();
    }

    private Picture drawInSight(Sheet sheet) {
        if (scene.search().isEmpty()) {
            return BeamTreePicture.empty(sheet);
        }
        layOut(sheet);
        follow(sheet);
        corner = BeamTreePicture.within(layout, BeamTreePicture.window(sheet, scene), corner);
        return BeamTreePicture.of(sheet, scene, layout, corner);
    }

    private void layOut(Sheet sheet) {
        LayoutKey key = new LayoutKey(scene.tree(), scene.look().folded(), sheet.height());
        if (laidOut == null || laidOut.tree() != key.tree() || laidOut.folded() != key.folded() || laidOut.room() != key.room()) {
            layout = BeamTreeLayout.of(sheet, scene);
            laidOut = key;
        }
    }

    /** A new step comes into sight, once: whoever moves away from it stays there. */
    private void follow(Sheet sheet) {
        int step = Math.min(scene.step(), layout.leaves().size() - 1);
        if (step == followedStep) {
            return;
        }
        followedStep = step;
        corner = BeamTreePicture.followed(sheet, scene, layout, corner);
    }

    private void press(MouseEvent pressed) {
        canvas.requestFocus();
        pressedX = pressed.getX();
        pressedY = pressed.getY();
        pressedCorner = corner;
    }

    private void drag(MouseEvent dragged) {
        if (pressedCorner != null) {
            moveTo(new Corner(pressedCorner.x() - (dragged.getX() - pressedX) / canvas.scale(),
                    pressedCorner.y() - (dragged.getY() - pressedY) / canvas.scale()));
        }
    }

    private void click(MouseEvent clicked) {
        if (!clicked.isStillSincePress() || layout == null || scene.search().isEmpty()) {
            return;
        }
        Area window = BeamTreePicture.window(canvas.sheet(), scene);
        double x = clicked.getX() / canvas.scale();
        double y = clicked.getY() / canvas.scale();
        Optional<Leaf> hit = !window.contains(x, y) ? Optional.empty()
                : layout.at(x - BeamTreeNodes.MARGIN + corner.x(), y - window.y() - BeamTreeNodes.MARGIN + corner.y());
        chosen.accept(hit.filter(leaf -> leaf.hidden() == 0 && leaf.tokens().size() <= scene.step()).map(Leaf::tokens));
    }

    private void moveTo(Corner wanted) {
        if (layout != null && scene.search().isPresent()) {
            Corner reached = BeamTreePicture.within(layout, BeamTreePicture.window(canvas.sheet(), scene), wanted);
            if (!reached.equals(corner)) {
                corner = reached;
                canvas.redraw();
            }
        }
    }

    /** From the chosen node to its parent, its best child, or the next one of its column. */
    private void move(KeyEvent pressed) {
        KeyCode code = pressed.getCode();
        if (layout == null || scene.search().isEmpty() || !code.isArrowKey() || pressed.isShortcutDown()) {
            return;
        }
        pressed.consume();
        List<Integer> now = scene.chosen().orElse(List.of());
        Optional<Leaf> leaf = layout.of(now);
        List<Leaf> column = layout.leaves().get(Math.min(now.size(), layout.leaves().size() - 1)).stream().filter(one -> one.hidden() == 0).toList();
        int index = leaf.map(column::indexOf).orElse(0);
        Optional<Leaf> next = switch (code) {
            case LEFT -> leaf.map(Leaf::parent);
            case RIGHT -> now.size() >= scene.step() || now.size() + 1 >= layout.leaves().size() ? Optional.empty()
                    : layout.leaves().get(now.size() + 1).stream().filter(child -> child.parent() == leaf.orElse(null) && child.hidden() == 0)
                    .max((one, other) -> Double.compare(one.candidate().orElseThrow().cumulative(), other.candidate().orElseThrow().cumulative()));
            case UP -> Optional.of(column.get(Math.max(0, index - 1)));
            default -> Optional.of(column.get(Math.min(column.size() - 1, index + 1)));
        };
        next.ifPresent(found -> {
            bringIntoSight(found.area());
            chosen.accept(Optional.of(found.tokens()));
        });
    }

    private void bringIntoSight(Area area) {
        Area window = BeamTreePicture.window(canvas.sheet(), scene);
        double left = Math.min(corner.x(), area.x());
        double top = Math.min(corner.y(), area.y() - BeamTreeLayout.TAG_ROOM);
        moveTo(new Corner(Math.max(left, area.right() + 2 * BeamTreeNodes.MARGIN - window.width()),
                Math.max(top, area.bottom() + 2 * BeamTreeNodes.MARGIN - window.height())));
    }
}
