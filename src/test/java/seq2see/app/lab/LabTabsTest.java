package seq2see.app.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import seq2see.app.HeadlessToolkit;
import seq2see.app.lab.tab.LabState;
import seq2see.app.lab.tab.LabTab;
import seq2see.app.scrubber.MomentTrack;
import seq2see.app.scrubber.Timeline;
import seq2see.app.session.LabSession;

class LabTabsTest {
    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    private record Plain(String name, Button node) implements LabTab {
        @Override
        public boolean aboutSentence() {
            return false;
        }

        @Override
        public Timeline timeline(LabState state) {
            return Timeline.EMPTY;
        }

        @Override
        public void show(LabState state) {
        }
    }

    @Test
    void aTabBehindIsMadeReadyWhereNobodySeesIt() throws TimeoutException {
        try (LabSession session = HeadlessToolkit.call(LabSession::new)) {
            List<Plain> all = HeadlessToolkit.call(() -> List.of(new Plain("attention", new Button("a")), new Plain("search", new Button("b")),
                    new Plain("training", new Button("c"))));
            StackPane place = HeadlessToolkit.call(() -> {
                LabTabs tabs = new LabTabs(session, new MomentTrack(), state -> { });
                tabs.hold(List.copyOf(all));
                StackPane shown = (StackPane) tabs.place();
                Stage stage = new Stage();
                stage.setScene(new Scene(shown, 300, 200));
                stage.show();
                return shown;
            });
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> HeadlessToolkit.call(() -> all.stream().skip(1).allMatch(tab -> tab.node().getSkin() != null)));
            HeadlessToolkit.call(() -> {
                assertEquals(List.<Node>of(all.getFirst().node()), place.getChildren());
                assertTrue(all.stream().allMatch(tab -> tab.node().isVisible()));
                place.getScene().getWindow().hide();
                return null;
            });
        }
    }
}
