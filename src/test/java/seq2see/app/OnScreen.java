package seq2see.app;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import org.testfx.api.FxRobot;
import org.testfx.api.FxRobotInterface;
import org.testfx.util.NodeQueryUtils;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Asks the window on its own thread, since a model that learns changes what stands in it at any time; and waits for what is
 * asked for, since a busy machine shows it later.
 */
final class OnScreen {
    private static final long PATIENCE_MILLIS = 20_000;
    /** How long a menu may take to open before its button is pressed again. */
    private static final long MENU_PATIENCE_MILLIS = 3_000;

    private OnScreen() {
    }

    static <T> T onScreen(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, question);
    }

    static <T extends Node> T find(FxRobot robot, String query, Class<T> type) {
        return onScreen(() -> robot.lookup(query).queryAs(type));
    }

    /** Waits until something holds, asked on the test's own thread. */
    static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(25, TimeUnit.SECONDS, condition);
    }

    /** Waits for a node that can be seen and clicks on it. */
    static FxRobotInterface click(FxRobot robot, String query) {
        until(query + " did not show", PATIENCE_MILLIS, () -> visible(robot, query).isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        return robot.clickOn(onScreen(() -> visible(robot, query).orElseThrow()));
    }

    /**
     * Opens a menu and chooses from it. Where what stands above moves the button away under the mouse, as the output of a
     * model that learns may, it is pressed again, as a person would.
     */
    static void choose(FxRobot robot, String menu, String item) {
        for (boolean open = false; !open; open = opened(robot, menu)) {
            click(robot, menu);
        }
        click(robot, item);
        until(menu + " did not close", PATIENCE_MILLIS, () -> !find(robot, menu, MenuButton.class).isShowing());
    }

    private static boolean opened(FxRobot robot, String menu) {
        try {
            WaitForAsyncUtils.waitFor(MENU_PATIENCE_MILLIS, TimeUnit.MILLISECONDS,
                    () -> onScreen(() -> robot.lookup(menu).queryAs(MenuButton.class).isShowing()));
            return true;
        } catch (TimeoutException stillClosed) {
            return false;
        }
    }

    private static Optional<Node> visible(FxRobot robot, String query) {
        return robot.lookup(query).match(NodeQueryUtils.isVisible()).tryQuery();
    }

    private static void until(String otherwise, long millis, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(millis, TimeUnit.MILLISECONDS, () -> onScreen(condition));
        } catch (TimeoutException tooLate) {
            throw new AssertionError(otherwise, tooLate);
        }
    }
}
