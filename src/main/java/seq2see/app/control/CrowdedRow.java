package seq2see.app.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * Parts in a row, of which one may stand at the right edge. Where the row is too short, the least important parts are left
 * out whole; nothing is ever shortened.
 */
public final class CrowdedRow extends Region {
    private final Map<Node, Integer> importance = new LinkedHashMap<>();
    private final double gap;
    private double scale = 1;
    private Node atRight;

    /** @param gap between parts at scale 1 */
    public CrowdedRow(double gap) {
        this.gap = gap;
    }

    /** Adds a part at the end; one of importance 0 is never left out. */
    public void add(Node part, int rank) {
        importance.put(part, rank);
        getChildren().add(part);
    }

    /** Adds a part that is never left out, at the right edge. */
    public void addAtRight(Node part) {
        add(part, 0);
        atRight = part;
    }

    /** Takes all parts out. */
    public void clear() {
        importance.clear();
        getChildren().clear();
        atRight = null;
    }

    public void setScale(double newScale) {
        scale = newScale;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double right = getWidth() - snappedRightInset();
        List<Node> kept = new ArrayList<>(importance.keySet().stream().filter(Node::isManaged).toList());
        List<Node> leastFirst = kept.stream().filter(part -> importance.get(part) > 0)
                .sorted(Comparator.comparing(importance::get).reversed()).toList();
        for (Node part : leastFirst) {
            if (width(kept) <= right - left) {
                break;
            }
            kept.remove(part);
        }
        double x = left;
        for (Node part : importance.keySet()) {
            part.setVisible(kept.contains(part));
            if (!part.isVisible()) {
                continue;
            }
            double width = snapSizeX(part.prefWidth(-1));
            double height = Math.min(getHeight(), part.prefHeight(width));
            part.resizeRelocate(part == atRight ? right - width : snapPositionX(x), snapPositionY((getHeight() - height) / 2),
                    width, height);
            x += width + gap * scale;
        }
    }

    private double width(List<Node> parts) {
        return parts.stream().mapToDouble(part -> snapSizeX(part.prefWidth(-1)) + gap * scale).sum() - gap * scale;
    }

    @Override
    protected double computePrefHeight(double width) {
        return importance.keySet().stream().mapToDouble(part -> part.prefHeight(-1)).max().orElse(0)
                + snappedTopInset() + snappedBottomInset();
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + width(List.copyOf(importance.keySet())) + snappedRightInset();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }
}
