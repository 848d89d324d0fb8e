package seq2see.lesson;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a lesson.
 *
 * @param lesson   as far as it could be understood; empty where there is nothing to show
 * @param problems in the order of the file
 */
public record Reading(Optional<Lesson> lesson, List<LessonProblem> problems) {
    public Reading {
        problems = List.copyOf(problems);
    }
}
