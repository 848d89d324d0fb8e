package seq2see.app.view.render;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import seq2see.app.HeadlessToolkit;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.view.KeptPictures;
import seq2see.app.view.RenderInput;
import seq2see.app.view.SampleTraces;
import seq2see.app.view.training.SampleTrainings;
import seq2see.corpus.InputException;
import seq2see.model.Seq2Seq;
import seq2see.trace.Moment;
import seq2see.trace.Trace;
import seq2see.trace.Tracer;
import seq2see.training.SavedModel;
import seq2see.training.TinyPlans;
import seq2see.training.TrainingRun;

class RenderedViewTest {
    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    @TestFactory
    Stream<DynamicTest> everyViewLooksAsItWasKept() {
        Map<String, Function<Sheet, Picture>> views = new LinkedHashMap<>();
        Moment seventh = new Moment(Moment.Phase.DECODER, 7, 0, "", "attentionWeights");
        RenderInput input = new RenderInput(Optional.empty(), Optional.of(SampleTrainings.of(100)), Optional.of(SampleTraces.date()), Optional.of(seventh));
        for (RenderedView view : RenderedView.values()) {
            views.put(view.viewName(), sheet -> view.draw(sheet, input));
        }
        views.remove(RenderedView.ATTENTION_SUM.viewName());
        RenderInput learnt = learnt();
        views.put("hidden-state", sheet -> RenderedView.HIDDEN_STATE.draw(sheet, learnt));
        views.put("beam-tree", sheet -> RenderedView.BEAM_TREE.draw(sheet, learnt.at(new Moment(Moment.Phase.SEARCH, 2, 0, "", "keep"))));
        views.put("shapes", sheet -> RenderedView.SHAPES.draw(sheet, learnt));
        return KeptPictures.tests(views);
    }

    /** A model after a few training steps: the engine gives the same bits on every machine. */
    private static RenderInput learnt() {
        try (TrainingRun run = new TrainingRun(TinyPlans.plan(30, 1))) {
            for (int step = 0; step < 30; step++) {
                run.step();
            }
            SavedModel model = run.saved();
            Trace trace = new Tracer(new Seq2Seq(model.parameters()), model.codec()).greedyInDepth("107", 8);
            return RenderInput.of(model, Optional.of(trace)).at(Moment.parse("encoder.2.layer1.forward.updateGate"));
        } catch (InputException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
