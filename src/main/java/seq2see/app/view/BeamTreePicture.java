package seq2see.app.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Rgb;
import seq2see.app.theme.Role;
import seq2see.app.theme.Typeface;
import seq2see.app.view.BeamTreeLayout.Leaf;
import seq2see.app.view.Mark.Step;
import seq2see.app.view.SearchScene.Stage;
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
    private static final double MAP_WIDTH = 132;
    private static final double MAP_HEIGHT = 72;

    /** How far to the left of the present column one sees at least, where one went back to it. */
    private static final double LEAD = 200;
    /** Left of a column, for the probabilities on its edges. */
    private static final double NUMBER_ROOM = 36;
    private static final double LEAST_WITH_MAP = 480;
    /** On lower sheets the room is the tree's. */
    private static final double LEAST_WITH_LEGEND = 330;

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
        this.caption = caption(sheet, scene);
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
        double below = 12 + LINE * CAPTION_LINES + LEGEND_LINE * legend(sheet).size();
        return new Area(0, HEADER, sheet.width(), Math.max(40, sheet.height() - HEADER - below));
    }

    /** What the words below the tree have; beside them is room for the map. */
    private static double wordsWidth(Sheet sheet) {
        return sheet.width() < LEAST_WITH_MAP ? sheet.width() : sheet.width() - MAP_WIDTH - 16;
    }

    /** The nearest corner that leaves no empty room beside the tree. */
    static Corner within(BeamTreeLayout layout, Area window, Corner wanted) {
        return new Corner(Math.clamp(wanted.x(), 0, Math.max(0, layout.width() + 2 * BeamTreeNodes.MARGIN - window.width())),
                Math.clamp(wanted.y(), 0, Math.max(0, layout.height() + 2 * BeamTreeNodes.MARGIN - window.height())));
    }

    /** The corner from which the present step is in sight, as near to another as can be. */
    static Corner followed(Sheet sheet, SearchScene scene, BeamTreeLayout layout, Corner from) {
        Area window = window(sheet, scene);
        List<Leaf> leaves = layout.leaves().get(Math.min(scene.step(), layout.leaves().size() - 1));
        Optional<Leaf> best = scene.isStopped() ? layout.of(scene.tree().finished().getFirst().tokenIds())
                : leaves.stream().filter(leaf -> leaf.candidate().isPresent() && leaf.isKept())
                .max(Comparator.comparingDouble(leaf -> leaf.candidate().orElseThrow().cumulative()));
        Area column = best.map(Leaf::area).orElse(leaves.getFirst().area());
        double middle = best.map(leaf -> leaf.area().middleY()).orElse(layout.height() / 2);
        double left = Math.min(from.x(), column.x() - LEAD);
        return within(layout, window, new Corner(Math.max(left, column.right() + 3 * BeamTreeNodes.MARGIN - window.width()), middle - window.height() / 2));
    }

    /** Whether the tree is higher than what is in sight of it. */
    static boolean isTooHigh(Sheet sheet, SearchScene scene, BeamTreeLayout layout) {
        return layout.height() + 2 * BeamTreeNodes.MARGIN > window(sheet, scene).height() + 0.5;
    }

    /** A corner from which the present step is in sight and no column is cut on the left. */
    static Corner wholeColumns(Sheet sheet, SearchScene scene, BeamTreeLayout layout) {
        Corner corner = followed(sheet, scene, layout, Corner.ORIGIN);
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
        double left = BeamTreeNodes.MARGIN - corner.x();
        double top = window.y() + BeamTreeNodes.MARGIN - corner.y();
        Area inSight = new Area(-left, window.y() - top, window.width(), window.height());
        new BeamTreeNodes(tree, scene, layout).draw(inSight);
        drawing.add(new Mark.Clip(window.x(), window.y(), window.width(), window.height(), List.of(new Mark.Shift(left, top, tree.marks()))));
        if (!seesAll() && sheet.width() >= LEAST_WITH_MAP) {
            map();
        }
        double y = window.bottom() + 12 + 5;
        for (String line : caption) {
            drawing.text(line, 0, y, TextStyle.SMALL, drawing.ink(Role.TEXT));
            y += LINE;
        }
        legend(window.bottom() + 12 + 5 + LINE * CAPTION_LINES - 4);
        return drawing.picture(description());
    }

    private boolean seesAll() {
        return layout.width() + 2 * BeamTreeNodes.MARGIN <= window.width() + 0.5 && layout.height() + 2 * BeamTreeNodes.MARGIN <= window.height() + 0.5;
    }

    private void headings() {
        double free = sheet.width() - sheet.corner();
        for (int column = 0; column < layout.leaves().size(); column++) {
            double x = layout.leaves().get(column).getFirst().area().x() + BeamTreeNodes.MARGIN - corner.x();
            String words = column == 0 ? sheet.words("beamTree.start") : sheet.words("moment.decoder.step", column);
            boolean now = column == scene.step();
            TextStyle style = TextStyle.SMALL.withWeight(now ? 600 : 400);
            if (x >= 0 && x + sheet.width(words, style) <= free) {
                drawing.text(words, x, 16, style, drawing.ink(now ? Role.ACCENT : Role.MUTED_TEXT));
            }
        }
    }

    /** The tree in small: a dot a kept node, and the frame of what is in sight. */
    private void map() {
        double most = Math.min(MAP_HEIGHT, sheet.height() - window.bottom() - 10);
        double scale = Math.min((MAP_WIDTH - 12) / layout.width(), (most - 12) / layout.height());
        double width = layout.width() * scale + 12;
        double height = layout.height() * scale + 12;
        double left = sheet.width() - width - 2;
        double top = sheet.height() - height - 2;
        drawing.add(new Mark.Box(left, top, width, height, 4, drawing.ink(Role.SURFACE), Stroke.solid(drawing.ink(Role.MUTED_TEXT), 1)));
        List<Step> dots = new ArrayList<>();
        layout.all().filter(leaf -> leaf.isKept() && scene.stage(leaf.tokens().size()) == Stage.KEPT).forEach(leaf -> {
            double x = left + 6 + leaf.area().x() * scale;
            double y = top + 6 + leaf.area().middleY() * scale;
            dots.add(new Step.Move(x, y));
            dots.add(new Step.Line(x + Math.max(2, leaf.area().width() * scale), y));
        });
        drawing.add(new Mark.Path(dots, null, Stroke.solid(drawing.ink(Role.DONE), 2)));
        double x = Math.clamp(left + 6 + (corner.x() - BeamTreeNodes.MARGIN) * scale, left + 1, left + width - 5);
        double y = Math.clamp(top + 6 + (corner.y() - BeamTreeNodes.MARGIN) * scale, top + 1, top + height - 5);
        drawing.outline(x, y, Math.min(window.width() * scale, left + width - 1 - x), Math.min(window.height() * scale, top + height - 1 - y), 2,
                Stroke.solid(drawing.ink(Role.TEXT), 1.5));
    }

    /** What happens now, in at most two lines. */
    private static List<String> caption(Sheet sheet, SearchScene scene) {
        return sheet.wrapped(sentence(sheet, scene), TextStyle.SMALL, wordsWidth(sheet));
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
        if (sheet.height() < LEAST_WITH_LEGEND) {
            return lines;
        }
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
        return lines;
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
