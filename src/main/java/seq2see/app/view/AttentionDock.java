package seq2see.app.view;

import java.util.List;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Role;
import seq2see.app.view.AttentionScene.Cell;
import seq2see.app.view.Mark.Anchor;

/** The line below the attention map: how the chosen weight comes about, in numbers and in words. */
final class AttentionDock {
    private static final double PADDING = 14;
    private static final double LINE = 18;
    /** Of the sheet's width: two such tokens and the words around them keep to the lines that the dock has. */
    private static final double LONGEST_TOKEN = 0.12;

    private final Sheet sheet;
    private final AttentionScene scene;
    private final AttentionLayout layout;
    private final Drawing drawing;

    AttentionDock(Sheet sheet, AttentionScene scene, AttentionLayout layout, Drawing drawing) {
        this.sheet = sheet;
        this.scene = scene;
        this.layout = layout;
        this.drawing = drawing;
    }

    void draw() {
        double width = sheet.width() - 1;
        drawing.box(0.5, layout.dockTop() + 0.5, width, layout.dockHeight() - 1, 6, drawing.ink(Role.BACKGROUND));
        drawing.outline(0.5, layout.dockTop() + 0.5, width, layout.dockHeight() - 1, 6, Stroke.solid(drawing.ink(Role.FAINT_LINE), 1));
        scene.chosen().ifPresentOrElse(this::explain, this::hint);
    }

    private void hint() {
        List<String> lines = sheet.wrapped(sheet.words("attention.hint"), TextStyle.SMALL, sheet.width() - 2 * PADDING);
        lines(lines, layout.dockTop() + (layout.dockHeight() - LINE * (lines.size() - 1)) / 2);
    }

    private void explain(Cell cell) {
        SoftmaxTerms terms = SoftmaxTerms.of(scene.scores(cell.row()), scene.weights(cell.row()), cell.column());
        String index = (cell.row() + 1) + "," + (cell.column() + 1);
        double formulaX = PADDING + sheet.width("α", TextStyle.SYMBOL) + sheet.width(index, TextStyle.INDEX) + 8;
        String where = where(sheet, token(scene.targetTokens().get(cell.row())), token(scene.sourceTokens().get(cell.column())));
        String share = share(sheet, scene, cell);
        double wordsWidth = Math.max(sheet.width(where, TextStyle.SMALL), sheet.width(share, TextStyle.SMALL));
        boolean beside = formulaX + sheet.width(terms.formula(), TextStyle.FIGURE) + 20 + wordsWidth <= sheet.width() - PADDING;
        if (beside) {
            double middle = layout.dockTop() + layout.dockHeight() / 2;
            formula(terms, index, formulaX, middle);
            double end = sheet.width() - PADDING;
            drawing.text(where, end, middle - 5, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT), Anchor.END);
            drawing.text(share, end, middle + 13, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT), Anchor.END);
        } else {
            List<String> lines = sheet.wrapped(where + " · " + share, TextStyle.SMALL, sheet.width() - 2 * PADDING);
            double middle = layout.dockTop() + (layout.dockHeight() - LINE * lines.size()) / 2;
            formula(terms, index, formulaX, middle);
            lines(lines, middle + LINE);
        }
    }

    /** Which tokens a weight stands between. */
    static String where(Sheet sheet, String target, String source) {
        return sheet.words("attention.where", target, source);
    }

    /** What a weight means. */
    static String share(Sheet sheet, AttentionScene scene, Cell cell) {
        return sheet.words("attention.share", Numbers.significant(100 * scene.weights(cell.row()).get(cell.column()), 2));
    }

    private void formula(SoftmaxTerms terms, String index, double x, double middle) {
        double baseline = middle + TextStyle.FIGURE.middleToBaseline();
        drawing.text("α", PADDING, baseline, TextStyle.SYMBOL, drawing.ink(Role.TEXT));
        drawing.text(index, PADDING + sheet.width("α", TextStyle.SYMBOL) + 1, baseline + 4, TextStyle.INDEX, drawing.ink(Role.TEXT));
        TextStyle style = TextStyle.FIGURE;
        double room = sheet.width() - PADDING - x;
        String shown = sheet.width(terms.formula(), style) <= room ? terms.formula() : terms.brief();
        drawing.text(shown, x, baseline, style, drawing.ink(Role.TEXT));
    }

    /** Lines of small muted text, the first one's middle given. */
    private void lines(List<String> lines, double middle) {
        double y = middle + TextStyle.SMALL.middleToBaseline();
        for (String line : lines) {
            drawing.text(line, PADDING, y, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
            y += LINE;
        }
    }

    private String token(String token) {
        return sheet.shortened(token, TextStyle.SMALL, LONGEST_TOKEN * sheet.width());
    }
}
