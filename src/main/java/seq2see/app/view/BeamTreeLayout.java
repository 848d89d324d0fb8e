package seq2see.app.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import seq2see.search.SearchTree.Candidate;
import seq2see.search.SearchTree.Node;

/**
 * Where everything of a search tree stands: a column a decoder step, siblings together in the order of the vocabulary. It
 * depends on the tree alone and not on the moment, so nothing moves while one steps.
 *
 * @param leaves by column, from above; column 0 is the start
 * @param width  of all columns
 * @param height of the highest column
 */
record BeamTreeLayout(List<List<Leaf>> leaves, double width, double height) {
    static final double START_WIDTH = 62;
    private static final double KEPT_HEIGHT = 47;
    private static final double PRUNED_HEIGHT = 28;
    private static final List<Double> COLUMN_GAPS = List.of(80.0, 56.0);
    private static final List<Rows> ROWS = List.of(new Rows(KEPT_HEIGHT, PRUNED_HEIGHT, 10), new Rows(KEPT_HEIGHT, PRUNED_HEIGHT, 6),
            new Rows(42, 24, 3), new Rows(38, 20, 2));
    static final double TAG_ROOM = 10;
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

    /**
     * A candidate's place.
     *
     * @param tokens    the prefix and its token; empty for the start
     * @param parent    null for the start
     * @param candidate empty for the start, and for what stands for all siblings that are not drawn
     * @param hidden    how many siblings those are
     * @param rest      the probability of all of them together
     */
    record Leaf(List<Integer> tokens, Leaf parent, Optional<Candidate> candidate, int hidden, double rest, Area area) {
        boolean isKept() {
            return candidate.map(SearchScene::isKept).orElse(parent == null);
        }

        private Leaf at(Area place) {
            return new Leaf(tokens, parent, candidate, hidden, rest, place);
        }
    }

    /**
     * Places a tree.
     *
     * @param sheet whose height the tree fills; a higher tree is as high as it has to be
     */
    static BeamTreeLayout of(Sheet sheet, SearchScene scene) {
        double nodeWidth = nodeWidth(sheet, scene);
        double room = BeamTreePicture.window(sheet, scene).height() - 2 * BeamTreeNodes.MARGIN;
        int columns = scene.tree().rounds().size();
        double columnGap = COLUMN_GAPS.stream().filter(gap -> START_WIDTH + columns * (gap + nodeWidth) + 2 * BeamTreeNodes.MARGIN <= sheet.width()).findFirst()
                .orElse(columns <= FEW_COLUMNS ? COLUMN_GAPS.getLast() : COLUMN_GAPS.getFirst());
        BeamTreeLayout roomy = placed(scene, room, nodeWidth, columnGap, ROWS.getFirst());
        if (roomy.height() <= room || roomy.height() > 2 * room) {
            return roomy;
        }
        // Where it is almost too high, it moves together.
        return ROWS.stream().skip(1).map(rows -> placed(scene, room, nodeWidth, columnGap, rows)).filter(layout -> layout.height() <= room).findFirst()
                .orElse(roomy);
    }

    private static BeamTreeLayout placed(SearchScene scene, double room, double nodeWidth, double columnGap, Rows rows) {
        List<List<Leaf>> columns = new ArrayList<>();
        Leaf start = new Leaf(List.of(), null, Optional.empty(), 0, 0, new Area(0, 0, START_WIDTH, PRUNED_HEIGHT + 6));
        columns.add(List.of(start));
        for (List<Node> round : scene.tree().rounds()) {
            Map<List<Integer>, Node> nodes = new HashMap<>();
            round.forEach(node -> nodes.put(node.prefix(), node));
            List<Leaf> column = new ArrayList<>();
            double y = 0;
            double x = columns.size() == 1 ? START_WIDTH + columnGap : columns.getLast().getFirst().area().right() + columnGap;
            for (Leaf parent : columns.getLast()) {
                Node node = parent.hidden() > 0 ? null : nodes.get(parent.tokens());
                if (node == null) {
                    continue;
                }
                y += column.isEmpty() ? 0 : FAMILY_GAP;
                for (Leaf leaf : family(node, parent, scene.look().folded())) {
                    double height = leaf.isKept() ? rows.kept() : rows.pruned();
                    y += leaf.isKept() ? TAG_ROOM : 0;
                    column.add(leaf.at(new Area(x, y, nodeWidth, height)));
                    y += height + rows.gap();
                }
            }
            columns.add(column);
        }
        double height = Math.max(room, columns.stream().mapToDouble(BeamTreeLayout::bottom).max().orElse(0));
        return new BeamTreeLayout(centred(columns, height), columns.getLast().getFirst().area().right(), height);
    }

    private static double bottom(List<Leaf> column) {
        return column.getLast().area().bottom();
    }

    /** Each column in the middle of the height; the parents become those that were moved. */
    private static List<List<Leaf>> centred(List<List<Leaf>> columns, double height) {
        List<List<Leaf>> moved = new ArrayList<>();
        Map<List<Integer>, Leaf> parents = new HashMap<>();
        for (List<Leaf> column : columns) {
            double down = Math.floor((height - bottom(column)) / 2);
            List<Leaf> places = column.stream().map(leaf -> new Leaf(leaf.tokens(), leaf.parent() == null ? null : parents.get(leaf.parent().tokens()),
                    leaf.candidate(), leaf.hidden(), leaf.rest(),
                    new Area(leaf.area().x(), leaf.area().y() + down, leaf.area().width(), leaf.area().height()))).toList();
            places.stream().filter(leaf -> leaf.hidden() == 0).forEach(leaf -> parents.put(leaf.tokens(), leaf));
            moved.add(places);
        }
        return List.copyOf(moved);
    }

    /** The candidates of a prefix that are drawn, in the order of the vocabulary, and one place for the others. */
    private static List<Leaf> family(Node node, Leaf parent, boolean folded) {
        List<Candidate> candidates = node.candidates();
        List<Candidate> shown = folded ? candidates.stream().filter(SearchScene::isKept).toList()
                : candidates.size() <= SMALL_VOCABULARY ? candidates
                : Stream.concat(candidates.stream().filter(SearchScene::isKept),
                        node.best(candidates.size()).stream().filter(candidate -> !SearchScene.isKept(candidate)).limit(SIBLINGS - 1))
                .sorted(Comparator.comparingInt(Candidate::tokenId)).toList();
        List<Leaf> family = new ArrayList<>();
        for (Candidate candidate : shown) {
            family.add(new Leaf(SearchScene.child(node.prefix(), candidate.tokenId()), parent, Optional.of(candidate), 0, 0, null));
        }
        if (shown.size() < candidates.size() && !(folded && !shown.isEmpty())) {
            double known = shown.stream().mapToDouble(candidate -> Math.exp(candidate.logProbability())).sum();
            family.add(new Leaf(node.prefix(), parent, Optional.empty(), candidates.size() - shown.size(), Math.max(0, 1 - known), null));
        }
        return family;
    }

    /** As wide as the longest kept token asks for. */
    private static double nodeWidth(Sheet sheet, SearchScene scene) {
        double longest = scene.tree().expansions().stream().flatMap(node -> node.candidates().stream().filter(SearchScene::isKept))
                .mapToDouble(candidate -> sheet.width(scene.token(candidate.tokenId()), BeamTreePicture.KEPT_TOKEN)).max().orElse(0);
        return Math.clamp(Math.ceil(longest) + 70, LEAST_WIDTH, MOST_WIDTH);
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
