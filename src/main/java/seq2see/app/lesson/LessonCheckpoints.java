package seq2see.app.lesson;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import seq2see.corpus.InputException;
import seq2see.training.ExperimentResult;
import seq2see.training.ModelFile;
import seq2see.training.SavedModel;
import seq2see.training.SavedTraining;
import seq2see.training.TrainingPlan;

/**
 * Models and results of experiments that take longer than somebody waits for, kept beside the program's own lessons. A command
 * builds them ({@code ./mvnw -q test-compile exec:exec@lesson-checkpoints}); what is trained in their place has the same bits.
 * A file's name is made of what a lesson asks for: where that changes, it is no longer found, and what it held is trained
 * again. The engine is not part of it: a change to its arithmetic is found by the test that trains one again.
 */
public final class LessonCheckpoints {
    private static final String FOLDER = "/lessons/checkpoints/";
    private static final int KEY_DIGITS = 16;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> FILES = files();
    private static final Map<String, String> CONTENTS = new ConcurrentHashMap<>();

    private LessonCheckpoints() {
    }

    /** A model that is kept. @param trainingStep steps done, at least one fewer than the state that it was kept for */
    public record Kept(String file, long trainingStep) {
        /** The model, to go on from; empty where the plan is not the one that it was trained by. */
        public Optional<SavedModel> read(TrainingPlan plan) throws InputException {
            try (InputStream stream = LessonCheckpoints.class.getResourceAsStream(FOLDER + file)) {
                if (stream == null) {
                    return Optional.empty();
                }
                Path copy = Files.createTempFile("checkpoint", ".seq2see");
                try {
                    Files.copy(stream, copy, StandardCopyOption.REPLACE_EXISTING);
                    return Optional.of(ModelFile.read(copy)).filter(saved -> saved.config().equals(plan.config())
                            && saved.training().corpusFingerprint().equals(SavedTraining.fingerprint(plan.corpus().pairs())));
                } finally {
                    Files.deleteIfExists(copy);
                }
            } catch (IOException _) {
                return Optional.empty();
            }
        }
    }

    /** The names in the folder, as the command wrote them down. */
    static List<String> files() {
        try (InputStream stream = LessonCheckpoints.class.getResourceAsStream(FOLDER + "index.txt")) {
            return stream == null ? List.of() : new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The model that is kept of a state's training and comes nearest to the state, from before it. */
    public static Optional<Kept> nearest(ModelState state) {
        String start = key(state) + "-";
        return FILES.stream().filter(file -> file.startsWith(start))
                .map(file -> new Kept(file, Long.parseLong(file.substring(start.length(), file.indexOf('.')))))
                .filter(kept -> kept.trainingStep() < state.steps()).max(Comparator.comparingLong(Kept::trainingStep));
    }

    /** What is kept of an experiment. */
    public static Optional<ExperimentResult> result(ExperimentState experiment, String sentence) {
        String name = resultName(experiment, sentence);
        if (!FILES.contains(name)) {
            return Optional.empty();
        }
        try (InputStream stream = LessonCheckpoints.class.getResourceAsStream(FOLDER + name)) {
            return Optional.of(JSON.readValue(stream, ExperimentResult.class));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    static String resultName(ExperimentState experiment, String sentence) {
        String arms = experiment.arms().stream().map(arm -> arm.name() + ' ' + description(arm.model())).collect(Collectors.joining("\n"));
        String corpora = experiment.arms().stream().map(arm -> content(arm.model().corpus())).distinct().collect(Collectors.joining());
        return digest(arms + '\n' + corpora + '\n' + experiment.until() + '\n' + experiment.watched(sentence).orElse("")) + ".json";
    }

    static String modelName(ModelState state, long trainingStep) {
        return key(state) + "-" + trainingStep + ".seq2see";
    }

    private static String key(ModelState state) {
        return digest(description(state));
    }

    /** All that the weights follow from, but for the steps done. How many threads compute changes nothing. */
    private static String description(ModelState state) {
        return state.after(0).toString().replaceAll("threads=\\d+", "");
    }

    /** What stands in a sample corpus, in few digits. A model is held against its corpus when it is opened; a result has none beside it. */
    private static String content(String corpus) {
        return CONTENTS.computeIfAbsent(corpus, name -> {
            try (InputStream stream = LessonCheckpoints.class.getResourceAsStream("/sample-corpora/" + name)) {
                return stream == null ? "" : digest(stream.readAllBytes());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    private static String digest(String description) {
        return digest(description.getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest).substring(0, KEY_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
