package seq2see.app.view.mask;

import java.util.List;
import java.util.stream.Stream;
import seq2see.app.drawing.Drawing;
import seq2see.app.drawing.Mark.Anchor;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.Signs;
import seq2see.app.drawing.TextStyle;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Role;
import seq2see.app.view.mask.MaskScene.Phase;
import seq2see.training.BatchLosses;

/** The means that may be taken of a batch's losses, side by side: the right one, the wrong one, and another convention by its name. */
final class MaskMeans {
    private static final double LINE = 40;
    static final double HEIGHT = 3 * LINE + 4;

    private final Sheet sheet;
    private final MaskScene scene;
    private final MaskLayout layout;
    private final Drawing drawing;
    private final BatchLosses losses;

    MaskMeans(Sheet sheet, MaskScene scene, MaskLayout layout, Drawing drawing, BatchLosses losses) {
        this.sheet = sheet;
        this.scene = scene;
        this.layout = layout;
        this.drawing = drawing;
        this.losses = losses;
    }

    void draw() {
        double top = layout.meansTop(losses.sentences().size());
        mean(top, "mask.mean.masked", Role.SUCCESS, masked(), losses.maskedMean());
        mean(top + LINE, "mask.mean.unmasked", Role.DANGER, unmasked(), losses.unmaskedMean());
        mean(top + 2 * LINE, "mask.mean.byTime", Role.MUTED_TEXT, byTime(), losses.meanByTargetTime());
    }

    /** A name, how the mean comes about, and at the right edge the mean. */
    private void mean(double y, String key, Role role, List<String> formulas, double value) {
        double x = layout.meansLeft();
        if (role == Role.SUCCESS) {
            drawing.add(Signs.tick(x + 7, y + 8, drawing.ink(role)));
        } else if (role == Role.DANGER) {
            drawing.add(Signs.cross(x + 7, y + 8, drawing.ink(role)));
        } else {
            drawing.text("≠", x + 7, y + 13, TextStyle.FIGURE, drawing.ink(role), Anchor.MIDDLE);
        }
        boolean known = scene.phase().reached(Phase.LOSS);
        String shown = known ? Numbers.fixed(value, 2) : "?";
        TextStyle large = TextStyle.FIGURE.withSize(18).withWeight(600);
        double end = layout.meansRight();
        drawing.text(shown, end, y + 20, large, drawing.ink(known ? role : Role.MUTED_TEXT), Anchor.END);
        double room = end - sheet.width("88.88", large) - x - 36;
        TextStyle name = TextStyle.CONTROL.withWeight(600);
        drawing.text(sheet.shortened(sheet.words(key), name, room), x + 22, y + 12, name, drawing.ink(Role.TEXT));
        if (known) {
            TextStyle mono = TextStyle.LEAST;
            String fitting = formulas.stream().filter(formula -> sheet.width(formula, mono) <= room).findFirst().orElse(formulas.getLast());
            drawing.text(fitting, x + 22, y + 29, mono, drawing.ink(Role.MUTED_TEXT));
        }
    }

    /** From the most telling to the shortest. */
    private List<String> masked() {
        List<Double> terms = losses.sentences().stream().flatMap(sentence -> sentence.losses().subList(0, sentence.validLength()).stream()).toList();
        return List.of("(" + MaskLosses.sum(terms, digits()) + ") ÷ " + losses.validTokens(),
                number(losses.validSum()) + " ÷ " + losses.validTokens());
    }

    private List<String> unmasked() {
        List<Double> terms = losses.sentences().stream().flatMap(sentence -> sentence.losses().stream()).toList();
        return List.of("(" + MaskLosses.sum(terms, digits()) + ") ÷ " + losses.positions(), number(losses.wholeSum()) + " ÷ " + losses.positions());
    }

    private List<String> byTime() {
        int time = losses.targetTime();
        Stream<String> each = losses.sentences().stream().map(sentence -> number(sentence.validSum()) + "÷" + time);
        return List.of("(" + String.join(" + ", each.toList()) + ") ÷ " + losses.sentences().size(),
                number(losses.validSum()) + " ÷ (" + losses.sentences().size() + " × " + time + ")");
    }

    private int digits() {
        return scene.ofCorpus() ? 2 : 1;
    }

    private String number(double sum) {
        return Numbers.fixed(sum, digits());
    }
}
