package seq2see.app.lesson;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import seq2see.lesson.Lesson;
import seq2see.lesson.LessonStep;
import seq2see.training.Experiment;
import seq2see.training.ExperimentResult;
import seq2see.training.ModelFile;
import seq2see.training.TrainingRun;

/**
 * Builds the checkpoints of the program's lessons and prints how long a reader waits who enters at each step. Run by
 * {@code ./mvnw -q test-compile exec:exec@lesson-checkpoints}; with {@code waits} instead of the folder it only prints.
 */
public final class LessonCheckpointBuilder {
    /** What takes longer here is kept: a slower machine, with a window to draw, may take more than twice as long. */
    private static final double MOST_SECONDS = 3.5;

    private final Optional<Path> folder;
    private final Set<String> files = new TreeSet<>();
    private final Set<Object> known = new HashSet<>();

    private LessonCheckpointBuilder(Optional<Path> folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        LessonCheckpointBuilder builder = new LessonCheckpointBuilder(arguments[0].equals("waits") ? Optional.empty() : Optional.of(Path.of(arguments[0])));
        builder.build();
    }

    private void build() throws Exception {
        for (String id : LessonLibrary.ids()) {
            Lesson lesson = LessonLibrary.read(id, "en").lesson().orElseThrow();
            for (int step = 0; step < lesson.steps().size(); step++) {
                build(lesson, step);
            }
        }
        if (folder.isPresent()) {
            forgetOthers();
            Files.write(folder.get().resolve("index.txt"), files);
        }
    }

    private void build(Lesson lesson, int number) throws Exception {
        LessonStep step = lesson.steps().get(number);
        StepState state = StepState.of(step);
        double seconds = known.add(state.model()) ? model(state.model()) : 0;
        if (state.experiment().isPresent() && known.add(state.experiment().get())) {
            seconds += experiment(state);
        }
        if (seconds > 0) {
            System.out.printf(Locale.ROOT, "%-16s %2d %7.2f s%n", lesson.id(), number + 1, seconds);
        }
    }

    /** Trains a state from its seed, or from what is kept where nothing is to be built. @return how long it took */
    private double model(ModelState state) throws Exception {
        long began = System.nanoTime();
        if (folder.isEmpty()) {
            try (LessonModels models = new LessonModels(Optional.empty())) {
                models.at(state, Optional.empty());
            }
            return seconds(began);
        }
        try (TrainingRun run = new TrainingRun(LessonCorpora.plan(state, Optional.empty()))) {
            while (!run.isOver() && run.trainer().trainingStep() < state.steps() - 1) {
                run.step();
            }
            double seconds = seconds(began);
            if (seconds > MOST_SECONDS) {
                // The last step is left to the reader: it brings the loss of the newest step with it.
                String name = LessonCheckpoints.modelName(state, run.trainer().trainingStep());
                ModelFile.write(folder.get().resolve(name), run.saved());
                files.add(name);
            }
            return seconds;
        }
    }

    private double experiment(StepState state) throws Exception {
        ExperimentState experiment = state.experiment().orElseThrow();
        if (folder.isEmpty() && LessonCheckpoints.result(experiment, state.sentence()).isPresent()) {
            return 0;
        }
        long began = System.nanoTime();
        try (Experiment training = experiment.begin(state.sentence(), Optional.empty())) {
            ExperimentResult result = training.await();
            double seconds = seconds(began);
            if (folder.isPresent() && seconds > 1.5 * MOST_SECONDS) {
                String name = LessonCheckpoints.resultName(experiment, state.sentence());
                Files.write(folder.get().resolve(name), JsonMapper.builder().build().writeValueAsBytes(result));
                files.add(name);
            }
            return seconds;
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private void forgetOthers() throws IOException {
        List<Path> old = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder.orElseThrow())) {
            all.filter(file -> !files.contains(file.getFileName().toString())).forEach(old::add);
        }
        for (Path file : old) {
            Files.delete(file);
        }
    }
}
