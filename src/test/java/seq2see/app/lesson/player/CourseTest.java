package seq2see.app.lesson.player;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import seq2see.lesson.Lesson;
import seq2see.lesson.LessonStep;
import seq2see.lesson.Place;

class CourseTest {
    private static Lesson lesson(String id, int steps) {
        List<LessonStep> all = IntStream.rangeClosed(1, steps).mapToObj(number -> new LessonStep(id + number, new Place(id + ".md", number, 1), List.of(),
                Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty())).toList();
        return new Lesson(id, id, 1, List.of(), all, id + ".md");
    }

    private static Course course(Lesson... lessons) {
        Course course = new Course();
        course.take(List.of(lessons));
        return course;
    }

    @Test
    void forwardComesByEveryStepOnceAndBackByTheSame() {
        Course course = course(lesson("a", 2), lesson("b", 1), lesson("c", 3));
        List<String> there = new ArrayList<>();
        do {
            there.add(course.step().title());
        } while (course.forward());
        assertEquals(List.of("a1", "a2", "b1", "c1", "c2", "c3"), there);
        assertTrue(course.isAtEnd());
        List<String> back = new ArrayList<>();
        do {
            back.add(course.step().title());
        } while (course.back());
        Collections.reverse(back);
        assertEquals(there, back);
        assertTrue(course.isAtBeginning());
    }

    @Test
    void whereAStepIsNotThereTheNearestIs() {
        Course course = course(lesson("a", 2), lesson("b", 3));
        course.go("b", 9);
        assertEquals("b3", course.step().title());
        course.go("b", 0);
        assertEquals("b1", course.step().title());
        course.go("none", 2);
        assertEquals("a2", course.step().title());
    }

    @Test
    void withOtherLessonsOneStaysAtOnesStep() {
        Course course = course(lesson("a", 2), lesson("b", 3));
        course.go("b", 3);
        course.take(List.of(lesson("new", 1), lesson("a", 2), lesson("b", 2)));
        assertEquals("b2", course.step().title());
        assertEquals(3, course.lessonNumber());
        course.take(List.of(lesson("new", 1)));
        assertEquals("new1", course.step().title());
        assertFalse(course.has("b"));
    }
}
