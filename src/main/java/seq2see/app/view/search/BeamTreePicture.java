package seq2see.app.view.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import seq2see.app.drawing.Area;
import seq2see.app.drawing.Drawing;
import seq2see.app.drawing.Mark;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.Stroke;
import seq2see.app.drawing.TextStyle;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Rgb;
import seq2see.app.theme.Role;
import seq2see.app.theme.Typeface;
import seq2see.app.view.search.BeamTreeLayout.Leaf;
import seq2see.app.view.search.SearchScene.Stage;
import seq2see.search.Hypothesis;
import seq2see.search.SearchTree;
import seq2see.search.SearchTree.Candidate;
import seq2see.search.SearchTree.Node;

/**
 * Draws a search tree as far as it has come: a column a decoder step, the tree in the part of it that is in sight, a sentence
 * on what happens now, and what the signs mean. Where not all of the tree is in sight, a small map shows which part is.
 */
final class BeamTreePicture {
    static final TextStyle KEPT_TOKEN = new TextStyle(Typeface.MONO, 600, 15);
    private static final double HEADER = 30;
    private static final double LINE = 18;
    /** Kept free whether they are needed or not: the tree must not move while one steps. */
    private static final int CAPTION_LINES = 2;
    /** The part of a line that an output may take in the sentence. */
    private static final double LONGEST_OUTPUT = 0.3;
    private static final double LEGEND_LINE = 26;
    private static final double HEADING_GAP = 12;
    /** How far left of its column a name may begin, where buttons stand over the column itself. */
    private static final double MOST_ASIDE = 28;
    /** How far columns are apart at the least, in widths of a node. */
    private static final double COLUMN_PITCH = 1.4;
    private static final double LEAST_STILL_ZOOM = 0.5;
    /** Left of a column, for the probabilities on its edges. */
    static final double NUMBER_ROOM = 36;
    private static final double LEAST_WITH_MAP = 480;
    /** Where the signs would leave the tree less, the room is the tree's. */
    private static final double LEAST_WITH_LEGEND = 220;
    /** Between the tree and what stands below it. */
    private static final double GAP = 12;

    /** What part of the tree is in sight: its corner in the tree's own pixels. */
    record Corner(double x, double y) {
        static final Corner ORIGIN = new Corner(0, 0);
    }

    private final Sheet sheet;
    private final SearchScene scene;
    private final BeamTreeLayout layout;
    private final Area window;
    private final Corner corner;
    private final Drawing drawing;
    private final List<String> caption;

    private BeamTreePicture(Sheet sheet, SearchScene scene, BeamTreeLayout layout, Corner corner) {
        this.sheet = sheet;
        this.scene = scene;
        this.layout = layout;
        this.window = window(sheet, scene);
        this.corner = corner;
        this.drawing = new Drawing(sheet);
        this.caption = caption(sheet, scene, map(sheet, scene, layout).isPresent() ? wordsWidth(sheet) : sheet.width());
    }

    static Picture of(Sheet sheet, SearchScene scene, BeamTreeLayout layout, Corner corner) {
        return new BeamTreePicture(sheet, scene, layout, corner).draw();
    }

    /** Where there is no search yet. */
    static Picture empty(Sheet sheet) {
        Drawing drawing = new Drawing(sheet);
        String words = sheet.words("beamTree.empty");
        drawing.paragraph(words, 0, 20, Math.min(sheet.width(), 440), TextStyle.CONTROL.withWeight(400), drawing.ink(Role.MUTED_TEXT));
        return drawing.picture(words);
    }

    /** Where the tree stands on a sheet: below the names of the columns, above the sentence and the signs. */
    static Area window(Sheet sheet, SearchScene scene) {
        return new Area(0, HEADER, sheet.width(), Math.max(40, unsigned(sheet) - LEGEND_LINE * legend(sheet).size()));
    }

    /** The height that the tree has where no signs are explained. */
    private static double unsigned(Sheet sheet) {
        return sheet.height() - HEADER - GAP - LINE * CAPTION_LINES;
    }

    /** What the words below the tree have; beside them is room for the map. */
    private static double wordsWidth(Sheet sheet) {
        return sheet.width() < LEAST_WITH_MAP ? sheet.width() : sheet.width() - BeamTreeMap.WIDTH - 16;
    }

    /** The nearest corner that leaves no empty room beside the tree. */
    static Corner within(BeamTreeLayout layout, Area window, Corner wanted) {
        return new Corner(Math.clamp(wanted.x(), 0, Math.max(0, layout.width() + 2 * BeamTreeNodes.MARGIN - window.width())),
                Math.clamp(wanted.y(), 0, Math.max(0, layout.height() + 2 * BeamTreeNodes.MARGIN - window.height())));
    }

    /** The corner from which the present step is in sight, at the right; wherever one looked before, so that back is the same as forward. */
    static Corner followed(Sheet sheet, SearchScene scene, BeamTreeLayout layout) {
        Area window = window(sheet, scene);
        List<Leaf> leaves = layout.leaves().get(Math.min(scene.step(), layout.leaves().size() - 1));
        Optional<Leaf> best = scene.isStopped() ? layout.of(scene.tree().finished().getFirst().tokenIds())
                : leaves.stream().filter(leaf -> leaf.candidate().isPresent() && leaf.isKept())
                .max(Comparator.comparingDouble(leaf -> leaf.candidate().orElseThrow().cumulative()));
        Area column = best.map(Leaf::area).orElse(leaves.getFirst().area());
        double middle = best.map(leaf -> leaf.area().middleY()).orElse(layout.height() / 2);
        double beside = Math.max(BeamTreeNodes.MARGIN, layout.beside());
        return within(layout, window, new Corner(column.right() + 2 * BeamTreeNodes.MARGIN + beside - window.width(), middle - window.height() / 2));
    }

    /** Whether the tree is higher than what is in sight of it. */
    static boolean isTooHigh(Sheet sheet, SearchScene scene, BeamTreeLayout layout) {
        return layout.height() + 2 * BeamTreeNodes.MARGIN > window(sheet, scene).height() + 0.5;
    }

    /** How many of the candidates that there are by now are not wholly in sight. */
    static long outOfSight(Sheet sheet, SearchScene scene, BeamTreeLayout layout, Corner corner) {
        Area window = window(sheet, scene);
        Corner origin = origin(window, layout, corner);
        return layout.all().filter(leaf -> leaf.candidate().isPresent() && scene.stage(leaf.tokens().size()) != Stage.HIDDEN).map(leaf -> leaf.area().shifted(origin.x(), origin.y()))
                .filter(area -> area.x() < window.x() || area.right() > window.right() || area.y() < window.y() || area.bottom() > window.bottom()).count();
    }

    /** A corner from which the present step is in sight and no column is cut on the left. */
    static Corner wholeColumns(Sheet sheet, SearchScene scene, BeamTreeLayout layout) {
        Corner corner = followed(sheet, scene, layout);
        double left = corner.x() == 0 ? 0 : layout.leaves().stream().mapToDouble(column -> column.getFirst().area().x() - NUMBER_ROOM)
                .filter(x -> x >= corner.x()).findFirst().orElse(corner.x());
        return new Corner(left, corner.y());
    }

    /** A sheet on which the whole tree is in sight, at least as large as the given one. */
    static Sheet wholeSheet(Sheet sheet, SearchScene scene, BeamTreeLayout layout) {
        double frame = sheet.height() - window(sheet, scene).height();
        return sheet.sized(Math.max(sheet.width(), layout.width() + 2 * BeamTreeNodes.MARGIN),
                Math.max(sheet.height(), layout.height() + 2 * BeamTreeNodes.MARGIN + frame));
    }

    private Picture draw() {
        headings();
        Drawing tree = new Drawing(sheet);
        Corner origin = origin(window, layout, corner);
        double left = origin.x();
        double top = origin.y();
        Area inSight = new Area(-left, window.y() - top, window.width(), window.height());
        new BeamTreeNodes(tree, scene, layout).draw(inSight);
        drawing.add(new Mark.Clip(window.x(), window.y(), window.width(), window.height(), List.of(new Mark.Shift(left, top, tree.marks()))));
        map(sheet, scene, layout).ifPresent(map -> map.draw(drawing, scene, layout, window, corner));
        double y = window.bottom() + GAP + 5;
        for (String line : caption) {
            drawing.text(line, 0, y, TextStyle.SMALL, drawing.ink(Role.TEXT));
            y += LINE;
        }
        legend(window.bottom() + GAP + 5 + LINE * CAPTION_LINES - 4);
        return drawing.picture(description());
    }

    /** The small map, where not all of the tree is in sight and there is room for it. */
    static Optional<BeamTreeMap> map(Sheet sheet, SearchScene scene, BeamTreeLayout layout) {
        Area window = window(sheet, scene);
        return isInSight(window, layout) || sheet.width() < LEAST_WITH_MAP ? Optional.empty() : Optional.of(BeamTreeMap.of(sheet, window, layout));
    }

    private static boolean isInSight(Area window, BeamTreeLayout layout) {
        return layout.width() + 2 * BeamTreeNodes.MARGIN <= window.width() + 0.5 && layout.height() + 2 * BeamTreeNodes.MARGIN <= window.height() + 0.5;
    }

    /** The zoom at which all of the tree is in sight and, as far as it may grow, fills the window. */
    static double fitting(Area window, BeamTreeLayout layout) {
        return Math.min(BeamTreeLayout.MOST_FITTED, Math.min((window.width() - 2 * BeamTreeNodes.MARGIN) / layout.width(), (window.height() - 2 * BeamTreeNodes.MARGIN) / layout.height()));
    }

    /** The zoom at which nothing is cut above or below, where its texts can then still be read. */
    static double fittingHeight(Sheet sheet, SearchScene scene, BeamTreeLayout layout) {
        return Math.clamp((window(sheet, scene).height() - 2 * BeamTreeNodes.MARGIN) / layout.height(), LEAST_STILL_ZOOM, 1);
    }

    /** Where the tree's own corner lies on the sheet; a tree lower than the window stands in the middle. */
    static Corner origin(Area window, BeamTreeLayout layout, Corner corner) {
        double free = Math.max(0, window.height() - layout.height() - 2 * BeamTreeNodes.MARGIN);
        return new Corner(window.x() + BeamTreeNodes.MARGIN - corner.x(), window.y() + BeamTreeNodes.MARGIN - corner.y() + Math.floor(free / 2));
    }

    /** The columns' names; their numbers where they stand close together, and where buttons leave a name no room. */
    private void headings() {
        int columns = layout.leaves().size();
        double pitch = columns > 1 ? layout.leaves().get(1).getFirst().area().width() * COLUMN_PITCH : sheet.width();
        boolean brief = sheet.width(sheet.words("moment.decoder.step", columns), TextStyle.SMALL) + HEADING_GAP > pitch;
        int present = Math.min(scene.step(), columns);
        double written = 0;
        for (int column = brief ? 1 : 0; column < columns; column++) {
            String name = column == 0 ? sheet.words("beamTree.start") : sheet.words("moment.decoder.step", column);
            TextStyle style = TextStyle.SMALL.withWeight(column == present ? 600 : 400);
            double x = layout.leaves().get(column).getFirst().area().x() + BeamTreeNodes.MARGIN - corner.x();
            double end = sheet.width() - sheet.corner();
            String words = brief || column > 0 && x + sheet.width(name, style) > end ? Numbers.count(column) : name;
            double left = Math.min(x, end - sheet.width(words, style));
            if (left >= written && x - left <= MOST_ASIDE) {
                drawing.text(words, left, 16, style, drawing.ink(column == present ? Role.ACCENT : Role.MUTED_TEXT));
                written = left + sheet.width(words, style) + HEADING_GAP;
            }
        }
    }

    /** What happens now, in at most two lines. */
    private static List<String> caption(Sheet sheet, SearchScene scene, double width) {
        List<String> lines = sheet.wrapped(sentence(sheet, scene), TextStyle.SMALL, width);
        return lines.size() <= CAPTION_LINES ? lines
                : List.of(lines.getFirst(), sheet.shortened(String.join(" ", lines.subList(1, lines.size())), TextStyle.SMALL, width));
    }

    private static String sentence(Sheet sheet, SearchScene scene) {
        SearchTree tree = scene.tree();
        if (scene.isStopped()) {
            return stopped(sheet, scene);
        }
        List<Node> round = tree.rounds().get(scene.step() - 1);
        int live = round.size();
        int vocabulary = round.getFirst().size();
        List<Candidate> kept = round.stream().flatMap(node -> node.candidates().stream().filter(SearchScene::isKept)).toList();
        return switch (scene.stage(scene.step())) {
            case HIDDEN, EXPANDED -> sheet.words(live == 1 ? "beamTree.expand.one" : "beamTree.expand", live, vocabulary, Numbers.count((long) live * vocabulary));
            case SCORED -> sheet.words("beamTree.score");
            case KEPT -> sheet.words("beamTree.keep", kept.size(), Numbers.count((long) live * vocabulary)) + tie(sheet, scene, round, kept);
        };
    }

    /** Where the last that was kept and the best that was not are as probable as each other, the rule decided. */
    private static String tie(Sheet sheet, SearchScene scene, List<Node> round, List<Candidate> kept) {
        double least = kept.stream().mapToDouble(Candidate::cumulative).min().orElse(0);
        Optional<String> in = named(scene, round, least, true);
        Optional<String> out = named(scene, round, least, false);
        return in.isPresent() && out.isPresent() && Double.isFinite(least) ? " " + sheet.words("beamTree.tie", brief(sheet, in.get()), brief(sheet, out.get())) : "";
    }

    private static Optional<String> named(SearchScene scene, List<Node> round, double cumulative, boolean kept) {
        return round.stream().flatMap(node -> node.candidates().stream()
                .filter(candidate -> SearchScene.isKept(candidate) == kept && candidate.cumulative() == cumulative)
                .map(candidate -> scene.tokens(SearchScene.child(node.prefix(), candidate.tokenId())))).findFirst();
    }

    private static String stopped(Sheet sheet, SearchScene scene) {
        SearchTree tree = scene.tree();
        Hypothesis best = tree.finished().getFirst();
        String score = Numbers.fixed(tree.lengthPenalty().score(best), 3);
        Optional<Candidate> live = tree.rounds().getLast().stream().flatMap(node -> node.candidates().stream())
                .filter(candidate -> candidate.fate() == SearchTree.Fate.UNEXPANDED)
                .reduce((one, other) -> other.cumulative() > one.cumulative() ? other : one);
        if (live.isPresent()) {
            double bound = tree.lengthPenalty().bound(live.get().cumulative(), scene.search().orElseThrow().settings().maximumLength());
            return sheet.words("beamTree.stop.cannotBeat", brief(sheet, scene.tokens(best.tokenIds())), score, Numbers.fixed(bound, 3));
        }
        return sheet.words(tree.finished().stream().anyMatch(Hypothesis::cut) ? "beamTree.stop.length" : "beamTree.stop.ended",
                brief(sheet, scene.tokens(best.tokenIds())), score);
    }

    /** A long output is told by its beginning. */
    private static String brief(Sheet sheet, String output) {
        return sheet.shortened(output, TextStyle.SMALL, sheet.width() * LONGEST_OUTPUT);
    }

    /** A sign and what it means. */
    private record Sign(Kind kind, String words) {
        enum Kind { KEPT, PRUNED, EDGE, PROBABILITY, LOGARITHM, FINISHED }

        double width(Sheet sheet) {
            double sign = switch (kind) {
                case KEPT, PRUNED, FINISHED -> 32;
                case EDGE -> 32;
                case PROBABILITY -> sheet.width(".200", TextStyle.LEAST) + 4;
                case LOGARITHM -> sheet.width("−1.61", TextStyle.LEAST) + 4;
            };
            return sign + 6 + sheet.width(words, TextStyle.SMALL) + 20;
        }
    }

    /** The signs in as many lines as they need. */
    private static List<List<Sign>> legend(Sheet sheet) {
        List<List<Sign>> lines = new ArrayList<>();
        double x = 0;
        for (Sign.Kind kind : Sign.Kind.values()) {
            Sign sign = new Sign(kind, sheet.words("beamTree.legend." + kind.name().toLowerCase(Locale.ROOT)));
            if (lines.isEmpty() || x + sign.width(sheet) - 20 > wordsWidth(sheet)) {
                lines.add(new ArrayList<>());
                x = 0;
            }
            lines.getLast().add(sign);
            x += sign.width(sheet);
        }
        return unsigned(sheet) - LEGEND_LINE * lines.size() < LEAST_WITH_LEGEND ? List.of() : lines;
    }

    private void legend(double top) {
        Rgb muted = drawing.ink(Role.MUTED_TEXT);
        double y = top;
        for (List<Sign> line : legend(sheet)) {
            double x = 0;
            for (Sign sign : line) {
                double text = sign.width(sheet) - 20 - sheet.width(sign.words(), TextStyle.SMALL);
                switch (sign.kind()) {
                    case KEPT -> drawing.add(new Mark.Box(x + 0.5, y - 1, 29, 15, 4, drawing.ink(Role.INSET), Stroke.solid(muted, 1.25)));
                    case PRUNED -> drawing.outline(x + 0.5, y - 1, 29, 15, 4, Stroke.dashed(drawing.ink(Role.GHOST), 1));
                    case FINISHED -> {
                        drawing.outline(x + 0.5, y - 1, 29, 15, 4, Stroke.solid(drawing.ink(Role.TEXT), 1.25));
                        drawing.outline(x + 3.5, y + 2, 23, 9, 2, Stroke.solid(drawing.ink(Role.TEXT), 1));
                    }
                    case EDGE -> drawing.line(x, y + 6.5, x + 30, y + 6.5, Stroke.solid(drawing.ink(Role.DONE), 4));
                    case PROBABILITY -> drawing.text(".200", x, y + 6.5 + TextStyle.LEAST.middleToBaseline(), TextStyle.LEAST, drawing.ink(Role.TEXT));
                    case LOGARITHM -> drawing.text("−1.61", x, y + 6.5 + TextStyle.LEAST.middleToBaseline(), TextStyle.LEAST, muted);
                }
                drawing.text(sign.words(), x + text, y + 6.5 + TextStyle.SMALL.middleToBaseline(), TextStyle.SMALL, muted);
                x += sign.width(sheet);
            }
            y += LEGEND_LINE;
        }
    }

    private String description() {
        String chosen = scene.chosen().filter(tokens -> !tokens.isEmpty()).map(tokens -> sheet.words("beamTree.description.chosen", scene.tokens(tokens)))
                .orElse("");
        String all = sheet.words("beamTree.description", scene.search().orElseThrow().width(), scene.tree().rounds().size());
        return String.join(" ", chosen, sentence(sheet, scene), all).strip();
    }
}
