package seq2see.lesson;

import java.util.List;

/**
 * What is wrong with a lesson, and where. The key is one of the bundle {@code text/problems}, whose {0} is the place and
 * whose {1}, {2} … are the arguments.
 */
public record LessonProblem(Place place, String key, List<String> arguments) {
    public LessonProblem {
        arguments = List.copyOf(arguments);
    }

    public static LessonProblem of(Place place, String key, Object... arguments) {
        return new LessonProblem(place, key, List.of(arguments).stream().map(String::valueOf).toList());
    }
}
