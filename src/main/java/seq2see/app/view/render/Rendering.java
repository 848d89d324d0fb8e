package seq2see.app.view.render;

import seq2see.app.drawing.Picture;
import seq2see.app.drawing.PngWriter;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.SvgWriter;
import seq2see.app.drawing.ToolkitMeasure;
import seq2see.app.theme.Language;
import seq2see.app.theme.Role;
import seq2see.app.theme.Theme;
import seq2see.app.view.RenderInput;
import seq2see.app.view.View;
import seq2see.corpus.InputException;
import seq2see.corpus.Limits;

/**
 * A view drawn without a window or a display, for files. The first one starts the toolkit, whose thread then goes on until
 * the program exits.
 *
 * @param width of the image in pixels, its margin included
 */
public record Rendering(RenderedView view, RenderInput input, Theme theme, Language language, int width, int height) {
    private static final Limits PIXELS = new Limits(240, 8192);

    /** Refuses sizes that cannot be drawn. */
    public Rendering checked() throws InputException {
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
        return view.draw(sheet, input).onGround(theme.palette().of(Role.SURFACE), View.SAVED_MARGIN);
    }
}
