package seq2see.app;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import org.testfx.api.FxToolkit;
import seq2see.app.theme.Fonts;

/**
 * The JavaFX toolkit for tests, with no display. One JVM can hold one platform only, so every test that needs the toolkit
 * starts it here: TestFX then brings Monocle's headless platform (as surefire's system properties ask), whose robot works;
 * JavaFX's own headless platform would come up if something else started the toolkit first.
 */
public final class HeadlessToolkit {
    private HeadlessToolkit() {
    }

    /** Starts the toolkit where it does not run yet, fonts loaded. */
    public static void start() {
        try {
            FxToolkit.registerPrimaryStage();
        } catch (TimeoutException late) {
            throw new IllegalStateException("the headless toolkit did not start", late);
        }
        call(() -> {
            Platform.setImplicitExit(false);
            Fonts.load();
            return null;
        });
    }

    /** Runs something on the toolkit's thread and waits for what it gives. */
    public static <T> T call(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException | TimeoutException stopped) {
            throw new IllegalStateException("the toolkit gave no answer", stopped);
        }
    }
}
