package seq2see.app.lesson.player;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import seq2see.app.theme.Text;
import seq2see.lesson.Block;
import seq2see.lesson.Inline;
import seq2see.lesson.Inline.Style;
import seq2see.lesson.LessonStep;
import seq2see.lesson.Sentences;

/** What is said at one time when a lesson is presented. */
record Slide(Kind kind, List<Inline> content) {

    /** What a slide is, which decides how it is set. */
    enum Kind { TITLE, SENTENCE, ITEM, FORMULA, QUESTION, ANSWER }

    /** In the place of an answer that the engine did not come to. */
    static Slide failed() {
        return new Slide(Kind.SENTENCE, List.of(new Inline.Words(Text.of("present.failed"), Style.PLAIN)));
    }

    /** The slides of a step: its title, each sentence, and the exercise's question, then what is right. */
    static List<Slide> of(LessonStep step, Locale locale) {
        List<Slide> slides = new ArrayList<>();
        slides.add(new Slide(Kind.TITLE, List.of(new Inline.Words(step.title(), Style.PLAIN))));
        for (Block block : step.blocks()) {
            switch (block) {
                case Block.Paragraph paragraph -> Sentences.of(paragraph.content(), locale).forEach(sentence -> slides.add(new Slide(Kind.SENTENCE, sentence)));
                case Block.ItemList list -> list.items().forEach(item -> slides.add(new Slide(Kind.ITEM, item)));
                case Block.DisplayedFormula formula -> slides.add(new Slide(Kind.FORMULA, List.of(new Inline.Formula(formula.tex()))));
                case Block.Image _ -> { }
            }
        }
        step.exercise().ifPresent(asked -> {
            slides.add(new Slide(Kind.QUESTION, asked.question()));
            slides.add(new Slide(Kind.ANSWER, asked.right()));
        });
        return List.copyOf(slides);
    }
}
