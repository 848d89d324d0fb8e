package seq2see.app;

import java.util.concurrent.Callable;
import javafx.scene.Node;
import org.testfx.api.FxRobot;
import org.testfx.api.FxRobotInterface;
import org.testfx.util.NodeQueryUtils;
import org.testfx.util.WaitForAsyncUtils;

/** Asks the window on its own thread: a model that learns changes what stands in it at any time. */
final class OnScreen {
    private static final long PATIENCE_MILLIS = 10_000;

    private OnScreen() {
    }

    static <T> T onScreen(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, question);
    }

    static <T extends Node> T find(FxRobot robot, String query, Class<T> type) {
        return onScreen(() -> robot.lookup(query).queryAs(type));
    }

    static FxRobotInterface click(FxRobot robot, String query) {
        WaitForAsyncUtils.waitForFxEvents();
        Node target = onScreen(() -> robot.lookup(query).match(NodeQueryUtils.isVisible()).query());
        return robot.clickOn(target);
    }
}
