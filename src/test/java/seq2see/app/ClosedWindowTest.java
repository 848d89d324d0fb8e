package seq2see.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.javafx.binding.ExpressionHelper;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.beans.WeakListener;
import javafx.beans.property.ObjectPropertyBase;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import seq2see.app.session.LabSession;
import seq2see.app.theme.Language;
import seq2see.app.theme.Text;
import seq2see.app.theme.Theme;

/** A window that was closed is gone, also for what outlives it. */
class ClosedWindowTest {
    private static final String CORPUS = "reverse.tsv";
    @TempDir
    static Path folder;

    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    @AfterEach
    void speakEnglishAgain() {
        HeadlessToolkit.call(() -> {
            Text.languageProperty().set(Language.ENGLISH);
            return null;
        });
    }

    /** Opens a window on a stage of its own, shows every tab and place, closes it, and keeps nothing of it but the window itself. */
    private static Window openAndClose() throws TimeoutException {
        LabSession session = new LabSession();
        Stage stage = HeadlessToolkit.call(Stage::new);
        Window window = HeadlessToolkit.call(() -> {
            UserSettings settings = new UserSettings(Language.ENGLISH, Theme.LIGHT, 1, 1280, 800, CORPUS, "", "");
            session.open(CORPUS, "");
            return new Window(stage, session, settings, new UserSettingsFile(folder.resolve("settings.properties")), new ChosenFiles());
        });
        OnScreen.until(() -> HeadlessToolkit.call(() -> session.snapshotProperty().get() != null));
        for (String tab : new String[] {"attention", "hidden-state", "shapes", "search", "batch", "training"}) {
            HeadlessToolkit.call(() -> {
                window.openTab(tab);
                stage.getScene().getRoot().layout();
                return null;
            });
        }
        HeadlessToolkit.call(() -> {
            stage.hide();
            return null;
        });
        return window;
    }

    private static boolean isGone(WeakReference<?> reference) {
        System.gc();
        return reference.get() == null;
    }

    /** How many listen to the language, those left out that are gone but not noticed yet. */
    private static long listeners() throws ReflectiveOperationException {
        Field field = ObjectPropertyBase.class.getDeclaredField("helper");
        field.setAccessible(true);
        ExpressionHelper<?> helper = (ExpressionHelper<?>) field.get(Text.languageProperty());
        long count = 0;
        for (String listeners : new String[] {"changeListeners", "invalidationListeners"}) {
            Field array = helper.getClass().getDeclaredField(listeners);
            array.setAccessible(true);
            Object[] all = (Object[]) array.get(helper);
            count += all == null ? 0 : Stream.of(all).filter(listener -> listener != null && !(listener instanceof WeakListener weak && weak.wasGarbageCollected())).count();
        }
        return count;
    }

    /** Waits for what may come late on a busy machine, and is over at once where all is well. */
    private static void collect(WeakReference<Window> window) throws TimeoutException {
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> isGone(window));
    }

    @Test
    void nothingKeepsAClosedWindowAndNoneLeavesAListenerBehind() throws TimeoutException, ReflectiveOperationException {
        collect(new WeakReference<>(openAndClose()));
        long before = listeners();
        collect(new WeakReference<>(openAndClose()));
        long after = listeners();
        assertTrue(after <= before, "listeners: " + before + " before, " + after + " after");
    }

    @Test
    void aClosedWindowIsNotAskedForMore() throws TimeoutException {
        Window window = openAndClose();
        List<Throwable> thrown = HeadlessToolkit.call(() -> {
            List<Throwable> caught = new ArrayList<>();
            Thread.UncaughtExceptionHandler before = Thread.currentThread().getUncaughtExceptionHandler();
            Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> caught.add(failure));
            Text.languageProperty().set(Language.CHINESE);
            Thread.currentThread().setUncaughtExceptionHandler(before);
            return caught;
        });
        assertEquals(List.of(), thrown, "what the window worked with is shut");
        Reference.reachabilityFence(window);
    }
}
