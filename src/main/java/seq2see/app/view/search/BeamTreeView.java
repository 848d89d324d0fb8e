package seq2see.app.view.search;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import seq2see.app.drawing.Area;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.theme.Appearance;
import seq2see.app.view.Motion;
import seq2see.app.view.PictureCanvas;
import seq2see.app.view.View;
import seq2see.app.view.search.BeamTreeLayout.Leaf;
import seq2see.app.view.search.BeamTreePicture.Corner;
import seq2see.app.view.search.SearchScene.Stage;

/**
 * A search tree that is stepped through. A click chooses a node, a double click folds what follows it, a click on what stands
 * for many candidates opens them. Dragging, the wheel and the small map move over a tree that is larger than its place, the
 * wheel with Ctrl, + and − zoom. While the view has the focus, the arrows go from node to node, and a letter to the next node
 * whose token begins with it.
 */
public final class BeamTreeView extends View {
    private static final double ZOOM_STEP = 1.2;

    private final PictureCanvas canvas;
    private final ZoomControls zooming = new ZoomControls(() -> zoomInTheMiddle(ZOOM_STEP), () -> zoomInTheMiddle(1 / ZOOM_STEP), this::fit);
    private final StackPane node;
    private final Consumer<Optional<List<Integer>>> chosen;
    private final BeamTreeSight sight = new BeamTreeSight();
    private final Motion fanning;
    private double fanned = 1;
    private SearchScene scene = SearchScene.EMPTY;
    private TreeFolding folding = TreeFolding.NONE;
    /** How a tree is to be looked at that is not there yet. */
    private Optional<TreeLook> wantedLook = Optional.empty();
    private double pressedX;
    private double pressedY;
    private Corner pressedCorner;
    private boolean onMap;

    /** @param chosen hears which prefix somebody chose; empty for none */
    public BeamTreeView(Appearance appearance, Consumer<Optional<List<Integer>>> chosen) {
        this.chosen = chosen;
        canvas = new PictureCanvas(appearance, this::drawInSight);
        canvas.setId("beam-tree");
        canvas.setFocusTraversable(true);
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        canvas.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        canvas.addEventHandler(ScrollEvent.SCROLL, this::turn);
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        fanning = new Motion(appearance, part -> {
            fanned = part;
            canvas.redraw();
        });
        node = new StackPane(canvas, zooming);
        node.setMinSize(0, 0);
        StackPane.setAlignment(zooming, Pos.TOP_RIGHT);
        zooming.widthProperty().subscribe(wide -> canvas.setCorner(View.CORNER + wide.doubleValue() / canvas.scale()));
    }

    @Override
    public String name() {
        return "beam-tree";
    }

    @Override
    public Node node() {
        return node;
    }

    /** Shows a search at a moment; what is now comes into sight, and candidates that were just made fan out. */
    public void show(SearchScene search) {
        if (search.equals(scene)) {
            return;
        }
        boolean same = isSameTree(search);
        boolean newCandidates = same && search.step() != scene.step() && search.stage(search.step()) == Stage.EXPANDED;
        if (!same || search.samples().isPresent() != scene.samples().isPresent()) {
            sight.followAnew();
        }
        if (!search.tokens().equals(scene.tokens())) {
            // A model that learns changes its paths all the time, another model is another thing.
            sight.forget();
            folding = TreeFolding.NONE;
        }
        scene = search;
        takeLook();
        fanning.settle();
        if (newCandidates) {
            fanning.begin();
        }
        canvas.redraw();
    }

    /** How it is looked at. */
    public TreeLook look() {
        return new TreeLook(sight.zoom(), folding.closed(), folding.opened());
    }

    /** Looks at the tree so, at this one or at the next that there is. */
    public void look(TreeLook wanted) {
        wantedLook = Optional.of(wanted);
        takeLook();
        canvas.redraw();
    }

    private void takeLook() {
        if (hasTree()) {
            wantedLook.ifPresent(wanted -> {
                folding = new TreeFolding(wanted.closed(), wanted.opened());
                sight.zoom(wanted.zoom());
            });
            wantedLook = Optional.empty();
        }
    }

    private boolean isSameTree(SearchScene other) {
        return hasTree() && other.search().isPresent() && (scene.tree() == other.tree() || scene.tree().samePaths(other.tree()));
    }

    private boolean hasTree() {
        return scene.search().isPresent();
    }

    /** Whether there is something laid out that can be looked at. */
    private boolean isShown() {
        return hasTree() && sight.layout() != null;
    }

    @Override
    public String csv() {
        return BeamTreeTable.csv(scene);
    }

    @Override
    protected Picture draw(Sheet sheet) {
        if (!hasTree()) {
            return BeamTreePicture.empty(sheet);
        }
        BeamTreeLayout whole = BeamTreeLayout.of(sheet, scene, folding);
        return BeamTreePicture.of(BeamTreePicture.wholeSheet(sheet, scene, whole), scene, whole, Corner.ORIGIN);
    }

    @Override
    protected Sheet sheet() {
        return canvas.sheet();
    }

    private Picture drawInSight(Sheet sheet) {
        zooming.setVisible(hasTree());
        if (!hasTree()) {
            return BeamTreePicture.empty(sheet);
        }
        sight.look(sheet, scene, folding);
        sight.follow(sheet, scene);
        BeamTreeLayout layout = fanned < 1 && scene.step() < sight.layout().leaves().size() ? sight.layout().fanned(scene.step(), fanned) : sight.layout();
        return BeamTreePicture.of(sheet, scene, layout, sight.corner());
    }

    private Area window() {
        return BeamTreePicture.window(canvas.sheet(), scene);
    }

    private Optional<BeamTreeMap> map() {
        return BeamTreePicture.map(canvas.sheet(), scene, sight.layout());
    }

    private void press(MouseEvent pressed) {
        canvas.requestFocus();
        if (isShown()) {
            pressedX = pressed.getX();
            pressedY = pressed.getY();
            pressedCorner = sight.corner();
            onMap = map().filter(map -> map.area().contains(pressedX / canvas.scale(), pressedY / canvas.scale())).isPresent();
            if (onMap) {
                lookFromTheMap(pressed);
            }
        }
    }

    private void drag(MouseEvent dragged) {
        if (!isShown() || pressedCorner == null) {
            return;
        }
        if (onMap) {
            lookFromTheMap(dragged);
        } else {
            moveTo(new Corner(pressedCorner.x() - (dragged.getX() - pressedX) / canvas.scale(),
                    pressedCorner.y() - (dragged.getY() - pressedY) / canvas.scale()));
        }
    }

    private void lookFromTheMap(MouseEvent event) {
        map().ifPresent(map -> moveTo(map.cornerAt(event.getX() / canvas.scale(), event.getY() / canvas.scale(), window())));
    }

    private void turn(ScrollEvent turned) {
        if (!isShown()) {
            return;
        }
        if (turned.isShortcutDown()) {
            turned.consume();
            zoom(turned.getDeltaY() > 0 ? ZOOM_STEP : 1 / ZOOM_STEP, turned.getX() / canvas.scale(), turned.getY() / canvas.scale());
        } else {
            moveTo(new Corner(sight.corner().x() - turned.getDeltaX() / canvas.scale(), sight.corner().y() - turned.getDeltaY() / canvas.scale()));
        }
    }

    private void click(MouseEvent clicked) {
        if (!clicked.isStillSincePress() || !isShown() || onMap) {
            return;
        }
        double x = clicked.getX() / canvas.scale();
        double y = clicked.getY() / canvas.scale();
        Corner origin = BeamTreePicture.origin(window(), sight.layout(), sight.corner());
        Optional<Leaf> hit = !window().contains(x, y) ? Optional.empty()
                : sight.layout().at(x - origin.x(), y - origin.y()).filter(this::isVisible);
        if (hit.filter(leaf -> leaf.hidden() > 0).isPresent()) {
            fold(folding.opening(hit.get().tokens()));
        } else if (hit.isPresent() && clicked.getClickCount() == 2) {
            fold(folding.turning(hit.get().tokens()));
        } else {
            chosen.accept(hit.map(Leaf::tokens));
        }
    }

    private boolean isVisible(Leaf leaf) {
        return leaf.tokens().size() + (leaf.hidden() > 0 ? 1 : 0) <= scene.step();
    }

    private void fold(TreeFolding other) {
        folding = other;
        canvas.redraw();
    }

    private void moveTo(Corner wanted) {
        if (sight.moveTo(window(), wanted)) {
            canvas.redraw();
        }
    }

    private void zoom(double by, double x, double y) {
        if (isShown()) {
            sight.zoom(by, window(), x, y);
            canvas.redraw();
        }
    }

    private void zoomInTheMiddle(double by) {
        if (isShown()) {
            zoom(by, window().middleX(), window().middleY());
        }
    }

    private void fit() {
        if (isShown()) {
            sight.fit(window());
            canvas.redraw();
        }
    }

    private void onKey(KeyEvent pressed) {
        if (!isShown() || pressed.isShortcutDown()) {
            return;
        }
        switch (pressed.getCode()) {
            case PLUS, EQUALS, ADD -> zoomInTheMiddle(ZOOM_STEP);
            case MINUS, SUBTRACT -> zoomInTheMiddle(1 / ZOOM_STEP);
            case DIGIT0, NUMPAD0 -> fit();
            case ENTER -> {
                List<Integer> prefix = scene.chosen().orElse(List.of());
                fold(pressed.isShiftDown() ? folding.opening(prefix) : folding.turning(prefix));
            }
            case LEFT, RIGHT, UP, DOWN -> neighbour(pressed.getCode()).ifPresent(this::choose);
            default -> {
                if (!seekLetter(pressed.getText())) {
                    return;
                }
            }
        }
        pressed.consume();
    }

    private void choose(Leaf leaf) {
        sight.bringIntoSight(window(), leaf.area());
        canvas.redraw();
        chosen.accept(Optional.of(leaf.tokens()));
    }

    /** From the chosen node to its parent, its best child, or the next one of its column. */
    private Optional<Leaf> neighbour(KeyCode code) {
        List<List<Leaf>> columns = sight.layout().leaves();
        List<Integer> now = scene.chosen().orElse(List.of());
        Optional<Leaf> leaf = sight.layout().of(now);
        List<Leaf> column = columns.get(Math.min(now.size(), columns.size() - 1)).stream().filter(one -> one.hidden() == 0).toList();
        int index = leaf.map(column::indexOf).orElse(0);
        return switch (code) {
            case LEFT -> leaf.map(Leaf::parent);
            case RIGHT -> now.size() >= scene.step() || now.size() + 1 >= columns.size() ? Optional.empty()
                    : columns.get(now.size() + 1).stream().filter(child -> child.parent() == leaf.orElse(null) && child.hidden() == 0)
                    .max((one, other) -> Double.compare(one.candidate().orElseThrow().cumulative(), other.candidate().orElseThrow().cumulative()));
            case UP -> Optional.of(column.get(Math.max(0, index - 1)));
            default -> Optional.of(column.get(Math.min(column.size() - 1, index + 1)));
        };
    }

    /** Which of the drawn nodes with the sought token was chosen, from 1, and how many there are. */
    public record Found(int number, int count) {
    }

    /** Chooses the next node with the sought token, column by column, beginning behind the chosen one. */
    public Found seek() {
        String sought = scene.look().sought();
        return sought.isEmpty() ? new Found(0, 0) : seek(sought::equals);
    }

    private Found seek(Predicate<String> wanted) {
        if (!isShown()) {
            return new Found(0, 0);
        }
        List<Leaf> all = sight.layout().all().filter(leaf -> leaf.hidden() == 0 && isVisible(leaf)).toList();
        Predicate<Leaf> matches = leaf -> leaf.candidate().filter(one -> wanted.test(scene.tokens().get(one.tokenId()))).isPresent();
        List<Leaf> found = all.stream().filter(matches).toList();
        if (found.isEmpty()) {
            return new Found(0, 0);
        }
        int now = all.stream().map(Leaf::tokens).toList().indexOf(scene.chosen().orElse(List.of()));
        Leaf next = all.stream().skip(now + 1).filter(matches).findFirst().orElse(found.getFirst());
        choose(next);
        return new Found(found.indexOf(next) + 1, found.size());
    }

    /**
     * To the next node whose token begins with what was typed, a letter or the sign with which {@code <eos>} begins;
     * gives whether it was one.
     */
    private boolean seekLetter(String typed) {
        String letter = typed.toLowerCase(Locale.ROOT);
        if (!letter.equals("<") && letter.codePoints().noneMatch(Character::isLetter)) {
            return false;
        }
        seek(token -> token.toLowerCase(Locale.ROOT).startsWith(letter));
        return true;
    }
}
