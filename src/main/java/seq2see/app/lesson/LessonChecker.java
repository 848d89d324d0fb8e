package seq2see.app.lesson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scilab.forge.jlatexmath.ParseException;
import org.scilab.forge.jlatexmath.TeXFormula;
import seq2see.app.lesson.Finding.Found;
import seq2see.corpus.InputException;
import seq2see.lesson.Block;
import seq2see.lesson.Exercise;
import seq2see.lesson.Inline;
import seq2see.lesson.Lesson;
import seq2see.lesson.LessonStep;
import seq2see.lesson.Setting;
import seq2see.trace.Trace;

/**
 * Reads a lesson against the real engine: trains the model of each step and looks whether everything that the step names is
 * there. It starts no toolkit.
 */
final class LessonChecker {
    /** Training up to here takes a slow machine a few seconds; a reader should not wait longer. */
    private static final long MOST_STEPS = 1500;

    private final Optional<Path> folder;
    private final LessonModels models;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * @param folder of the lesson and of what it names; empty for those that come with the program
     * @param models of its corpora
     */
    LessonChecker(Optional<Path> folder, LessonModels models) {
        this.folder = folder;
        this.models = models;
    }

    /** What is wrong with a lesson, in the order of its steps. */
    List<Finding> check(Lesson lesson) {
        findings.clear();
        for (LessonStep step : lesson.steps()) {
            try {
                check(step);
            } catch (Found found) {
                findings.add(found.finding());
            }
        }
        return List.copyOf(findings);
    }

    private void check(LessonStep step) throws Found {
        step.blocks().forEach(this::checkImage);
        step.prose().forEach(this::checkFormula);
        StepState state = StepState.of(step);
        Facts facts = facts(step, state);
        Trace trace = facts.trace().orElseThrow();
        state.moment().ifPresent(moment -> checkMoment(moment, state.view(), facts));
        step.highlights().forEach(highlight -> checkTarget(highlight, trace));
        step.blocks().forEach(block -> checkProse(content(block), facts, trace));
        if (step.exercise().isPresent()) {
            check(step, state.view(), facts, trace);
        }
    }

    private Facts facts(LessonStep step, StepState state) throws Found {
        Setting place = step.model().orElseThrow().value("corpus").orElseThrow();
        StepState bearable = state;
        if (state.model().steps() > MOST_STEPS && (folder.isPresent() || LessonCheckpoints.nearest(state.model()).isEmpty())) {
            add(step.model().get().value("steps").orElse(place), "lesson.tooManySteps", MOST_STEPS);
            bearable = state.with(state.model().after(0));
        }
        try {
            return models.facts(bearable);
        } catch (InputException refused) {
            throw new Found(place.place(), new InputException("lesson.value", place.place(), refused));
        }
    }

    private void check(LessonStep step, LessonView view, Facts facts, Trace trace) throws Found {
        Exercise exercise = step.exercise().orElseThrow();
        Optional.ofNullable(exercise.settings().get(TaskReader.REVEAL)).ifPresent(moment -> checkMoment(moment, view, facts));
        checkProse(exercise.question(), facts, trace);
        exercise.hints().forEach(hint -> checkProse(hint, facts, trace));
        Task task = TaskReader.checked(step, facts);
        if (task instanceof ChangeTask change) {
            check(change, trace);
            return;
        }
        Verdict right = task.judge(task.right());
        Verdict wrong = task.judge(task.wrong());
        if (!right.isRight() || wrong.isRight()) {
            add(exercise.kind(), right.isRight() ? "lesson.alwaysRight" : "lesson.neverRight");
        }
        checkProse(exercise.right(), right.facts(), trace);
        checkProse(exercise.wrong(), wrong.facts(), trace);
    }

    /** Tries the settings: some have to do what is asked for, and some not. */
    private void check(ChangeTask change, Trace trace) throws Found {
        Exercise exercise = change.step().exercise().orElseThrow();
        Setting set = exercise.settings().get("set");
        try {
            change.check(models);
            Answer right = change.find(true, models).orElseThrow(() -> new Found(set.place(), new InputException("lesson.changeNever", set.place())));
            Answer wrong = change.find(false, models).orElseThrow(() -> new Found(set.place(), new InputException("lesson.changeAlways", set.place())));
            checkProse(exercise.right(), change.judge(right, models.facts(change.state(right).orElseThrow())).facts(), trace);
            checkProse(exercise.wrong(), change.judge(wrong, models.facts(change.state(wrong).orElseThrow())).facts(), trace);
        } catch (InputException refused) {
            throw new Found(set.place(), new InputException("lesson.value", set.place(), refused));
        }
    }

    private void checkProse(List<Inline> content, Facts facts, Trace trace) {
        for (Inline inline : content) {
            switch (inline) {
                case Inline.Fact fact when facts.text(fact.address().value()).isEmpty() -> add(fact.address(), "lesson.noFact", fact.address().value());
                case Inline.Mention mention -> {
                    checkTarget(mention.target(), trace);
                    checkProse(mention.content(), facts, trace);
                }
                default -> { }
            }
        }
    }

    private void checkMoment(Setting moment, LessonView view, Facts facts) {
        if (view.moment(facts, moment.value()).isEmpty()) {
            add(moment, "lesson.noMoment", moment.value());
        }
    }

    private void checkTarget(Setting target, Trace trace) {
        if (Target.of(target.value(), trace).isEmpty()) {
            add(target, "lesson.noTarget", target.value());
        }
    }

    private void checkFormula(Inline inline) {
        if (inline instanceof Inline.Formula formula) {
            try {
                new TeXFormula(formula.tex().value());
            } catch (ParseException fault) {
                add(formula.tex(), "lesson.formula", formula.tex().value(), String.valueOf(fault.getMessage()));
            }
        }
    }

    private void checkImage(Block block) {
        if (block instanceof Block.Image image && !LessonImages.isThere(image.file().value(), folder)) {
            add(image.file(), "lesson.noImage", image.file().value());
        }
    }

    private static List<Inline> content(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph -> paragraph.content();
            case Block.ItemList list -> list.items().stream().flatMap(List::stream).toList();
            case Block.DisplayedFormula _, Block.Image _ -> List.of();
        };
    }

    private void add(Setting at, String key, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = at.place();
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        findings.add(new Finding(at.place(), new InputException(key, all)));
    }
}
