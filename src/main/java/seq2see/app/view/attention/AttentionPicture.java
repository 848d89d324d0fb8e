package seq2see.app.view.attention;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import seq2see.app.drawing.Drawing;
import seq2see.app.drawing.Mark.Anchor;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.Stroke;
import seq2see.app.drawing.TextStyle;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Rgb;
import seq2see.app.theme.Role;
import seq2see.app.view.attention.AttentionLayout.ColumnLabels;
import seq2see.app.view.attention.AttentionScene.Cell;
import seq2see.tensor.Axis;

/**
 * Draws the attention weights (T′, T): a row a target token, a column a source token, the fill its weight. The present row is
 * ringed and stands as bars above the map; the chosen cell is explained below it.
 */
final class AttentionPicture {
    /** From here on a weight is also written into its cell. */
    private static final double WRITTEN_WEIGHT = 0.10;
    private static final int DESCRIBED_ROWS = 40;

    private final Sheet sheet;
    private final AttentionScene scene;
    private final AttentionLayout layout;
    private final Drawing drawing;
    private final List<String> sources;
    private final List<String> targets;

    private AttentionPicture(Sheet sheet, AttentionScene scene) {
        this.sheet = sheet;
        this.scene = scene;
        this.layout = AttentionLayout.of(sheet, scene);
        this.drawing = new Drawing(sheet);
        this.sources = scene.sourceTokens();
        this.targets = scene.targetTokens();
    }

    static Picture of(Sheet sheet, AttentionScene scene) {
        if (!scene.hasMap()) {
            return withoutMap(sheet, scene);
        }
        return switch (scene.mode()) {
            case MAP -> new AttentionPicture(sheet, scene).draw();
            case RIBBONS -> RibbonPicture.of(sheet, scene);
            case SUM -> AttentionSum.of(sheet, scene);
        };
    }

    /** The sheet that holds all of the picture, no smaller than the given one. */
    static Sheet wholeSheet(Sheet sheet, AttentionScene scene) {
        if (!scene.hasMap()) {
            return sheet;
        }
        return switch (scene.mode()) {
            case MAP -> AttentionLayout.wholeSheet(sheet, scene);
            case RIBBONS -> RibbonLayout.wholeSheet(sheet, scene);
            case SUM -> sheet;
        };
    }

    private static Picture withoutMap(Sheet sheet, AttentionScene scene) {
        return scene.trace().filter(trace -> !trace.config().hasAttention() && trace.targetTime() > 0)
                .map(trace -> FixedContextPicture.of(sheet, trace, scene.step())).orElseGet(() -> empty(sheet));
    }

    private static Picture empty(Sheet sheet) {
        Drawing drawing = new Drawing(sheet);
        String words = sheet.words("attention.empty");
        drawing.text(sheet.words("attention.heading"), 0, 16, TextStyle.HEADING, drawing.ink(Role.TEXT));
        drawing.paragraph(words, 0, 44, Math.min(sheet.width(), 440), TextStyle.CONTROL.withWeight(400), drawing.ink(Role.MUTED_TEXT));
        return drawing.picture(words);
    }

    private Picture draw() {
        layout.caption().draw(sheet, drawing);
        if (layout.barsHeight() > 0) {
            bars();
        }
        sourceLabels();
        targetLabels();
        cells();
        rings();
        rulers();
        if (scene.hasDock()) {
            new AttentionDock(sheet, scene, drawing).draw();
        }
        return drawing.picture(description());
    }

    private void bars() {
        int row = scene.presentRow();
        double floor = layout.barsTop() + layout.barsHeight();
        double tallest = layout.barsHeight() - 18;
        double width = Math.clamp(Math.round(layout.cellWidth() * 0.58), 6, 30);
        for (int column : columns()) {
            double height = Math.clamp(known(scene.weight(row, column)), 0, 1) * tallest;
            double middle = middle(column);
            drawing.box(middle - width / 2, floor - height, width, height, 0, sheet.palette().probability().at(scene.weight(row, column)));
            if (hasBarNumber(row, column)) {
                drawing.text(Numbers.weight(scene.weight(row, column)), middle, floor - height - 4, TextStyle.LEAST, drawing.ink(Role.TEXT), Anchor.MIDDLE);
            }
        }
        drawing.line(layout.left(), floor + 0.5, layout.right(), floor + 0.5, Stroke.solid(drawing.ink(Role.LINE), 1));
        double end = layout.left() - AttentionLayout.LABEL_GAP;
        double sum = IntStream.range(0, scene.columns()).mapToDouble(column -> scene.weight(row, column)).sum();
        drawing.text(sheet.words("attention.step", scene.step()), end, floor - 22, TextStyle.LEAST.withWeight(500), drawing.ink(Role.ACCENT), Anchor.END);
        drawing.text("Σ " + Numbers.fixed(sum, 2), end, floor - 6, TextStyle.LEAST, drawing.ink(Role.MUTED_TEXT), Anchor.END);
    }

    /** Numbers over bars stand where a column has room for them; in narrow ones over the tallest alone. */
    private boolean hasBarNumber(int row, int column) {
        return layout.cellWidth() >= 24 ? scene.weight(row, column) >= 0.035 : column == scene.strongest(row);
    }

    private void sourceLabels() {
        ColumnLabels labels = layout.labels();
        int chosen = scene.pointed().column();
        for (int column : columns()) {
            String token = sources.get(column);
            TextStyle style = labels.styleOf(token).withWeight(column == chosen ? 700 : 400);
            Rgb ink = column == chosen ? sheet.palette().of(Axis.SOURCE_TIME)
                    : drawing.ink(scene.isPadding(column) ? Role.MUTED_TEXT : Role.TEXT);
            if (labels.turns(token)) {
                drawing.upwardText(sheet.shortened(labels.text(token), style, AttentionLayout.LONGEST_TURNED_TOKEN),
                        middle(column) + style.middleToBaseline(), layout.top() - 5, style, ink, Anchor.START);
            } else {
                drawing.text(labels.text(token), middle(column), layout.top() - 9, style, ink, Anchor.MIDDLE);
            }
        }
    }

    private void targetLabels() {
        double end = layout.left() - AttentionLayout.LABEL_GAP;
        int chosen = scene.pointed().row();
        TextStyle plain = layout.cellHeight() < 17 ? TextStyle.TOKEN.withSize(11) : TextStyle.TOKEN;
        for (int row : rows()) {
            boolean present = row == scene.presentRow();
            TextStyle style = present || row == chosen ? plain.withWeight(700) : plain;
            Rgb ink = present ? drawing.ink(Role.ACCENT) : row == chosen ? sheet.palette().of(Axis.TARGET_TIME) : drawing.ink(Role.TEXT);
            String token = sheet.shortened(targets.get(row), style, end - AttentionLayout.RULER_WIDTH);
            drawing.text(token, end, rowMiddle(row) + style.middleToBaseline(), style, ink, Anchor.END);
        }
    }

    private void cells() {
        int end = layout.firstColumn() + layout.shownColumns();
        int padding = Math.max(layout.firstColumn(), Math.min(end, scene.trace().orElseThrow().sourceTime()));
        for (int row : rows()) {
            for (int column = layout.firstColumn(); column < padding; column++) {
                float weight = scene.weight(row, column);
                Rgb fill = sheet.palette().probability().at(weight);
                drawing.box(layout.cellLeft(column), layout.cellTop(row), layout.cellWidth() - 1, layout.cellHeight() - 1, 2, fill);
                if (layout.hasNumbers() && weight >= WRITTEN_WEIGHT) {
                    drawing.text(Numbers.weight(weight), middle(column), rowMiddle(row) + TextStyle.LEAST.middleToBaseline(),
                            TextStyle.LEAST, fill.ink(), Anchor.MIDDLE);
                }
            }
        }
        if (padding < end) {
            padding(padding);
        }
    }

    /** The padded columns from one on: each weight where there is room, else what those of a row are together. */
    private void padding(int first) {
        double left = layout.cellLeft(first);
        double width = layout.right() - left - 1;
        double height = layout.bottom() - layout.top() - 1;
        drawing.box(left, layout.top(), width, height, 2, drawing.ink(Role.INSET));
        Hatching.draw(drawing, left, layout.top(), width, height);
        for (int row : rows()) {
            int end = layout.firstColumn() + layout.shownColumns();
            if (layout.hasNumbers()) {
                for (int column = first; column < end; column++) {
                    padded(row, middle(column), exact(scene.weight(row, column)));
                }
            } else if (layout.cellHeight() >= 15) {
                double sum = 0;
                for (int column = first; column < scene.columns(); column++) {
                    sum += scene.weight(row, column);
                }
                padded(row, left + width / 2, "Σ " + exact(sum));
            }
        }
    }

    private void padded(int row, double middle, String text) {
        double room = sheet.width(text, TextStyle.LEAST) + 4;
        drawing.box(middle - room / 2, rowMiddle(row) - 7, room, 14, 0, drawing.ink(Role.INSET));
        drawing.text(text, middle, rowMiddle(row) + TextStyle.LEAST.middleToBaseline(), TextStyle.LEAST, drawing.ink(Role.MUTED_TEXT), Anchor.MIDDLE);
    }

    /** Nothing is written as 0 that is not exactly 0. */
    private static String exact(double weight) {
        return weight == 0 ? "0" : Numbers.significant(weight, 2);
    }

    private void rings() {
        if (layout.showsRow(scene.presentRow())) {
            drawing.outline(layout.left() - 1.5, layout.cellTop(scene.presentRow()) - 1.5, layout.right() - layout.left() + 2,
                    layout.cellHeight() + 2, 4, Stroke.solid(drawing.ink(Role.ACCENT), 2));
        }
        Cell pointed = scene.pointed();
        boolean wholeRow = pointed.column() < 0;
        boolean wholeColumn = pointed.row() < 0;
        if (!pointed.equals(Cell.NONE) && (wholeColumn || layout.showsRow(pointed.row())) && (wholeRow || layout.showsColumn(pointed.column()))) {
            double x = wholeRow ? layout.left() : layout.cellLeft(pointed.column());
            double y = wholeColumn ? layout.top() : layout.cellTop(pointed.row());
            drawing.outline(x - 0.75, y - 0.75, (wholeRow ? layout.right() - layout.left() : layout.cellWidth()) + 0.5,
                    (wholeColumn ? layout.bottom() - layout.top() : layout.cellHeight()) + 0.5, 3, Stroke.solid(drawing.ink(Role.TEXT), 2.5));
        }
    }

    private void rulers() {
        Rgb source = sheet.palette().of(Axis.SOURCE_TIME);
        Rgb target = sheet.palette().of(Axis.TARGET_TIME);
        double y = layout.bottom() + 13;
        double width = layout.right() - layout.left() - 1;
        String across = rulerName(width, "source", Axis.SOURCE_TIME, scene.columns(), layout.firstColumn(), layout.shownColumns());
        double middle = layout.left() + width / 2;
        drawing.text(across, middle, y + TextStyle.LEAST.middleToBaseline(), TextStyle.LEAST, source, Anchor.MIDDLE);
        double gap = sheet.width(across, TextStyle.LEAST) / 2 + 10;
        if (width / 2 > gap + 4) {
            drawing.line(layout.left(), y, middle - gap, y, Stroke.solid(source, 2));
            drawing.line(middle + gap, y, layout.left() + width, y, Stroke.solid(source, 2));
            drawing.line(layout.left() + 1, y - 4, layout.left() + 1, y + 4, Stroke.solid(source, 2));
            drawing.line(layout.left() + width - 1, y - 4, layout.left() + width - 1, y + 4, Stroke.solid(source, 2));
        }
        double height = layout.bottom() - layout.top() - 1;
        String down = rulerName(height, "target", Axis.TARGET_TIME, scene.rows(), layout.firstRow(), layout.shownRows());
        double x = 7;
        double centre = layout.top() + height / 2;
        drawing.upwardText(down, x + TextStyle.LEAST.middleToBaseline(), centre, TextStyle.LEAST, target, Anchor.MIDDLE);
        gap = sheet.width(down, TextStyle.LEAST) / 2 + 10;
        if (height / 2 > gap + 4) {
            drawing.line(x, layout.top(), x, centre - gap, Stroke.solid(target, 2));
            drawing.line(x, centre + gap, x, layout.top() + height, Stroke.solid(target, 2));
            drawing.line(x - 4, layout.top() + 1, x + 4, layout.top() + 1, Stroke.solid(target, 2));
            drawing.line(x - 4, layout.top() + height - 1, x + 4, layout.top() + height - 1, Stroke.solid(target, 2));
        }
    }

    /** The axis's name and size, and which part of it is in sight; where that is too long, letter and size alone. */
    private String rulerName(double room, String side, Axis axis, int size, int first, int shown) {
        String brief = axis.letter() + " " + size;
        String whole = sheet.words("attention." + side) + " " + brief;
        String name = shown == size ? whole : whole + " · " + (first + 1) + "–" + (first + shown);
        return sheet.width(name, TextStyle.LEAST) <= room ? name : brief;
    }

    private String description() {
        String all = sheet.words("attention.description", scene.rows(), scene.columns());
        String rows = IntStream.range(0, Math.min(scene.rows(), DESCRIBED_ROWS)).mapToObj(row -> {
            int column = scene.strongest(row);
            return sheet.words("attention.description.row", row + 1, targets.get(row), sources.get(column),
                    Numbers.fixed(scene.weights(row).get(column), 2));
        }).collect(Collectors.joining(" "));
        String present = scene.presentRow() < 0 ? "" : sheet.words("attention.description.present", scene.step());
        String chosen = AttentionDock.spoken(sheet, scene);
        // What was chosen last is what a listener waits for.
        return String.join(" ", chosen, all, present, rows).strip().replaceAll(" +", " ");
    }

    /** A model that has diverged gives no numbers: its weights are drawn as none. */
    private static double known(float weight) {
        return Float.isNaN(weight) ? 0 : weight;
    }

    private double middle(int column) {
        return layout.cellLeft(column) + (layout.cellWidth() - 1) / 2;
    }

    private double rowMiddle(int row) {
        return layout.cellTop(row) + (layout.cellHeight() - 1) / 2;
    }

    private Iterable<Integer> rows() {
        return IntStream.range(layout.firstRow(), layout.firstRow() + layout.shownRows()).boxed()::iterator;
    }

    private Iterable<Integer> columns() {
        return IntStream.range(layout.firstColumn(), layout.firstColumn() + layout.shownColumns()).boxed()::iterator;
    }
}
