package seq2see.app.lesson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import seq2see.app.lesson.Finding.Found;
import seq2see.app.view.experiment.ExperimentMeasure;
import seq2see.corpus.InputException;
import seq2see.lesson.Directive;
import seq2see.lesson.Setting;
import seq2see.training.Experiment;

/**
 * The configurations that a step trains side by side.
 *
 * @param arms     each with what is different about it, on one corpus and from one seed
 * @param until    the training step that each goes up to
 * @param measures what is drawn of them, in the order in which it was named
 */
public record ExperimentState(List<Arm> arms, long until, List<ExperimentMeasure> measures) {
    private static final int MOST_ARMS = 4;
    private static final String PARTING = " · ";

    /** A model, and what is different about it. */
    public record Arm(List<Difference> differences, ModelState model) {
        public Arm {
            differences = List.copyOf(differences);
        }

        /** As a lesson writes it, such as {@code lstm}. */
        public String name() {
            return differences.stream().map(Difference::name).collect(Collectors.joining(PARTING));
        }

        /** In the language of the window. */
        String words() {
            return differences.stream().map(Difference::words).collect(Collectors.joining(PARTING));
        }
    }

    /** A setting in which models differ. A word tells them apart by itself, of a number one has to know what of. */
    record Difference(String key, String value) {
        private boolean isWord() {
            return value.matches("(?!true|false)[a-z-]+");
        }

        String name() {
            return isWord() ? value : key + " " + value;
        }

        String words() {
            return isWord() ? SettingWords.value(key, value) : SettingWords.name(key) + " " + value;
        }
    }

    public ExperimentState {
        arms = List.copyOf(arms);
        measures = List.copyOf(measures);
    }

    /** What is looked at beside the training. */
    public Optional<String> watched(String sentence) {
        return measures.contains(ExperimentMeasure.GRADIENT_NORMS) ? Optional.of(sentence) : Optional.empty();
    }

    /** @param folder where corpora that do not come with the program lie; empty where there are none */
    public List<Experiment.Configuration> configurations(Optional<Path> folder) {
        return arms.stream().map(arm -> new Experiment.Configuration(arm.words(), () -> LessonCorpora.plan(arm.model(), folder))).toList();
    }

    Experiment begin(String sentence, Optional<Path> folder) {
        return new Experiment(configurations(folder), until, watched(sentence));
    }

    static ExperimentState of(Directive run, Directive model) throws Found {
        Setting vary = run.value("vary").orElseThrow(() -> lacks(run, "vary"));
        Setting until = run.value("until").orElseThrow(() -> lacks(run, "until"));
        if (!until.value().matches("[1-9]\\d{0,4}")) {
            throw new Found(until.place(), new InputException("lesson.until", until.place(), until.value(), "0"));
        }
        long steps = Long.parseLong(until.value());
        List<List<Change>> changes = changes(vary);
        if (changes.stream().map(List::size).distinct().count() > 1) {
            throw new Found(vary.place(), new InputException("lesson.vary", vary.place(), vary.value(), MOST_ARMS));
        }
        List<Arm> arms = new ArrayList<>();
        for (int arm = 0; arm < changes.getFirst().size(); arm++) {
            Directive changed = model;
            List<Difference> differences = new ArrayList<>();
            for (List<Change> key : changes) {
                changed = changed.with(key.get(arm).key(), key.get(arm).value());
                if (key.stream().map(change -> change.value().value()).distinct().count() > 1) {
                    differences.add(new Difference(key.get(arm).key(), key.get(arm).value().value()));
                }
            }
            if (changed.value("planned-steps").isEmpty()) {
                changed = changed.with("planned-steps", until);
            }
            arms.add(new Arm(differences, ModelState.of(changed.with("steps", until))));
        }
        for (Arm arm : arms) {
            if (arm.model().settings().trainingSteps() < steps) {
                throw new Found(until.place(), new InputException("lesson.untilPlanned", until.place(), until.value(), String.valueOf(arm.model().settings().trainingSteps())));
            }
        }
        return new ExperimentState(arms, steps, measures(run));
    }

    private static Found lacks(Directive run, String key) {
        return new Found(run.place(), new InputException("lesson.experimentLacks", run.place(), key));
    }

    /** A key of the model and what it is set to. */
    record Change(String key, Setting value) {
    }

    /** {@code cell = rnn | gru; layers = 1 | 2}: by key, the changes one after the other. */
    static List<List<Change>> changes(Setting written) throws Found {
        List<List<Change>> changes = new ArrayList<>();
        for (String part : written.value().split(";")) {
            String[] sides = part.split("=", 2);
            List<String> values = sides.length < 2 ? List.of() : Arrays.stream(sides[1].split("\\|")).map(String::strip).toList();
            boolean sound = sides[0].strip().matches("[a-z][a-z-]*") && values.size() >= 2 && values.size() <= MOST_ARMS && values.stream().noneMatch(String::isEmpty);
            if (!sound) {
                throw new Found(written.place(), new InputException("lesson.vary", written.place(), part.strip(), MOST_ARMS));
            }
            changes.add(values.stream().map(value -> new Change(sides[0].strip(), new Setting(value, written.place()))).toList());
        }
        return changes;
    }

    private static List<ExperimentMeasure> measures(Directive run) throws Found {
        Optional<Setting> written = run.value("measure");
        List<ExperimentMeasure> measures = new ArrayList<>();
        for (String name : written.map(setting -> setting.value().split("\\s*,\\s*")).orElse(new String[] {"loss", "accuracy"})) {
            measures.add(Arrays.stream(ExperimentMeasure.values()).filter(measure -> measure.label().equals(name)).findFirst()
                    .orElseThrow(() -> new Found(written.orElseThrow().place(), new InputException("lesson.measure", written.orElseThrow().place(), name,
                            Arrays.stream(ExperimentMeasure.values()).map(ExperimentMeasure::label).collect(Collectors.joining(", "))))));
        }
        return measures;
    }
}
