package seq2see.app.lesson;

import seq2see.corpus.InputException;
import seq2see.lesson.LessonProblem;
import seq2see.lesson.Place;

/** Something wrong with a lesson, told with its place in either language. */
public record Finding(Place place, InputException problem) {

    static Finding of(LessonProblem problem) {
        Object[] arguments = new Object[problem.arguments().size() + 1];
        arguments[0] = problem.place();
        System.arraycopy(problem.arguments().toArray(), 0, arguments, 1, problem.arguments().size());
        return new Finding(problem.place(), new InputException(problem.key(), arguments));
    }

    /** Carries a finding out of the depths of a check. */
    static final class Found extends Exception {
        private final transient Finding finding;

        /** @param problem whose text begins with the place */
        Found(Place place, InputException problem) {
            super(problem.getMessage());
            this.finding = new Finding(place, problem);
        }

        Finding finding() {
            return finding;
        }
    }
}
