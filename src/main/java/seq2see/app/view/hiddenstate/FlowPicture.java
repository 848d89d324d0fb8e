package seq2see.app.view.hiddenstate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import seq2see.app.drawing.Area;
import seq2see.app.drawing.Drawing;
import seq2see.app.drawing.Mark;
import seq2see.app.drawing.Mark.Anchor;
import seq2see.app.drawing.MathText;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.Stroke;
import seq2see.app.drawing.TextStyle;
import seq2see.app.drawing.TokenText;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Rgb;
import seq2see.app.theme.Role;
import seq2see.app.theme.ValueScale;
import seq2see.app.view.Explanation;
import seq2see.app.view.HoverCard;
import seq2see.app.view.hiddenstate.FlowLayout.Placed;
import seq2see.app.view.hiddenstate.FlowLayout.RowPlace;
import seq2see.app.view.hiddenstate.FlowScene.Cell;
import seq2see.app.view.RenderInput;
import seq2see.model.ModelConfig;
import seq2see.tensor.Axis;
import seq2see.tensor.Grid;
import seq2see.trace.Moment;
import seq2see.trace.Moment.Phase;
import seq2see.trace.Trace;

/**
 * Draws the network unrolled: a column a time step, a row a layer and direction, the decoder over the encoder with the context
 * between them. The cell of the present moment is opened, and the wires by which its part comes to be are lit.
 */
public final class FlowPicture {
    private static final TextStyle TOKEN = TextStyle.FIGURE;
    private static final TextStyle NOTE = TextStyle.SMALL.withSize(11);
    private static final double KEY = 64;

    private final Sheet sheet;
    private final FlowScene scene;
    private final FlowValues values;
    private final ModelConfig config;
    private final FlowLayout layout;
    private final FlowPath path;
    private final Drawing drawing;

    private FlowPicture(Sheet sheet, FlowScene scene) {
        this.scene = scene;
        values = scene.values().orElseThrow();
        config = values.config();
        layout = new FlowLayout(sheet, scene);
        this.sheet = sheet.sized(sheet.width(), layout.height());
        path = FlowPath.of(scene);
        drawing = new Drawing(this.sheet);
    }

    static Picture of(Sheet sheet, FlowScene scene) {
        if (scene.hasFlow()) {
            return new FlowPicture(sheet, scene).draw();
        }
        Drawing drawing = new Drawing(sheet);
        drawing.text(sheet.words("flow.heading"), 0, 16, TextStyle.HEADING, drawing.ink(Role.TEXT));
        drawing.paragraph(sheet.words("flow.empty"), 0, 44, Math.min(sheet.width(), 440), TextStyle.CONTROL.withWeight(400), drawing.ink(Role.MUTED_TEXT));
        return drawing.picture(sheet.words("flow.empty"));
    }

    /** For a file: the present part's first unit explained. */
    public static Picture still(Sheet sheet, RenderInput input) {
        if (input.trace().isEmpty()) {
            return of(sheet, FlowScene.EMPTY);
        }
        FlowScene scene = FlowScene.of(input.trace().get(), input.moment());
        Optional<Cell> first = scene.hasFlow() ? FlowPath.of(scene).result().stream().findFirst().map(strip -> new Cell(strip, 0)) : Optional.empty();
        return of(sheet, scene.choosing(first));
    }

    private Picture draw() {
        heading();
        layout.box().ifPresent(box -> drawing.add(new Mark.Box(box.x(), box.y(), box.width(), box.height(), 10, FlowStrips.boxGround(drawing),
                Stroke.solid(drawing.ink(Role.ACCENT), 2))));
        band();
        FlowWires wires = new FlowWires(sheet, scene, layout, path, drawing);
        wires.draw();
        new FlowStrips(sheet, scene, layout, path, drawing).draw();
        wires.operations();
        context();
        rowNames();
        tokens();
        rulers();
        Optional<Explanation> card = scene.chosen().filter(cell -> layout.inSight(cell).isPresent()).map(cell -> FlowCard.of(sheet, scene, cell));
        scene.chosen().ifPresent(cell -> layout.inSight(cell).ifPresent(placed -> choose(cell, placed, card.orElseThrow())));
        return drawing.picture(description(card));
    }

    private void heading() {
        String heading = sheet.words("flow.heading");
        drawing.text(heading, 0, 16, TextStyle.HEADING, drawing.ink(Role.TEXT));
        double x = sheet.width(heading, TextStyle.HEADING) + 12;
        String model = config.cell().toString().toUpperCase(Locale.ROOT) + " · " + contextName();
        double end = sheet.width() - sheet.corner();
        double keys = 2 * (KEY + 64) + 12;
        if (x + sheet.width(model, TextStyle.SMALL) + 16 + keys <= end) {
            drawing.text(model, x, 16, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
        }
        if (x + keys <= end) {
            end = key("0", "1 " + sheet.words("flow.key.gate"), sheet.palette().probability(), end) - 14;
            key("−1", "1 " + sheet.words("flow.key.state"), sheet.palette().signed(), end);
        }
        Optional<Moment> now = scene.now();
        String formula = now.map(moment -> CellFormula.general(config, moment)).orElse("");
        if (!Double.isNaN(layout.formulaBaseline()) && !formula.isEmpty()) {
            MathText text = MathText.of(formula);
            if (text.width(sheet, 17) <= sheet.width()) {
                text.draw(drawing, 0, layout.formulaBaseline(), 17, drawing.ink(Role.TEXT), Anchor.START);
            }
        }
    }

    /** A scale with its ends, right-aligned; gives where it begins. */
    private double key(String low, String high, ValueScale scale, double end) {
        double x = end - sheet.width(high, NOTE);
        drawing.text(high, x, 15, NOTE, drawing.ink(Role.MUTED_TEXT));
        x -= KEY + 5;
        int steps = 16;
        for (int i = 0; i < steps; i++) {
            drawing.box(x + i * KEY / steps, 6, KEY / steps, 10, 0, scale.at(scale.low() + (scale.high() - scale.low()) * (i + 0.5) / steps));
        }
        drawing.text(low, x - 5, 15, NOTE, drawing.ink(Role.MUTED_TEXT), Anchor.END);
        return x - 5 - sheet.width(low, NOTE);
    }

    private String contextName() {
        return sheet.words(config.hasAttention() ? "flow.attention." + config.attention().toString().replace("-", "") : "flow.context." + config.context());
    }

    /** The unit that is pointed at or pinned runs through all strips of the large row. */
    private void band() {
        RowPlace place = layout.focusPlace();
        double each = place.height() / layout.units();
        for (int unit = layout.firstUnit(); unit < layout.firstUnit() + layout.units(); unit++) {
            if (scene.highlight().unit(place.row().layer(), unit + 1)) {
                double y = place.top() + (unit - layout.firstUnit()) * each;
                double right = sheet.width() - FlowLayout.RIGHT;
                drawing.box(FlowLayout.LEFT, y, right - FlowLayout.LEFT, each, 0, drawing.ink(Role.SURFACE).towards(drawing.ink(Role.TEXT), 0.08));
                drawing.text(sheet.words("flow.unit", unit + 1), right + 4, y + each / 2 + 4, NOTE.withWeight(600), drawing.ink(Role.TEXT));
            }
        }
    }

    private void context() {
        double x = FlowLayout.LEFT - 2;
        double width = sheet.width() - FlowLayout.RIGHT - x;
        boolean now = scene.now().filter(moment -> Stream.of("attentionScores", "attentionWeights", "contextVector").anyMatch(moment.part()::equals)).isPresent();
        int step = scene.focus() == Phase.DECODER ? scene.open() : 0;
        boolean there = !config.hasAttention() || step > 0;
        drawing.add(new Mark.Box(x, layout.bar() + 0.5, width, FlowLayout.BAR - 1, FlowLayout.BAR / 2, drawing.ink(Role.SURFACE),
                now ? Stroke.solid(drawing.ink(Role.ACCENT), 2) : there ? Stroke.solid(drawing.ink(Role.DONE), 1) : Stroke.dashed(drawing.ink(Role.GHOST), 1)));
        TextStyle style = TextStyle.SMALL.withWeight(600);
        String name = contextName();
        double baseline = layout.bar() + FlowLayout.BAR / 2 + style.middleToBaseline();
        drawing.text(name, x + 14, baseline, style, drawing.ink(now ? Role.ACCENT : Role.TEXT));
        String note = sheet.words(config.hasAttention() ? "flow.attention.note" : "flow.context.note", values.trace().sourceTime());
        double after = x + 14 + sheet.width(name, style) + 10;
        if (after + sheet.width(note, TextStyle.SMALL) < x + width - 12) {
            drawing.text(note, after, baseline, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
        }
    }

    private void rowNames() {
        if (config.layers() == 1 && !config.bidirectional()) {
            return;
        }
        for (RowPlace place : layout.rows()) {
            String direction = !config.bidirectional() || place.row().phase() == Phase.DECODER ? "" : place.row().isBackward() ? " ←" : " →";
            double y = place.large() ? place.top() + 8 : place.middle() + 4;
            drawing.text(sheet.words("scrubber.layer", place.row().layer()) + direction, 0, y, NOTE.withWeight(place.large() ? 600 : 400),
                    drawing.ink(place.large() ? Role.TEXT : Role.MUTED_TEXT));
        }
    }

    private void tokens() {
        Trace trace = values.trace();
        TextStyle section = TextStyle.CONTROL.withWeight(600);
        drawing.text(sheet.words("flow.decoder"), 0, layout.targetTokens() + 16, section, drawing.ink(Role.TEXT));
        drawing.text(sheet.words("flow.encoder"), 0, layout.sourceTokens() + 16, section, drawing.ink(Role.TEXT));
        FlowColumns source = layout.source();
        for (int column = source.first(); column < source.first() + source.shown(); column++) {
            Moment read = new Moment(Phase.ENCODER, column + 1, 1, "forward", "input");
            boolean now = scene.focus() == Phase.ENCODER && scene.open() == column + 1;
            chip(trace.source().tokens().get(column), source.middle(column), source.width(column), layout.sourceTokens(), now,
                    values.isComputed(read, scene.now()), scene.highlight().source(column + 1));
        }
        FlowColumns target = layout.target();
        for (int column = Math.max(1, target.first()); column < target.first() + target.shown(); column++) {
            Moment chosen = new Moment(Phase.DECODER, column, 0, "", "token");
            boolean there = values.isComputed(chosen, scene.now());
            boolean now = scene.now().filter(moment -> moment.timeStep() == chosen.timeStep() && moment.phase() == Phase.DECODER
                    && List.of("logits", "probabilities", "token").contains(moment.part())).isPresent();
            chip(there ? trace.outputTokens().get(column - 1) : " ", target.middle(column), target.width(column), layout.targetTokens(), now, there,
                    scene.highlight().target(column));
            if (!Double.isNaN(layout.targetInputs())) {
                boolean open = column == target.open();
                boolean fed = values.isComputed(new Moment(Phase.DECODER, column, 0, "", "embedding"), scene.now());
                String input = fed ? trace.decoder().steps().get(column - 1).inputToken() : " ";
                chip(input, layout.inputX(column), layout.inputRoom(column), layout.targetInputs() + layout.inputHeight() + 3, open && fed, fed, false);
            }
        }
    }

    private void chip(String token, double middle, double column, double top, boolean now, boolean there, boolean lit) {
        boolean special = token.length() > 2 && token.startsWith("<") && token.endsWith(">");
        TextStyle style = special ? TOKEN.withSize(11) : TOKEN;
        double room = Math.min(column - 14, 110);
        // Where its brackets have no room a special does without them, as over the attention's columns.
        String whole = special && sheet.width(token, style) > room ? token.substring(1, token.length() - 1) : TokenText.of(token);
        String text = token.equals(" ") && !there ? "" : sheet.shortened(whole, style, room);
        double width = Math.max(24, sheet.width(text, style) + 12);
        double x = Math.round(middle - width / 2) + 0.5;
        double high = FlowLayout.TOKEN - 3;
        Rgb fill = now ? drawing.ink(Role.ACCENT) : drawing.ink(Role.SURFACE);
        Stroke edge = lit ? Stroke.solid(drawing.ink(Role.TEXT), 2.5) : now ? null : there ? Stroke.solid(drawing.ink(Role.DONE), 1) : Stroke.dashed(drawing.ink(Role.GHOST), 1);
        drawing.add(new Mark.Box(x, top + 0.5, width - 1, high, 6, fill, edge));
        Rgb ink = now ? drawing.ink(Role.ON_ACCENT) : drawing.ink(there ? Role.TEXT : Role.MUTED_TEXT);
        drawing.text(text, x + (width - 1) / 2, top + 0.5 + high / 2 + style.middleToBaseline(), style, ink, Anchor.MIDDLE);
    }

    /** How many units there are, and which of them are in sight. */
    private void rulers() {
        RowPlace place = layout.focusPlace();
        int hidden = config.hiddenSize();
        Rgb ink = sheet.palette().of(Axis.HIDDEN);
        double x = sheet.width() - 6;
        if (layout.units() == hidden) {
            bracket(place.top(), place.height(), ink, "H " + hidden, x);
        } else {
            Area map = mapOf(layout, sheet.width());
            drawing.add(new Mark.Box(map.x(), map.y(), map.width(), map.height(), 3, drawing.ink(Role.INSET), Stroke.solid(drawing.ink(Role.LINE), 1)));
            drawing.box(map.x(), map.y() + map.height() * layout.firstUnit() / hidden, map.width(), Math.max(4, map.height() * layout.units() / hidden), 3, ink);
            drawing.text(sheet.words("flow.units"), sheet.width(), place.top() - 22, NOTE, ink, Anchor.END);
            drawing.text(sheet.words("flow.units.window", layout.firstUnit() + 1, layout.firstUnit() + layout.units(), hidden), sheet.width(), place.top() - 8, TextStyle.LEAST, ink, Anchor.END);
        }
        layout.strips().stream().filter(placed -> FlowValues.axis(placed.strip()) == Axis.EMBEDDING).findFirst().ifPresent(placed -> {
            int size = config.embeddingSize();
            int shown = layout.shown(placed.strip(), size);
            Rgb embedding = sheet.palette().of(Axis.EMBEDDING);
            bracket(placed.area().y(), placed.area().height(), embedding, "", x);
            drawing.text(shown == size ? "D " + size : "D 1–" + shown, x - 8, placed.area().middleY() + (shown == size ? 4 : -2), TextStyle.LEAST, embedding, Anchor.END);
            if (shown < size) {
                drawing.text(sheet.words("flow.of", size), x - 8, placed.area().middleY() + 12, TextStyle.LEAST, embedding, Anchor.END);
            }
            double scale = values.scale(placed.strip());
            if (scale > 1 && values.of(placed.strip()).isPresent()) {
                drawing.text(sheet.words("flow.scale", Numbers.fixed(scale, 1)), 0, placed.area().middleY() + 4, NOTE, drawing.ink(Role.MUTED_TEXT));
            }
        });
    }

    private void bracket(double top, double height, Rgb ink, String name, double x) {
        drawing.line(x, top, x, top + height, Stroke.solid(ink, 2));
        drawing.line(x - 4, top + 1, x + 4, top + 1, Stroke.solid(ink, 2));
        drawing.line(x - 4, top + height - 1, x + 4, top + height - 1, Stroke.solid(ink, 2));
        drawing.text(name, sheet.width(), top - 8, TextStyle.LEAST, ink, Anchor.END);
    }

    /** The small map of all units. */
    static Area mapOf(FlowLayout layout, double width) {
        RowPlace place = layout.focusPlace();
        return new Area(width - 12, place.top(), 10, place.height());
    }

    private void choose(Cell cell, Placed placed, Explanation explanation) {
        Grid numbers = values.of(cell.strip()).orElseThrow();
        Area area = layout.cell(placed, cell.unit(), numbers.columns());
        drawing.outline(area.x() - 1, area.y() - 1, area.width() + 2, area.height() + 1, 3, Stroke.solid(drawing.ink(Role.TEXT), 2.5));
        new HoverCard(sheet, explanation).draw(drawing, area, lit(cell), toBeSeen());
    }

    /** Where the card stands that explains the chosen cell; empty where there is none in sight. */
    static Optional<Area> cardPlace(Sheet sheet, FlowScene scene) {
        FlowPicture picture = new FlowPicture(sheet, scene);
        return scene.chosen().flatMap(cell -> picture.layout.inSight(cell).map(placed -> {
            Area area = picture.layout.cell(placed, cell.unit(), picture.values.of(cell.strip()).orElseThrow().columns());
            return new HoverCard(picture.sheet, FlowCard.of(picture.sheet, scene, cell)).place(area, picture.lit(cell), picture.toBeSeen());
        }));
    }

    /** The strips of the present moment's path and the chosen one. */
    private List<Area> lit(Cell cell) {
        List<Area> lit = new ArrayList<>(layout.strips().stream().filter(other -> path.holds(other.strip()) || other.strip().equals(cell.strip())).map(Placed::area).toList());
        layout.box().ifPresent(lit::add);
        return lit;
    }

    /** What tells something at the present moment: what has been computed with its name, the tokens, the context, the formula. */
    private List<Area> toBeSeen() {
        List<Area> seen = new ArrayList<>();
        layout.strips().stream().filter(placed -> values.isComputed(placed.strip(), scene.now())).map(placed -> {
            Area strip = placed.area();
            return placed.large() ? new Area(strip.x(), strip.y() - FlowLayout.NAMES, strip.width(), strip.height() + FlowLayout.NAMES) : strip;
        }).forEach(seen::add);
        double computed = seen.stream().mapToDouble(Area::right).max().orElse(0);
        seen.add(new Area(0, layout.targetTokens(), computed, FlowLayout.TOKEN));
        seen.add(new Area(0, layout.sourceTokens(), sheet.width(), FlowLayout.TOKEN));
        seen.add(new Area(FlowLayout.LEFT, layout.bar(), sheet.width() - 2 * FlowLayout.LEFT, FlowLayout.BAR));
        seen.add(new Area(0, 0, sheet.width(), Double.isNaN(layout.formulaBaseline()) ? 24 : layout.formulaBaseline() + 8));
        return seen;
    }

    private String description(Optional<Explanation> card) {
        String all = sheet.words("flow.description", config.cell().toString().toUpperCase(Locale.ROOT), config.layers(), config.hiddenSize(),
                values.trace().sourceTime(), values.trace().targetTime());
        String present = path.result().stream().findFirst().flatMap(values::of).map(grid -> {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < grid.columns(); i++) {
                low = Math.min(low, grid.get(i));
                high = Math.max(high, grid.get(i));
            }
            return sheet.words("flow.description.present", Numbers.fixed(low, 2), Numbers.fixed(high, 2));
        }).orElse("");
        return String.join(" ", card.map(Explanation::spoken).orElse(""), all, present).strip().replaceAll(" +", " ");
    }
}
