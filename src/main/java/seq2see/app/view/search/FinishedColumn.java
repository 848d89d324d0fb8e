package seq2see.app.view.search;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import seq2see.app.drawing.Drawing;
import seq2see.app.drawing.Mark.Anchor;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.TextStyle;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Role;
import seq2see.search.Hypothesis;
import seq2see.search.LengthPenalty;

/**
 * Draws the ranked outputs with their score being computed. Where every prefix that was kept counts as an output, as some
 * texts have it, it is told what the usual rule says.
 */
final class FinishedColumn {
    private static final double ROW = 24;
    /** So many of them are written out. */
    static final int MOST_ROWS = 6;
    private static final TextStyle TOKENS = TextStyle.FIGURE;
    private static final TextStyle NOTE = TextStyle.SMALL.withSize(11);
    private static final TextStyle WORKING = TextStyle.LEAST;
    /** How much higher an exponent stands. */
    private static final double RAISED = 4;

    private final Drawing drawing;
    private final Sheet sheet;
    private final SearchScene scene;
    private final LengthPenalty penalty;
    private final double width;
    private double y;

    private FinishedColumn(Drawing drawing, SearchScene scene, double y, double width) {
        this.drawing = drawing;
        this.sheet = drawing.sheet();
        this.scene = scene;
        this.penalty = scene.tree().lengthPenalty();
        this.y = y;
        this.width = width;
    }

    /** Gives where it ends. */
    static double draw(Drawing drawing, SearchScene scene, double y, double width) {
        return new FinishedColumn(drawing, scene, y, width).draw();
    }

    /** What is an output by now, the best first. */
    static List<Hypothesis> outputs(SearchScene scene) {
        List<Hypothesis> all = scene.look().everyKept() ? scene.tree().keptPrefixes() : scene.tree().finished();
        return all.stream().filter(output -> scene.isFinishedByNow(output.length()))
                .sorted(Comparator.comparingDouble((Hypothesis output) -> scene.tree().lengthPenalty().score(output)).reversed()).toList();
    }

    private double draw() {
        List<Hypothesis> outputs = outputs(scene);
        y += 16;
        drawing.text(sheet.words(scene.look().everyKept() ? "searchNumbers.everyKept" : "searchNumbers.finished"), 0, y, TextStyle.HEADING, drawing.ink(Role.TEXT));
        y += 20;
        raise(written(sheet.words("searchNumbers.formula"), 0, NOTE), NOTE);
        if (outputs.isEmpty()) {
            drawing.text(sheet.words("searchNumbers.none"), 0, y + 20, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
            return y + 30;
        }
        y += 19;
        working(outputs.getFirst());
        y += 6;
        rows(outputs.subList(0, Math.min(MOST_ROWS, outputs.size())));
        if (outputs.size() > MOST_ROWS) {
            drawing.text(sheet.words("beamTree.others", Numbers.count(outputs.size() - MOST_ROWS)), 8, y + 12, NOTE, drawing.ink(Role.MUTED_TEXT));
            y += 18;
        }
        usualRule(sheet, scene).ifPresent(words ->
                y = drawing.paragraph(words, 0, y + 16, width, TextStyle.SMALL, drawing.ink(Role.TEXT)));
        return y;
    }

    /** The formula with the numbers of the best output put in: −2.919 / 4^0.75 = −2.919 / 2.828 = −1.032. */
    private void working(Hypothesis best) {
        String logProbability = Numbers.fixed(best.logProbability(), 3);
        String score = " = " + Numbers.fixed(penalty.score(best), 3);
        String divided = " = " + logProbability + " / " + Numbers.fixed(penalty.divisor(best.length()), 3);
        double x = raise(written(logProbability + " / " + Numbers.count(best.length()), 0, WORKING), WORKING);
        boolean whole = x + sheet.width(divided + score, WORKING) <= width;
        written(whole ? divided + score : score, x, WORKING);
    }

    /** Gives where the text ends. */
    private double written(String words, double x, TextStyle style) {
        drawing.text(words, x, y, style, drawing.ink(Role.MUTED_TEXT));
        return x + sheet.width(words, style);
    }

    /** α as an exponent; gives where it ends. */
    private double raise(double x, TextStyle style) {
        String alpha = Numbers.fixed(penalty.alpha(), 2);
        drawing.text(alpha, x + 1, y - RAISED, style, drawing.ink(Role.MUTED_TEXT));
        return x + 1 + sheet.width(alpha, style);
    }

    private void rows(List<Hypothesis> outputs) {
        double score = width - 8;
        double scores = outputs.stream().mapToDouble(output -> sheet.width(Numbers.fixed(penalty.score(output), 3), TOKENS.withWeight(600))).max().orElse(0);
        double logs = outputs.stream().mapToDouble(output -> sheet.width(Numbers.fixed(output.logProbability(), 3), TOKENS)).max().orElse(0);
        double length = score - scores - 16;
        double log = length - 40;
        heading("log p", log);
        heading(sheet.words("searchNumbers.length"), length);
        heading(sheet.words("searchNumbers.score"), score);
        y += 18;
        for (Hypothesis output : outputs) {
            boolean best = output == outputs.getFirst();
            TextStyle style = best ? TOKENS.withWeight(600) : TOKENS;
            tokens(output, best, style, log - logs - 18);
            double middle = y + ROW / 2;
            drawing.text(Numbers.fixed(output.logProbability(), 3), log, middle + TOKENS.middleToBaseline(), TOKENS, drawing.ink(Role.TEXT), Anchor.END);
            drawing.text(Numbers.count(output.length()), length, middle + TOKENS.middleToBaseline(), TOKENS, drawing.ink(Role.TEXT), Anchor.END);
            drawing.text(Numbers.fixed(penalty.score(output), 3), score, middle + style.middleToBaseline(), style, drawing.ink(Role.TEXT), Anchor.END);
            y += ROW;
        }
    }

    /** An output's tokens; one that is too long for the room beside its numbers has a line of its own. */
    private void tokens(Hypothesis output, boolean best, TextStyle style, double room) {
        String words = (best ? "✓ " : "") + scene.tokens(output.tokenIds()) + (output.cut() && !scene.look().everyKept() ? " …" : "");
        boolean apart = sheet.width(words, style) > room;
        if (best) {
            drawing.box(0, y, width, apart ? 2 * ROW - 6 : ROW, 4, drawing.ink(Role.SUCCESS_TINT));
        }
        drawing.text(sheet.shortened(words, style, apart ? width - 16 : room), 8, y + ROW / 2 + style.middleToBaseline(), style,
                drawing.ink(best ? Role.SUCCESS : Role.TEXT));
        y += apart ? ROW - 6 : 0;
    }

    private void heading(String words, double right) {
        drawing.text(words, right, y + 12, NOTE, drawing.ink(Role.MUTED_TEXT), Anchor.END);
    }

    /** What the usual rule says at the end of a search where every kept prefix counts; empty elsewhere. */
    static Optional<String> usualRule(Sheet sheet, SearchScene scene) {
        if (!scene.look().everyKept() || !scene.isStopped()) {
            return Optional.empty();
        }
        Hypothesis usual = scene.tree().finished().getFirst();
        return Optional.of(usual.tokenIds().equals(outputs(scene).getFirst().tokenIds()) ? sheet.words("searchNumbers.usualRule.same")
                : sheet.words("searchNumbers.usualRule.other", scene.tokens(usual.tokenIds()), Numbers.fixed(scene.tree().lengthPenalty().score(usual), 3)));
    }
}
