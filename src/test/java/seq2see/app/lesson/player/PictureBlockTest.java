package seq2see.app.lesson.player;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import seq2see.app.HeadlessToolkit;
import seq2see.app.theme.Appearance;
import seq2see.lesson.Block;
import seq2see.lesson.Place;
import seq2see.lesson.Setting;

class PictureBlockTest {
    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    private static boolean isMissing(Node picture) {
        return ((VBox) picture).getChildren().stream().anyMatch(part -> part instanceof Label words && words.getText().contains("nowhere.png"));
    }

    /** A lesson may name thousands. */
    @Test
    void manyPicturesDoNotTakeAThreadEach() throws TimeoutException {
        int many = 400;
        long before = ManagementFactory.getThreadMXBean().getTotalStartedThreadCount();
        List<Node> pictures = HeadlessToolkit.call(() -> {
            List<Node> blocks = new ArrayList<>();
            Appearance appearance = new Appearance();
            for (int i = 0; i < many; i++) {
                blocks.add(PictureBlock.of(new Block.Image(new Setting("nowhere.png", new Place("mine.md", 1, 1)), "a drawing"), Optional.empty(), appearance));
            }
            return blocks;
        });
        WaitForAsyncUtils.waitFor(25, TimeUnit.SECONDS, () -> HeadlessToolkit.call(() -> pictures.stream().allMatch(PictureBlockTest::isMissing)));
        long started = ManagementFactory.getThreadMXBean().getTotalStartedThreadCount() - before;
        assertTrue(started < many / 4, started + " threads");
    }
}
