package seq2see.app.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import seq2see.app.lesson.ExperimentState.Change;
import seq2see.app.lesson.Finding.Found;
import seq2see.app.session.SentenceLimit;
import seq2see.corpus.Choice;
import seq2see.corpus.InputException;
import seq2see.lesson.Directive;
import seq2see.lesson.LessonStep;
import seq2see.lesson.Setting;

/**
 * What a step shows, understood.
 *
 * @param form     the way in which the view is shown, one of its {@linkplain LessonView#forms forms}; empty where it has none
 * @param sentence what the model looks at
 * @param until    the training step that the model learns up to while one reads; empty where it stands still
 * @param search     what is searched; empty where nothing is
 * @param experiment what is trained side by side; empty where nothing is
 * @param needs      what else it speaks of
 */
public record StepState(ModelState model, LessonView view, String form, String sentence, Optional<Setting> moment, Optional<Long> until,
                        Optional<SearchState> search, Optional<ExperimentState> experiment, Set<Need> needs) {
    public StepState {
        needs = Set.copyOf(needs);
    }

    private static final List<String> RUNS = List.of("train", "search", "experiment");

    /** What a step that was checked shows; empty where it asks for something that there is not. */
    public static Optional<StepState> shown(LessonStep step) {
        try {
            return Optional.of(of(step));
        } catch (Found _) {
            return Optional.empty();
        }
    }

    /** @throws Found where the step asks for something that there is not */
    static StepState of(LessonStep step) throws Found {
        return of(step, List.of());
    }

    /** The state of the step with some of its settings changed. */
    static StepState of(LessonStep step, List<Change> changes) throws Found {
        Directive model = step.model().orElseThrow(() -> found(step, "model"));
        Directive view = step.view().orElseThrow(() -> found(step, "view"));
        Optional<Directive> run = step.run();
        for (Change change : changes) {
            if (!Directive.Kind.VIEW.knows(change.key())) {
                model = model.with(change.key(), change.value());
                continue;
            }
            view = view.with(change.key(), change.value());
            // The lines of a search that is run go before the view's.
            run = run.map(one -> one.value(change.key()).isPresent() ? one.with(change.key(), change.value()) : one);
        }
        return of(step, model, view, run);
    }

    private static StepState of(LessonStep step, Directive model, Directive view, Optional<Directive> run) throws Found {
        Setting name = view.argument();
        LessonView shown = LessonView.named(name.value()).orElseThrow(() -> new Found(name.place(), new InputException("lesson.view", name.place(),
                name.value(), Arrays.stream(LessonView.values()).map(LessonView::label).collect(Collectors.joining(", ")))));
        ModelState state = ModelState.of(model);
        String sentence = view.value("sentence").map(Setting::value).orElseThrow(() -> new Found(view.place(),
                new InputException("lesson.viewLacksSentence", view.place())));
        checkSize(view, model, sentence, state);
        if (run.isPresent() && !RUNS.contains(run.get().argument().value())) {
            Setting kind = run.get().argument();
            throw new Found(kind.place(), new InputException("lesson.run", kind.place(), kind.value(), String.join(", ", RUNS)));
        }
        Optional<Directive> searching = run.filter(one -> isRun(run, "search"));
        return new StepState(state, shown, form(view, shown), sentence, step.moment(), isRun(run, "train") ? Optional.of(until(run.get(), state)) : Optional.empty(),
                searching.isPresent() || shown == LessonView.SEARCH ? Optional.of(SearchState.of(view, searching)) : Optional.empty(),
                isRun(run, "experiment") ? Optional.of(ExperimentState.of(run.get(), model)) : Optional.empty(),
                Need.of(step));
    }

    private static String form(Directive view, LessonView shown) throws Found {
        Optional<Setting> asked = view.value("shown");
        if (asked.isPresent() && shown.forms().isEmpty()) {
            throw new Found(asked.get().place(), new InputException("lesson.oneForm", asked.get().place(), shown.label()));
        }
        return Lines.of(view).value("shown", shown.forms().stream().findFirst().orElse(""), form -> Choice.named("shown", form, shown.forms(), Function.identity()));
    }

    /** What the window would not come to: it cuts long sentences, and a training ends where it was planned to. */
    private static void checkSize(Directive view, Directive model, String sentence, ModelState state) throws Found {
        if (sentence.length() > SentenceLimit.MOST) {
            Setting place = view.value("sentence").orElseThrow();
            throw new Found(place.place(), new InputException("lesson.longSentence", place.place(), SentenceLimit.MOST));
        }
        Integer planned = state.settings().trainingSteps();
        if (planned != null && state.steps() > planned) {
            Setting place = model.value("steps").orElseThrow();
            throw new Found(place.place(), new InputException("lesson.stepsPlanned", place.place(), place.value(), planned.toString()));
        }
    }

    StepState with(ModelState other) {
        return new StepState(other, view, form, sentence, moment, until, search, experiment, needs);
    }

    /** The name of what is in front: the experiment, or the view. */
    public String tab() {
        return experiment.isPresent() ? "experiment" : view.label();
    }

    /** What the controls of that are set to, by their ids. */
    public Map<String, String> controls() {
        return experiment.isPresent() ? Map.of() : view.controls(form);
    }

    private static boolean isRun(Optional<Directive> run, String name) {
        return run.filter(one -> one.argument().value().equals(name)).isPresent();
    }

    private static long until(Directive run, ModelState state) throws Found {
        Setting until = run.value("until").orElseThrow(() -> new Found(run.place(), new InputException("lesson.runLacksUntil", run.place())));
        if (!until.value().matches("\\d{1,7}") || Long.parseLong(until.value()) <= state.steps()) {
            throw new Found(until.place(), new InputException("lesson.until", until.place(), until.value(), String.valueOf(state.steps())));
        }
        return Long.parseLong(until.value());
    }

    private static Found found(LessonStep step, String lacks) {
        return new Found(step.place(), new InputException("lesson.stepLacks", step.place(), lacks));
    }
}
