package seq2see.lesson;

import java.util.ArrayList;
import java.util.List;

/** Gathers what stands in a step's prose. */
final class Prose {
    private final List<Inline> found = new ArrayList<>();

    private Prose() {
    }

    static List<Inline> of(LessonStep step) {
        Prose prose = new Prose();
        step.blocks().forEach(prose::add);
        step.exercise().ifPresent(exercise -> {
            prose.addAll(exercise.question());
            exercise.hints().forEach(prose::addAll);
            prose.addAll(exercise.right());
            prose.addAll(exercise.wrong());
        });
        return List.copyOf(prose.found);
    }

    private void add(Block block) {
        switch (block) {
            case Block.Paragraph paragraph -> addAll(paragraph.content());
            case Block.ItemList list -> list.items().forEach(this::addAll);
            case Block.DisplayedFormula formula -> found.add(new Inline.Formula(formula.tex()));
            case Block.Image _ -> { }
        }
    }

    private void addAll(List<Inline> content) {
        for (Inline inline : content) {
            found.add(inline);
            if (inline instanceof Inline.Mention mention) {
                addAll(mention.content());
            }
        }
    }
}
