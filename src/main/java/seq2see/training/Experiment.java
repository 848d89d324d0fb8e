package seq2see.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import seq2see.corpus.InputException;
import seq2see.training.ExperimentArm.Point;

/**
 * Trains several configurations side by side, each on one thread from its seed, and measures all of them at the same training
 * steps. What comes of it does not depend on how the threads take turns. It can be paused, and ended at any step.
 */
public final class Experiment implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(Experiment.class.getName());
    /** So often is accuracy measured in the course of a training. */
    private static final int MEASUREMENTS = 8;
    /** How long an arm trains before another one has its turn. */
    private static final long TURN_NANOS = 50_000_000;

    private final AtomicReferenceArray<ExperimentArm> slots;
    private final long until;
    private final Optional<String> sentence;
    private final ExecutorService pool;
    private final CountDownLatch left;
    private final Object gate = new Object();
    private boolean paused;
    private volatile boolean closed;

    /** One of the configurations. @param name what is different about it */
    public record Configuration(String name, Planning planning) {
    }

    /** Makes a plan, which may take long. */
    public interface Planning {
        TrainingPlan plan() throws InputException;
    }

    /**
     * Begins at once.
     *
     * @param until    the training step that each goes up to
     * @param sentence how the loss of this sentence reaches back is measured too, where there is one
     */
    public Experiment(List<Configuration> configurations, long until, Optional<String> sentence) {
        this.until = until;
        this.sentence = sentence;
        slots = new AtomicReferenceArray<>(configurations.stream().map(configuration -> ExperimentArm.waiting(configuration.name())).toArray(ExperimentArm[]::new));
        left = new CountDownLatch(configurations.size());
        int threads = Math.min(configurations.size(), Runtime.getRuntime().availableProcessors());
        // The window comes first where cores are few.
        pool = Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().priority(Thread.NORM_PRIORITY - 1).name("experiment ", 0).factory());
        for (int arm = 0; arm < configurations.size(); arm++) {
            Arm made = new Arm(arm, configurations.get(arm));
            pool.execute(() -> turn(made));
        }
    }

    /** How far it is. Never blocks; any thread. */
    public ExperimentResult latest() {
        return new ExperimentResult(IntStream.range(0, slots.length()).mapToObj(slots::get).toList(), until);
    }

    public void pause() {
        synchronized (gate) {
            paused = true;
        }
    }

    public void resume() {
        synchronized (gate) {
            paused = false;
            gate.notifyAll();
        }
    }

    /** Waits until every arm is through. */
    public ExperimentResult await() throws InterruptedException {
        left.await();
        return latest();
    }

    /** Ends it after the steps under way; what was measured stays. */
    @Override
    public void close() {
        closed = true;
        resume();
        pool.shutdown();
    }

    private void turn(Arm arm) {
        try {
            if (!closed && awaitGo() && arm.train()) {
                pool.execute(() -> turn(arm));
                return;
            }
        } catch (InputException refused) {
            arm.fail(refused);
        } catch (RuntimeException | OutOfMemoryError fault) {
            // Also where it was ended between two turns: then nobody takes the next.
            if (!closed) {
                LOGGER.log(System.Logger.Level.ERROR, "experiment stopped", fault);
                arm.fail(new InputException("training.fault", String.valueOf(fault)));
            }
        }
        arm.close();
        left.countDown();
    }

    /** @return whether to go on */
    private boolean awaitGo() {
        synchronized (gate) {
            while (paused && !closed) {
                try {
                    gate.wait();
                } catch (InterruptedException interruption) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
            return !closed;
        }
    }

    /** An arm in training. Its turns come one after the other. */
    private final class Arm {
        private final int index;
        private final Configuration configuration;
        private final List<Point> accuracies = new ArrayList<>();
        private TrainingRun run;
        /** The sentence through the present weights, also at the end, where others may be kept. */
        private SentenceWatch watch;
        private HeldOutScores scores;
        private List<Double> norms = List.of();

        Arm(int index, Configuration configuration) {
            this.index = index;
            this.configuration = configuration;
        }

        /** A turn. @return whether there is more to do */
        boolean train() throws InputException {
            if (run == null) {
                run = new TrainingRun(configuration.planning().plan().withThreads(1));
                watch = new SentenceWatch(run.trainer().network(), run.plan());
            }
            long began = System.nanoTime();
            do {
                run.step();
                measureIfDue();
            } while (isGoing() && !closed && System.nanoTime() - began < TURN_NANOS);
            slots.set(index, state());
            return isGoing();
        }

        private boolean isGoing() {
            return !run.isOver() && step() < until;
        }

        private long step() {
            return run.trainer().trainingStep();
        }

        private void measureIfDue() {
            boolean due = step() * MEASUREMENTS / until > (step() - 1) * MEASUREMENTS / until;
            if (!due && isGoing()) {
                return;
            }
            scores = run.presentScores();
            scores.exactMatch().ifPresent(share -> accuracies.add(new Point(step(), share)));
            if (sentence.isPresent()) {
                norms = watch.translate(sentence.get(), List.of(), Set.of(Watched.GRADIENTS), false).gradients()
                        .map(gradients -> Arrays.stream(gradients.now().bySourceStep()).boxed().toList()).orElse(List.of());
            }
        }

        private ExperimentArm state() {
            TrainingSnapshot snapshot = run.snapshot(Optional.empty());
            return new ExperimentArm(configuration.name(), step(), snapshot.trainingLoss().orElse(Double.NaN),
                    snapshot.curve().validation().stream().map(point -> new Point(point.trainingStep(), point.loss())).toList(), accuracies,
                    scores == null ? List.of() : scores.byLength(), norms, snapshot.failure());
        }

        void fail(InputException problem) {
            ExperimentArm before = slots.get(index);
            slots.set(index, new ExperimentArm(before.name(), before.trainingStep(), before.loss(), before.losses(), before.accuracies(), before.byLength(),
                    before.gradientNorms(), Optional.of(problem)));
        }

        void close() {
            if (run != null) {
                run.close();
            }
        }
    }
}
