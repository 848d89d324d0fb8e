package seq2see.app.lesson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import seq2see.app.lesson.ExperimentState.Change;
import seq2see.app.lesson.Finding.Found;
import seq2see.corpus.InputException;
import seq2see.lesson.LessonStep;

/**
 * A setting of the model or of the search has to be changed so that something holds. Whether it does is seen by bringing the
 * step into the changed state.
 *
 * @param before    the facts of the step as it is
 * @param step      whose state is changed
 * @param knobs     what can be changed, and to what
 * @param condition what has to hold then; {@code before.…} in it are the facts before
 * @param folder    where corpora that do not come with the program lie; empty where there are none
 */
public record ChangeTask(Facts before, LessonStep step, List<Knob> knobs, Condition condition, Optional<Path> folder) implements Task {
    private static final int MOST_COMBINATIONS = 16;

    /** A setting and what it can be set to. */
    public record Knob(String key, List<Change> changes) {
        public Knob {
            changes = List.copyOf(changes);
        }

        /** As people call it. */
        public String name() {
            return SettingWords.name(key);
        }

        public List<String> values() {
            return changes.stream().map(change -> SettingWords.value(key, change.value().value())).toList();
        }
    }

    /** Facts with {@code before.} in front of their addresses. */
    private record Before(Facts facts) implements FactSource {
        private static final String LEADING = "before.";

        @Override
        public OptionalDouble number(String address) {
            return address.startsWith(LEADING) ? facts.number(address.substring(LEADING.length())) : OptionalDouble.empty();
        }

        @Override
        public Optional<String> text(String address) {
            return address.startsWith(LEADING) ? facts.text(address.substring(LEADING.length())) : Optional.empty();
        }
    }

    public ChangeTask {
        knobs = List.copyOf(knobs);
    }

    /** The same for a lesson of one's own. */
    public ChangeTask in(Optional<Path> place) {
        return new ChangeTask(before, step, knobs, condition, place);
    }

    /** How many states there are to come to. */
    boolean isSmall() {
        return combinations() <= MOST_COMBINATIONS;
    }

    private int combinations() {
        return knobs.stream().mapToInt(knob -> knob.changes().size()).reduce(1, Math::multiplyExact);
    }

    /** The state that the step comes into by an answer; empty where there is no such state. */
    public Optional<StepState> state(Answer answer) {
        try {
            return Optional.of(StepState.of(step, changes(answer)));
        } catch (Found _) {
            return Optional.empty();
        }
    }

    private List<Change> changes(Answer answer) {
        List<Integer> chosen = ((Answer.Settings) answer).options();
        List<Change> changes = new ArrayList<>();
        for (int knob = 0; knob < knobs.size(); knob++) {
            changes.add(knobs.get(knob).changes().get(chosen.get(knob)));
        }
        return changes;
    }

    /** @throws Found where the condition speaks of something that is not there, before anything is changed or after any answer */
    void check(LessonModels models) throws InputException, Found {
        condition.holds(before.with(new Before(before)));
        for (Answer answer : answers()) {
            condition.holds(models.facts(StepState.of(step, changes(answer))).with(new Before(before)));
        }
    }

    /** Judges an answer by the facts of the state that it led to. */
    public Verdict judge(Answer answer, Facts after) {
        Facts both = after.with(new Before(before));
        Map<String, String> said = new HashMap<>();
        for (Change change : changes(answer)) {
            said.put("answer." + change.key(), change.value().value());
        }
        said.put("answer", changes(answer).stream().map(change -> SettingWords.name(change.key()) + " = " + SettingWords.value(change.key(), change.value().value())).collect(Collectors.joining(", ")));
        try {
            return verdict(both, said);
        } catch (Found _) {
            // Something that it speaks of is not there in that state.
            return new Verdict(false, both.with(said));
        }
    }

    private Verdict verdict(Facts both, Map<String, String> said) throws Found {
        said.put("left.value", condition.left(both));
        said.put("right.value", condition.right(both));
        return new Verdict(condition.holds(both), both.with(said));
    }

    /** Brings the step into the changed state here, without a window; that may take as long as its training. */
    @Override
    public Verdict judge(Answer answer) {
        try (LessonModels models = new LessonModels(folder)) {
            return judge(answer, models.facts(state(answer).orElseThrow()));
        } catch (InputException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** Tries one answer after the other. */
    @Override
    public Answer right() {
        return find(true).orElseThrow();
    }

    @Override
    public Answer wrong() {
        return find(false).orElseThrow();
    }

    private Optional<Answer> find(boolean wanted) {
        try (LessonModels models = new LessonModels(folder)) {
            return find(wanted, models);
        } catch (InputException | Found refused) {
            throw new IllegalStateException(refused);
        }
    }

    /**
     * The first answer that is right, or wrong.
     *
     * @throws Found where an answer leads to a state that cannot be
     */
    Optional<Answer> find(boolean wanted, LessonModels models) throws InputException, Found {
        for (Answer answer : answers()) {
            if (judge(answer, models.facts(StepState.of(step, changes(answer)))).isRight() == wanted) {
                return Optional.of(answer);
            }
        }
        return Optional.empty();
    }

    private List<Answer> answers() {
        List<Answer> answers = new ArrayList<>();
        for (int number = 0; number < combinations(); number++) {
            List<Integer> options = new ArrayList<>();
            int left = number;
            for (Knob knob : knobs) {
                options.add(left % knob.changes().size());
                left /= knob.changes().size();
            }
            answers.add(new Answer.Settings(options));
        }
        return answers;
    }
}
