package seq2see.app.view;

import java.util.ArrayList;
import java.util.List;
import seq2see.app.drawing.Drawing;
import seq2see.app.drawing.Mark.Anchor;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.TextStyle;
import seq2see.app.drawing.TokenText;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Role;
import seq2see.training.EvolvingTranslation.Stage;

/** Draws what a model made of a sentence, one stage a row: from which training step on, a tick where it is right, the text. */
public final class StageRows {
    public static final double LINE = 20;
    public static final TextStyle TEXT = TextStyle.FIGURE.withWeight(400);
    private static final TextStyle STEP = TextStyle.LEAST;

    private final Sheet sheet;
    private final Drawing drawing;
    private final double steps;

    /** @param widest the largest step of all rows that shall stand in one column */
    public StageRows(Sheet sheet, Drawing drawing, long widest) {
        this.sheet = sheet;
        this.drawing = drawing;
        this.steps = sheet.width(Numbers.count(Math.max(1000, widest)), STEP);
    }

    /**
     * @param references what is right
     * @param lines      how many rows have room: where there are more stages, the first, the last, and some evenly between them
     * @return where what comes below may begin
     */
    public double draw(List<Stage> stages, List<String> references, double top, int lines) {
        double y = top;
        for (Stage stage : some(stages, lines)) {
            boolean newest = stage == stages.getLast();
            double baseline = y + 14;
            drawing.text(Numbers.count(stage.trainingStep()), steps, baseline, STEP, drawing.ink(Role.MUTED_TEXT), Anchor.END);
            if (references.contains(stage.text())) {
                drawing.text("✓", steps + 10, baseline, TextStyle.SMALL.withWeight(600), drawing.ink(Role.SUCCESS));
            }
            double x = steps + 26;
            String text = stage.text().isEmpty() ? TokenText.of("") : stage.text();
            TextStyle style = newest ? TEXT.withWeight(600) : TEXT;
            drawing.text(sheet.shortened(text, style, sheet.width() - x), x, baseline, style, drawing.ink(newest ? Role.TEXT : Role.MUTED_TEXT));
            y += LINE;
        }
        return y;
    }

    private static List<Stage> some(List<Stage> stages, int lines) {
        if (stages.size() <= lines) {
            return stages;
        }
        List<Stage> some = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            int from = lines == 1 ? stages.size() - 1 : (int) Math.round((double) i * (stages.size() - 1) / (lines - 1));
            some.add(stages.get(from));
        }
        return some;
    }
}
