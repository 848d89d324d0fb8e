package seq2see.app.view.attention;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import seq2see.app.drawing.Drawing;
import seq2see.app.drawing.Mark.Anchor;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.Stroke;
import seq2see.app.drawing.TextStyle;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Role;
import seq2see.app.view.attention.AttentionScene.Cell;

/** The line below the attention map: how the chosen weight comes about, in numbers and in words. */
final class AttentionDock {
    private static final double PADDING = 14;
    private static final double LINE = 18;
    /** Of the sheet's width: two such tokens and the words around them keep to the lines that the dock has. */
    private static final double LONGEST_TOKEN = 0.12;

    private final Sheet sheet;
    private final AttentionScene scene;
    private final Drawing drawing;
    private final double top;
    private final double height;

    AttentionDock(Sheet sheet, AttentionScene scene, Drawing drawing) {
        this.sheet = sheet;
        this.scene = scene;
        this.drawing = drawing;
        this.height = height(sheet, scene);
        this.top = sheet.height() - height;
    }

    /** What it takes from the foot of the sheet. */
    static double height(Sheet sheet, AttentionScene scene) {
        return !scene.hasDock() ? 0 : sheet.width() >= 520 ? 48 : 66;
    }

    void draw() {
        double width = sheet.width() - 1;
        drawing.box(0.5, top + 0.5, width, height - 1, 6, drawing.ink(Role.BACKGROUND));
        drawing.outline(0.5, top + 0.5, width, height - 1, 6, Stroke.solid(drawing.ink(Role.FAINT_LINE), 1));
        Cell pointed = scene.pointed();
        if (scene.chosen().isPresent() && !scene.isPadding(pointed.column())) {
            explain(pointed);
        } else {
            words(said(sheet, scene).orElseGet(() -> sheet.words(scene.mode() == AttentionMode.MAP ? "attention.hint" : "attention.hint.ribbons")));
        }
    }

    private void words(String words) {
        List<String> lines = sheet.wrapped(words, TextStyle.SMALL, sheet.width() - 2 * PADDING);
        lines(lines, top + (height - LINE * (lines.size() - 1)) / 2);
    }

    /** What is to be said in words of what is pointed at: a row, a column, or a cell of the padding. */
    private static Optional<String> said(Sheet sheet, AttentionScene scene) {
        Cell pointed = scene.pointed();
        if (pointed.column() >= 0 && scene.isPadding(pointed.column())) {
            return Optional.of(sheet.words("attention.padding", pointed.column() + 1));
        }
        if (pointed.row() >= 0) {
            int strongest = scene.strongest(pointed.row());
            return Optional.of(sheet.words("attention.row", pointed.row() + 1, token(sheet, scene.targetTokens().get(pointed.row())),
                    token(sheet, scene.sourceTokens().get(strongest)), Numbers.fixed(scene.weight(pointed.row(), strongest), 2)));
        }
        if (pointed.column() >= 0) {
            int most = IntStream.range(0, scene.rows()).boxed()
                    .max(Comparator.comparingDouble(row -> scene.weight(row, pointed.column()))).orElseThrow();
            double sum = IntStream.range(0, scene.rows()).mapToDouble(row -> scene.weight(row, pointed.column())).sum();
            return Optional.of(sheet.words("attention.column", token(sheet, scene.sourceTokens().get(pointed.column())), Numbers.fixed(sum, 2),
                    scene.rows(), token(sheet, scene.targetTokens().get(most)), Numbers.fixed(scene.weight(most, pointed.column()), 2)));
        }
        return Optional.empty();
    }

    /** What a listener is told of what is pointed at; empty where nothing is. */
    static String spoken(Sheet sheet, AttentionScene scene) {
        return scene.chosen().filter(cell -> !scene.isPadding(cell.column())).map(cell -> sheet.words("attention.description.chosen",
                where(sheet, scene.targetTokens().get(cell.row()), scene.sourceTokens().get(cell.column())), share(sheet, scene, cell)))
                .or(() -> said(sheet, scene)).orElse("");
    }

    private void explain(Cell cell) {
        SoftmaxTerms terms = SoftmaxTerms.of(scene.scores(cell.row()), scene.weights(cell.row()), cell.column());
        String index = (cell.row() + 1) + "," + (cell.column() + 1);
        double formulaX = PADDING + sheet.width("α", TextStyle.SYMBOL) + sheet.width(index, TextStyle.INDEX) + 8;
        String where = where(sheet, token(sheet, scene.targetTokens().get(cell.row())), token(sheet, scene.sourceTokens().get(cell.column())));
        String share = share(sheet, scene, cell);
        double wordsWidth = Math.max(sheet.width(where, TextStyle.SMALL), sheet.width(share, TextStyle.SMALL));
        boolean beside = formulaX + sheet.width(terms.formula(), TextStyle.FIGURE) + 20 + wordsWidth <= sheet.width() - PADDING;
        if (beside) {
            double middle = top + height / 2;
            formula(terms, index, formulaX, middle);
            double end = sheet.width() - PADDING;
            drawing.text(where, end, middle - 5, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT), Anchor.END);
            drawing.text(share, end, middle + 13, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT), Anchor.END);
        } else {
            List<String> lines = sheet.wrapped(where + " · " + share, TextStyle.SMALL, sheet.width() - 2 * PADDING);
            double middle = top + (height - LINE * lines.size()) / 2;
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

    private static String token(Sheet sheet, String token) {
        return sheet.shortened(token, TextStyle.SMALL, LONGEST_TOKEN * sheet.width());
    }
}
