package seq2see.app.view;

import java.util.ArrayList;
import java.util.List;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Role;
import seq2see.app.view.Mark.Anchor;
import seq2see.training.EvolvingTranslation;
import seq2see.training.EvolvingTranslation.Stage;
import seq2see.training.TrainingSnapshot;

/** Draws what became of a few sentences that are not learnt from: below each what the model made of it, from which step on. */
final class EvolutionPicture {
    private static final double LINE = 20;
    private static final double HEAD = 46;
    private static final double GAP = 14;
    private static final TextStyle TEXT = TextStyle.FIGURE.withWeight(400);
    private static final TextStyle STEP = TextStyle.LEAST;

    private final Sheet sheet;
    private final Drawing drawing;
    private final double steps;

    private EvolutionPicture(Sheet sheet, TrainingSnapshot snapshot) {
        this.sheet = sheet;
        this.drawing = new Drawing(sheet);
        this.steps = snapshot.evolving().stream().flatMap(sentence -> sentence.stages().stream())
                .mapToDouble(stage -> sheet.width(Numbers.count(stage.trainingStep()), STEP)).reduce(sheet.width(Numbers.count(1000), STEP), Math::max);
    }

    static Picture of(Sheet sheet, TrainingSnapshot snapshot) {
        return new EvolutionPicture(sheet, snapshot).draw(snapshot);
    }

    private Picture draw(TrainingSnapshot snapshot) {
        String note = sheet.words("training.evolving.note");
        Caption caption = Caption.of(sheet, sheet.words("training.evolving"), note);
        caption.draw(sheet, drawing);
        List<EvolvingTranslation> sentences = snapshot.evolving().stream().filter(sentence -> !sentence.stages().isEmpty()).toList();
        if (sentences.isEmpty()) {
            String none = sheet.words("training.evolving.none");
            drawing.paragraph(none, 0, caption.height() + 16, Math.min(sheet.width(), 560), TextStyle.CONTROL.withWeight(400), drawing.ink(Role.MUTED_TEXT));
            return drawing.picture(none);
        }
        double top = caption.height() + 8;
        double room = (sheet.height() - top + GAP) / sentences.size();
        StringBuilder words = new StringBuilder(note);
        for (EvolvingTranslation sentence : sentences) {
            sentence(sentence, top, Math.max(1, (int) ((room - GAP - HEAD) / LINE)));
            top += room;
            words.append(' ').append(sheet.words("training.evolving.description", sentence.source(), sentence.stages().getLast().text(), sentence.reference()));
        }
        return drawing.picture(words.toString());
    }

    private void sentence(EvolvingTranslation sentence, double top, int lines) {
        drawing.text(shortened(sentence.source(), 0, TextStyle.FIGURE.withWeight(600)), 0, top + 14, TextStyle.FIGURE.withWeight(600), drawing.ink(Role.TEXT));
        String reference = sheet.words("training.evolving.reference");
        double start = sheet.width(reference, TextStyle.SMALL) + 8;
        drawing.text(reference, 0, top + 34, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
        drawing.text(shortened(sentence.reference(), start, TEXT), start, top + 34, TEXT, drawing.ink(Role.MUTED_TEXT));
        double y = top + HEAD;
        List<Stage> shown = shown(sentence.stages(), lines);
        for (Stage stage : shown) {
            boolean newest = stage == sentence.stages().getLast();
            boolean right = stage.text().equals(sentence.reference());
            double baseline = y + 14;
            drawing.text(Numbers.count(stage.trainingStep()), steps, baseline, STEP, drawing.ink(Role.MUTED_TEXT), Anchor.END);
            double x = steps + 26;
            if (right) {
                drawing.text("✓", steps + 10, baseline, TextStyle.SMALL.withWeight(600), drawing.ink(Role.SUCCESS));
            }
            String text = stage.text().isEmpty() ? TokenText.of("") : stage.text();
            TextStyle style = newest ? TEXT.withWeight(600) : TEXT;
            drawing.text(shortened(text, x, style), x, baseline, style, drawing.ink(newest ? Role.TEXT : Role.MUTED_TEXT));
            y += LINE;
        }
    }

    private String shortened(String text, double x, TextStyle style) {
        return sheet.shortened(text, style, sheet.width() - x);
    }

    /** As many stages as have room: the first, the last, and some evenly between them. */
    private static List<Stage> shown(List<Stage> stages, int lines) {
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
