package seq2see.training;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import seq2see.corpus.InputException;

/**
 * Trains on a thread of its own. Commands go into a queue that it drains between training steps and return at once; what
 * comes back is the newest {@link TrainingSnapshot} in one slot, about ten times a second while training and after every
 * command.
 */
public final class TrainingWorker implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(TrainingWorker.class.getName());
    private static final long PUBLISH_NANOS = 100_000_000;
    /** So long the end of the thread is waited for: a step takes less, and whatever takes more nobody wants any longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final BlockingQueue<Runnable> commands = new LinkedBlockingQueue<>();
    private final AtomicReference<TrainingSnapshot> slot = new AtomicReference<>();
    private final AtomicReference<BatchLosses> batchSlot = new AtomicReference<>();
    private final AtomicReference<SentenceSearch> searchSlot = new AtomicReference<>();
    private final AtomicReference<HeldOutScores> heldOutSlot = new AtomicReference<>();
    private final AtomicReference<ModelNow> modelSlot = new AtomicReference<>();
    private final Thread thread;

    // Touched by the worker's thread alone.
    private TrainingPlan plan;
    /** Null where nothing was started, or the plan could not begin. */
    private TrainingRun run;
    private String sentence;
    /** The token ids that the decoder is made to write; empty for its own output. */
    private List<Integer> hypothesis = List.of();
    private final Set<Watched> watched = EnumSet.noneOf(Watched.class);
    private boolean closed;
    /** The training step at which it pauses by itself. */
    private long restAt = Long.MAX_VALUE;
    private long publishedAt;

    /** Its thread waits for a first {@link #start}. */
    public TrainingWorker() {
        thread = new Thread(this::work, "seq2see-training");
        thread.setDaemon(true);
        // The window comes first where cores are few.
        thread.setPriority(Thread.NORM_PRIORITY - 1);
        thread.start();
    }

    /** The newest snapshot; null until the first {@link #start} was carried out. Never blocks; any thread. */
    public TrainingSnapshot latest() {
        return slot.get();
    }

    /** Leaves what was trained and begins this plan from its seed. */
    public void start(TrainingPlan plan) {
        commands.add(() -> begin(plan));
    }

    /** The same, looking at another sentence from the first snapshot on. */
    public void start(TrainingPlan plan, String source) {
        commands.add(() -> {
            sentence = source;
            begin(plan);
        });
    }

    /** The same, at rest once so many training steps are done; where these are none, before the first. */
    public void start(TrainingPlan plan, String source, long until) {
        commands.add(() -> {
            sentence = source;
            begin(plan);
            restAt = until;
            ifRunning(fresh -> restWhereAsked());
        });
    }

    /** Goes on with a saved training where it stopped, at rest, looking at a sentence from the first snapshot on. */
    public void start(TrainingPlan plan, SavedModel saved, String source) {
        commands.add(() -> {
            sentence = source;
            begin(plan, () -> new TrainingRun(plan, saved));
            ifRunning(TrainingRun::pause);
        });
    }

    /** Tells, on the worker's thread, what is to be kept of the training between two steps; empty where there is none. */
    public void save(Consumer<Optional<SavedModel>> keeper) {
        commands.add(() -> {
            AtomicReference<SavedModel> saved = new AtomicReference<>();
            ask(running -> saved.set(running.saved()));
            keeper.accept(Optional.ofNullable(saved.get()));
        });
    }

    /** Rests after the step under way. */
    public void pause() {
        commands.add(() -> ifRunning(TrainingRun::pause));
    }

    /** Goes on to the planned end. */
    public void resume() {
        resumeUntil(Long.MAX_VALUE);
    }

    /** Goes on until so many training steps are done, and pauses there; where they are done already, at once. */
    public void resumeUntil(long step) {
        commands.add(() -> ifRunning(run -> {
            restAt = step;
            run.resume();
            restWhereAsked();
        }));
    }

    /** One training step, then pause. */
    public void stepOnce() {
        commands.add(() -> ifRunning(run -> {
            run.pause();
            run.step();
        }));
    }

    /** The next of the eight steps of training alone, then pause; snapshots hold what it produced. */
    public void stepPhase() {
        commands.add(() -> ifRunning(run -> {
            run.pause();
            run.stepPhase();
        }));
    }

    /**
     * Back to step 0 with the same initial weights; goes on training if it was. What was changed since the start holds from
     * the first step on.
     */
    public void reset() {
        commands.add(this::beginAgain);
    }

    /** The sentence to be looked at: every snapshot holds its translation and trace by the weights of that moment. */
    public void look(String source) {
        commands.add(() -> {
            sentence = source;
            hypothesis = List.of();
        });
    }

    /**
     * Has the decoder write a hypothesis instead of its own output for the sentence, until another sentence is looked at or
     * another training begins.
     *
     * @param tokenIds of the target vocabulary; empty for the model's own output
     */
    public void follow(List<Integer> tokenIds) {
        List<Integer> wanted = List.copyOf(tokenIds);
        commands.add(() -> hypothesis = run != null && wanted.stream().allMatch(id -> id < plan.config().targetVocabulary()) ? wanted : List.of());
    }

    /** Has more computed of the looked-at sentence for every snapshot, or no longer. */
    public void watch(Watched what, boolean wanted) {
        commands.add(() -> {
            if (wanted) {
                watched.add(what);
            } else {
                watched.remove(what);
            }
        });
    }

    /**
     * Asks for the losses of a batch of the training corpus by the weights of that moment: one pass forward between two steps.
     *
     * @param number of the batch; see {@link BatchLosses#of}
     */
    public void measureBatch(int number) {
        commands.add(() -> ask(running -> batchSlot.set(running.batchLosses(number))));
    }

    /** What was measured last of this training; null until something was. Never blocks; any thread. */
    public BatchLosses latestBatch() {
        return batchSlot.get();
    }

    /** Asks for a copy of the weights of that moment. */
    public void copyModel() {
        commands.add(() -> ask(running -> modelSlot.set(running.modelNow())));
    }

    /** The copy that was made last of this training; null until one was. Never blocks; any thread. */
    public ModelNow latestModel() {
        return modelSlot.get();
    }

    /** Asks how well what was held out is translated by the weights of that moment. */
    public void measureHeldOut() {
        commands.add(() -> ask(running -> heldOutSlot.set(running.heldOutScores())));
    }

    /** What was measured last of this training; null until something was. Never blocks; any thread. */
    public HeldOutScores latestHeldOut() {
        return heldOutSlot.get();
    }

    /** Asks for a search by the weights of that moment, between two steps. */
    public void search(SentenceSearch.Question question) {
        commands.add(() -> ask(running -> searchSlot.set(running.search(question))));
    }

    /** The search that was asked for last and carried out; null until one was. Never blocks; any thread. */
    public SentenceSearch latestSearch() {
        return searchSlot.get();
    }

    /**
     * Hands out a copy of the model as it is then, for work that takes long and must not stop the training.
     *
     * @param taken hears of it on the worker's thread; not where there is none
     */
    public void lend(Consumer<ModelNow> taken) {
        commands.add(() -> ask(running -> taken.accept(running.modelNow())));
    }

    /** Changes what may change while training. */
    public void change(double learningRate, double clip, double teacherForcing) {
        commands.add(() -> ifRunning(run -> run.change(learningRate, clip, teacherForcing)));
    }

    /** Ends the thread, and waits for the step under way; not for what takes longer, which ends by itself or with the program. */
    @Override
    public void close() {
        commands.add(() -> closed = true);
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private void beginAgain() {
        if (run == null) {
            if (plan != null) {
                begin(plan);
            }
            return;
        }
        boolean training = run.isTraining() || run.isOver();
        Trainer before = run.trainer();
        begin(plan);
        ifRunning(fresh -> {
            fresh.change(before.learningRate(), before.clipLimit(), before.teacherForcing());
            if (!training) {
                fresh.pause();
            }
        });
    }

    private void restWhereAsked() {
        if (run.trainer().trainingStep() >= restAt) {
            run.pause();
        }
    }

    private void begin(TrainingPlan wanted) {
        begin(wanted, () -> new TrainingRun(wanted));
    }

    private void begin(TrainingPlan wanted, Supplier<TrainingRun> made) {
        hypothesis = wanted == plan ? hypothesis : List.of();
        plan = wanted;
        restAt = Long.MAX_VALUE;
        batchSlot.set(null);
        searchSlot.set(null);
        heldOutSlot.set(null);
        modelSlot.set(null);
        if (run != null) {
            run.close();
            run = null;
        }
        try {
            run = made.get();
        } catch (ArithmeticException | OutOfMemoryError _) {
            slot.set(TrainingSnapshot.failed(plan, new InputException("training.cannotBegin", plan.corpus().name())));
        }
    }

    private void ifRunning(Consumer<TrainingRun> command) {
        if (run != null) {
            command.accept(run);
        }
    }

    /** What only looks at the training may fail without an end to it. */
    private void ask(Consumer<TrainingRun> question) {
        try {
            ifRunning(question);
        } catch (RuntimeException | OutOfMemoryError fault) {
            LOGGER.log(System.Logger.Level.ERROR, "a question of the training failed", fault);
        }
    }

    private void work() {
        while (!closed) {
            try {
                workOnce();
            } catch (Throwable fault) {
                // Whatever it is: on this thread nobody else would hear of it. The thread lives on, since another corpus or another sentence may do better.
                LOGGER.log(System.Logger.Level.ERROR, "training stopped", fault);
                stop(new InputException("training.fault", String.valueOf(fault)));
            }
        }
        ifRunning(TrainingRun::close);
    }

    private void stop(InputException problem) {
        sentence = null;
        hypothesis = List.of();
        if (run != null) {
            run.fail(problem);
            slot.set(run.snapshot(Optional.empty()));
        } else if (plan != null) {
            slot.set(TrainingSnapshot.failed(plan, problem));
        }
    }

    private void workOnce() {
        boolean commanded = drain();
        if (closed || run == null) {
            return;
        }
        if (run.isTraining()) {
            run.step();
            restWhereAsked();
        } else if (run.isMeasuring()) {
            run.measure();
        }
        long now = System.nanoTime();
        if (commanded || !isBusy() || now - publishedAt >= PUBLISH_NANOS) {
            publishedAt = now;
            slot.set(run.snapshot(Optional.ofNullable(sentence), hypothesis, watched));
        }
    }

    private boolean isBusy() {
        return run != null && (run.isTraining() || run.isMeasuring());
    }

    /** Carries out what waits in the queue; where there is nothing to do, waits for something. @return whether there was anything */
    private boolean drain() {
        boolean any = false;
        Runnable command = isBusy() ? commands.poll() : await();
        while (command != null) {
            command.run();
            any = true;
            command = commands.poll();
        }
        return any;
    }

    private Runnable await() {
        try {
            return commands.take();
        } catch (InterruptedException interruption) {
            return () -> closed = true;
        }
    }
}
