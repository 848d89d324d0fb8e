package seq2see.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import seq2see.training.LearningCurve.TrainingPoint;
import seq2see.training.TrainingSnapshot;

/**
 * Measures how soon one sees a model learn: launches the real window five times, each in a Java of its own and without a
 * display, on its first lesson. It prints the mean of the first and of the last 20 training losses within five seconds of the
 * first frame, and the median of their ratios. Run by {@code ./mvnw -q test-compile exec:exec@learning-probe}.
 */
public final class LearningProbe {
    private static final int LAUNCHES = 5;
    private static final int LOSSES = 20;
    private static final long WATCH_NANOS = 5_000_000_000L;

    private LearningProbe() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length > 0) {
            Application.launch(Watched.class);
            return;
        }
        List<Double> ratios = new ArrayList<>();
        for (int launch = 1; launch <= LAUNCHES; launch++) {
            String line = launch();
            System.out.println("launch " + launch + " " + line);
            ratios.add(Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)));
        }
        ratios.sort(null);
        System.out.printf(Locale.ROOT, "median_ratio %.4f%n", ratios.get(LAUNCHES / 2));
    }

    /** One fresh Java with the flags of this one, and settings that remember nothing. */
    private static String launch() throws IOException, InterruptedException {
        Path settings = Files.createTempFile("seq2see", ".properties");
        Files.delete(settings);
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
        command.addAll(List.of("--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED",
                "-Dglass.platform=Headless", "-Dprism.order=sw", "-D" + UserSettingsFile.LOCATION + "=" + settings,
                "-classpath", System.getProperty("java.class.path"), LearningProbe.class.getName(), "watch"));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String output = new String(process.getInputStream().readAllBytes()).strip();
        Files.deleteIfExists(settings);
        if (process.waitFor() != 0 || output.isEmpty()) {
            throw new IOException("the window ended with exit code " + process.exitValue());
        }
        return output;
    }

    /** The program itself, with a clock that starts at its first frame. */
    public static final class Watched extends Seq2SeeApplication {
        private final long launched = ProcessHandle.current().info().startInstant().orElseThrow().toEpochMilli();
        private long firstFrame;
        private long firstFrameMillis;

        @Override
        public void start(Stage stage) {
            super.start(stage);
            Runnable frame = () -> {
                if (firstFrame == 0) {
                    firstFrame = System.nanoTime();
                    firstFrameMillis = System.currentTimeMillis() - launched;
                }
            };
            stage.getScene().addPostLayoutPulseListener(frame);
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    if (firstFrame != 0 && System.nanoTime() - firstFrame >= WATCH_NANOS) {
                        stop();
                        report(window().lessons().snapshot().orElse(null));
                        Platform.exit();
                    }
                }
            }.start();
        }

        private void report(TrainingSnapshot snapshot) {
            List<TrainingPoint> points = snapshot == null ? List.of() : snapshot.curve().training();
            double first = mean(points);
            double last = mean(points.reversed());
            System.out.printf(Locale.ROOT, "first_frame_ms %d training_steps %d first_loss %.4f last_loss %.4f ratio %.4f%n", firstFrameMillis,
                    snapshot == null ? 0 : snapshot.trainingStep(), first, last, last / first);
        }

        /** The mean loss of as many neighbouring points as cover the wanted number of training steps. */
        private static double mean(List<TrainingPoint> points) {
            if (points.size() < 2) {
                return Double.NaN;
            }
            long stepsAPoint = Math.abs(points.get(1).trainingStep() - points.get(0).trainingStep());
            return points.stream().limit(Math.ceilDiv(LOSSES, stepsAPoint)).mapToDouble(TrainingPoint::loss).average().orElse(Double.NaN);
        }
    }
}
