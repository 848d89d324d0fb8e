package seq2see.app.view.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import seq2see.app.drawing.Drawing;
import seq2see.app.drawing.Mark;
import seq2see.app.drawing.Mark.Anchor;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.Stroke;
import seq2see.app.drawing.TextStyle;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Rgb;
import seq2see.app.theme.Role;
import seq2see.app.view.search.SearchScene.Stage;
import seq2see.search.Hypothesis;
import seq2see.search.SearchComparison;
import seq2see.search.SearchComparison.Outcome;
import seq2see.search.SearchSpace;
import seq2see.search.SearchTree.Candidate;
import seq2see.search.SearchTree.Node;

/**
 * Draws the numbers beside a search tree: what may follow the chosen prefix, the finished outputs with their score being
 * computed, and the same sentence searched greedily, by beam and exactly, with what went wrong.
 */
final class SearchNumbersPicture {
    private static final double ROW = 24;
    /** Room for the bar of a column that is too short. */
    private static final double SCROLL_BAR = 10;
    private static final double GAP = 18;
    private static final int MOST_BARS = 7;
    private static final double NOTE_LINE = 15;
    private static final TextStyle TOKENS = TextStyle.FIGURE;
    private static final TextStyle NOTE = TextStyle.SMALL.withSize(11);

    private final Sheet sheet;
    private final SearchScene scene;
    private final Drawing drawing;
    private final double width;
    private double y;

    private SearchNumbersPicture(Sheet sheet, SearchScene scene) {
        this.sheet = sheet;
        this.scene = scene;
        this.drawing = new Drawing(sheet);
        this.width = sheet.width() - SCROLL_BAR;
    }

    static Picture of(Sheet sheet, SearchScene scene) {
        return scene.search().isEmpty() ? new Drawing(sheet).picture("") : new SearchNumbersPicture(sheet, scene).draw();
    }

    /** The height that everything needs at the sheet's width. */
    static double height(Sheet sheet, SearchScene scene) {
        if (scene.search().isEmpty()) {
            return 0;
        }
        SearchNumbersPicture picture = new SearchNumbersPicture(sheet, scene);
        picture.draw();
        return picture.y;
    }

    private Picture draw() {
        nextToken();
        separate();
        // Nothing later than the moment is told.
        scene.samples().filter(_ -> scene.isStopped()).ifPresent(samples -> {
            y = SamplesColumn.draw(drawing, scene, samples, y, width);
            separate();
        });
        y = FinishedColumn.draw(drawing, scene, y, width);
        separate();
        comparison();
        return drawing.picture(description());
    }

    private void separate() {
        y += GAP / 2;
        drawing.line(0, y + 0.5, width, y + 0.5, Stroke.solid(drawing.ink(Role.FAINT_LINE), 1));
        y += GAP / 2;
    }

    private void nextToken() {
        if (scene.choseAnEnd()) {
            ended();
            return;
        }
        Node node = scene.explained();
        y = 16;
        String heading = sheet.words("searchNumbers.next");
        drawing.text(heading, 0, y, TextStyle.HEADING, drawing.ink(Role.TEXT));
        double x = sheet.width(heading, TextStyle.HEADING) + 10;
        String prefix = sheet.shortened(node.prefix().isEmpty() ? "<bos>" : scene.tokens(node.prefix()), TOKENS,
                Math.max(40, width - x - 16 - sheet.corner()));
        double chip = sheet.width(prefix, TOKENS) + 14;
        drawing.outline(x, y - 15, chip, 20, 6, Stroke.solid(drawing.ink(Role.MUTED_TEXT), 1));
        drawing.text(prefix, x + 7, y - 5 + TOKENS.middleToBaseline(), TOKENS, drawing.ink(Role.TEXT));
        y += 14;
        if (!node.prefix().isEmpty()) {
            soFar(node.prefix().size(), node.logProbability());
        }
        boolean decided = scene.opened().isEmpty() && scene.stage(node.prefix().size() + 1) == Stage.KEPT;
        List<Candidate> rows = rows(node);
        double left = Math.min(96, rows.stream().mapToDouble(row -> sheet.width(scene.token(row.tokenId()), TOKENS)).max().orElse(0)) + 10;
        double fates = 8 + Stream.of("kept", "pruned", rows.stream().anyMatch(Candidate::blocked) ? "blocked" : "kept").mapToDouble(fate -> sheet.width(sheet.words("searchNumbers." + fate), NOTE)).max().orElse(0);
        double number = sheet.width("0.000", TOKENS) + 10;
        double track = Math.max(20, width - left - number - fates);
        for (Candidate candidate : rows) {
            double probability = Math.exp(candidate.logProbability());
            double middle = y + ROW / 2;
            drawing.text(sheet.shortened(scene.token(candidate.tokenId()), TOKENS, left - 10), left - 10, middle + TOKENS.middleToBaseline(), TOKENS,
                    drawing.ink(Role.TEXT), Anchor.END);
            drawing.box(left, middle - 8, track, 16, 3, drawing.ink(Role.INSET));
            drawing.box(left, middle - 8, Math.max(0.5, track * probability), 16, 3, sheet.palette().probability().at(Math.max(0.25, probability)));
            drawing.text(Numbers.fixed(probability, 3), left + track + number - 4, middle + TOKENS.middleToBaseline(), TOKENS, drawing.ink(Role.TEXT),
                    Anchor.END);
            if (decided) {
                boolean kept = SearchScene.isKept(candidate);
                drawing.text(sheet.words("searchNumbers." + (kept ? "kept" : candidate.blocked() ? "blocked" : "pruned")), width, middle + NOTE.middleToBaseline(),
                        kept ? NOTE.withWeight(600) : NOTE, drawing.ink(kept ? Role.SUCCESS : Role.MUTED_TEXT), Anchor.END);
            }
            y += ROW;
        }
        if (rows.size() < node.size()) {
            double rest = Math.max(0, 1 - rows.stream().mapToDouble(row -> Math.exp(row.logProbability())).sum());
            drawing.text(sheet.words("searchNumbers.rest", Numbers.count(node.size() - rows.size()), Numbers.fixed(rest, 3)), left, y + 12, NOTE,
                    drawing.ink(Role.MUTED_TEXT));
            y += 18;
        }
    }

    /** The chosen hypothesis, behind which nothing comes. */
    private void ended() {
        y = 16;
        String heading = sheet.words("searchNumbers.ended");
        drawing.text(heading, 0, y, TextStyle.HEADING, drawing.ink(Role.TEXT));
        List<Integer> tokens = scene.chosen().orElseThrow();
        y += 14;
        drawing.text(sheet.shortened(scene.tokens(tokens), TOKENS, width), 0, y + 10, TOKENS, drawing.ink(Role.TEXT));
        y += 22;
        scene.chosenCandidate().ifPresent(candidate -> soFar(tokens.size(), candidate.cumulative()));
        y = drawing.paragraph(sheet.words("searchNumbers.ended.note"), 0, y + 12, width, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
    }

    /** What a hypothesis has come to. */
    private void soFar(int length, double logProbability) {
        String words = sheet.words("searchNumbers.soFar", Numbers.fixed(logProbability, 3), length,
                Numbers.fixed(scene.tree().lengthPenalty().score(logProbability, length), 3));
        drawing.text(sheet.shortened(words, NOTE, width), 0, y + 4, NOTE, drawing.ink(Role.MUTED_TEXT));
        y += 14;
    }

    /** A small vocabulary as it stands, the most probable tokens of a large one. */
    private static List<Candidate> rows(Node node) {
        return node.size() <= MOST_BARS ? node.candidates()
                : node.best(MOST_BARS - 1);
    }

    private void comparison() {
        y += 4;
        if (!scene.isStopped()) {
            // Nothing later than the moment is told.
            y = drawing.paragraph(sheet.words("searchNumbers.later"), 0, y + 14, width, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
            return;
        }
        SearchComparison search = scene.search().orElseThrow();
        SearchSpace space = new SearchSpace(scene.explained().size(), search.settings().maximumLength() - search.settings().forced().size());
        outcome(sheet.words("searchNumbers.greedy"), search.greedy(), badge(search.searchError(search.greedy())), "|V′|·L",
                Numbers.count(space.greedyCandidates()));
        outcome(sheet.words("searchNumbers.beam", search.width()), search.beam(), badge(search.searchError(search.beam())), "k·|V′|·L",
                Numbers.count(space.beamCandidates(search.width())));
        if (search.exact().isPresent()) {
            outcome(sheet.words(search.exhaustive() ? "searchNumbers.exhaustive" : "searchNumbers.bound"), search.exact().get(),
                    exactBadge(search.exact().get()), "|V′|^L", space.written());
        } else {
            for (String line : sheet.wrapped(sheet.words("searchNumbers.unproven", "|V′|^L", space.written()), TextStyle.SMALL, width)) {
                drawing.text(line, 0, y + 14, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
                y += 18;
            }
        }
    }

    private record Badge(Role ink, Role tint, String words) {
    }

    private Badge badge(OptionalDouble error) {
        if (scene.search().orElseThrow().exact().isEmpty()) {
            return null;
        }
        return error.isPresent() ? new Badge(Role.WARNING, Role.WARNING_TINT, "⚠ " + sheet.words("searchNumbers.searchError", Numbers.fixed(error.getAsDouble(), 3)))
                : new Badge(Role.SUCCESS, Role.SUCCESS_TINT, "✓ " + sheet.words("searchNumbers.found"));
    }

    /** Where something says what is right and even the true best is not it, the model errs. */
    private Badge exactBadge(Outcome exact) {
        boolean modelError = !scene.references().isEmpty() && !scene.references().contains(exact.best().tokenIds());
        return modelError ? new Badge(Role.DANGER, Role.DANGER_TINT, "✗ " + sheet.words("searchNumbers.modelError"))
                : new Badge(Role.SUCCESS, Role.SUCCESS_TINT, "✓ " + sheet.words("searchNumbers.trueBest"));
    }

    /**
     * What one search came to.
     *
     * @param formula how many candidates texts say that it looks at
     * @param stated  what that comes to; the candidates that it really looked at stand beside it
     */
    private void outcome(String name, Outcome outcome, Badge badge, String formula, String stated) {
        y += 14;
        drawing.text(name, 0, y, TextStyle.CONTROL.withWeight(600), drawing.ink(Role.TEXT));
        String calls = sheet.words("searchNumbers.calls", Numbers.count(outcome.expanded())) + " · " + milliseconds(outcome.nanos());
        drawing.text(calls, width, y, NOTE, drawing.ink(Role.MUTED_TEXT), Anchor.END);
        y += 19;
        String score = Numbers.fixed(scene.tree().lengthPenalty().score(outcome.best()), 3);
        String p = "p " + BeamTreeNodes.small(Math.exp(outcome.best().logProbability()));
        double right = width - sheet.width("−10.000", TOKENS) - 8;
        double room = right - sheet.width(p, TOKENS) - 10;
        String words = scene.tokens(outcome.best().tokenIds());
        boolean apart = sheet.width(words, TOKENS) > room;
        drawing.text(sheet.shortened(words, TOKENS, apart ? width : room), 0, y, TOKENS, drawing.ink(Role.TEXT));
        y += apart ? 18 : 0;
        drawing.text(score, width, y, TOKENS, drawing.ink(Role.TEXT), Anchor.END);
        drawing.text(p, right, y, TOKENS.withWeight(400), drawing.ink(Role.MUTED_TEXT), Anchor.END);
        y += 17;
        String counted = sheet.words("searchNumbers.stated", formula, stated, Numbers.count(outcome.expanded() * scene.explained().size()));
        for (String line : sheet.wrapped(counted, NOTE, width)) {
            drawing.text(line, 0, y, NOTE, drawing.ink(Role.MUTED_TEXT));
            y += NOTE_LINE;
        }
        y += 8 - NOTE_LINE;
        if (badge != null) {
            badge(badge);
        }
        y += 8;
    }

    private void badge(Badge badge) {
        TextStyle style = TextStyle.SMALL.withWeight(600);
        Rgb ink = drawing.ink(badge.ink());
        String words = sheet.shortened(badge.words(), style, width - 20);
        drawing.add(new Mark.Box(0.5, y + 0.5, sheet.width(words, style) + 20, 23, 12, drawing.ink(badge.tint()), Stroke.solid(ink, 1)));
        drawing.text(words, 10, y + 12 + style.middleToBaseline(), style, ink);
        y += 24;
    }

    private static String milliseconds(long nanos) {
        return Numbers.significant(nanos / 1e6, 2) + " ms";
    }

    private String description() {
        Node node = scene.explained();
        String next = sheet.words("searchNumbers.description.next", node.prefix().isEmpty() ? "<bos>" : scene.tokens(node.prefix()),
                String.join(", ", rows(node).stream().map(row -> scene.token(row.tokenId()) + " " + Numbers.fixed(Math.exp(row.logProbability()), 3)).toList()));
        List<String> parts = new ArrayList<>(List.of(next));
        List<Hypothesis> outputs = FinishedColumn.outputs(scene);
        parts.add(outputs.isEmpty() ? sheet.words("searchNumbers.none") : sheet.words("searchNumbers.description.finished", String.join(", ",
                outputs.stream().limit(FinishedColumn.MOST_ROWS).map(output -> scene.tokens(output.tokenIds()) + " " + Numbers.fixed(scene.tree().lengthPenalty().score(output), 3)).toList())));
        if (!scene.isStopped()) {
            return String.join(" ", parts);
        }
        FinishedColumn.usualRule(sheet, scene).ifPresent(parts::add);
        SearchComparison search = scene.search().orElseThrow();
        parts.add(spoken(sheet.words("searchNumbers.greedy"), search.greedy(), Optional.ofNullable(badge(search.searchError(search.greedy())))));
        parts.add(spoken(sheet.words("searchNumbers.beam", search.width()), search.beam(), Optional.ofNullable(badge(search.searchError(search.beam())))));
        search.exact().ifPresent(exact -> parts.add(spoken(sheet.words(search.exhaustive() ? "searchNumbers.exhaustive" : "searchNumbers.bound"), exact,
                Optional.of(exactBadge(exact)))));
        scene.samples().ifPresent(samples -> parts.add(sheet.words("searchNumbers.description.sampling", samples.settings().count(),
                String.join(", ", samples.outputs().stream().limit(MOST_BARS).map(sample -> scene.tokens(sample.output().tokenIds()) + " " + sample.count() + "×").toList()))));
        return String.join(" ", parts);
    }

    private String spoken(String name, Outcome outcome, Optional<Badge> badge) {
        String output = scene.tokens(outcome.best().tokenIds());
        String score = Numbers.fixed(scene.tree().lengthPenalty().score(outcome.best()), 3);
        return badge.map(one -> sheet.words("searchNumbers.description.judged", name, output, score, one.words()))
                .orElseGet(() -> sheet.words("searchNumbers.description.outcome", name, output, score));
    }
}
