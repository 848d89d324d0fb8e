package seq2see.app.view;

import java.util.List;
import java.util.Optional;
import seq2see.app.theme.Language;
import seq2see.app.theme.Role;
import seq2see.app.theme.Theme;
import seq2see.app.view.AttentionScene.Cell;
import seq2see.corpus.Choice;
import seq2see.corpus.InputException;
import seq2see.corpus.Limits;
import seq2see.trace.Moment;
import seq2see.trace.Trace;
import seq2see.training.TrainingSnapshot;

/**
 * A view drawn without a window or a display, for files. The first one starts the toolkit, whose thread then goes on until
 * the program exits.
 *
 * @param view     {@code attention} or {@code training}
 * @param trace    what the attention view shows
 * @param training what the training view shows
 * @param moment   what is now; a moment outside the decoder marks no step
 * @param width    of the image in pixels, its margin included
 */
public record Rendering(String view, Optional<Trace> trace, Optional<TrainingSnapshot> training, Optional<Moment> moment,
                        Theme theme, Language language, int width, int height) {
    /** The views that can be drawn. */
    public static final List<String> VIEWS = List.of("attention", "training");
    private static final Limits PIXELS = new Limits(240, 8192);

    /** Refuses a view that is not known and sizes that cannot be drawn. */
    public Rendering checked() throws InputException {
        Choice.check("view", view, VIEWS);
        PIXELS.check("width", width);
        PIXELS.check("height", height);
        return this;
    }

    /** The image as a PNG file. */
    public byte[] png() {
        return Offscreen.call(() -> PngWriter.write(picture(), 1));
    }

    /** The image as an SVG file, texts as text. */
    public String svg() {
        return Offscreen.call(() -> SvgWriter.write(picture()));
    }

    private Picture picture() {
        Sheet sheet = new Sheet(width - 2 * View.SAVED_MARGIN, height - 2 * View.SAVED_MARGIN, theme.palette(), language, new ToolkitMeasure());
        Picture picture = switch (view) {
            case "attention" -> AttentionPicture.of(sheet, scene(sheet));
            case "training" -> TrainingPicture.of(sheet, training);
            default -> throw new IllegalArgumentException(view);
        };
        return picture.onGround(theme.palette().of(Role.SURFACE), View.SAVED_MARGIN);
    }

    /** The sentence with the strongest weight of the present step explained, and in sight where not everything is. */
    private AttentionScene scene(Sheet sheet) {
        if (trace.isEmpty()) {
            return AttentionScene.EMPTY.still();
        }
        int step = moment.filter(now -> now.phase() == Moment.Phase.DECODER).map(Moment::timeStep).orElse(0);
        AttentionScene scene = AttentionScene.of(trace.get(), step).still();
        int row = scene.presentRow();
        if (row < 0) {
            return scene;
        }
        Cell strongest = new Cell(row, scene.strongest(row));
        AttentionScene explained = scene.choosing(Optional.of(strongest));
        AttentionLayout layout = AttentionLayout.of(sheet, explained);
        return explained.scrolledTo(row - layout.shownRows() / 2, strongest.column() - layout.shownColumns() / 2);
    }
}
