package seq2see.app.view.shapes;

import seq2see.app.drawing.Area;
import seq2see.app.drawing.Drawing;
import seq2see.app.drawing.Mark.Anchor;
import seq2see.app.drawing.MathText;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.Stroke;
import seq2see.app.drawing.TextStyle;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Rgb;
import seq2see.app.theme.Role;
import seq2see.app.theme.Typeface;
import seq2see.tensor.Values;
import seq2see.training.benchmark.Timing;

/** The concatenated input times its weights, as one wide product and as two narrow ones and a sum: both results, and how long each took. */
final class ShapesProduct {
    private static final TextStyle STRONG = TextStyle.CONTROL.withWeight(600);
    private static final double SYMBOL = 14;
    private static final double BAR = 14;

    private final Sheet sheet;
    private final ShapesScene scene;
    private final Drawing drawing;
    private final Area area;
    private final double cell;

    ShapesProduct(Sheet sheet, ShapesScene scene, ShapesLayout layout, Drawing drawing) {
        this.sheet = sheet;
        this.scene = scene;
        this.drawing = drawing;
        this.area = layout.detail();
        this.cell = layout.unit();
    }

    void draw() {
        drawing.text(sheet.words("shapes.product.title"), 0, area.y() + 14, STRONG, drawing.ink(Role.ACCENT));
        formula("[x ; c] W = x W_x + c W_c", sheet.width(sheet.words("shapes.product.title"), STRONG) + 20, area.y() + 15, Anchor.START);
        if (scene.product().isEmpty()) {
            drawing.text(sheet.words("shapes.product.waiting"), 0, area.y() + 44, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
            return;
        }
        ProductShown product = scene.product().get();
        boolean beside = area.width() >= 620;
        double half = beside ? Math.floor(area.width() * 0.46) : area.width();
        results(product, half);
        if (beside) {
            timing(product, half + 28, area.y() + 32);
        } else if (area.height() > 190) {
            timing(product, 0, area.y() + 122);
        }
    }

    /** A formula whose square brackets stand upright: slanted they look like strokes. */
    private void formula(String text, double x, double baseline, Anchor anchor) {
        String[] parts = text.split("(?<=[\\[\\]])|(?=[\\[\\]])");
        TextStyle bracket = new TextStyle(Typeface.SANS, 400, SYMBOL);
        double width = 0;
        for (String part : parts) {
            width += isBracket(part) ? sheet.width(part, bracket) : MathText.of(part).width(sheet, SYMBOL);
        }
        double at = anchor == Anchor.END ? x - width : x;
        for (String part : parts) {
            if (isBracket(part)) {
                drawing.text(part, at, baseline, bracket, drawing.ink(Role.TEXT));
                at += sheet.width(part, bracket);
            } else {
                MathText.of(part).draw(drawing, at, baseline, SYMBOL, drawing.ink(Role.TEXT), Anchor.START);
                at += MathText.of(part).width(sheet, SYMBOL);
            }
        }
    }

    private static boolean isBracket(String part) {
        return part.equals("[") || part.equals("]");
    }

    /** A few rows and columns of both results, one above the other, and by how much they differ. */
    private void results(ProductShown product, double width) {
        double y = area.y() + 34;
        double labels = 104;
        double pitch = Math.max(6, cell);
        int columns = Math.min(product.wide().shape().width(), (int) ((width - labels - 10) / pitch));
        int rows = Math.clamp((int) ((area.height() - 34 - 58) / 2 / pitch), 1, Math.min(4, product.wide().shape().size(0)));
        strip("[x ; c] W", product.wide(), y, labels, rows, columns, pitch);
        double second = y + Math.max(rows * pitch, 16) + 10;
        strip("x W_x + c W_c", product.sum(), second, labels, rows, columns, pitch);
        double below = second + Math.max(rows * pitch, 16) + 20;
        String difference = product.largestDifference() == 0 ? "0" : Numbers.scientific(product.largestDifference(), 2);
        String words = sheet.words("shapes.product.difference", difference, product.wide().shape().size(0), product.wide().shape().width());
        drawing.paragraph(words, 0, below, width, TextStyle.SMALL, drawing.ink(Role.TEXT));
    }

    private void strip(String symbol, Values values, double y, double left, int rows, int columns, double pitch) {
        formula(symbol, left - 10, y + rows * pitch / 2 + 5, Anchor.END);
        double largest = Math.max(1, values.largestMagnitude());
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                drawing.box(left + column * pitch, y + row * pitch, pitch - 0.75, pitch - 0.75, 0, sheet.palette().signed().at(values.get(row, column) / largest));
            }
        }
        drawing.outline(left - 0.5, y - 0.5, columns * pitch + 0.5, rows * pitch + 0.5, 1, Stroke.solid(drawing.ink(Role.DONE), 1));
    }

    /** Two bars on one scale, the middle nine tenths of the runs marked on each, and the ratio as measured. */
    private void timing(ProductShown product, double x, double y) {
        if (product.timing().isEmpty()) {
            drawing.text(sheet.words("shapes.product.timing"), x, y + 14, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
            return;
        }
        Timing.Pair timing = product.timing().get();
        double ratioWidth = 118;
        double labels = 104;
        double figures = 74;
        double room = area.right() - x - labels - figures - ratioWidth;
        double longest = Math.max(timing.one().high(), timing.other().high());
        bar("[x ; c] W", timing.one(), x, y, labels, room, longest, drawing.ink(Role.TEXT));
        bar("x W_x + c W_c", timing.other(), x, y + 28, labels, room, longest, drawing.ink(Role.DONE));
        boolean wideWins = timing.ratio() >= 1;
        double factor = wideWins ? timing.ratio() : 1 / timing.ratio();
        double middle = area.right() - ratioWidth / 2;
        drawing.text(Numbers.fixed(factor, 2) + "×", middle, y + 24, TextStyle.FIGURE.withSize(20).withWeight(600), drawing.ink(Role.TEXT), Anchor.MIDDLE);
        drawing.text(sheet.words(wideWins ? "shapes.product.wide" : "shapes.product.narrow"), middle, y + 44, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT), Anchor.MIDDLE);
        String note = sheet.words("shapes.product.note", timing.one().runs(), scene.trace().sentences(), scene.config().embeddingSize(), scene.config().contextSize(),
                product.wide().shape().width());
        boolean hasRoom = y + 72 + 18 * (sheet.wrapped(note, TextStyle.SMALL, area.right() - x).size() - 1) <= sheet.height();
        if (hasRoom || !sheet.presented()) {
            drawing.paragraph(note, x, y + 72, area.right() - x, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
        }
    }

    private void bar(String symbol, Timing timing, double x, double y, double labels, double room, double longest, Rgb ink) {
        formula(symbol, x + labels - 10, y + 12, Anchor.END);
        double left = x + labels;
        double scale = room / longest;
        drawing.box(left, y, Math.max(1, timing.median() * scale), BAR, 2, ink);
        double low = left + timing.low() * scale;
        double high = left + timing.high() * scale;
        double middle = y + BAR / 2;
        Rgb whisker = drawing.ink(Role.MUTED_TEXT);
        drawing.line(Math.max(low, left + timing.median() * scale), middle, high, middle, Stroke.solid(whisker, 1.5));
        drawing.line(high, middle - 5, high, middle + 5, Stroke.solid(whisker, 1.5));
        drawing.line(low, middle - 5, low, middle + 5, Stroke.solid(drawing.ink(Role.SURFACE), 1.5));
        drawing.text(Numbers.significant(timing.median(), 3) + " µs", left + room + 8, y + 12, TextStyle.FIGURE.withSize(12), drawing.ink(Role.TEXT));
    }
}
