package seq2see.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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
import seq2see.corpus.Tokenizers;
import seq2see.model.AttentionType;
import seq2see.model.CellType;
import seq2see.model.ContextType;
import seq2see.model.OutputType;
import seq2see.training.ModelSettings;
import seq2see.training.TrainingMethod;
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
        session.openAgain("/nowhere/gone.tsv", "", "", "reverse.tsv");
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
        session.openAgain("dates.tsv", "", "", "reverse.tsv");
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

    @Test
    void whatACorpusWasTrainedWithIsChosenAgain() throws TimeoutException {
        train();
        assertEquals("", session.choices());
        ModelSettings lstm = new ModelSettings(CellType.LSTM, 2, true, ContextType.LAST, AttentionType.DOT, false, OutputType.STATE, false, 8, 12);
        TrainingSettings chosen = new TrainingSettings(lstm, 16, 40, TrainingMethod.usual().withClip(2), 5, 1);
        TrainingPlan before = session.snapshotProperty().get().plan();
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> session.restart(chosen, Tokenizers.all().getFirst(), before.codec().targetTokenizer()));
        until(() -> !session.choices().isEmpty() && session.snapshotProperty().get().plan() != before);
        LabSession later = new LabSession();
        try {
            later.openAgain(session.corpusId(), "", session.choices(), "dates.tsv");
            WaitForAsyncUtils.waitForAsyncFx(20_000, later::show);
            until(() -> later.snapshotProperty().get() != null);
            TrainingPlan again = later.snapshotProperty().get().plan();
            TrainingPlan then = session.snapshotProperty().get().plan();
            assertEquals(then.config(), again.config());
            assertEquals(then.recipe(), again.recipe());
            assertEquals(Tokenizers.all().getFirst().name(), again.codec().sourceTokenizer().name());
        } finally {
            WaitForAsyncUtils.waitForAsyncFx(20_000, later::close);
        }
    }

    @Test
    void choicesThatMakeNoSenseGiveWayToTheUsual() throws TimeoutException {
        train();
        String sensible = TrainingChoices.of(SETTINGS, Tokenizers.all().getFirst(), Tokenizers.all().getFirst()).text();
        String usual = session.snapshotProperty().get().plan().config().toString();
        for (String senseless : List.of("{", "{}", sensible.replaceAll("\"seed\":\\d+", "\"seed\":\"?\""), sensible.replaceAll("\"layers\":\\d+", "\"layers\":-1"),
                sensible.replaceFirst("\"tokenizer\":\"\\w+\"", "\"tokenizer\":\"none\""))) {
            assertNotEquals(sensible, senseless);
            TrainingPlan before = session.snapshotProperty().get().plan();
            session.openAgain("reverse.tsv", "", senseless, "dates.tsv");
            until(() -> session.snapshotProperty().get().plan() != before);
            assertEquals(usual, session.snapshotProperty().get().plan().config().toString(), senseless);
            assertEquals("reverse.tsv", session.corpusId());
        }
    }
}
