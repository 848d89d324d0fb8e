package seq2see.app.view.attention;

import java.util.List;
import java.util.Optional;
import seq2see.app.drawing.Caption;
import seq2see.app.drawing.Drawing;
import seq2see.app.drawing.Mark.Anchor;
import seq2see.app.drawing.MathText;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.Stroke;
import seq2see.app.drawing.TextStyle;
import seq2see.app.theme.Rgb;
import seq2see.app.theme.Role;
import seq2see.app.view.attention.AttentionScene.Cell;
import seq2see.tensor.Axis;
import seq2see.tensor.Grid;
import seq2see.trace.AttentionTerms;

/** Draws where one attention weight comes from: query and key, the units' terms and their sum, then the softmax. */
final class AttentionSum {
    private static final double ROW = 20;
    private static final double STRIP_CELL = 8;
    private static final double STRIP = 14;
    private static final double CELL_MARGIN = 6;
    private static final double WIDEST_COLUMN = 120;
    private static final double SYMBOL = 16;

    private final Sheet sheet;
    private final AttentionScene scene;
    private final Cell cell;
    private final AttentionTerms terms;
    private final Drawing drawing;
    private final String source;
    private final String target;

    private AttentionSum(Sheet sheet, AttentionScene scene, AttentionTerms terms) {
        this.sheet = sheet;
        this.scene = scene;
        this.cell = scene.summed();
        this.terms = terms;
        this.drawing = new Drawing(sheet);
        double most = sheet.width() * 0.2;
        this.source = sheet.shortened(scene.sourceTokens().get(cell.column()), TextStyle.SMALL, most);
        this.target = sheet.shortened(scene.targetTokens().get(cell.row()), TextStyle.SMALL, most);
    }

    static Picture of(Sheet sheet, AttentionScene scene) {
        Cell cell = scene.summed();
        Optional<AttentionTerms> terms = AttentionTerms.of(scene.trace().orElseThrow(), cell.row(), cell.column());
        if (terms.isEmpty()) {
            // A trace of before the terms were kept: the map has what there is.
            return AttentionPicture.of(sheet, scene.in(AttentionMode.MAP));
        }
        return new AttentionSum(sheet, scene, terms.get()).draw();
    }

    private Picture draw() {
        Caption caption = Caption.of(sheet, sheet.words("attention.heading"), AttentionDock.where(sheet, target, source));
        caption.draw(sheet, drawing);
        double y = formula(caption.height() + 4);
        double softmaxTop = sheet.height() - AttentionDock.height(sheet, scene.pointing(cell));
        // In a very low place the numbers come first.
        y = softmaxTop - y >= 200 ? vectors(y) : y;
        int room = (int) ((softmaxTop - 10 - y - ROW - 6) / ROW) - 1;
        ScoreTerms shown = ScoreTerms.of(terms, Math.max(2, room));
        table(shown, y);
        new AttentionDock(sheet, scene.pointing(cell), drawing).draw();
        return drawing.picture(description(shown));
    }

    /** The formula of this kind of attention. */
    private double formula(double top) {
        String name = sheet.words("attention.score") + " = ";
        drawing.text(name, 0, top + 14, TextStyle.CONTROL, drawing.ink(Role.TEXT));
        String product = "q · " + keySymbol();
        String formula = switch (terms.type()) {
            case ADDITIVE -> "w_v^⊤ tanh(W_q q + W_k k)";
            case SCALED_DOT -> product + " / √H";
            case DOT -> product;
            case NONE -> throw new IllegalStateException("a score without attention");
        };
        MathText.of(formula).draw(drawing, sheet.width(name, TextStyle.CONTROL), top + 14, SYMBOL, drawing.ink(Role.TEXT), Anchor.START);
        return top + 26;
    }

    private String keySymbol() {
        return terms.isAdditive() || terms.key().columns() != terms.units() ? "W_k k" : "k";
    }

    private double vectors(double top) {
        String query = sheet.words("attention.query", cell.row() + 1);
        String key = sheet.words("attention.key", cell.column() + 1, source);
        double label = Math.max(sheet.width(query, TextStyle.SMALL), sheet.width(key, TextStyle.SMALL)) + 12;
        boolean beside = label + 16 * STRIP_CELL <= sheet.width();
        double y = vector(query, terms.query(), Axis.HIDDEN, top, beside ? label : 0);
        return vector(key, terms.key(), Axis.CONTEXT, y, beside ? label : 0) + 4;
    }

    /** A labelled strip; its label stands above it where {@code x} is 0. */
    private double vector(String label, Grid values, Axis axis, double top, double x) {
        drawing.text(label, 0, top + 11, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
        double y = x == 0 ? top + 16 : top;
        String size = axis.letter() + " " + values.columns();
        double end = sheet.width() - sheet.width(size + " · 1–999", TextStyle.LEAST) - 8;
        int shown = Math.clamp((long) ((end - x) / STRIP_CELL), 1, values.columns());
        double width = Math.min(14, Math.floor((end - x) / shown));
        double largest = Math.max(1, values.largestMagnitude());
        for (int unit = 0; unit < shown; unit++) {
            drawing.box(x + unit * width, y, width - 1, STRIP, 1, sheet.palette().signed().at(values.get(unit) / largest));
        }
        drawing.text(shown < values.columns() ? size + " · 1–" + shown : size, x + shown * width + 6, y + 11, TextStyle.LEAST, sheet.palette().of(axis));
        return y + STRIP + 8;
    }

    private void table(ScoreTerms shown, double top) {
        List<String> heads = terms.isAdditive() ? List.of("W_q q", keySymbol(), "tanh", "w_v", "×") : List.of("q", keySymbol(), "×");
        double first = Math.max(sheet.width(sheet.words("attention.unit", 999), TextStyle.SMALL),
                sheet.width(sheet.words("attention.others", shown.otherUnits()), TextStyle.SMALL)) + 10;
        double widest = shown.lines().stream().flatMap(line -> line.numbers().stream())
                .mapToDouble(number -> sheet.width(number, TextStyle.LEAST)).max().orElse(0) + 2 * CELL_MARGIN;
        // Where not every column has room, those that come first are left out.
        int columns = Math.clamp((long) ((sheet.width() - first) / widest), 1, heads.size());
        int skipped = heads.size() - columns;
        double column = Math.min(WIDEST_COLUMN, (sheet.width() - first) / columns);
        double end = first + column * columns;
        for (int i = 0; i < columns; i++) {
            MathText.of(heads.get(skipped + i)).draw(drawing, first + (i + 1) * column - CELL_MARGIN, top + 13, SYMBOL - 2,
                    drawing.ink(Role.MUTED_TEXT), Anchor.END);
        }
        double y = top + ROW;
        for (ScoreTerms.Line line : shown.lines()) {
            drawing.text(sheet.words("attention.unit", line.unit()), 0, baseline(y), TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
            for (int i = 0; i < columns; i++) {
                Rgb fill = sheet.palette().signed().at(line.values().get(skipped + i));
                drawing.box(first + i * column, y, column - 1, ROW - 1, 2, fill);
                drawing.text(line.numbers().get(skipped + i), first + (i + 1) * column - CELL_MARGIN, baseline(y), TextStyle.LEAST, fill.ink(), Anchor.END);
            }
            y += ROW;
        }
        total(shown, first, end, y);
    }

    /** What all other units add, and the sum. */
    private void total(ScoreTerms shown, double first, double end, double top) {
        double y = top;
        if (shown.otherUnits() > 0) {
            drawing.text(sheet.words("attention.others", shown.otherUnits()), 0, baseline(y), TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
            drawing.text(shown.others(), end - CELL_MARGIN, baseline(y), TextStyle.LEAST, drawing.ink(Role.TEXT), Anchor.END);
            y += ROW;
        }
        drawing.line(first, y + 0.5, end, y + 0.5, Stroke.solid(drawing.ink(Role.LINE), 1));
        String sum = shown.factor().isEmpty() ? "Σ = " + shown.score() : "Σ " + shown.sum() + " × " + shown.factor() + " = " + shown.score();
        drawing.text(sheet.words("attention.score"), 0, y + 16, TextStyle.SMALL.withWeight(600), drawing.ink(Role.TEXT));
        drawing.text(sum, end - CELL_MARGIN, y + 16, TextStyle.FIGURE, drawing.ink(Role.TEXT), Anchor.END);
    }

    private static double baseline(double top) {
        return top + (ROW - 1) / 2 + TextStyle.LEAST.middleToBaseline();
    }

    private String description(ScoreTerms shown) {
        String sum = sheet.words("attention.description.sum", shown.score(), terms.units());
        return AttentionDock.spoken(sheet, scene.pointing(cell)) + " " + sum;
    }
}
