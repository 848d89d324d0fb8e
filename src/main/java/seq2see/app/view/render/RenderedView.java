package seq2see.app.view.render;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.view.RenderInput;
import seq2see.app.view.attention.AttentionMode;
import seq2see.app.view.attention.AttentionScene;
import seq2see.app.view.hiddenstate.FlowPicture;
import seq2see.app.view.hiddenstate.PlanePicture;
import seq2see.app.view.mask.MaskPicture;
import seq2see.app.view.search.SearchScene;
import seq2see.app.view.shapes.ShapesPicture;
import seq2see.app.view.training.TrainingPicture;
import seq2see.corpus.Choice;
import seq2see.corpus.InputException;
import seq2see.trace.Moment;

/** Every view that can be drawn into a file, by its name on the command line. A new one gets a line here. */
public enum RenderedView {
    ATTENTION("attention", true, RenderInput::sentenceMoments, (sheet, input) -> AttentionScene.still(sheet, input, AttentionMode.MAP)),
    ATTENTION_RIBBONS("attention-ribbons", true, RenderInput::sentenceMoments, (sheet, input) -> AttentionScene.still(sheet, input, AttentionMode.RIBBONS)),
    ATTENTION_SUM("attention-sum", true, RenderInput::sentenceMoments, (sheet, input) -> AttentionScene.still(sheet, input, AttentionMode.SUM)),
    TRAINING("training", false, input -> List.of(), (sheet, input) -> TrainingPicture.of(sheet, input.training())),
    HIDDEN_STATE("hidden-state", true, RenderInput::sentenceMoments, FlowPicture::still),
    STATE_PLANE("state-plane", true, RenderInput::sentenceMoments, PlanePicture::still),
    SHAPES("shapes", false, ShapesPicture::moments, ShapesPicture::still),
    MASK("mask", false, input -> Moment.ofMask(), MaskPicture::still),
    BEAM_TREE("beam-tree", true, SearchScene::moments, SearchScene::still);

    private final String name;
    private final boolean ofSentence;
    private final Function<RenderInput, List<Moment>> moments;
    private final BiFunction<Sheet, RenderInput, Picture> drawn;

    RenderedView(String name, boolean ofSentence, Function<RenderInput, List<Moment>> moments, BiFunction<Sheet, RenderInput, Picture> drawn) {
        this.name = name;
        this.ofSentence = ofSentence;
        this.moments = moments;
        this.drawn = drawn;
    }

    /** All names. */
    public static List<String> names() {
        return Stream.of(values()).map(RenderedView::viewName).toList();
    }

    /** The view of a name. */
    public static RenderedView named(String name) throws InputException {
        return Choice.named("view", name, List.of(values()), RenderedView::viewName);
    }

    /** As on the command line. */
    public String viewName() {
        return name;
    }

    /** Whether it shows a sentence, and so needs one. */
    public boolean ofSentence() {
        return ofSentence;
    }

    /** The moments at which it can be drawn; none where it is the same at all of them. */
    public List<Moment> moments(RenderInput input) {
        return moments.apply(input);
    }

    Picture draw(Sheet sheet, RenderInput input) {
        return drawn.apply(sheet, input);
    }
}
