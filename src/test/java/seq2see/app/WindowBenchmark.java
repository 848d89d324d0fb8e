package seq2see.app;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import seq2see.app.session.LabSession;
import seq2see.app.theme.Language;
import seq2see.app.theme.Theme;
import seq2see.corpus.InputException;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.ReadingReport;
import seq2see.corpus.SentencePair;
import seq2see.corpus.Tokenizer;
import seq2see.corpus.Tokenizers;
import seq2see.model.AttentionType;
import seq2see.model.CellType;
import seq2see.model.ContextType;
import seq2see.model.OutputType;
import seq2see.training.ModelSettings;
import seq2see.training.TrainingMethod;
import seq2see.training.TrainingPlan;
import seq2see.training.TrainingRun;
import seq2see.training.TrainingSettings;
import seq2see.training.TrainingSnapshot;

/**
 * Measures that the window is smooth while a model trains, and that training hardly notices the window: GRU with two layers of
 * 256 units and additive attention, 40 source and 40 target tokens, one training thread, a window of 1280 × 800 drawn by
 * software. Run by {@code ./mvnw -q test-compile exec:exec@window-benchmark}; {@code -Dbenchmark.arguments="20 1"} gives the
 * seconds that each speed is measured for (60) and how many times (3), {@code "drag 0 shapes,batch"} drags in these tabs alone. It prints for every tab the milliseconds from a drag of
 * the scrubber to the end of the pulse that drew it, on the toolkit's thread, and of the longest of them how much that thread
 * computed and how much of it garbage was collected (it waited for a core in the rest); the training steps a second with and
 * without the window; and the longest time that the window did not answer while training, and the longest collection then.
 * For how long others had the cores meanwhile is told beside the figures: they count for little where that is much.
 */
public final class WindowBenchmark {
    private static final String SPEED = "steps_a_second";
    private static final int WORDS = 39;
    private static final int WARM_UP_SECONDS = 8;
    private static final List<String> TABS = List.of("attention", "hidden-state", "shapes", "search", "batch", "training");
    private static final String SENTENCE = sentence(new SplittableRandom(7));

    private WindowBenchmark() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, InputException {
        switch (arguments.length > 0 ? arguments[0] : "") {
            case "alone" -> alone(Integer.parseInt(arguments[1]));
            case "window", "drag" -> Application.launch(Measured.class, arguments);
            default -> measure(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60, arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3);
        }
    }

    private static void measure(int seconds, int rounds) throws IOException, InterruptedException {
        launch("drag", 0).forEach(System.out::println);
        List<Double> shares = new ArrayList<>();
        List<Double> pauses = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            List<String> alone = launch("alone", seconds);
            List<String> window = launch("window", seconds);
            pauses.add(value(window, "longest_pause_ms"));
            shares.add(100 * value(window, SPEED) / value(alone, SPEED));
            System.out.printf(Locale.ROOT, "round %d alone %.2f window %.2f percent %.1f longest_pause_ms %.1f longest_collection_ms %.0f others_ms alone %.0f window %.0f%n", round, value(alone, SPEED), value(window, SPEED),
                    shares.getLast(), pauses.getLast(), value(window, "longest_collection_ms"), value(alone, "others_ms"), value(window, "others_ms"));
        }
        System.out.printf(Locale.ROOT, "training_speed_with_window_percent %.1f%n", median(shares));
        System.out.printf(Locale.ROOT, "longest_pause_ms %.1f%n", median(pauses));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static double value(List<String> lines, String name) {
        return lines.stream().filter(line -> line.startsWith(name + " ")).mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1))).findFirst().orElseThrow();
    }

    /** A Java of its own for each measurement, with memory kept as the program keeps it. */
    private static List<String> launch(String what, int seconds) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream().filter(argument -> argument.startsWith("-XX")).forEach(command::add);
        command.addAll(List.of("--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED", "-Dglass.platform=Monocle",
                "-Dmonocle.platform=Headless", "-Dheadless.geometry=1920x1200-32", "-Dprism.order=sw", "-Djava.awt.headless=true",
                "-classpath", System.getProperty("java.class.path"), WindowBenchmark.class.getName(), what, String.valueOf(seconds)));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<String> output = new String(process.getInputStream().readAllBytes()).lines().toList();
        if (process.waitFor() != 0 || output.isEmpty()) {
            throw new IOException(what + " ended with exit code " + process.exitValue());
        }
        return output;
    }

    /** Sources of 39 words out of sixty; the target is the same for all, so that its 40 tokens are learnt at once. */
    private static List<SentencePair> pairs() {
        SplittableRandom random = new SplittableRandom(1);
        String target = IntStream.range(0, WORDS).mapToObj(i -> "t" + i).collect(Collectors.joining(" "));
        return IntStream.range(0, 640).mapToObj(i -> new SentencePair(sentence(random), target, i + 1)).toList();
    }

    private static String sentence(SplittableRandom random) {
        return IntStream.range(0, WORDS).mapToObj(i -> "w" + random.nextInt(60)).collect(Collectors.joining(" "));
    }

    private static TrainingSettings settings() {
        return new TrainingSettings(new ModelSettings(CellType.GRU, 2, false, ContextType.LAST, AttentionType.ADDITIVE, false, OutputType.STATE, false, 256, 256),
                32, 1_000_000, TrainingMethod.usual(), 1, 1);
    }

    private static void alone(int seconds) throws InputException {
        ParallelCorpus corpus = new ParallelCorpus("benchmark", pairs(), ReadingReport.NONE);
        try (TrainingRun run = new TrainingRun(TrainingPlan.of(corpus, words(), words(), settings()))) {
            stepFor(run, WARM_UP_SECONDS);
            long others = othersMillis();
            System.out.printf(Locale.ROOT, "steps_a_second %.3f%n", stepFor(run, seconds));
            System.out.printf(Locale.ROOT, "others_ms %d%n", othersMillis() - others);
        }
    }

    private static Tokenizer words() {
        try {
            return Tokenizers.named("word");
        } catch (InputException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static double stepFor(TrainingRun run, int seconds) {
        long began = System.nanoTime();
        long steps = 0;
        while (System.nanoTime() - began < seconds * 1_000_000_000L) {
            run.step();
            steps++;
        }
        return steps * 1e9 / (System.nanoTime() - began);
    }

    /** The milliseconds, over all cores, in which other programs had them, or other machines on the same host; on Linux, else 0. Two clocks are compared: right to about 200. */
    private static long othersMillis() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/stat"))) {
            // cpu user nice system idle iowait irq softirq steal, in hundredths of a second
            String[] times = lines.findFirst().orElseThrow().split("\\s+");
            long busy = IntStream.of(1, 2, 3, 6, 7, 8).mapToLong(i -> 10 * Long.parseLong(times[i])).sum();
            return busy - ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1_000_000;
        } catch (IOException | UncheckedIOException _) {
            return 0;
        }
    }

    /**
     * What a pulse took.
     *
     * @param nanos      from its beginning to its end
     * @param computed   of these, the nanoseconds in which the toolkit's thread computed
     * @param collecting the milliseconds in which garbage was collected
     */
    private record Cost(long nanos, long computed, long collecting) {
        static Cost now() {
            return new Cost(System.nanoTime(), ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime(), Watchdog.collectingMillis());
        }

        Cost minus(Cost before) {
            return new Cost(nanos - before.nanos, computed - before.computed, collecting - before.collecting);
        }

        /** The time that so large a part of these took at most, in milliseconds. */
        static double quantile(List<Cost> costs, double part) {
            return costs.stream().mapToLong(Cost::nanos).sorted().toArray()[(int) Math.min(costs.size() - 1, costs.size() * part)] / 1e6;
        }
    }

    /** Hears of every collection of garbage that stops all threads. */
    private static final class LongestCollection {
        private final AtomicLong longest = new AtomicLong();

        LongestCollection() {
            for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
                ((NotificationEmitter) collector).addNotificationListener((notification, handback) -> longest.accumulateAndGet(
                        GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData()).getGcInfo().getDuration(), Math::max),
                        notification -> !collector.getName().contains("Concurrent"), null);
            }
        }

        void reset() {
            longest.set(0);
        }

        long longestMillis() {
            return longest.get();
        }
    }

    /** The program's own window on this corpus. */
    public static final class Measured extends Application {
        private final LabSession session = new LabSession();
        private Window window;
        private Stage stage;

        @Override
        public void start(Stage primary) throws IOException {
            stage = primary;
            Path folder = Files.createTempDirectory("seq2see");
            Path corpus = Files.write(folder.resolve("benchmark.tsv"), pairs().stream().map(pair -> pair.source() + "\t" + pair.target()).toList());
            session.open(corpus.toString(), SENTENCE);
            UserSettings settings = new UserSettings(Language.ENGLISH, Theme.LIGHT, 1, 1280, 800, corpus.toString(), SENTENCE, "attention");
            window = new Window(stage, session, settings, new UserSettingsFile(folder.resolve("settings.properties")), new ChosenFiles());
            boolean drags = getParameters().getRaw().getFirst().equals("drag");
            int seconds = Integer.parseInt(getParameters().getRaw().get(1));
            List<String> tabs = getParameters().getRaw().size() > 2 ? List.of(getParameters().getRaw().get(2).split(",")) : TABS;
            new Restart(drags ? new Drag(tabs) : new Speed(seconds)).start();
        }

        private Optional<TrainingSnapshot> snapshot() {
            return Optional.ofNullable(session.snapshotProperty().get());
        }

        /** Waits for the corpus, and then for the model that is to be measured. */
        private final class Restart extends AnimationTimer {
            private final AnimationTimer next;
            private boolean asked;

            Restart(AnimationTimer next) {
                this.next = next;
            }

            @Override
            public void handle(long now) {
                if (!asked && snapshot().isPresent()) {
                    asked = true;
                    session.restart(settings(), words(), words());
                }
                if (asked && snapshot().filter(shown -> shown.plan().config().hiddenSize() == 256 && shown.trainingStep() > 0).isPresent()) {
                    stop();
                    next.start();
                }
            }
        }

        /** Training steps a second while the Lab is looked at. */
        private final class Speed extends AnimationTimer {
            private final int seconds;
            private final long began = System.nanoTime();
            private final LongestCollection collections = new LongestCollection();
            private long measuredFrom;
            private long firstStep;
            private long othersBefore;

            Speed(int seconds) {
                this.seconds = seconds;
            }

            @Override
            public void handle(long now) {
                long time = System.nanoTime();
                if (measuredFrom == 0 && time - began > WARM_UP_SECONDS * 1_000_000_000L) {
                    measuredFrom = time;
                    firstStep = snapshot().orElseThrow().trainingStep();
                    window.watchdog().reset();
                    collections.reset();
                    othersBefore = othersMillis();
                } else if (measuredFrom != 0 && time - measuredFrom >= seconds * 1_000_000_000L) {
                    stop();
                    System.out.printf(Locale.ROOT, "steps_a_second %.3f%n", (snapshot().orElseThrow().trainingStep() - firstStep) * 1e9 / (time - measuredFrom));
                    System.out.printf(Locale.ROOT, "longest_pause_ms %.1f%n", window.watchdog().longestNanos() / 1e6);
                    System.out.printf(Locale.ROOT, "longest_collection_ms %d%n", collections.longestMillis());
                    System.out.printf(Locale.ROOT, "others_ms %d%n", othersMillis() - othersBefore);
                    Platform.exit();
                }
            }
        }

        /** Drags the scrubber forth and back over all moments, a place a pulse, in every tab; Shapes has the running model. */
        private final class Drag extends AnimationTimer {
            private static final int WARM_UP = 150;
            private static final int MEASURED = 300;
            private final List<String> tabs;
            private final List<Cost> costs = new ArrayList<>();
            private int pulse = -1;
            private Cost fired;
            private long firstPause;
            private long othersBefore;

            Drag(List<String> tabs) {
                this.tabs = new ArrayList<>(tabs);
                stage.getScene().addPostLayoutPulseListener(() -> {
                    Cost before = fired;
                    if (before != null && pulse >= WARM_UP && pulse < WARM_UP + MEASURED) {
                        Platform.runLater(() -> costs.add(Cost.now().minus(before)));
                    }
                    fired = null;
                });
            }

            @Override
            public void handle(long now) {
                // The model has learnt where its output ends.
                if (snapshot().flatMap(TrainingSnapshot::translation).filter(shown -> shown.trace().targetTime() == WORDS + 1).isEmpty()) {
                    return;
                }
                if (pulse < 0) {
                    window.watchdog().reset();
                    window.openTab(tabs.getFirst());
                }
                pulse++;
                if (pulse == WARM_UP / 3 && tabs.getFirst().equals("shapes")) {
                    ((Button) stage.getScene().lookup("#shapes-running")).fire();
                } else if (pulse == WARM_UP) {
                    firstPause = window.watchdog().longestNanos();
                    window.watchdog().reset();
                    othersBefore = othersMillis();
                }
                if (pulse >= WARM_UP + MEASURED) {
                    report();
                    return;
                }
                drag();
            }

            private void drag() {
                Node ticks = stage.getScene().lookup("#scrubber-ticks");
                Bounds bounds = ticks.getLayoutBounds();
                double part = Math.abs(2.0 * (pulse % 120) / 120 - 1);
                fired = Cost.now();
                double x = bounds.getWidth() * (0.01 + 0.98 * part);
                Event.fireEvent(ticks, new MouseEvent(pulse == 0 ? MouseEvent.MOUSE_PRESSED : MouseEvent.MOUSE_DRAGGED, x, bounds.getHeight() / 2, x, bounds.getHeight() / 2,
                        MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, true, false, false, null));
            }

            private void report() {
                Cost largest = Collections.max(costs, Comparator.comparingLong(Cost::nanos));
                System.out.printf(Locale.ROOT, "redraw %s pulses %d median_ms %.2f p95_ms %.2f largest_ms %.2f (computed %.2f, collecting %d) longest_pause_ms %.1f first_shown_pause_ms %.1f others_ms %d%n", tabs.getFirst(),
                        costs.size(), Cost.quantile(costs, 0.5), Cost.quantile(costs, 0.95), largest.nanos() / 1e6, largest.computed() / 1e6, largest.collecting(),
                        window.watchdog().longestNanos() / 1e6, firstPause / 1e6, othersMillis() - othersBefore);
                tabs.removeFirst();
                pulse = -1;
                costs.clear();
                if (tabs.isEmpty()) {
                    stop();
                    Platform.exit();
                }
            }
        }

        @Override
        public void stop() {
            stage.hide();
        }
    }
}
