package seq2see.app.view.hiddenstate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import seq2see.app.drawing.Area;
import seq2see.app.drawing.Drawing;
import seq2see.app.drawing.Mark;
import seq2see.app.drawing.Mark.Anchor;
import seq2see.app.drawing.Mark.Step;
import seq2see.app.drawing.MathText;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.Stroke;
import seq2see.app.drawing.TextStyle;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Rgb;
import seq2see.app.theme.Role;
import seq2see.app.view.hiddenstate.FlowLayout.Placed;
import seq2see.app.view.hiddenstate.FlowLayout.RowPlace;
import seq2see.model.CellType;
import seq2see.tensor.Axis;
import seq2see.tensor.Grid;
import seq2see.trace.Moment;
import seq2see.trace.Moment.Phase;

/** Draws the wires of the hidden-state flow: travelled ones thin, those still to come dashed, and those of the present moment thick. */
final class FlowWires {
    private static final double RADIUS = 12;
    /** The widest ribbon: an attention weight of 1. */
    private static final double RIBBON = 14;
    /** From here on a weight is also written beside its ribbon. */
    private static final double WRITTEN_WEIGHT = 0.10;

    private final Sheet sheet;
    private final FlowScene scene;
    private final FlowValues values;
    private final FlowLayout layout;
    private final FlowPath path;
    private final Drawing drawing;

    FlowWires(Sheet sheet, FlowScene scene, FlowLayout layout, FlowPath path, Drawing drawing) {
        this.sheet = sheet;
        this.scene = scene;
        this.layout = layout;
        this.path = path;
        this.drawing = drawing;
        values = scene.values().orElseThrow();
    }

    /** What lies under the strips. */
    void draw() {
        for (RowPlace place : layout.rows()) {
            recurrent(place);
            inputs(place);
        }
        toContext();
        fromContext();
        query();
        layout.box().ifPresent(box -> elements());
        if (scene.now().filter(now -> now.part().equals("finalState")).isPresent()) {
            handOver();
        }
    }

    private Stroke stroke(boolean travelled) {
        return travelled ? Stroke.solid(drawing.ink(Role.DONE), 1.5) : Stroke.dashed(drawing.ink(Role.GHOST), 1.25);
    }

    private Stroke lit(Moment strip) {
        return Stroke.solid(sheet.palette().of(FlowValues.axis(strip)), 2.5);
    }

    private boolean isThere(Moment strip) {
        return values.isComputed(strip, scene.now());
    }

    /** A line through points, with an arrow's head at its end. */
    private void wire(Stroke stroke, boolean head, double... points) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < points.length; i += 2) {
            steps.add(i == 0 ? new Step.Move(points[0], points[1]) : new Step.Line(points[i], points[i + 1]));
        }
        drawing.add(new Mark.Path(steps, null, stroke));
        if (head) {
            head(stroke.ink(), points[points.length - 4], points[points.length - 3], points[points.length - 2], points[points.length - 1]);
        }
    }

    private void head(Rgb ink, double fromX, double fromY, double x, double y) {
        double length = Math.hypot(x - fromX, y - fromY);
        double dx = length == 0 ? 0 : (x - fromX) / length * 6;
        double dy = length == 0 ? 0 : (y - fromY) / length * 6;
        drawing.add(new Mark.Path(List.of(new Step.Move(x, y), new Step.Line(x - dx - dy / 2, y - dy + dx / 2),
                new Step.Line(x - dx + dy / 2, y - dy - dx / 2), new Step.Close()), ink, null));
    }

    /** From each state to the next one that is read. */
    private void recurrent(RowPlace place) {
        FlowColumns columns = layout.columns(place.row());
        boolean backward = place.row().isBackward();
        for (int column = columns.first(); column + 1 < columns.first() + columns.shown(); column++) {
            int from = FlowLayout.timeStep(place.row().phase(), backward ? column + 1 : column);
            int to = FlowLayout.timeStep(place.row().phase(), backward ? column : column + 1);
            boolean toOpen = place.large() && FlowLayout.column(place.row().phase(), to) == columns.open();
            Optional<Placed> start = layout.strip(place.row().state(from));
            Optional<Placed> end = layout.strip(place.row().state(to));
            if (toOpen || start.isEmpty() || end.isEmpty()) {
                continue;
            }
            double x1 = backward ? start.get().area().x() - 2 : start.get().area().right() + 2;
            double x2 = backward ? end.get().area().right() + 3 : end.get().area().x() - 3;
            wire(stroke(isThere(end.get().strip())), true, x1, place.middle(), x2, place.middle());
        }
        if (place.large()) {
            recurrentIntoOpen(place, columns);
            start(place, columns);
        }
    }

    /** The encoder starts from zero. */
    private void start(RowPlace place, FlowColumns columns) {
        boolean backward = place.row().isBackward();
        int column = backward ? columns.count() - 1 : 0;
        if (place.row().phase() != Phase.ENCODER || !columns.shows(column)) {
            return;
        }
        double x = backward ? columns.right() + 12 : FlowLayout.LEFT - 34;
        MathText.of(backward ? "h_{" + (columns.count() + 1) + "}" : "h_0").draw(drawing, x, place.middle() - 4, 14, drawing.ink(Role.MUTED_TEXT), Anchor.START);
        drawing.text("= 0", x, place.middle() + 12, TextStyle.LEAST, drawing.ink(Role.MUTED_TEXT));
        Optional<Placed> first = layout.strip(place.row().state(FlowLayout.timeStep(Phase.ENCODER, column)));
        if (column != columns.open() && first.isPresent()) {
            double end = backward ? first.get().area().right() + 3 : first.get().area().x() - 3;
            wire(stroke(isThere(first.get().strip())), true, backward ? x - 3 : x + 22, place.middle(), end, place.middle());
        }
    }

    /** The state before goes down to the products below the opened cell's gates. */
    private void recurrentIntoOpen(RowPlace place, FlowColumns columns) {
        if (columns.open() < 0) {
            return;
        }
        int time = scene.open();
        boolean backward = place.row().isBackward();
        Optional<Placed> before = layout.strip(place.row().state(place.row().before(time)));
        Area box = layout.box().orElseThrow();
        double edge = backward ? box.right() + 2 : box.x() - 2;
        double start = before.map(placed -> backward ? placed.area().x() - 2 : placed.area().right() + 2).orElse(edge);
        double inside = backward ? box.right() - 8 : box.x() + 8;
        double bus = place.bottom() + FlowLayout.OPERATIONS - 12;
        boolean any = false;
        for (Placed part : parts(place, time)) {
            if (isProduct(part.strip())) {
                boolean now = path.result().contains(part.strip());
                double x = part.area().middleX() - (backward ? -5 : 5);
                double foot = operationMiddle(place) + RADIUS;
                if (now) {
                    continue;
                }
                wire(stroke(isThere(part.strip())), false, inside, bus, x, bus, x, foot);
                any = true;
            }
        }
        if (any) {
            wire(stroke(before.filter(placed -> isThere(placed.strip())).isPresent() || before.isEmpty()), false, start, place.middle(), inside, place.middle(), inside, bus);
        }
        parts(place, time).stream().filter(part -> path.result().contains(part.strip()) && isProduct(part.strip())).forEach(part -> {
            double x = part.area().middleX() - (backward ? -5 : 5);
            wire(lit(part.strip()), true, start, place.middle(), inside, place.middle(), inside, bus, x, bus, x, operationMiddle(place) + RADIUS + 1);
        });
    }

    List<Placed> parts(RowPlace place, int time) {
        return values.config().cell().parts().stream().map(part -> layout.strip(place.row().strip(time, part))).flatMap(Optional::stream).toList();
    }

    private boolean isProduct(Moment strip) {
        return values.config().cell().products().contains(strip.part());
    }

    private double operationMiddle(RowPlace place) {
        return place.bottom() + 18;
    }

    /** The functions below the opened cell's gates; drawn over the wires. */
    void operations() {
        RowPlace place = layout.focusPlace();
        if (layout.box().isEmpty()) {
            return;
        }
        for (Placed part : parts(place, scene.open())) {
            double x = part.area().middleX();
            double y = operationMiddle(place);
            if (!isProduct(part.strip())) {
                if (part.strip().part().equals("memoryCell") && values.scale(part.strip()) > 1) {
                    drawing.text(sheet.words("flow.scale", Numbers.fixed(values.scale(part.strip()), 1)), x, y + 4, TextStyle.LEAST,
                            drawing.ink(Role.MUTED_TEXT), Anchor.MIDDLE);
                }
                continue;
            }
            boolean tanh = !CellType.isGate(part.strip().part());
            boolean now = path.result().contains(part.strip());
            boolean there = isThere(part.strip());
            double half = tanh ? 20 : RADIUS;
            Rgb fill = now ? drawing.ink(Role.ACCENT) : FlowStrips.boxGround(drawing);
            drawing.add(new Mark.Box(x - half, y - RADIUS, 2 * half, 2 * RADIUS, RADIUS, fill,
                    now ? null : there ? Stroke.solid(drawing.ink(Role.DONE), 1.25) : Stroke.dashed(drawing.ink(Role.GHOST), 1.25)));
            Rgb ink = now ? drawing.ink(Role.ON_ACCENT) : drawing.ink(there ? Role.TEXT : Role.MUTED_TEXT);
            if (tanh) {
                drawing.text("tanh", x, y + 4, TextStyle.LEAST, ink, Anchor.MIDDLE);
            } else {
                drawing.text("σ", x, y + 5, TextStyle.SYMBOL.withSize(16), ink, Anchor.MIDDLE);
            }
            wire(now ? Stroke.solid(drawing.ink(Role.ACCENT), 2.5) : stroke(there), false, x, y - RADIUS, x, place.bottom() + 2);
        }
    }

    /** Unit by unit: level lines behind the strips, each at a height of its own. */
    private void elements() {
        RowPlace place = layout.focusPlace();
        List<Moment> from = path.elements();
        for (int i = 0; i < from.size(); i++) {
            Optional<Placed> start = layout.strip(from.get(i));
            Optional<Placed> end = path.result().isEmpty() ? Optional.empty() : layout.strip(path.result().getFirst());
            if (start.isEmpty() || end.isEmpty()) {
                continue;
            }
            double y = place.top() + place.height() * (i + 1) / (from.size() + 1);
            boolean right = end.get().area().x() > start.get().area().x();
            double x1 = right ? start.get().area().right() + 2 : start.get().area().x() - 2;
            double x2 = right ? end.get().area().x() - 4 : end.get().area().right() + 4;
            wire(lit(from.get(i)), true, x1, y, x2, y);
        }
    }

    /** From what a row reads up to its strips. */
    private void inputs(RowPlace place) {
        FlowColumns columns = layout.columns(place.row());
        for (int column = columns.first(); column < columns.first() + columns.shown(); column++) {
            int time = FlowLayout.timeStep(place.row().phase(), column);
            if (time == 0) {
                continue;
            }
            boolean open = place.large() && column == columns.open();
            for (Moment input : FlowPath.inputs(values, place.row(), time)) {
                Optional<Placed> from = layout.strip(input);
                if (from.isPresent()) {
                    if (open) {
                        inputIntoOpen(place, from.get());
                    } else {
                        layout.strip(place.row().state(time)).ifPresent(to -> upward(from.get(), to));
                    }
                }
            }
        }
    }

    private void upward(Placed from, Placed to) {
        Stroke stroke = stroke(isThere(to.strip()));
        double x = to.area().middleX();
        double start = above(from);
        double end = to.area().bottom() + 3;
        boolean past = layout.strips().stream().anyMatch(other -> other != from && other != to && Math.abs(other.area().middleX() - x) < 4
                && other.area().y() < start && other.area().y() > end);
        if (past) {
            double side = x + FlowLayout.STRIP / 2 + 5;
            wire(stroke, false, from.area().middleX(), start, from.area().middleX(), start - 4, side, start - 4, side, end + 5, x, end + 5, x, end);
        } else {
            wire(stroke, true, x, start, x, end);
        }
    }

    /** Where a wire leaves a strip upwards: above its name, or above the opened cell. */
    private double above(Placed from) {
        boolean boxed = layout.box().filter(box -> box.contains(from.area().middleX(), from.area().middleY())).isPresent();
        return boxed ? layout.box().orElseThrow().y() - 1 : from.area().y() - (from.large() ? FlowLayout.NAMES - 8 : 2);
    }

    private void inputIntoOpen(RowPlace place, Placed from) {
        double bus = place.bottom() + FlowLayout.OPERATIONS - 4;
        double x = from.area().middleX();
        boolean past = layout.rows().stream().anyMatch(other -> other.top() > place.bottom() && other.bottom() < from.area().y());
        double side = past ? x + FlowLayout.STRIP / 2 + 5 : x;
        double start = from.area().y() - 3;
        double turn = past ? start - 4 : start;
        double offset = place.row().isBackward() ? -5 : 5;
        for (Placed part : parts(place, scene.open())) {
            if (isProduct(part.strip()) && !path.result().contains(part.strip())) {
                double to = part.area().middleX() + offset;
                wire(stroke(isThere(part.strip())), false, x, start, x, turn, side, turn, side, bus, to, bus, to, operationMiddle(place) + RADIUS);
            }
        }
        for (Placed part : parts(place, scene.open())) {
            if (isProduct(part.strip()) && path.result().contains(part.strip())) {
                double to = part.area().middleX() + offset;
                wire(lit(from.strip()), true, x, start, x, turn, side, turn, side, bus, to, bus, to, operationMiddle(place) + RADIUS + 1);
            }
        }
    }

    private RowPlace top(Phase phase) {
        return layout.rows().stream().filter(place -> place.row().phase() == phase).findFirst().orElseThrow();
    }

    /** From the encoder's outputs up to the context: with attention, as wide as the weights of the step that is looked at. */
    private void toContext() {
        RowPlace top = top(Phase.ENCODER);
        double end = layout.bar() + FlowLayout.BAR;
        boolean all = values.config().hasAttention() || !values.config().context().toString().equals("last");
        Optional<Grid> weights = presentWeights();
        FlowColumns columns = layout.source();
        for (int column = columns.first(); column < columns.first() + columns.shown(); column++) {
            boolean last = column == columns.count() - 1;
            if (!all && !last) {
                continue;
            }
            double x = columns.middle(column);
            boolean aside = top.large() && column == columns.open();
            double start = top.top() - (top.large() ? aside ? FlowLayout.NAMES + FlowLayout.BOX_MARGIN : FlowLayout.NAMES - 8 : 2);
            if (weights.isPresent()) {
                double weight = weights.get().get(column);
                double ribbon = Double.isNaN(weight) ? 0 : weight * RIBBON;
                drawing.line(x, start, x, end, Stroke.solid(sheet.palette().probability().at(0.25 + 0.75 * weight), Math.max(0.75, ribbon)));
                if (weight >= WRITTEN_WEIGHT) {
                    drawing.text(Numbers.weight(weight), x + ribbon / 2 + 4, (start + end) / 2 + 4, TextStyle.LEAST, drawing.ink(Role.TEXT));
                }
            } else {
                wire(stroke(isThere(top.row().state(column + 1))), false, x, start, x, end);
            }
        }
    }

    /** The attention weights of the step that is looked at, once they are computed. */
    Optional<Grid> presentWeights() {
        int step = scene.focus() == Phase.DECODER ? scene.open() : 0;
        if (step == 0 || !values.config().hasAttention() || !isThere(new Moment(Phase.DECODER, step, 0, "", "attentionWeights"))) {
            return Optional.empty();
        }
        return values.trace().decoder().steps().get(step - 1).attentionWeights();
    }

    /** Attention is asked by the decoder's top state before the step. */
    private void query() {
        if (path.result().isEmpty() && path.sources().size() == 1 && scene.now().filter(now -> now.part().startsWith("attention")).isPresent()) {
            layout.strip(path.sources().getFirst()).ifPresent(query -> {
                double x = query.area().right() + 5;
                wire(lit(query.strip()), true, query.area().right() + 2, query.area().bottom() - 6, x, query.area().bottom() - 6, x, layout.bar() - 1);
            });
        }
    }

    /** From the context to what reads it. */
    private void fromContext() {
        RowPlace lowest = layout.rows().stream().filter(place -> place.row().phase() == Phase.DECODER).toList().getLast();
        if (scene.focus() == Phase.DECODER) {
            layout.strips().stream().filter(placed -> placed.strip().part().equals("contextVector")).findFirst().ifPresent(placed -> {
                boolean now = path.result().contains(placed.strip());
                wire(now ? lit(placed.strip()) : stroke(isThere(placed.strip())), true, placed.area().middleX(), layout.bar(), placed.area().middleX(), placed.area().bottom() + 3);
            });
            return;
        }
        FlowColumns columns = layout.target();
        for (int column = Math.max(1, columns.first()); column < columns.first() + columns.shown(); column++) {
            wire(stroke(isThere(lowest.row().state(column))), false, columns.middle(column), layout.bar(), columns.middle(column), lowest.bottom() + 3);
        }
    }

    /** The encoder's final states go round the context to where the decoder starts. */
    private void handOver() {
        double side = FlowLayout.LEFT - 6;
        double below = layout.bar() + FlowLayout.BAR + 5;
        Stroke stroke = Stroke.solid(sheet.palette().of(Axis.HIDDEN), 2.5);
        RowPlace top = top(Phase.ENCODER);
        layout.strip(top.row().state(top.row().isBackward() ? 1 : values.trace().sourceTime())).ifPresent(placed ->
                wire(stroke, false, placed.area().middleX(), placed.area().y() - (top.large() ? FlowLayout.NAMES - 8 : 3), placed.area().middleX(), below, side, below));
        for (RowPlace place : layout.rows()) {
            if (place.row().phase() == Phase.DECODER) {
                layout.strip(place.row().state(0)).ifPresent(placed ->
                        wire(stroke, true, side, below, side, place.middle(), placed.area().x() - 4, place.middle()));
            }
        }
    }
}
