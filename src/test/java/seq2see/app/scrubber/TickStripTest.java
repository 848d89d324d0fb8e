package seq2see.app.scrubber;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import seq2see.app.HeadlessToolkit;
import seq2see.app.theme.Appearance;
import seq2see.app.theme.Text;
import seq2see.model.AttentionType;
import seq2see.model.CellType;
import seq2see.model.ModelConfig;
import seq2see.trace.Moment;

/** What stands under the ticks. */
class TickStripTest {
    private static final Timeline TIMELINE = Timeline.of(new ModelConfig(CellType.GRU, AttentionType.ADDITIVE, 30, 30, 8, 8, 20), List.of("a", "b"), List.of("x", "y"));

    @BeforeAll
    static void start() {
        HeadlessToolkit.start();
    }

    /** The labels at a moment, to which the strip came from the first one. */
    private static List<String> labels(boolean veiled, String moment) {
        int present = TIMELINE.moments().stream().map(Moment::toString).toList().indexOf(moment);
        return HeadlessToolkit.call(() -> {
            TickStrip strip = new TickStrip(new Appearance(), index -> { });
            strip.show(TIMELINE);
            strip.veil(veiled);
            strip.resize(900, 40);
            for (int at : List.of(0, present)) {
                strip.mark(at, "");
                strip.layout();
            }
            return strip.getChildrenUnmodifiable().stream().filter(Label.class::isInstance).filter(Node::isVisible).map(node -> ((Label) node).getText()).toList();
        });
    }

    @Test
    void everyTimeStepIsLabelledByItsToken() {
        assertEquals(List.of("a", "b", "x", "y"), labels(false, "encoder.finalState"));
    }

    @Test
    void veiledTheDecodersTokensAreToldOnceTheyAreWritten() {
        List<String> untold = List.of("a", "b", Text.of("moment.decoder"));
        assertEquals(untold, labels(true, "encoder.finalState"), "not even how many there are");
        assertEquals(untold, labels(true, "decoder.1.embedding"), "it is not written yet");
        assertEquals(List.of("a", "b", "x"), labels(true, "decoder.1.token"));
        assertEquals(List.of("a", "b", "x", "y"), labels(true, "decoder.2.token"));
    }
}
