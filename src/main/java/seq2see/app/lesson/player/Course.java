package seq2see.app.lesson.player;

import java.util.List;
import java.util.Optional;
import seq2see.lesson.Lesson;
import seq2see.lesson.LessonStep;

/** The lessons in their order, and the step that one is at. Lessons and steps count from 1. */
final class Course {
    private List<Lesson> lessons = List.of();
    /** From 0. */
    private int lesson;
    /** From 0. */
    private int step;

    /** Takes other lessons, one or more; one stays where one is, as far as that is still there. */
    void take(List<Lesson> others) {
        String id = lessons.isEmpty() ? "" : lesson().id();
        lessons = List.copyOf(others);
        go(id, stepNumber());
    }

    List<Lesson> lessons() {
        return lessons;
    }

    /** Whether there is a lesson of this id. */
    boolean has(String id) {
        return find(id).isPresent();
    }

    Optional<Lesson> find(String id) {
        return lessons.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    Lesson lesson() {
        return lessons.get(lesson);
    }

    LessonStep step() {
        return lesson().steps().get(step);
    }

    /** The number of one of these lessons. */
    int number(Lesson one) {
        return lessons.indexOf(one) + 1;
    }

    int lessonNumber() {
        return lesson + 1;
    }

    int stepNumber() {
        return step + 1;
    }

    boolean isAtBeginning() {
        return lesson == 0 && step == 0;
    }

    boolean isAtEnd() {
        return lesson == lessons.size() - 1 && step == lesson().steps().size() - 1;
    }

    /** Goes to a step of a lesson, or the nearest that it has; of the first lesson, where there is none of that id. */
    void go(String id, int stepNumber) {
        lesson = find(id).map(lessons::indexOf).orElse(0);
        step = Math.clamp(stepNumber - 1, 0, lesson().steps().size() - 1);
    }

    /** Goes to the first step of the first lesson. */
    void restart() {
        lesson = 0;
        step = 0;
    }

    /** Goes to the next step, the first of the next lesson behind a lesson's last. @return whether there was one */
    boolean forward() {
        if (isAtEnd()) {
            return false;
        }
        if (step + 1 < lesson().steps().size()) {
            step++;
        } else {
            lesson++;
            step = 0;
        }
        return true;
    }

    /** Goes to the step before, the last of the lesson before in front of a lesson's first. @return whether there was one */
    boolean back() {
        if (isAtBeginning()) {
            return false;
        }
        if (step > 0) {
            step--;
        } else {
            lesson--;
            step = lesson().steps().size() - 1;
        }
        return true;
    }
}
