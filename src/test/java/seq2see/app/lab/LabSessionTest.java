package seq2see.app.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import seq2see.app.HeadlessToolkit;
import seq2see.training.TrainingPlan;
import seq2see.training.TrainingSettings;
import seq2see.training.Translation;
import seq2see.training.Watched;

class LabSessionTest {
    private static final TrainingSettings SETTINGS = TrainingSettings.besideAWindow();

    /** What happens before a corpus is read. */
    private final AtomicReference<Runnable> beforeReading = new AtomicReference<>(() -> { });
    private final LabSession session = new LabSession(id -> {
        beforeReading.get().run();
        return OpenedCorpus.read(id);
    });

    @BeforeAll
    static void startToolkit() {
        // The faults are meant: their stack traces would only alarm.
        Logger.getLogger(Openings.class.getName()).setLevel(Level.OFF);
        HeadlessToolkit.start();
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.waitForAsyncFx(20_000, session::close);
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
    }

    @Test
    void aCorpusThatIsGoneGivesWayToAnotherAndIsNamed() throws TimeoutException {
        session.openAgain("/nowhere/gone.tsv", "", "reverse.tsv");
        WaitForAsyncUtils.waitForAsyncFx(20_000, session::show);
        until(() -> session.snapshotProperty().get() != null && session.problemProperty().get() != null);
        assertEquals("reverse.tsv", session.corpusId());
        assertTrue(session.problemProperty().get().getMessage().contains("gone.tsv"));
    }

    @Test
    void whatIsAskedForLastCounts() throws TimeoutException {
        session.open("dates.tsv", "");
        session.open("/nowhere/gone.tsv", "");
        session.open("reverse.tsv", "glass");
        WaitForAsyncUtils.waitForAsyncFx(20_000, session::show);
        until(() -> session.snapshotProperty().get() != null
                && session.snapshotProperty().get().translation().filter(shown -> shown.source().equals("glass")).isPresent());
        assertEquals("reverse.tsv", session.corpusId());
        assertEquals(null, session.problemProperty().get());
    }

    private void train() throws TimeoutException {
        session.open("reverse.tsv", "glass");
        WaitForAsyncUtils.waitForAsyncFx(20_000, session::show);
        until(() -> session.snapshotProperty().get() != null);
    }

    private void untilProblem(String key) throws TimeoutException {
        until(() -> session.problemProperty().get() != null && session.problemProperty().get().key().equals(key));
        assertFalse(session.openingProperty().get());
        assertEquals("reverse.tsv", session.corpusId());
    }

    @Test
    void aFaultWhileReadingIsToldAndTrainingGoesOn() throws TimeoutException {
        train();
        beforeReading.set(() -> {
            throw new IllegalStateException("a fault");
        });
        session.open("dates.tsv", "");
        untilProblem("program.fault");
        beforeReading.set(() -> {
            throw new OutOfMemoryError("no room");
        });
        session.open("dates.tsv", "");
        untilProblem("corpus.tooLarge");
        long step = session.snapshotProperty().get().trainingStep();
        until(() -> session.snapshotProperty().get().trainingStep() > step);
    }

    @Test
    void aRememberedCorpusThatHasGrownTooLargeGivesWayToo() throws TimeoutException {
        beforeReading.set(() -> {
            beforeReading.set(() -> { });
            throw new OutOfMemoryError("no room");
        });
        session.openAgain("dates.tsv", "", "reverse.tsv");
        WaitForAsyncUtils.waitForAsyncFx(20_000, session::show);
        untilProblem("corpus.tooLarge");
    }

    private boolean showsGradients() {
        return session.snapshotProperty().get().translation().flatMap(Translation::gradients).isPresent();
    }

    private void watch(Object owner, boolean wanted) throws TimeoutException {
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> session.watch(Watched.GRADIENTS, owner, wanted));
        // What comes after two more steps was computed after this.
        long step = session.snapshotProperty().get().trainingStep();
        until(() -> session.snapshotProperty().get().trainingStep() > step + 2);
    }

    @Test
    void whatTwoWatchIsComputedUntilNeitherWantsItAnyMore() throws TimeoutException {
        train();
        watch("the view", true);
        watch("the prose", true);
        watch("the prose", true);
        until(this::showsGradients);
        watch("the prose", false);
        assertTrue(showsGradients());
        watch("the view", false);
        until(() -> !showsGradients());
    }

    @Test
    void whatIsTypedWhileAPlanIsMadeStays() throws TimeoutException {
        train();
        TrainingPlan before = session.snapshotProperty().get().plan();
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            session.restart(SETTINGS, before.codec().sourceTokenizer(), before.codec().targetTokenizer());
            session.look("window");
        });
        until(() -> session.snapshotProperty().get().plan() != before
                && session.snapshotProperty().get().translation().filter(shown -> shown.source().equals("window")).isPresent());
        assertEquals("window", session.sentenceProperty().get());
    }
}
