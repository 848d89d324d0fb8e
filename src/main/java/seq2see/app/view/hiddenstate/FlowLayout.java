package seq2see.app.view.hiddenstate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import seq2see.app.drawing.Area;
import seq2see.app.drawing.Sheet;
import seq2see.app.view.hiddenstate.FlowScene.Cell;
import seq2see.tensor.Axis;
import seq2see.trace.Moment;
import seq2see.trace.Moment.Phase;

/**
 * Where everything in the hidden-state flow stands, in pixels at scale 1. The decoder stands over the encoder with the context
 * between them. The row of the present moment is large, the others are as high as is left; what no longer fits in height makes
 * the picture higher than its sheet, what no longer fits in width is scrolled.
 */
final class FlowLayout {
    static final double STRIP = 36;
    static final double NAMES = 36;
    static final double OPERATIONS = 48;
    static final double TOKEN = 24;
    static final double BAR = 26;
    static final double GAP = 12;
    static final double BOX_MARGIN = 8;
    /** Space at the left for the names of rows, and at the right for rulers and the map of units. */
    static final double LEFT = 74;
    static final double RIGHT = 74;
    static final int MOST_UNITS = 32;
    static final double LEAST_CELL = 7;
    /** Height of a scroll bar: over the decoder's tokens and under the encoder's. */
    static final double SCROLL_BAR = 10;
    private static final double HIGHEST_CELL = 26;
    /** Between the encoder and the context where attention is told by ribbons. */
    private static final double RIBBONS = 22;
    private static final double HEADING = 30;
    private static final double FORMULA = 24;
    private static final double INPUT = 34;
    private static final double LEAST_SMALL = 18;
    private static final double HIGHEST_SMALL = 64;
    private static final double LEAST_LARGE = 8 * LEAST_CELL;
    private static final double GATE_PITCH = 74;
    private static final double NARROW_GATE_PITCH = 58;
    private static final double WIDE_GATE_PITCH = 96;
    /** From one time step to the next at ease, and where there is more room than that. */
    private static final double EASY_PITCH = 132;
    private static final double WIDEST_PITCH = 200;
    /** Between the two strips that the open step of the decoder is fed with. */
    private static final double LEAST_INPUT_GAP = 60;
    private static final double WIDEST_INPUT_GAP = 110;

    /** A strip of numbers and where it stands. @param large whether its cells have room for a needle */
    record Placed(Moment strip, Area area, boolean large) {
    }

    /** A row, its strips' top and their height. */
    record RowPlace(FlowRow row, double top, double height, boolean large) {
        double bottom() {
            return top + height;
        }

        double middle() {
            return top + height / 2;
        }
    }

    private final FlowScene scene;
    private final FlowValues values;
    private final List<RowPlace> rows = new ArrayList<>();
    private final List<Placed> strips = new ArrayList<>();
    private final Map<Moment, Placed> byMoment = new HashMap<>();
    private final FlowColumns source;
    private final FlowColumns target;
    private final double width;
    private final double formulaBaseline;
    private final double targetTokens;
    private final double targetInputs;
    private final double bar;
    private final double sourceInputs;
    private final double sourceTokens;
    private final double height;
    private final int units;
    private final int firstUnit;
    private final Optional<Area> box;

    FlowLayout(Sheet sheet, FlowScene scene) {
        this.scene = scene;
        values = scene.values().orElseThrow();
        width = sheet.width();
        source = columns(Phase.ENCODER);
        target = columns(Phase.DECODER);
        List<FlowRow> all = FlowRow.all(values.config());
        boolean decoding = scene.focus() == Phase.DECODER;
        boolean open = focusColumns().open() >= 0;
        double large = largeBlock(open);
        boolean formula = open && sheet.height() >= 380;
        double ribbons = decoding && values.config().hasAttention() ? RIBBONS : 0;
        double sourceBar = source.scrolls() ? SCROLL_BAR + 2 : 0;
        double targetBar = target.scrolls() ? SCROLL_BAR + 2 : 0;
        double fixed = HEADING + ribbons + sourceBar + targetBar + (formula ? FORMULA : 0) + TOKEN + 6 + BAR + 2 * GAP + (INPUT + GAP) + TOKEN + (decoding ? TOKEN : 0) + GAP * (all.size() - 1) + large + 6;
        double rest = sheet.height() - fixed;
        double small = all.size() == 1 ? 0 : Math.clamp((rest - 150) / (all.size() - 1), LEAST_SMALL, HIGHEST_SMALL);
        int hidden = values.config().hiddenSize();
        double state = Math.clamp(rest - small * (all.size() - 1), Math.min(LEAST_LARGE, hidden * 12), Math.min(MOST_UNITS, hidden) * HIGHEST_CELL);
        units = Math.max(1, Math.min(Math.min(MOST_UNITS, hidden), (int) (state / LEAST_CELL)));
        firstUnit = Math.clamp(scene.firstUnit(), 0, hidden - units);
        double spare = Math.max(0, rest - small * (all.size() - 1) - state);
        small += Math.min(spare / all.size(), HIGHEST_SMALL);
        double y = HEADING;
        formulaBaseline = formula ? y + 14 : Double.NaN;
        y += formula ? FORMULA : 0;
        y += targetBar;
        targetTokens = y;
        y += TOKEN + 6;
        y = place(all.stream().filter(row -> row.phase() == Phase.DECODER).toList(), y, state, small, open);
        targetInputs = decoding ? y : Double.NaN;
        y += decoding ? INPUT + TOKEN + GAP : 0;
        bar = y;
        y += BAR + GAP + ribbons;
        y = place(all.stream().filter(row -> row.phase() == Phase.ENCODER).toList(), y, state, small, open);
        sourceInputs = decoding ? Double.NaN : y;
        y += decoding ? 0 : INPUT + GAP;
        sourceTokens = y;
        height = Math.max(sheet.height(), y + TOKEN + 2 + sourceBar);
        box = open ? Optional.of(boxOf(focusPlace())) : Optional.empty();
        placeStrips();
        strips.forEach(placed -> byMoment.putIfAbsent(placed.strip(), placed));
    }

    private static double largeBlock(boolean open) {
        return open ? NAMES + OPERATIONS + 2 * BOX_MARGIN : NAMES + BOX_MARGIN;
    }

    /** Gives each row its place, from y on, and what comes behind the last one. */
    private double place(List<FlowRow> section, double from, double state, double small, boolean open) {
        double y = from;
        for (FlowRow row : section) {
            boolean large = row.equals(scene.focusRow());
            if (large) {
                double top = y + NAMES + (open ? BOX_MARGIN : 0);
                rows.add(new RowPlace(row, top, state, true));
                y = top + state + (open ? OPERATIONS + BOX_MARGIN : BOX_MARGIN);
            } else {
                rows.add(new RowPlace(row, y, small, false));
                y += small;
            }
            y += GAP;
        }
        return y;
    }

    /** The columns of the decoder begin with the state that it starts from. */
    private FlowColumns columns(Phase phase) {
        boolean focus = phase == scene.focus();
        int steps = values.timeSteps(phase);
        int count = phase == Phase.DECODER ? steps + 1 : steps;
        double room = width - LEFT - RIGHT;
        int present = phase == Phase.DECODER ? scene.open() : scene.open() - 1;
        int open = focus && scene.open() > 0 ? present : -1;
        int parts = values.config().cell().parts().size();
        double gate = parts * GATE_PITCH + 5 * 48 > room ? NARROW_GATE_PITCH : parts * WIDE_GATE_PITCH + EASY_PITCH * (count - 1) < room ? WIDE_GATE_PITCH : GATE_PITCH;
        double openWidth = Math.max(parts * gate + 2 * BOX_MARGIN, 120);
        int wanted = phase == Phase.DECODER ? scene.first().target() : scene.first().source();
        int centre = focus ? Math.max(0, present) : phase == Phase.ENCODER ? count - 1 : 0;
        return FlowColumns.of(LEFT, room, count, wanted, centre, open, openWidth, focus ? 48 : 40, WIDEST_PITCH);
    }

    private Area boxOf(RowPlace place) {
        FlowColumns columns = focusColumns();
        double top = place.top() - NAMES - BOX_MARGIN;
        return new Area(columns.start(columns.open()) + 2, top, columns.openWidth() - 4, place.bottom() + OPERATIONS + BOX_MARGIN - top);
    }

    private void placeStrips() {
        for (RowPlace place : rows) {
            FlowColumns columns = columns(place.row());
            for (int column = columns.first(); column < columns.first() + columns.shown(); column++) {
                int time = timeStep(place.row().phase(), column);
                if (place.large() && column == columns.open()) {
                    placeParts(place, column, time);
                } else {
                    strips.add(new Placed(place.row().state(time), strip(columns.middle(column), place.top(), place.height()), place.large()));
                }
            }
        }
        if (scene.focus() == Phase.ENCODER) {
            for (int column = source.first(); column < source.first() + source.shown(); column++) {
                strips.add(new Placed(new Moment(Phase.ENCODER, column + 1, 1, "forward", "input"), strip(source.middle(column), sourceInputs, INPUT), false));
            }
        } else {
            for (int column = Math.max(1, target.first()); column < target.first() + target.shown(); column++) {
                boolean open = column == target.open();
                double x = inputX(column);
                strips.add(new Placed(new Moment(Phase.DECODER, column, 0, "", "embedding"), strip(x, targetInputs, INPUT), false));
                if (open) {
                    strips.add(new Placed(new Moment(Phase.DECODER, column, 0, "", "contextVector"), strip(x + inputGap(), targetInputs, INPUT), false));
                }
            }
        }
    }

    /** The strips of the open cell, from the first gate to the new state, or from the right where it is read backward. */
    private void placeParts(RowPlace place, int column, int time) {
        List<String> parts = values.config().cell().parts();
        FlowColumns columns = columns(place.row());
        double pitch = (columns.openWidth() - 2 * BOX_MARGIN) / parts.size();
        for (int i = 0; i < parts.size(); i++) {
            int at = place.row().isBackward() ? parts.size() - 1 - i : i;
            double x = columns.start(column) + BOX_MARGIN + (at + 0.5) * pitch;
            strips.add(new Placed(place.row().strip(time, parts.get(i)), strip(x, place.top(), place.height()), true));
        }
    }

    private Area strip(double middle, double top, double high) {
        return new Area(Math.round(middle - STRIP / 2), top, STRIP, high);
    }

    static int timeStep(Phase phase, int column) {
        return phase == Phase.DECODER ? column : column + 1;
    }

    static int column(Phase phase, int timeStep) {
        return phase == Phase.DECODER ? timeStep : timeStep - 1;
    }

    FlowColumns columns(FlowRow row) {
        return row.phase() == Phase.DECODER ? target : source;
    }

    FlowColumns source() {
        return source;
    }

    FlowColumns target() {
        return target;
    }

    FlowColumns focusColumns() {
        return scene.focus() == Phase.DECODER ? target : source;
    }

    RowPlace focusPlace() {
        return rows.stream().filter(RowPlace::large).findFirst().orElseThrow();
    }

    List<RowPlace> rows() {
        return rows;
    }

    /** All strips in sight. */
    List<Placed> strips() {
        return strips;
    }

    Optional<Placed> strip(Moment address) {
        return Optional.ofNullable(byMoment.get(address));
    }

    /** The opened cell. */
    Optional<Area> box() {
        return box;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    /** Not a number where there is no room for a formula. */
    double formulaBaseline() {
        return formulaBaseline;
    }

    double targetTokens() {
        return targetTokens;
    }

    /** Top of what the decoder is fed; not a number where it is not shown. */
    double targetInputs() {
        return targetInputs;
    }

    /** The middle of what a step of the decoder is fed; the context stands beside it where the step is open. */
    double inputX(int column) {
        return target.middle(column) - (column == target.open() ? inputGap() / 2 : 0);
    }

    /** From the middle of the open step's token to that of its context. */
    private double inputGap() {
        return Math.clamp(target.openWidth() / 2 - 20, LEAST_INPUT_GAP, WIDEST_INPUT_GAP);
    }

    /** How wide the token may be that a step of the decoder is fed. */
    double inputRoom(int column) {
        return Math.min(target.width(column), column == target.open() ? inputGap() : 96);
    }

    double inputHeight() {
        return INPUT;
    }

    double bar() {
        return bar;
    }

    double sourceTokens() {
        return sourceTokens;
    }

    /** How many units are in sight. */
    int units() {
        return units;
    }

    int firstUnit() {
        return firstUnit;
    }

    /** How many numbers of a strip are in sight, from which one on: a state's window, and all of what is not H wide. */
    int shown(Moment strip, int size) {
        return isWindowed(strip) ? units : Math.min(size, 16);
    }

    int firstOf(Moment strip) {
        return isWindowed(strip) ? firstUnit : 0;
    }

    private static boolean isWindowed(Moment strip) {
        return FlowValues.axis(strip) == Axis.HIDDEN;
    }

    /** Where one cell of a strip stands. */
    Area cell(Placed placed, int unit, int size) {
        double each = placed.area().height() / shown(placed.strip(), size);
        return new Area(placed.area().x(), placed.area().y() + (unit - firstOf(placed.strip())) * each, placed.area().width(), each);
    }

    /** The cell at a point. */
    Optional<Cell> cellAt(double x, double y) {
        return strips.stream().filter(placed -> placed.area().contains(x, y)).findFirst().flatMap(placed -> values.of(placed.strip()).map(grid -> {
            int shown = shown(placed.strip(), grid.columns());
            int index = (int) ((y - placed.area().y()) / placed.area().height() * shown);
            return new Cell(placed.strip(), firstOf(placed.strip()) + Math.min(index, shown - 1));
        }));
    }

    /** The strip of a cell, where that cell is in sight. */
    Optional<Placed> inSight(Cell cell) {
        return strip(cell.strip()).filter(placed -> values.of(cell.strip()).filter(grid -> cell.unit() >= firstOf(cell.strip())
                && cell.unit() < firstOf(cell.strip()) + shown(cell.strip(), grid.columns())).isPresent());
    }
}
