package seq2see.app.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import seq2see.app.HeadlessToolkit;

class LabSessionTest {
    private final LabSession session = new LabSession();

    @BeforeAll
    static void startToolkit() {
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
}
