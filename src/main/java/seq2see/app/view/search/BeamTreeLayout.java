package seq2see.app.view.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import seq2see.app.drawing.Area;
import seq2see.app.drawing.Sheet;
import seq2see.search.SearchTree.Candidate;
import seq2see.search.SearchTree.Node;

/**
 * Where everything of a search tree stands: a column a decoder step, siblings together in the order of the vocabulary. It
 * depends on the tree alone and not on the moment, so nothing moves while one steps.
 *
 * @param leaves by column, from above; column 0 is the start
 * @param width  of all columns
 * @param height of the highest column
 * @param zoom   by which everything was made larger
 */
record BeamTreeLayout(List<List<Leaf>> leaves, double width, double height, double zoom) {
    static final double START_WIDTH = 62;
    private static final double KEPT_HEIGHT = 47;
    private static final double PRUNED_HEIGHT = 28;
    private static final List<Double> COLUMN_GAPS = List.of(80.0, 56.0);
    private static final List<Rows> ROWS = List.of(new Rows(KEPT_HEIGHT, PRUNED_HEIGHT, 10), new Rows(KEPT_HEIGHT, PRUNED_HEIGHT, 6),
            new Rows(42, 24, 3), new Rows(38, 20, 2));
    static final double TAG_ROOM = 12;
    /** A tree that fits at this zoom or a larger one is shown whole unless somebody zooms. */
    static final double LEAST_FITTED = 0.68;
    /** A small tree in a large window is made so much larger at the most. */
    static final double MOST_FITTED = 1.6;
    /** Right of a column, beside the margin, for how many draws came through its nodes. */
    private static final double DRAWS_ROOM = 28;
    private static final double FAMILY_GAP = 12;
    private static final double LEAST_WIDTH = 100;
    private static final double MOST_WIDTH = 150;
    /** How high nodes are, and what is between siblings. */
    private record Rows(double kept, double pruned, double gap) {
    }

    /** Siblings that are drawn at least, where there are so many. */
    private static final int SIBLINGS = 4;
    private static final int FEW_COLUMNS = 6;
    /** Vocabularies up to here are drawn whole. */
    private static final int SMALL_VOCABULARY = 8;
    /** Siblings that are drawn of a family that was opened, at the most, beside those that were kept. */
    private static final int OPENED_SIBLINGS = 24;

    /**
     * A candidate's place.
     *
     * @param tokens    the prefix and its token; empty for the start
     * @param parent    null for the start
     * @param candidate empty for the start, and for what stands for all siblings that are not drawn
     * @param hidden    how many siblings those are
     * @param rest      the probability of all of them together
     * @param closed    whether what follows it is folded away
     */
    record Leaf(List<Integer> tokens, Leaf parent, Optional<Candidate> candidate, int hidden, double rest, boolean closed, Area area) {
        boolean isKept() {
            return candidate.map(SearchScene::isKept).orElse(parent == null);
        }

        private Leaf at(Area place) {
            return new Leaf(tokens, parent, candidate, hidden, rest, closed, place);
        }

        private Leaf under(Leaf other) {
            return new Leaf(tokens, other, candidate, hidden, rest, closed, area);
        }
    }

    /**
     * Places a tree.
     *
     * @param sheet whose height the tree fills; a higher tree is as high as it has to be
     */
    static BeamTreeLayout of(Sheet sheet, SearchScene scene) {
        return of(sheet, scene, TreeFolding.NONE);
    }

    static BeamTreeLayout of(Sheet sheet, SearchScene scene, TreeFolding folding) {
        double nodeWidth = nodeWidth(sheet, scene);
        double room = BeamTreePicture.window(sheet, scene).height() - 2 * BeamTreeNodes.MARGIN;
        int columns = scene.tree().rounds().size();
        double columnGap = COLUMN_GAPS.stream().filter(gap -> START_WIDTH + columns * (gap + nodeWidth) + 2 * BeamTreeNodes.MARGIN <= sheet.width()).findFirst()
                .orElse(columns <= FEW_COLUMNS ? COLUMN_GAPS.getLast() : COLUMN_GAPS.getFirst());
        BeamTreeLayout roomy = placed(scene, folding, 0, nodeWidth, columnGap, ROWS.getFirst());
        // What is made narrower is made lower too: it may then be so much higher. Where there is room to spare, it grows.
        double widest = (sheet.width() - 2 * BeamTreeNodes.MARGIN) / roomy.width();
        double zoom = widest < 1 ? widest : Math.clamp(Math.min(widest, room / roomy.height()), 1, MOST_FITTED);
        double most = room / (zoom < LEAST_FITTED ? 1 : zoom);
        // Where it is almost too high, it moves together.
        return roomy.height() > 3 * most ? roomy
                : ROWS.stream().map(rows -> placed(scene, folding, most, nodeWidth, columnGap, rows)).filter(layout -> layout.height() <= most).findFirst()
                .orElseGet(() -> placed(scene, folding, most, nodeWidth, columnGap, ROWS.getLast()));
    }

    private static BeamTreeLayout placed(SearchScene scene, TreeFolding folding, double room, double nodeWidth, double columnGap, Rows rows) {
        List<List<Leaf>> columns = new ArrayList<>();
        Leaf start = new Leaf(List.of(), null, Optional.empty(), 0, 0, folding.closed().contains(List.of()), new Area(0, 0, START_WIDTH, PRUNED_HEIGHT + 6));
        columns.add(List.of(start));
        for (List<Node> round : scene.tree().rounds()) {
            Map<List<Integer>, Node> nodes = new HashMap<>();
            round.forEach(node -> nodes.put(node.prefix(), node));
            List<Leaf> column = new ArrayList<>();
            double y = 0;
            double x = columns.size() == 1 ? START_WIDTH + columnGap : columns.getLast().getFirst().area().right() + columnGap;
            for (Leaf parent : columns.getLast()) {
                Node node = parent.hidden() > 0 ? null : nodes.get(parent.tokens());
                if (node == null || parent.closed()) {
                    continue;
                }
                y += column.isEmpty() ? 0 : FAMILY_GAP;
                for (Leaf leaf : family(node, parent, scene.look().folded(), folding)) {
                    double height = leaf.isKept() ? rows.kept() : rows.pruned();
                    y += leaf.isKept() ? TAG_ROOM : 0;
                    column.add(leaf.at(new Area(x, y, nodeWidth, height)));
                    y += height + rows.gap();
                }
            }
            if (column.isEmpty()) {
                // Everything further on is folded.
                break;
            }
            columns.add(column);
        }
        double height = Math.max(room, columns.stream().mapToDouble(BeamTreeLayout::bottom).max().orElse(0));
        double right = columns.getLast().getFirst().area().right() + (scene.samples().isPresent() ? DRAWS_ROOM : 0);
        return new BeamTreeLayout(centred(columns, height), right, height, 1);
    }

    private static double bottom(List<Leaf> column) {
        return column.getLast().area().bottom();
    }

    /** Each column in the middle of the height. */
    private static List<List<Leaf>> centred(List<List<Leaf>> columns, double height) {
        return moved(columns, (column, leaf) -> leaf.area().shifted(0, Math.floor((height - bottom(column)) / 2)));
    }

    /** All leaves in other places; their parents become those that were moved. */
    private static List<List<Leaf>> moved(List<List<Leaf>> columns, BiFunction<List<Leaf>, Leaf, Area> place) {
        List<List<Leaf>> moved = new ArrayList<>();
        Map<Leaf, Leaf> parents = new IdentityHashMap<>();
        for (List<Leaf> column : columns) {
            List<Leaf> places = new ArrayList<>();
            for (Leaf leaf : column) {
                Leaf there = leaf.under(parents.get(leaf.parent())).at(place.apply(column, leaf));
                parents.put(leaf, there);
                places.add(there);
            }
            moved.add(List.copyOf(places));
        }
        return List.copyOf(moved);
    }

    /** The same tree larger or smaller. */
    BeamTreeLayout zoomed(double by) {
        return by == 1 ? this : new BeamTreeLayout(moved(leaves, (column, leaf) -> leaf.area().times(by)), width * by, height * by, zoom * by);
    }

    /** The same with a column still on its way out of its parents. @param part of the way, 0 to 1 */
    BeamTreeLayout fanned(int index, double part) {
        return new BeamTreeLayout(moved(leaves, (column, leaf) -> {
            if (column != leaves.get(index) || leaf.parent() == null) {
                return leaf.area();
            }
            Area from = leaf.parent().area();
            return leaf.area().shifted((1 - part) * (from.right() - leaf.area().x()), (1 - part) * (from.middleY() - leaf.area().middleY()));
        }), width, height, zoom);
    }

    /** The candidates of a prefix that are drawn, in the order of the vocabulary, and one place for the others. */
    private static List<Leaf> family(Node node, Leaf parent, boolean folded, TreeFolding folding) {
        List<Candidate> candidates = node.candidates();
        int others = folding.opened().contains(node.prefix()) ? OPENED_SIBLINGS : SIBLINGS - 1;
        List<Candidate> shown = folded ? candidates.stream().filter(SearchScene::isKept).toList()
                : candidates.size() <= SMALL_VOCABULARY ? candidates
                : Stream.concat(candidates.stream().filter(SearchScene::isKept),
                        node.best(candidates.size()).stream().filter(candidate -> !SearchScene.isKept(candidate)).limit(others))
                .sorted(Comparator.comparingInt(Candidate::tokenId)).toList();
        List<Leaf> family = new ArrayList<>();
        for (Candidate candidate : shown) {
            List<Integer> tokens = SearchScene.child(node.prefix(), candidate.tokenId());
            family.add(new Leaf(tokens, parent, Optional.of(candidate), 0, 0, folding.closed().contains(tokens), null));
        }
        if (shown.size() < candidates.size() && !(folded && !shown.isEmpty())) {
            double known = shown.stream().mapToDouble(candidate -> Math.exp(candidate.logProbability())).sum();
            family.add(new Leaf(node.prefix(), parent, Optional.empty(), candidates.size() - shown.size(), Math.max(0, 1 - known), false, null));
        }
        return family;
    }

    /** As wide as the longest kept token asks for. */
    private static double nodeWidth(Sheet sheet, SearchScene scene) {
        double longest = scene.tree().expansions().stream().flatMap(node -> node.candidates().stream().filter(SearchScene::isKept))
                .mapToDouble(candidate -> sheet.width(scene.token(candidate.tokenId()), BeamTreePicture.KEPT_TOKEN)).max().orElse(0);
        return Math.clamp(Math.ceil(longest) + 70, LEAST_WIDTH, MOST_WIDTH);
    }

    /** What stands right of the last column's nodes. */
    double beside() {
        return width - leaves.getLast().getFirst().area().right();
    }

    Stream<Leaf> all() {
        return leaves.stream().flatMap(List::stream);
    }

    /** The columns of which something, or an edge to which, lies between two places. */
    Stream<List<Leaf>> columnsBetween(double left, double right) {
        return IntStream.range(0, leaves.size()).filter(column -> leaves.get(column).getFirst().area().right() >= left
                && (column == 0 ? 0 : leaves.get(column - 1).getFirst().area().right()) <= right).mapToObj(leaves::get);
    }

    Optional<Leaf> at(double x, double y) {
        return all().filter(leaf -> leaf.area().contains(x, y)).findFirst();
    }

    Optional<Leaf> of(List<Integer> tokens) {
        return tokens.size() >= leaves.size() ? Optional.empty()
                : leaves.get(tokens.size()).stream().filter(leaf -> leaf.hidden() == 0 && leaf.tokens().equals(tokens)).findFirst();
    }
}
