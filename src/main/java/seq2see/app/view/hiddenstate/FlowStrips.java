package seq2see.app.view.hiddenstate;

import java.util.Optional;
import seq2see.app.drawing.Area;
import seq2see.app.drawing.Drawing;
import seq2see.app.drawing.Mark.Anchor;
import seq2see.app.drawing.MathText;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.Stroke;
import seq2see.app.drawing.TextStyle;
import seq2see.app.theme.Rgb;
import seq2see.app.theme.Role;
import seq2see.app.theme.ValueScale;
import seq2see.app.view.hiddenstate.FlowLayout.Placed;
import seq2see.model.CellType;
import seq2see.model.CellType;
import seq2see.tensor.Axis;
import seq2see.tensor.Grid;
import seq2see.trace.Moment;

/** Draws the strips of the hidden-state flow: a cell a unit, its fill the value, a needle in it where there is room, and their names. */
final class FlowStrips {
    private static final double LEAST_NEEDLED = 7;

    private final Sheet sheet;
    private final FlowScene scene;
    private final FlowValues values;
    private final FlowLayout layout;
    private final FlowPath path;
    private final Drawing drawing;

    FlowStrips(Sheet sheet, FlowScene scene, FlowLayout layout, FlowPath path, Drawing drawing) {
        this.sheet = sheet;
        this.scene = scene;
        this.layout = layout;
        this.path = path;
        this.drawing = drawing;
        values = scene.values().orElseThrow();
    }

    void draw() {
        for (Placed placed : layout.strips()) {
            Optional<Grid> numbers = values.isComputed(placed.strip(), scene.now()) ? values.of(placed.strip()) : Optional.empty();
            // What lies behind a strip does not show through its gaps.
            Area area = placed.area();
            drawing.box(area.x() - 1, area.y(), area.width() + 2, area.height(), 0, ground(placed));
            if (numbers.isPresent()) {
                cells(placed, numbers.get());
            } else {
                absent(placed);
            }
            ring(placed);
            if (placed.large()) {
                name(placed, numbers.isPresent());
            }
        }
    }

    private Rgb ground(Placed placed) {
        boolean boxed = layout.box().filter(box -> box.contains(placed.area().middleX(), placed.area().middleY())).isPresent();
        return boxed ? boxGround(drawing) : drawing.ink(Role.SURFACE);
    }

    /** The ground of the opened cell: the accent's tint, thinned. */
    static Rgb boxGround(Drawing drawing) {
        return drawing.ink(Role.SURFACE).towards(drawing.ink(Role.ACCENT_TINT), 0.35);
    }

    private void cells(Placed placed, Grid numbers) {
        Moment strip = placed.strip();
        boolean gate = CellType.isGate(strip.part());
        ValueScale scale = gate ? sheet.palette().probability() : sheet.palette().signed();
        double divisor = gate ? 1 : values.scale(strip);
        int first = layout.firstOf(strip);
        int shown = layout.shown(strip, numbers.columns());
        for (int unit = first; unit < first + shown; unit++) {
            Area cell = layout.cell(placed, unit, numbers.columns());
            double value = numbers.get(unit) / divisor;
            Rgb fill = scale.at(value);
            double gap = cell.height() >= 4 ? 1 : 0;
            drawing.box(cell.x(), cell.y(), cell.width(), cell.height() - gap, cell.height() >= LEAST_NEEDLED ? 2 : 0, fill);
            if (placed.large() && cell.height() >= LEAST_NEEDLED && !Double.isNaN(value)) {
                double part = gate ? value : (value + 1) / 2;
                double x = cell.x() + 4 + Math.clamp(part, 0, 1) * (cell.width() - 8);
                double inset = Math.max(1, cell.height() * 0.18);
                drawing.line(x, cell.y() + inset, x, cell.bottom() - gap - inset, Stroke.solid(fill.ink(), 2));
            }
        }
        lit(placed, numbers);
    }

    /** The unit that is pointed at or pinned is ringed in every state of its layer. */
    private void lit(Placed placed, Grid numbers) {
        if (FlowValues.axis(placed.strip()) != Axis.HIDDEN) {
            return;
        }
        int first = layout.firstOf(placed.strip());
        for (int unit = first; unit < first + layout.shown(placed.strip(), numbers.columns()); unit++) {
            if (scene.highlight().unit(FlowRow.of(placed.strip()).layer(), unit + 1)) {
                Area cell = layout.cell(placed, unit, numbers.columns());
                drawing.outline(cell.x() - 0.5, cell.y() - 0.5, cell.width() + 1, cell.height(), 2, Stroke.solid(drawing.ink(Role.TEXT), placed.large() ? 1.5 : 1));
            }
        }
    }

    private void absent(Placed placed) {
        Area area = placed.area();
        Stroke dashes = Stroke.dashed(drawing.ink(Role.GHOST), 1);
        drawing.outline(area.x() + 0.5, area.y() + 0.5, area.width() - 1, area.height() - 1, 3, dashes);
        int shown = layout.shown(placed.strip(), layout.units());
        for (int i = 1; placed.large() && i < shown; i++) {
            double y = Math.round(area.y() + i * area.height() / shown) + 0.5;
            drawing.line(area.x() + 4, y, area.right() - 4, y, Stroke.solid(drawing.ink(Role.FAINT_LINE), 1));
        }
    }

    private void ring(Placed placed) {
        Rgb ink = ringInk(placed.strip());
        if (ink != null) {
            Area ring = placed.area().grown(2.5);
            drawing.outline(ring.x(), ring.y(), ring.width(), ring.height(), 5, Stroke.solid(ink, 2));
        }
    }

    /** Accent for what comes to be now, the axis's colour for what it comes from; null for neither. */
    private Rgb ringInk(Moment strip) {
        if (path.result().contains(strip)) {
            return drawing.ink(Role.ACCENT);
        }
        return path.holds(strip) ? sheet.palette().of(FlowValues.axis(strip)) : null;
    }

    private void name(Placed placed, boolean there) {
        Moment strip = placed.strip();
        Rgb ring = ringInk(strip);
        Rgb ink = ring != null ? ring : drawing.ink(there ? Role.TEXT : Role.MUTED_TEXT);
        double baseline = placed.area().y() - 10;
        MathText.of(CellFormula.symbol(values.config().cell(), strip)).draw(drawing, placed.area().middleX(), baseline, 17, ink, Anchor.MIDDLE);
        boolean inBox = layout.box().filter(box -> box.contains(placed.area().middleX(), baseline)).isPresent();
        if (strip.timeStep() == 0) {
            MathText.of(values.config().bidirectional() ? sheet.words("flow.bridge") : "= h_{" + values.trace().sourceTime() + "}")
                    .draw(drawing, placed.area().middleX(), baseline - 18, 13, drawing.ink(Role.MUTED_TEXT), Anchor.MIDDLE);
        }
        String above = inBox ? sheet.words("flow.part." + strip.part()) : "";
        if (!above.isEmpty()) {
            TextStyle style = TextStyle.SMALL.withSize(11).withWeight(path.result().contains(strip) ? 600 : 400);
            drawing.text(sheet.shortened(above, style, 72), placed.area().middleX(), baseline - 18, style,
                    path.result().contains(strip) ? drawing.ink(Role.ACCENT) : drawing.ink(Role.MUTED_TEXT), Anchor.MIDDLE);
        }
    }
}
