package seq2see.lesson;

import java.util.List;

/**
 * A lesson in one language.
 *
 * @param id      the same in every language
 * @param minutes how long it takes about
 * @param needs   ids of lessons that come before
 * @param file    its name, as problems call it
 */
public record Lesson(String id, String title, int minutes, List<Setting> needs, List<LessonStep> steps, String file) {
    public Lesson {
        needs = List.copyOf(needs);
        steps = List.copyOf(steps);
    }
}
