package seq2see.app.view.training;

import java.util.List;
import seq2see.app.drawing.Caption;
import seq2see.app.drawing.Drawing;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.TextStyle;
import seq2see.app.theme.Role;
import seq2see.app.view.StageRows;
import seq2see.training.EvolvingTranslation;
import seq2see.training.EvolvingTranslation.Stage;
import seq2see.training.TrainingSnapshot;

/** Draws what became of a few sentences that are not learnt from: below each what the model made of it, from which step on. */
final class EvolutionPicture {
    private static final double HEAD = 46;
    private static final double GAP = 14;

    private final Sheet sheet;
    private final Drawing drawing;
    private final StageRows rows;

    private EvolutionPicture(Sheet sheet, TrainingSnapshot snapshot) {
        this.sheet = sheet;
        this.drawing = new Drawing(sheet);
        this.rows = new StageRows(sheet, drawing, snapshot.evolving().stream().flatMap(sentence -> sentence.stages().stream())
                .mapToLong(Stage::trainingStep).max().orElse(0));
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
            sentence(sentence, top, Math.max(1, (int) ((room - GAP - HEAD) / StageRows.LINE)));
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
        drawing.text(shortened(sentence.reference(), start, StageRows.TEXT), start, top + 34, StageRows.TEXT, drawing.ink(Role.MUTED_TEXT));
        rows.draw(sentence.stages(), List.of(sentence.reference()), top + HEAD, lines);
    }

    private String shortened(String text, double x, TextStyle style) {
        return sheet.shortened(text, style, sheet.width() - x);
    }
}
