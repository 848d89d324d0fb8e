package seq2see.app.lesson;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import seq2see.app.lesson.LessonCheckpoints.Kept;
import seq2see.lesson.LessonStep;
import seq2see.training.SavedModel;
import seq2see.training.TrainingPlan;
import seq2see.training.TrainingRun;
import seq2see.training.TrainingSnapshot;

/** What is kept of the lessons' models is what is trained in its place. */
class LessonCheckpointsTest {
    private static final Path FOLDER = Path.of("resources/lessons/checkpoints");
    private static final long LARGEST_FOLDER = 8_000_000;

    private static List<StepState> states() throws Exception {
        List<StepState> states = new ArrayList<>();
        for (String id : LessonLibrary.ids()) {
            for (LessonStep step : LessonLibrary.read(id, "en").lesson().orElseThrow().steps()) {
                states.add(StepState.of(step));
            }
        }
        return states;
    }

    private static List<ModelState> kept() throws Exception {
        return states().stream().map(StepState::model).filter(state -> LessonCheckpoints.nearest(state).isPresent()).distinct().toList();
    }

    /** After a change to a lesson, its corpus or the settings: {@code ./mvnw -q test-compile exec:exec@lesson-checkpoints}. */
    @Test
    void whatIsKeptIsWhatLessonsNeed() throws Exception {
        assertFalse(kept().isEmpty(), "there are models that nobody would wait for");
        Set<String> needed = new HashSet<>();
        for (StepState state : states()) {
            LessonCheckpoints.nearest(state.model()).map(Kept::file).ifPresent(needed::add);
            state.experiment().map(experiment -> LessonCheckpoints.resultName(experiment, state.sentence())).filter(LessonCheckpoints.files()::contains).ifPresent(needed::add);
        }
        assertEquals(Set.copyOf(LessonCheckpoints.files()), needed, "build the lessons' checkpoints again");
        try (var files = Files.list(FOLDER)) {
            List<Path> there = files.toList();
            assertEquals(needed.size() + 1, there.size());
            assertTrue(there.stream().mapToLong(LessonCheckpointsTest::size).sum() < LARGEST_FOLDER, "the folder is too large to carry along");
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A step from the checkpoint gives what a training that stood there would have given; what lessons read of it is there. */
    @Test
    void aCheckpointLeadsToTheStateWithAllOfItsNumbers() throws Exception {
        for (ModelState state : kept()) {
            try (LessonModels models = new LessonModels(Optional.empty())) {
                TrainingSnapshot snapshot = models.at(state, Optional.empty());
                assertEquals(state.steps(), snapshot.trainingStep());
                assertTrue(snapshot.trainingLoss().isPresent());
                assertTrue(snapshot.validationLoss().isPresent());
            }
        }
    }

    /** Of another corpus or another model it is not taken. */
    @Test
    void aCheckpointOfAnotherCorpusIsNotTaken() throws Exception {
        for (ModelState state : kept()) {
            ModelState other = new ModelState(state.corpus().equals("reverse.tsv") ? "dates.tsv" : "reverse.tsv", state.preparing(), state.settings(), state.steps());
            assertEquals(Optional.empty(), LessonCheckpoints.nearest(other));
            assertEquals(Optional.empty(), LessonCheckpoints.nearest(state).orElseThrow().read(LessonCorpora.plan(other, Optional.empty())));
        }
    }

    /** The smallest of them is trained again from its seed: the same bits. */
    @Test
    void whatIsTrainedAgainHasTheSameBits() throws Exception {
        ModelState state = kept().stream().min(Comparator.comparing(one -> size(FOLDER.resolve(LessonCheckpoints.nearest(one).orElseThrow().file())))).orElseThrow();
        TrainingPlan plan = LessonCorpora.plan(state, Optional.empty());
        Kept kept = LessonCheckpoints.nearest(state).orElseThrow();
        SavedModel saved = kept.read(plan).orElseThrow();
        try (TrainingRun fresh = new TrainingRun(plan); TrainingRun opened = new TrainingRun(plan, saved)) {
            while (fresh.trainer().trainingStep() < kept.trainingStep()) {
                fresh.step();
            }
            assertArrayEquals(fresh.saved().lastParameters().values(), saved.lastParameters().values(), "as it is kept");
            fresh.step();
            opened.step();
            assertArrayEquals(fresh.trainer().network().parameters().values(), opened.trainer().network().parameters().values(), "and a step on");
            TrainingSnapshot one = fresh.snapshot(Optional.empty());
            TrainingSnapshot other = opened.snapshot(Optional.empty());
            assertEquals(one.trainingLoss(), other.trainingLoss());
            assertEquals(one.validationLoss(), other.validationLoss());
            assertEquals(one.best(), other.best());
        }
    }
}
