package seq2see.app.view.hiddenstate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2see.app.HeadlessToolkit;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.ToolkitMeasure;
import seq2see.app.theme.Language;
import seq2see.app.theme.Palette;
import seq2see.app.view.Highlight;
import seq2see.app.view.PictureProof;
import seq2see.app.view.hiddenstate.FlowScene.Cell;
import seq2see.model.AttentionType;
import seq2see.model.CellType;
import seq2see.model.ModelConfig;
import seq2see.trace.Moment;
import seq2see.trace.Moment.Phase;
import seq2see.trace.Trace;

class FlowPictureTest {
    private static final String LONG = "abcd".repeat(10);

    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    private static Sheet sheet(double width, double height, Language language) {
        return new Sheet(width, height, Palette.LIGHT, language, new ToolkitMeasure());
    }

    private static void onToolkit(Runnable work) {
        HeadlessToolkit.call(() -> {
            work.run();
            return null;
        });
    }

    private static List<Moment> moments(Trace trace) {
        return Moment.of(trace.config(), trace.sourceTime(), trace.targetTime());
    }

    @ParameterizedTest
    @MethodSource("seq2see.app.view.hiddenstate.SampleFlows#kinds")
    void nothingIsClippedAndNoTextsTouchAtAnyMomentAndSize(ModelConfig config) {
        onToolkit(() -> {
            for (Trace trace : List.of(SampleFlows.of(config, "ab", 3), SampleFlows.of(config, LONG, 30))) {
                List<Moment> moments = moments(trace);
                for (int i = 0; i < moments.size(); i += 1 + moments.size() / 12) {
                    for (Sheet sheet : List.of(sheet(840, 280, Language.ENGLISH), sheet(860, 460, Language.CHINESE), sheet(1800, 900, Language.ENGLISH))) {
                        FlowScene scene = FlowScene.of(trace, Optional.of(moments.get(i)));
                        Picture picture = FlowPicture.of(sheet, scene);
                        PictureProof.prove(picture, sheet.measure());
                        assertEquals(sheet.width(), picture.width());
                        assertTrue(picture.height() >= sheet.height());
                    }
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("seq2see.app.view.hiddenstate.SampleFlows#kinds")
    void backIsTheInverseOfForwardAtEveryMoment(ModelConfig config) {
        onToolkit(() -> {
            Sheet sheet = sheet(860, 460, Language.ENGLISH);
            Trace trace = SampleFlows.of(config, "abc", 3);
            List<Moment> moments = moments(trace);
            FlowScene scene = FlowScene.EMPTY;
            for (int i = 0; i + 1 < moments.size(); i++) {
                scene = scene.showing(trace, Optional.of(moments.get(i)), Highlight.NONE);
                Picture before = FlowPicture.of(sheet, scene);
                FlowScene forward = scene.showing(trace, Optional.of(moments.get(i + 1)), Highlight.NONE);
                assertNotEquals(before, FlowPicture.of(sheet, forward), "nothing moved at " + moments.get(i + 1));
                assertEquals(before, FlowPicture.of(sheet, forward.showing(trace, Optional.of(moments.get(i)), Highlight.NONE)));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("seq2see.app.view.hiddenstate.SampleFlows#kinds")
    void whatIsComputedGrowsByOnePartAtATime(ModelConfig config) {
        Trace trace = SampleFlows.of(config, "abc", 3);
        FlowValues values = new FlowValues(trace);
        List<Moment> moments = moments(trace);
        for (int i = 0; i < moments.size(); i++) {
            for (int j = 0; j < moments.size(); j++) {
                assertEquals(j <= i, values.isComputed(moments.get(j), Optional.of(moments.get(i))));
            }
        }
    }

    @Test
    void theUnitsOfAWideModelAreAWindow() {
        onToolkit(() -> {
            Trace trace = SampleFlows.of(SampleFlows.config(CellType.GRU, 1, false, AttentionType.ADDITIVE, 64), "abc", 3);
            FlowScene scene = FlowScene.of(trace, Optional.of(moments(trace).get(7)));
            Sheet tall = sheet(1200, 900, Language.ENGLISH);
            assertTrue(PictureProof.texts(FlowPicture.of(tall, scene).marks()).contains("1–32 of 64"));
            assertTrue(PictureProof.texts(FlowPicture.of(tall, scene.fromUnit(40)).marks()).contains("33–64 of 64"));
            Trace narrow = SampleFlows.of(SampleFlows.config(CellType.GRU, 1, false, AttentionType.ADDITIVE, 8), "abc", 3);
            assertTrue(PictureProof.texts(FlowPicture.of(tall, FlowScene.of(narrow, Optional.empty())).marks()).contains("H 8"));
        });
    }

    @Test
    void longSentencesScrollAndFollowTheMoment() {
        onToolkit(() -> {
            Trace trace = SampleFlows.of(SampleFlows.config(CellType.LSTM, 1, false, AttentionType.ADDITIVE, 8), LONG, 30);
            Sheet sheet = sheet(860, 460, Language.ENGLISH);
            for (Moment moment : moments(trace)) {
                FlowLayout layout = new FlowLayout(sheet, FlowScene.of(trace, Optional.of(moment)));
                FlowColumns columns = moment.phase() == Phase.ENCODER ? layout.source() : layout.target();
                assertTrue(columns.pitch() >= 40);
                if (moment.timeStep() > 0) {
                    assertTrue(columns.shows(FlowLayout.column(moment.phase(), moment.timeStep())), moment.toString());
                }
            }
        });
    }

    @Test
    void whatIsNotComputedYetCannotBeChosen() {
        Trace trace = SampleFlows.of(SampleFlows.config(CellType.GRU, 1, false, AttentionType.ADDITIVE, 8), "abc", 3);
        Moment gate = new Moment(Phase.ENCODER, 2, 1, "forward", "updateGate");
        Moment state = new Moment(Phase.ENCODER, 2, 1, "forward", "hiddenState");
        FlowScene scene = FlowScene.of(trace, Optional.of(gate));
        assertTrue(scene.choosing(Optional.of(new Cell(gate, 5))).chosen().isPresent());
        assertFalse(scene.choosing(Optional.of(new Cell(state, 5))).chosen().isPresent());
        assertFalse(scene.choosing(Optional.of(new Cell(gate, 8))).chosen().isPresent());
    }

    @Test
    void aChosenNumberIsReadAloudFirst() {
        onToolkit(() -> {
            Trace trace = SampleFlows.of(SampleFlows.config(CellType.GRU, 1, false, AttentionType.ADDITIVE, 8), "abc", 3);
            Moment gate = new Moment(Phase.ENCODER, 2, 1, "forward", "updateGate");
            FlowScene scene = FlowScene.of(trace, Optional.of(gate)).choosing(Optional.of(new Cell(gate, 5)));
            String said = FlowPicture.of(sheet(860, 460, Language.ENGLISH), scene).description();
            assertTrue(said.startsWith("update gate: z2[6] = "), said);
            assertTrue(said.contains("encoder step 2 · unit 6 of 8") && said.contains("Wizx2") && said.contains("GRU"), said);
        });
    }

    @Test
    void theTableHoldsEveryNumberOfTheTrace() {
        Trace trace = SampleFlows.of(SampleFlows.config(CellType.LSTM, 2, true, AttentionType.NONE, 8), "ab", 3);
        List<String> lines = FlowTable.csv(FlowScene.of(trace, Optional.empty())).lines().toList();
        assertEquals(1 + 8 * (2 + 6 * (3 * 2 * 2 + trace.targetTime() * 2)), lines.size());
        float memory = trace.encoder().steps().get(1).backwardLayers().get(1).memoryCell().orElseThrow().get(3);
        assertTrue(lines.contains("encoder,2,2,backward,memoryCell,4," + memory));
    }
}
