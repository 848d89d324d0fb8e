package seq2see.lesson;

import java.util.List;
import java.util.Optional;

/**
 * One idea: prose beside a picture. It holds all of the state that it needs, so that it can be shown from wherever the reader
 * comes.
 *
 * @param model      what is learnt and how far, as the last step that spoke of it left it
 * @param view       what is looked at
 * @param moment     where the scrubber stands
 * @param highlights what is ringed, of this step alone
 * @param run        what goes on while one reads, of this step alone
 */
public record LessonStep(String title, Place place, List<Block> blocks, Optional<Directive> model, Optional<Directive> view,
                         Optional<Setting> moment, List<Setting> highlights, Optional<Exercise> exercise, Optional<Directive> run) {
    public LessonStep {
        blocks = List.copyOf(blocks);
        highlights = List.copyOf(highlights);
    }

    /** Every piece of prose of the step, also that of its exercise, in the order of the file. */
    public List<Inline> prose() {
        return Prose.of(this);
    }
}
