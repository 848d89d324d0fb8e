package seq2see.app.view.mask;

import java.util.List;
import seq2see.app.drawing.Drawing;
import seq2see.app.drawing.Mark;
import seq2see.app.drawing.Mark.Anchor;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.Signs;
import seq2see.app.drawing.Stroke;
import seq2see.app.drawing.TextStyle;
import seq2see.app.drawing.TokenText;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Rgb;
import seq2see.app.theme.Role;
import seq2see.app.view.mask.MaskScene.Cell;
import seq2see.app.view.mask.MaskScene.Phase;
import seq2see.tensor.Axis;
import seq2see.training.BatchLosses;

/** What the mask is for: the loss of every position of a batch, of which padding does not count. */
final class MaskLosses {
    private final Sheet sheet;
    private final MaskScene scene;
    private final MaskLayout layout;
    private final Drawing drawing;

    MaskLosses(Sheet sheet, MaskScene scene, MaskLayout layout, Drawing drawing) {
        this.sheet = sheet;
        this.scene = scene;
        this.layout = layout;
        this.drawing = drawing;
    }

    void draw() {
        TextStyle strong = TextStyle.SMALL.withWeight(600);
        String heading = sheet.words("mask.loss");
        double baseline = layout.lossTop() + 8;
        drawing.text(heading, 0, baseline, strong, drawing.ink(scene.phase() == Phase.LOSS ? Role.ACCENT : Role.TEXT));
        double x = sheet.width(heading, strong) + 10;
        if (scene.losses().isEmpty()) {
            drawing.text(sheet.words("mask.loss.waiting"), x, baseline, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
            return;
        }
        BatchLosses losses = scene.losses().get();
        String source = scene.ofCorpus() ? sheet.words("mask.loss.corpus", losses.trainingStep()) : sheet.words("mask.loss.worked");
        for (String line : sheet.wrapped(source, TextStyle.SMALL, sheet.width() - x).subList(0, 1)) {
            drawing.text(line, x, baseline, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
        }
        for (int row = 0; row < losses.sentences().size(); row++) {
            rowHead(losses.sentences().get(row), row);
            for (int column = layout.first(); layout.shows(column) && column < losses.targetTime(); column++) {
                cell(losses.sentences().get(row), row, column);
            }
        }
        double below = layout.lossY(losses.sentences().size()) + 14;
        double room = (layout.meansBeside() ? layout.meansLeft() - 16 : sheet.width()) - MaskLayout.LOSS_LEFT;
        drawing.paragraph(sheet.words("mask.loss.legend"), MaskLayout.LOSS_LEFT, below, room, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
        new MaskMeans(sheet, scene, layout, drawing, losses).draw();
    }

    private void rowHead(BatchLosses.Sentence sentence, int row) {
        double y = layout.lossY(row);
        double right = MaskLayout.LOSS_LEFT - 8;
        drawing.line(right, y + 1, right, y + layout.lossRow() - 4, Stroke.solid(sheet.palette().of(Axis.BATCH), 2.5));
        drawing.text(String.valueOf(sentence.validLength()), right - 9, y + (layout.lossRow() - 3) / 2 + 5, TextStyle.FIGURE, drawing.ink(Role.TEXT), Anchor.END);
        if (row == 0) {
            double top = layout.lossTop() + MaskLayout.LOSS_HEAD - 6;
            int columns = Math.min(layout.shown(), sentence.losses().size() - layout.first());
            Rgb ink = sheet.palette().of(Axis.TARGET_TIME);
            drawing.line(MaskLayout.LOSS_LEFT + 1, top, layout.lossX(layout.first() + columns) - 4, top, Stroke.solid(ink, 2.5));
            drawing.text(Axis.TARGET_TIME.letter() + " " + sentence.losses().size(), MaskLayout.LOSS_LEFT, top - 7, TextStyle.LEAST.withWeight(500), ink);
            drawing.text(Axis.BATCH.letter(), right - 9, top - 7, TextStyle.LEAST.withWeight(600), sheet.palette().of(Axis.BATCH), Anchor.END);
        }
    }

    /** What was to be said, what was said where that is another, and its loss. Padding is hatched. */
    private void cell(BatchLosses.Sentence sentence, int row, int column) {
        double x = layout.lossX(column);
        double y = layout.lossY(row);
        double width = layout.lossCell() - 3;
        double height = layout.lossRow() - 3;
        boolean counts = scene.counts(row, column);
        boolean masked = !counts && scene.phase().reached(Phase.LOSS);
        Stroke edge = counts ? Stroke.solid(drawing.ink(Role.DONE), 1) : Stroke.dashed(drawing.ink(Role.GHOST), 1);
        drawing.add(new Mark.Box(x + 0.5, y + 0.5, width - 1, height - 1, 3, drawing.ink(counts ? Role.SURFACE : Role.INSET), edge));
        if (masked) {
            drawing.add(Signs.hatch(x + 1, y + 1, width - 2, height - 2, drawing.ink(Role.LINE)));
        }
        Rgb ink = drawing.ink(counts ? Role.TEXT : Role.MUTED_TEXT);
        String label = tokens(sentence, column, width - 6);
        TextStyle figure = TextStyle.FIGURE.withSize(width < 46 ? 11 : 13);
        String loss = loss(sentence.losses().get(column), width < 46);
        ground(masked, label, TextStyle.LEAST, x + width / 2, y + 15);
        ground(masked, loss, figure, x + width / 2, y + height - 6);
        drawing.text(label, x + width / 2, y + 15, TextStyle.LEAST, ink, Anchor.MIDDLE);
        drawing.text(loss, x + width / 2, y + height - 6, figure, ink, Anchor.MIDDLE);
        if (scene.lights(new Cell(true, row, column))) {
            drawing.outline(x - 0.5, y - 0.5, width + 1, height + 1, 4, Stroke.solid(drawing.ink(Role.TEXT), 2.5));
        }
    }

    /** Texts stand on a clear ground between the slanted lines. */
    private void ground(boolean masked, String text, TextStyle style, double middle, double baseline) {
        if (masked) {
            double width = sheet.width(text, style) + 4;
            drawing.box(middle - width / 2, baseline - style.size() * 0.8, width, style.size(), 2, drawing.ink(Role.INSET));
        }
    }

    /** The label, and behind an arrow what was found most probable, where that is another and there is room. */
    private String tokens(BatchLosses.Sentence sentence, int column, double room) {
        String label = TokenText.of(sentence.labels().get(column));
        String predicted = TokenText.of(sentence.predictions().get(column));
        String both = label + "→" + predicted;
        if (!label.equals(predicted) && sheet.width(both, TextStyle.LEAST) <= room) {
            return both;
        }
        return sheet.shortened(label, TextStyle.LEAST, room);
    }

    private String loss(double loss, boolean narrow) {
        return scene.ofCorpus() ? narrow ? Numbers.fixed(loss, 1) : Numbers.loss(loss) : Numbers.fixed(loss, 1);
    }

    /** Such as {@code 0.1 + 0.1 + 2.5}: the terms of a sum. */
    static String sum(List<Double> terms, int digits) {
        return String.join(" + ", terms.stream().map(term -> Numbers.fixed(term, digits)).toList());
    }
}
