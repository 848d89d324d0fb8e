package seq2see.app.view.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import seq2see.app.drawing.Area;
import seq2see.app.drawing.Drawing;
import seq2see.app.drawing.Mark;
import seq2see.app.drawing.Mark.Anchor;
import seq2see.app.drawing.Mark.Step;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.Stroke;
import seq2see.app.drawing.TextStyle;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Rgb;
import seq2see.app.theme.Role;
import seq2see.app.view.search.BeamTreeLayout.Leaf;
import seq2see.app.view.search.SearchScene.Stage;
import seq2see.search.Samples;
import seq2see.search.SearchTree.Candidate;
import seq2see.search.SearchTree.Fate;

/**
 * Draws the nodes and edges of a search tree that are in sight. Kept is solid, pruned dashed, finished has a double border; an
 * edge is as wide as its token is probable.
 */
final class BeamTreeNodes {
    /** Room around the tree for rings and tags. */
    static final double MARGIN = 12;
    private static final double PADDING = 10;
    private static final double CLOSE_PADDING = 6;
    /** Of what is to be kept, too, as long as it is a candidate like the others. */
    private static final double MOST_PRUNED_HEIGHT = 28;
    /** Below these heights and widths a node has no numbers, and then no token either; below these zooms there are no numbers on edges. */
    private static final double LEAST_WITH_NUMBERS = 36;
    private static final double LEAST_WITH_TOKEN = 14;
    private static final double LEAST_TOKEN_WIDTH = 28;
    private static final double LEAST_WIDTH_WITH_PADDING = 90;
    private static final double LEAST_WITH_BORDERS = 8;
    private static final double TAG_HEIGHT = 16;
    private static final double LEAST_TWOFOLD = 26;
    private static final double LEAST_NUMBERED_ZOOM = 0.68;
    private static final double LEAST_TAGGED_ZOOM = 0.6;
    /** Below this zoom what was pruned is a dash, and the fans of edges to it would be one grey cloud. */
    private static final double LEAST_ZOOM_WITH_EVERY_EDGE = 0.28;
    /** How far the sign of what is folded reaches out of its node. */
    private static final double FOLD_SIGN = 9;
    private static final TextStyle NUMBER = TextStyle.FIGURE;
    private static final TextStyle EDGE_NUMBER = TextStyle.LEAST;

    private final Drawing drawing;
    private final Sheet sheet;
    private final SearchScene scene;
    private final BeamTreeLayout layout;
    private final List<Integer> best;
    private final List<Integer> greedy;
    /** What was not kept, where it is too small for outlines: all of one colour are one path. */
    private final Map<Role, List<Step>> dashes = new EnumMap<>(Role.class);
    /** Prefixes on the greedy path that the best output does not share. */
    private final Set<List<Integer>> greedyOnly = new HashSet<>();

    BeamTreeNodes(Drawing drawing, SearchScene scene, BeamTreeLayout layout) {
        this.drawing = drawing;
        this.sheet = drawing.sheet();
        this.scene = scene;
        this.layout = layout;
        best = scene.tree().finished().getFirst().tokenIds();
        greedy = scene.search().orElseThrow().greedy().best().tokenIds();
        for (int length = 1; length <= greedy.size(); length++) {
            List<Integer> prefix = greedy.subList(0, length);
            if (!best.subList(0, Math.min(length, best.size())).equals(prefix)) {
                greedyOnly.add(prefix);
            }
        }
    }

    /** @param sight what is in sight, in the tree's own pixels */
    void draw(Area sight) {
        Area near = sight.grown(24);
        List<Leaf> visible = layout.columnsBetween(near.x(), near.right()).flatMap(List::stream).filter(leaf -> stage(leaf) != Stage.HIDDEN).toList();
        List<Leaf> reached = visible.stream().filter(leaf -> leaf.parent() != null && reaches(leaf, near)).toList();
        reached.stream().filter(leaf -> layout.zoom() >= LEAST_ZOOM_WITH_EVERY_EDGE || isKeptNow(leaf)).forEach(this::edge);
        if (layout.zoom() >= LEAST_NUMBERED_ZOOM) {
            reached.stream().filter(leaf -> leaf.candidate().isPresent()).forEach(this::edgeNumber);
        }
        List<Leaf> inSight = visible.stream().filter(leaf -> leaf.area().overlap(near) > 0).toList();
        inSight.forEach(this::node);
        dashes.forEach((role, steps) -> drawing.add(new Mark.Path(steps, null, Stroke.dashed(drawing.ink(role), 1))));
        inSight.forEach(this::tag);
        scene.samples().filter(_ -> layout.zoom() >= LEAST_TAGGED_ZOOM).ifPresent(samples -> inSight.forEach(leaf -> drawn(leaf, samples)));
    }

    private static boolean reaches(Leaf leaf, Area sight) {
        Area from = leaf.parent().area();
        double top = Math.min(from.y(), leaf.area().y());
        double bottom = Math.max(from.bottom(), leaf.area().bottom());
        return new Area(from.right(), top, leaf.area().x() - from.right(), bottom - top).overlap(sight) > 0;
    }

    private Stage stage(Leaf leaf) {
        return scene.stage(leaf.hidden() > 0 ? leaf.tokens().size() + 1 : leaf.tokens().size());
    }

    /** Whether a leaf stands out as kept at the moment: until its step has kept any, nothing does. */
    private boolean isKeptNow(Leaf leaf) {
        return leaf.parent() == null || leaf.isKept() && stage(leaf) == Stage.KEPT;
    }

    private void edge(Leaf leaf) {
        Area from = leaf.parent().area();
        Area to = leaf.area();
        double middle = (from.right() + to.x()) / 2;
        Stroke stroke = isKeptNow(leaf) ? Stroke.solid(drawing.ink(Role.DONE), edgeWidth(leaf)) : Stroke.dashed(drawing.ink(Role.GHOST), 1);
        drawing.add(new Mark.Path(List.of(new Step.Move(from.right() + 1, from.middleY()),
                new Step.Curve(middle, from.middleY(), middle, to.middleY(), to.x() - 1, to.middleY())), null, stroke));
    }

    /** Texts grow with the tree, but they never become too small to be read: they are left out. */
    private TextStyle sized(TextStyle style) {
        return style.withSize(style.size() * grown());
    }

    private static double probability(Leaf leaf) {
        return leaf.candidate().map(candidate -> Math.exp(candidate.logProbability())).orElse(leaf.rest());
    }

    /** By how much texts have grown, and what is measured by them. */
    private double grown() {
        return Math.max(1, layout.zoom());
    }

    private double edgeWidth(Leaf leaf) {
        return isKeptNow(leaf) ? Math.max(1, (1.25 + 6.75 * probability(leaf)) * layout.zoom()) : 1;
    }

    /** Above an edge that rises and below one that falls; other edges are interrupted behind it. */
    private void edgeNumber(Leaf leaf) {
        Area to = leaf.area();
        boolean below = to.middleY() > leaf.parent().area().middleY() + 4;
        double y = to.middleY() + (below ? 12 * grown() + edgeWidth(leaf) / 2 : -4 - edgeWidth(leaf) / 2);
        String number = brief(probability(leaf));
        TextStyle style = sized(EDGE_NUMBER);
        double width = sheet.width(number, style);
        drawing.box(to.x() - 7 - width, y - 9 * grown(), width + 2, 10 * grown(), 2, drawing.ink(Role.SURFACE));
        drawing.text(number, to.x() - 6, y, style, drawing.ink(isKeptNow(leaf) ? Role.TEXT : Role.MUTED_TEXT), Anchor.END);
    }

    /** A probability in two digits at the most: .4, .35, <.01, 1. */
    private static String brief(double probability) {
        if (probability > 0 && probability < 0.005) {
            return "<.01";
        }
        String digits = Numbers.fixed(probability, 2);
        String shorter = digits.endsWith("0") ? digits.substring(0, digits.length() - 1) : digits;
        return shorter.startsWith("0.") ? shorter.substring(shorter.equals("0.0") ? 0 : 1).replace("0.0", "0") : shorter.replace("1.0", "1");
    }

    private void node(Leaf leaf) {
        Area area = leaf.area();
        if (leaf.parent() == null) {
            start(area);
        } else if (leaf.hidden() > 0) {
            others(leaf);
        } else if (isKeptNow(leaf)) {
            kept(leaf, leaf.candidate().orElseThrow());
        } else {
            pruned(leaf, leaf.candidate().orElseThrow());
        }
        if (leaf.closed()) {
            drawing.add(new Mark.Path(List.of(new Step.Move(area.right() + 3, area.middleY() - FOLD_SIGN / 2), new Step.Line(area.right() + 3 + FOLD_SIGN, area.middleY()),
                    new Step.Line(area.right() + 3, area.middleY() + FOLD_SIGN / 2), new Step.Close()), drawing.ink(Role.TEXT), null));
        }
        if (scene.chosen().filter(leaf.tokens()::equals).isPresent() && leaf.hidden() == 0) {
            drawing.outline(area.x() - 3, area.y() - 3, area.width() + 6, area.height() + 6, 9, Stroke.solid(drawing.ink(Role.TEXT), 2.5));
        } else if (isExpandedNow(leaf)) {
            drawing.outline(area.x() - 3, area.y() - 3, area.width() + 6, area.height() + 6, 9, Stroke.solid(drawing.ink(Role.ACCENT), 2));
        }
    }

    /** Whether the moment is this prefix's expansion. */
    private boolean isExpandedNow(Leaf leaf) {
        return leaf.hidden() == 0 && !scene.isStopped() && leaf.tokens().size() == scene.step() - 1
                && scene.stage(scene.step()) == Stage.EXPANDED && scene.node(leaf.tokens()).isPresent();
    }

    private void start(Area area) {
        drawing.add(new Mark.Box(area.x(), area.y(), area.width(), area.height(), 6, drawing.ink(Role.INSET), Stroke.solid(drawing.ink(Role.MUTED_TEXT), 1.25)));
        if (area.height() >= LEAST_WITH_TOKEN && area.width() >= sheet.width("<bos>", NUMBER)) {
            drawing.text("<bos>", area.middleX(), area.middleY() + sized(NUMBER).middleToBaseline(), sized(NUMBER), drawing.ink(Role.TEXT), Anchor.MIDDLE);
        }
    }

    private void others(Leaf leaf) {
        Area area = leaf.area();
        ghost(area, Role.GHOST);
        TextStyle style = TextStyle.SMALL.withSize(11);
        String words = sheet.words("beamTree.others", Numbers.count(leaf.hidden()));
        double room = area.width() - 2 * CLOSE_PADDING;
        if (area.height() < LEAST_WITH_TOKEN || sheet.width(words, style) > room) {
            return;
        }
        double baseline = area.middleY() + TextStyle.LEAST.middleToBaseline();
        String rest = brief(leaf.rest());
        boolean numbered = sheet.width(words, style) + sheet.width(rest, TextStyle.LEAST) + CLOSE_PADDING <= room - CLOSE_PADDING;
        double padding = numbered ? padding(area) : CLOSE_PADDING;
        drawing.text(words, area.x() + padding, baseline, style, drawing.ink(Role.MUTED_TEXT));
        if (numbered) {
            drawing.text(rest, area.right() - padding, baseline, TextStyle.LEAST, drawing.ink(Role.MUTED_TEXT), Anchor.END);
        }
    }

    private void kept(Leaf leaf, Candidate candidate) {
        Area area = leaf.area();
        boolean finished = candidate.fate() == Fate.FINISHED;
        boolean winner = scene.isStopped() && leaf.tokens().equals(best);
        Rgb edge = drawing.ink(winner ? Role.SUCCESS : finished ? Role.TEXT : Role.MUTED_TEXT);
        Rgb fill = drawing.ink(winner ? Role.SUCCESS_TINT : Role.INSET);
        boolean twofold = finished && area.height() >= LEAST_TWOFOLD;
        double line = area.height() < LEAST_WITH_TOKEN ? 1 : finished && !twofold ? 2.5 : 1.5;
        drawing.add(new Mark.Box(area.x(), area.y(), area.width(), area.height(), radius(area), fill, Stroke.solid(edge, line)));
        if (twofold) {
            drawing.outline(area.x() + 3.5, area.y() + 3.5, area.width() - 7, area.height() - 7, 4, Stroke.solid(edge, 1));
        }
        if (area.height() >= LEAST_WITH_NUMBERS) {
            token(candidate, area, numbers(candidate, area));
        } else if (area.height() >= LEAST_WITH_TOKEN && area.width() >= LEAST_TOKEN_WIDTH) {
            token(candidate, area, oneNumber(candidate, area));
        }
    }

    /** The probability above its logarithm. Gives the room that is left beside them. */
    private double numbers(Candidate candidate, Area area) {
        double right = area.right() - PADDING;
        String probability = small(Math.exp(candidate.cumulative()));
        String logarithm = Numbers.fixed(candidate.cumulative(), 2);
        drawing.text(probability, right, area.middleY() - 3 * grown(), sized(NUMBER), drawing.ink(Role.TEXT), Anchor.END);
        drawing.text(logarithm, right, area.middleY() + 12.5 * grown(), sized(TextStyle.LEAST), drawing.ink(Role.MUTED_TEXT), Anchor.END);
        return area.width() - 2 * PADDING - Math.max(sheet.width(probability, sized(NUMBER)), sheet.width(logarithm, sized(TextStyle.LEAST))) - 6;
    }

    /** The probability alone, beside a token that leaves room for it. Gives the room of the token. */
    private double oneNumber(Candidate candidate, Area area) {
        String probability = small(Math.exp(candidate.cumulative()));
        double whole = area.width() - 2 * CLOSE_PADDING;
        double room = whole - sheet.width(probability, TextStyle.LEAST) - CLOSE_PADDING;
        if (sheet.width(scene.token(candidate.tokenId()), TextStyle.LEAST.withWeight(600)) > room) {
            return whole;
        }
        drawing.text(probability, area.right() - CLOSE_PADDING - 1, area.middleY() + TextStyle.LEAST.middleToBaseline(), TextStyle.LEAST,
                drawing.ink(Role.TEXT), Anchor.END);
        return room;
    }

    /** A kept candidate's token, underlined where it is looked for. */
    private void token(Candidate candidate, Area area, double room) {
        String token = scene.token(candidate.tokenId());
        TextStyle style = Stream.of(sized(KEPT), sized(NUMBER).withWeight(600), TextStyle.LEAST.withWeight(600))
                .filter(one -> one.size() <= area.height() && sheet.width(token, one) <= room).findFirst().orElse(TextStyle.LEAST.withWeight(600));
        double x = area.x() + (area.height() >= LEAST_WITH_NUMBERS ? PADDING : CLOSE_PADDING);
        drawing.text(sheet.shortened(token, style, room), x, area.middleY() + style.middleToBaseline(), style, drawing.ink(Role.TEXT));
        if (isSought(candidate)) {
            double y = area.middleY() + style.size() * 0.8;
            drawing.line(x, y, x + Math.min(room, sheet.width(token, style)), y, Stroke.solid(drawing.ink(Role.TEXT), 2));
        }
    }

    private boolean isSought(Candidate candidate) {
        return !scene.look().sought().isEmpty() && scene.tokens().get(candidate.tokenId()).equals(scene.look().sought());
    }

    private static double radius(Area area) {
        return Math.min(6, area.height() / 3);
    }

    /** The outline of what was not kept, in little room a dash. */
    private void ghost(Area area, Role role) {
        if (area.height() >= LEAST_WITH_BORDERS) {
            drawing.outline(area.x(), area.y(), area.width(), area.height(), radius(area), Stroke.dashed(drawing.ink(role), 1));
        } else {
            List<Step> steps = dashes.computeIfAbsent(role, _ -> new ArrayList<>());
            steps.add(new Step.Move(area.x(), area.middleY()));
            steps.add(new Step.Line(area.right(), area.middleY()));
        }
    }

    private static final TextStyle KEPT = BeamTreePicture.KEPT_TOKEN;

    /** Before its step has kept any, every candidate looks like this too; before they are scored, without its number. */
    private void pruned(Leaf leaf, Candidate candidate) {
        Area area = leaf.area();
        double height = Math.min(area.height(), MOST_PRUNED_HEIGHT * layout.zoom());
        boolean open = stage(leaf) != Stage.KEPT;
        ghost(new Area(area.x(), area.middleY() - height / 2, area.width(), height), open ? Role.MUTED_TEXT : Role.GHOST);
        if (height < LEAST_WITH_TOKEN || area.width() < LEAST_TOKEN_WIDTH) {
            return;
        }
        TextStyle style = sized(TextStyle.LEAST);
        double baseline = area.middleY() + style.middleToBaseline();
        String number = candidate.blocked() ? "⊘" : small(Math.exp(candidate.cumulative()));
        double padding = padding(area);
        double whole = area.width() - 2 * padding;
        double room = whole - sheet.width(number, style) - CLOSE_PADDING;
        String token = scene.token(candidate.tokenId());
        boolean sought = isSought(candidate);
        TextStyle weighted = sought ? style.withWeight(700) : style;
        boolean numbered = room >= Math.min(LEAST_TOKEN_WIDTH, sheet.width(token, weighted));
        drawing.text(sheet.shortened(token, weighted, numbered ? room : whole), area.x() + padding, baseline, weighted,
                drawing.ink(open || sought ? Role.TEXT : Role.MUTED_TEXT));
        if (numbered && stage(leaf) != Stage.EXPANDED) {
            drawing.text(number, area.right() - padding, baseline, style, drawing.ink(open ? Role.TEXT : Role.MUTED_TEXT), Anchor.END);
        }
    }

    private static double padding(Area area) {
        return area.width() < LEAST_WIDTH_WITH_PADDING ? CLOSE_PADDING : PADDING;
    }

    /** A probability in little room: .200, 3×10⁻⁴, 0, 1. */
    static String small(double probability) {
        if (probability == 0) {
            return "0";
        }
        if (probability < 0.0005) {
            return Numbers.scientific(probability, 1);
        }
        String digits = Numbers.fixed(probability, 3);
        return digits.startsWith("0.") ? digits.substring(1) : digits;
    }

    /** How many draws came through a node, to the right of it. */
    private void drawn(Leaf leaf, Samples samples) {
        int times = leaf.candidate().isEmpty() || stage(leaf) != Stage.KEPT ? 0 : samples.through(leaf.tokens());
        if (times == 0) {
            return;
        }
        Area area = leaf.area();
        String words = times + "×";
        double x = area.right() + 5;
        TextStyle style = sized(TextStyle.LEAST_STRONG);
        double baseline = (isKeptNow(leaf) ? area.y() + 6 * grown() : area.middleY()) + style.middleToBaseline();
        drawing.box(x - 1, baseline - 9 * grown(), sheet.width(words, style) + 2, 11 * grown(), 2, drawing.ink(Role.SURFACE));
        drawing.text(words, x, baseline, style, drawing.ink(Role.TEXT));
    }

    /** Names of paths stand on the upper edge of their nodes. */
    private void tag(Leaf leaf) {
        if (leaf.hidden() > 0 || leaf.parent() == null || stage(leaf) != Stage.KEPT) {
            return;
        }
        Optional<String> words = scene.isStopped() && leaf.tokens().equals(best) ? Optional.of("✓ " + sheet.words("beamTree.best"))
                : greedyOnly.contains(leaf.tokens()) ? Optional.of(sheet.words("beamTree.greedy")) : Optional.empty();
        if (words.isEmpty() || layout.zoom() < LEAST_TAGGED_ZOOM) {
            return;
        }
        Role ink = leaf.tokens().equals(best) ? Role.SUCCESS : Role.WARNING;
        Rgb tint = drawing.ink(ink == Role.SUCCESS ? Role.SUCCESS_TINT : Role.WARNING_TINT);
        TextStyle style = sized(TextStyle.LEAST_STRONG);
        double width = sheet.width(words.get(), style) + 14;
        double height = TAG_HEIGHT * grown();
        Area area = leaf.area();
        // Not beyond the end of a narrow node, which may be the picture's; and not near a number that stands high in its node.
        double x = Math.min(area.x() + 8, area.right() + MARGIN - 2 - width);
        double y = area.y() - (area.height() >= LEAST_WITH_NUMBERS ? 14 : 12) * grown();
        drawing.add(new Mark.Box(x, y, width, height, height / 2, tint, Stroke.solid(drawing.ink(ink), 1)));
        drawing.text(words.get(), x + 7, y + height / 2 + style.middleToBaseline(), style, drawing.ink(ink));
    }
}
