package seq2see.app.view.attention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import seq2see.app.drawing.Drawing;
import seq2see.app.drawing.Mark;
import seq2see.app.drawing.Mark.Anchor;
import seq2see.app.drawing.Mark.Step;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.Stroke;
import seq2see.app.drawing.TextStyle;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Rgb;
import seq2see.app.theme.Role;
import seq2see.app.view.attention.AttentionScene.Cell;
import seq2see.tensor.Axis;
import seq2see.tensor.Grid;

/**
 * Draws attention as ribbons from the source tokens to the contexts of the decoder steps. A ribbon's width is its weight;
 * those of a step together are exactly as high as its context.
 */
final class RibbonPicture {
    /** Thinner ribbons could not be seen. */
    private static final double THINNEST = 0.15;
    private static final double DIMMED = 0.82;
    /** The least height of a context's value, and what parts it from the next. */
    private static final double LEAST_CELL = 8;
    private static final double CELL_GAP = 1;

    private final Sheet sheet;
    private final AttentionScene scene;
    private final RibbonLayout layout;
    /** What scrolls. */
    private final Drawing inside;
    private final Drawing drawing;
    private final boolean allSteps;
    private final List<String> sources;
    private final List<String> targets;

    /** @param top of the ribbon at its context */
    private record Ribbon(int row, int column, double weight, double top, double width) {
    }

    private RibbonPicture(Sheet sheet, AttentionScene scene) {
        this.sheet = sheet;
        this.scene = scene;
        this.layout = RibbonLayout.of(sheet, scene);
        this.inside = new Drawing(sheet);
        this.drawing = new Drawing(sheet);
        this.allSteps = scene.drawsAllSteps();
        this.sources = scene.sourceTokens();
        this.targets = scene.targetTokens();
    }

    static Picture of(Sheet sheet, AttentionScene scene) {
        return new RibbonPicture(sheet, scene).draw();
    }

    private Picture draw() {
        layout.caption().draw(sheet, drawing);
        names();
        List<Ribbon> ribbons = ribbons();
        ribbons.stream().filter(ribbon -> !isLit(ribbon)).sorted(order()).forEach(this::ribbon);
        ribbons.stream().filter(this::isLit).sorted(order()).forEach(this::ribbon);
        contexts();
        sourceTokens();
        targetTokens();
        drawing.add(new Mark.Clip(0, layout.top(), sheet.width(), layout.height(), inside.marks()));
        if (scene.hasDock()) {
            new AttentionDock(sheet, scene, drawing).draw();
        }
        String steps = allSteps ? sheet.words("attention.description", scene.rows(), scene.columns())
                : sheet.words("attention.description.present", scene.step());
        return drawing.picture((AttentionDock.spoken(sheet, scene) + " " + sheet.words("attention.description.ribbons") + " " + steps).strip());
    }

    /** Over each column its axis and size. */
    private void names() {
        double baseline = layout.top() - 9;
        String source = sheet.words("attention.source") + " " + Axis.SOURCE_TIME.letter() + " " + scene.columns();
        String target = sheet.words("attention.target") + " " + Axis.TARGET_TIME.letter() + " " + scene.rows();
        drawing.text(source, 0, baseline, TextStyle.LEAST, sheet.palette().of(Axis.SOURCE_TIME));
        drawing.text(target, sheet.width(), baseline, TextStyle.LEAST, sheet.palette().of(Axis.TARGET_TIME), Anchor.END);
        String context = sheet.words("attention.context") + " " + Axis.CONTEXT.letter() + " " + scene.trace().orElseThrow().config().contextSize();
        if (!allSteps && shownUnits() < scene.trace().orElseThrow().config().contextSize()) {
            context += " · 1–" + shownUnits();
        }
        double end = Math.min(layout.contextRight(), sheet.width() - sheet.width(target, TextStyle.LEAST) - 14);
        if (end - sheet.width(context, TextStyle.LEAST) > sheet.width(source, TextStyle.LEAST) + 14) {
            drawing.text(context, end, baseline, TextStyle.LEAST, sheet.palette().of(Axis.CONTEXT), Anchor.END);
        }
    }

    /** Those of a step end one below the other, in the order of the source. */
    private List<Ribbon> ribbons() {
        List<Ribbon> ribbons = new ArrayList<>();
        double height = layout.contextHeight(allSteps);
        for (int row : steps()) {
            double at = contextTop(row);
            for (int column = 0; column < scene.columns(); column++) {
                double weight = scene.weight(row, column);
                double width = Double.isNaN(weight) ? 0 : weight * height;
                if (width >= THINNEST) {
                    ribbons.add(new Ribbon(row, column, weight, at, width));
                }
                at += width;
            }
        }
        return ribbons;
    }

    private List<Integer> steps() {
        return allSteps ? IntStream.range(0, scene.rows()).boxed().toList() : List.of(scene.presentRow());
    }

    private double contextTop(int row) {
        double height = layout.contextHeight(allSteps);
        return allSteps ? layout.targetMiddle(row) - height / 2 : layout.top() + (layout.height() - height) / 2;
    }

    /** Of many steps the strong ones lie on top; of one step the thin ones, which wide ones would hide. */
    private Comparator<Ribbon> order() {
        Comparator<Ribbon> byWeight = Comparator.comparingDouble(Ribbon::weight);
        return allSteps ? byWeight : byWeight.reversed();
    }

    private boolean isLit(Ribbon ribbon) {
        Cell pointed = scene.pointed();
        return (pointed.row() < 0 || pointed.row() == ribbon.row()) && (pointed.column() < 0 || pointed.column() == ribbon.column());
    }

    private void ribbon(Ribbon ribbon) {
        double half = ribbon.width() / 2;
        double foot = layout.sourceMiddle(ribbon.column());
        double middle = (layout.feet() + layout.contextLeft()) / 2;
        double end = ribbon.top() + ribbon.width();
        Rgb colour = sheet.palette().probability().at(ribbon.weight());
        Rgb fill = isLit(ribbon) ? colour : colour.towards(drawing.ink(Role.SURFACE), DIMMED);
        Stroke edge = ribbon.width() > 4 ? Stroke.solid(drawing.ink(Role.SURFACE), 0.75) : null;
        inside.add(new Mark.Path(List.of(new Step.Move(layout.feet(), foot - half),
                new Step.Curve(middle, foot - half, middle, ribbon.top(), layout.contextLeft(), ribbon.top()),
                new Step.Line(layout.contextLeft(), end),
                new Step.Curve(middle, end, middle, foot + half, layout.feet(), foot + half), new Step.Close()), fill, edge));
    }

    /** A block a step, and where there is one alone the way from it to its token. */
    private void contexts() {
        double height = layout.contextHeight(allSteps);
        double width = layout.contextRight() - layout.contextLeft();
        for (int row : steps()) {
            double top = contextTop(row);
            boolean now = allSteps && row == scene.presentRow();
            Stroke edge = Stroke.solid(now ? drawing.ink(Role.ACCENT) : sheet.palette().of(Axis.CONTEXT), allSteps && !now ? 1.25 : 2);
            inside.add(new Mark.Box(layout.contextLeft(), top, width, height, Math.min(2, height / 2), drawing.ink(Role.SURFACE), edge));
            if (!allSteps) {
                values(row, top, height);
                double middle = top + height / 2;
                double end = layout.targetStart() - 8;
                double bend = (layout.contextRight() + end) / 2;
                inside.add(new Mark.Path(List.of(new Step.Move(layout.contextRight() + 1, middle),
                        new Step.Curve(bend, middle, bend, layout.targetMiddle(row), end, layout.targetMiddle(row))), null,
                        Stroke.solid(drawing.ink(Role.ACCENT), 2.5)));
            }
        }
    }

    /** The context's values, as many of the first as have room. */
    private void values(int row, double top, double height) {
        Grid context = scene.trace().orElseThrow().decoder().steps().get(row).contextVector();
        int shown = shownUnits();
        double cell = (height - 4 + CELL_GAP) / shown;
        for (int unit = 0; unit < shown; unit++) {
            inside.box(layout.contextLeft() + 2, top + 2 + unit * cell, layout.contextRight() - layout.contextLeft() - 4, cell - CELL_GAP, 1,
                    sheet.palette().signed().at(context.get(unit)));
        }
    }

    private int shownUnits() {
        double room = layout.contextHeight(allSteps) - 4 + CELL_GAP;
        return Math.clamp((long) (room / (LEAST_CELL + CELL_GAP)), 1, scene.trace().orElseThrow().config().contextSize());
    }

    private void sourceTokens() {
        int numbered = scene.pointed().row() >= 0 ? scene.pointed().row() : scene.presentRow();
        boolean numbers = numbered >= 0 && (scene.pointed().column() < 0 || !allSteps || scene.pointed().row() >= 0);
        for (int column = 0; column < scene.columns(); column++) {
            boolean padding = scene.isPadding(column);
            boolean pointed = column == scene.pointed().column();
            TextStyle style = style(layout.sourcePitch()).withWeight(pointed ? 700 : 400);
            Rgb ink = pointed ? sheet.palette().of(Axis.SOURCE_TIME) : drawing.ink(padding ? Role.MUTED_TEXT : Role.TEXT);
            double middle = layout.sourceMiddle(column);
            inside.text(sheet.shortened(sources.get(column), style, layout.sourceEnd()), layout.sourceEnd(), middle + style.middleToBaseline(),
                    style, ink, Anchor.END);
            if (numbers && layout.sourcePitch() >= 12) {
                float weight = scene.weight(numbered, column);
                String number = padding && weight == 0 ? "0" : Numbers.weight(weight);
                inside.text(number, layout.feet() - 5, middle + TextStyle.LEAST.middleToBaseline(), TextStyle.LEAST,
                        drawing.ink(weight >= 0.005 ? Role.TEXT : Role.MUTED_TEXT), Anchor.END);
            }
        }
    }

    private void targetTokens() {
        boolean numbers = allSteps && scene.pointed().column() >= 0 && scene.pointed().row() < 0;
        for (int row = 0; row < scene.rows(); row++) {
            boolean present = row == scene.presentRow();
            boolean pointed = row == scene.pointed().row();
            TextStyle style = style(layout.targetPitch()).withWeight(present || pointed ? 700 : 400);
            Rgb ink = present ? drawing.ink(Role.ACCENT) : pointed ? sheet.palette().of(Axis.TARGET_TIME) : drawing.ink(Role.TEXT);
            double middle = layout.targetMiddle(row);
            String token = sheet.shortened(targets.get(row), style, sheet.width() - layout.targetStart());
            inside.text(token, layout.targetStart(), middle + style.middleToBaseline(), style, ink);
            if (numbers && layout.targetPitch() >= 12) {
                inside.text(Numbers.weight(scene.weight(row, scene.pointed().column())), layout.contextRight() + 6,
                        middle + TextStyle.LEAST.middleToBaseline(), TextStyle.LEAST, drawing.ink(Role.TEXT));
            }
        }
    }

    private static TextStyle style(double pitch) {
        return pitch < 18 ? TextStyle.TOKEN.withSize(11) : TextStyle.TOKEN;
    }
}
