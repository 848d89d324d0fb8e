package seq2see.app.view.shapes;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import seq2see.app.drawing.Area;
import seq2see.app.drawing.Drawing;
import seq2see.app.drawing.Mark;
import seq2see.app.drawing.Mark.Anchor;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.Signs;
import seq2see.app.drawing.Stroke;
import seq2see.app.drawing.TextStyle;
import seq2see.app.theme.Role;
import seq2see.app.view.Explanation;
import seq2see.app.view.HoverCard;
import seq2see.app.view.RenderInput;
import seq2see.app.view.shapes.ShapesLayout.Notch;
import seq2see.app.view.shapes.ShapesLayout.Place;
import seq2see.app.view.shapes.ShapesScene.Spot;
import seq2see.corpus.Vocabulary;
import seq2see.model.Seq2Seq;
import seq2see.tensor.Shape.Dimension;
import seq2see.trace.Moment;
import seq2see.trace.Moment.Phase;
import seq2see.trace.Trace;
import seq2see.training.SavedModel;

/** Draws a model's tensors as blocks in the order in which numbers run through them, and below them what is now explained. */
public final class ShapesPicture {
    private static final int SENTENCES = 4;
    private static final int TIME = 7;
    private static final TextStyle STRONG = TextStyle.CONTROL.withWeight(600);

    private final Sheet sheet;
    private final ShapesScene scene;
    private final ShapesLayout layout;
    private final Drawing drawing;
    private final BlockPainter painter;

    private ShapesPicture(Sheet sheet, ShapesScene scene, ShapesLayout layout) {
        this.sheet = sheet;
        this.scene = scene;
        this.layout = layout;
        this.drawing = new Drawing(sheet);
        this.painter = new BlockPainter(sheet, layout, drawing, scene.veiled());
    }

    static Picture of(Sheet sheet, ShapesScene scene) {
        return of(sheet, scene, ShapesLayout.of(sheet, scene));
    }

    /** @param layout of the sheet and the scene's model, which is the same at every moment */
    static Picture of(Sheet sheet, ShapesScene scene, ShapesLayout layout) {
        return new ShapesPicture(sheet, scene, layout).draw();
    }

    /** Where there is no model of the sizes yet. */
    static Picture waiting(Sheet sheet) {
        Drawing drawing = new Drawing(sheet);
        drawing.text(sheet.words("shapes.waiting"), 0, 16, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
        return drawing.picture(sheet.words("shapes.waiting"));
    }

    /** A model for a file, with its own weights: as many sentences as can be told apart, as long as the given one. */
    public static Picture still(Sheet sheet, RenderInput input) {
        if (input.model().isEmpty()) {
            return waiting(sheet);
        }
        ShapesScene scene = ShapesScene.of(batch(input, input.model().get())).at(input.moment());
        if (input.moment().filter(now -> now.part().equals("concatenation")).isPresent()) {
            scene = scene.with(Optional.of(ProductShown.timed(scene.trace())));
        }
        Picture whole = of(ShapesLayout.wholeSheet(sheet, scene), scene);
        return whole.height() <= sheet.height() && whole.width() <= sheet.width() ? whole
                : new Picture(sheet.width(), sheet.height(), List.of(new Mark.Clip(0, 0, sheet.width(), sheet.height(), whole.marks())), whole.description());
    }

    /** The given sentence first, and beside it sentences of tokens drawn at random: a model's file holds none. */
    private static ShapesBatch batch(RenderInput input, SavedModel model) {
        int vocabulary = model.config().sourceVocabulary();
        SplittableRandom random = new SplittableRandom(1);
        int drawn = input.trace().isPresent() ? SENTENCES - 1 : SENTENCES;
        List<int[]> others = Stream.generate(() -> random.ints(time(input), Vocabulary.UNK, vocabulary).toArray()).limit(drawn).toList();
        return ShapesBatch.of(new Seq2Seq(model.parameters()), model.codec().sourceVocabulary(), model.training().trainingStep(), input.trace().map(Trace::source), others);
    }

    /** The moments of a file's picture. */
    public static List<Moment> moments(RenderInput input) {
        return input.model().map(model -> Moment.of(model.config(), time(input), 1)).orElse(List.of());
    }

    private static int time(RenderInput input) {
        return input.trace().map(Trace::sourceTime).orElse(TIME);
    }

    private Picture draw() {
        headings();
        wires();
        Optional<String> present = scene.presentBlock();
        ShapesProgress progress = new ShapesProgress(scene);
        for (Place place : layout.places().values()) {
            String key = place.block().key();
            int now = present.filter(key::equals).isPresent() ? presentSheet(place.block()) : -1;
            double wire = key.equals("table") && scene.lookUp().isPresent() ? rowY(scene.id(scene.lookUp().get())) + layout.unit() / 2 : Double.NaN;
            painter.paint(place, index -> progress.reached(key, index), now, wire);
        }
        scene.lookUp().ifPresent(this::lookUp);
        scene.pointed().filter(spot -> !spot.isCell()).ifPresent(this::mark);
        scene.token().ifPresent(this::token);
        new ShapesDetail(sheet, scene, layout, drawing).draw();
        scene.pointed().filter(spot -> !spot.isCell()).map(spot -> layout.place(spot.block())).ifPresent(this::card);
        scene.token().filter(spot -> scene.pointed().filter(spot::equals).isPresent()).ifPresent(this::tokenCard);
        return drawing.picture(ShapesWords.description(sheet, scene));
    }

    /** What a token's id is, beside it. */
    private void tokenCard(Spot spot) {
        List<Area> blocks = layout.places().values().stream().map(layout::whole).toList();
        new HoverCard(sheet, ShapesWords.token(sheet, scene, spot)).draw(drawing, cell(layout.place("ids"), 0, spot.row(), spot.column()), blocks);
    }

    /** A token wherever it appears: its id, its row of the weight matrix, and what became of it at its time step. */
    private void token(Spot spot) {
        Stroke ring = Stroke.solid(drawing.ink(Role.TEXT), 2.5);
        Area id = cell(layout.place("ids"), 0, spot.row(), spot.column());
        drawing.outline(id.x() - 1, id.y() - 1, id.width() + 2, id.height() + 2, 2, ring);
        int row = (int) scene.trace().encoder().ids().get(spot.row(), spot.column());
        Place table = layout.place("table");
        drawing.outline(table.front().x() - 1, rowY(row) - 1, table.front().width() + 2, layout.unit() + 2, 2, ring);
        for (String key : List.of("embedded", "outputs")) {
            Place place = layout.place(key);
            Area cell = cell(place, spot.column(), spot.row(), 0);
            drawing.outline(cell.x() - 1, cell.y() - 1, place.front().width() + 2, cell.height() + 2, 2, ring);
        }
    }

    /** A cell of a sheet of a block, all from 0; one that is left out stands in the gap. */
    private Area cell(Place place, int sheetIndex, int row, int column) {
        int sheets = place.block().sheetCount();
        int drawn = layout.drawn(sheets);
        int at = sheetIndex == sheets - 1 ? drawn - 1 : Math.min(sheetIndex, Math.max(0, drawn - 2));
        double shift = (drawn - 1 - at) * place.depth();
        return new Area(place.front().x() + shift + offset(place.block().columns(), column), place.front().y() - shift + offset(place.block().rows(), row),
                layout.unit(), layout.unit());
    }

    /** What a block is, beside it. */
    private void card(Place place) {
        ShapeBlock block = place.block();
        Area anchor = layout.whole(place);
        List<Area> others = layout.places().values().stream().filter(other -> other != place).map(Place::front).toList();
        Explanation explanation = new Explanation(block.name(sheet), "", block.sizes(), block.letters() + " · " + sheet.words("shapes.numbers", block.values().shape().elements()),
                List.of(), "", sheet.words("shapes.about." + block.key()) + " " + sheet.words("shapes.click"));
        new HoverCard(sheet, explanation).draw(drawing, anchor, others);
    }

    private void headings() {
        heading("shapes.encoder", Phase.ENCODER, layout.encoderTop());
        heading("shapes.decoder", Phase.DECODER, layout.decoderTop());
        double x = sheet.width(sheet.words(layout.encoderTop() < 0 ? "shapes.decoder" : "shapes.encoder"), STRONG) + 14;
        String note = sheet.words(layout.blocksAreCut() ? "shapes.note.cut" : "shapes.note", layout.most());
        drawing.text(sheet.shortened(note, TextStyle.SMALL, sheet.width() - sheet.corner() - x), x, 14, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
        for (double below : List.of(layout.decoderTop(), layout.detail().y())) {
            drawing.line(0, below - 8.5, sheet.width() - 1, below - 8.5, Stroke.solid(drawing.ink(Role.FAINT_LINE), 1));
        }
    }

    private void heading(String key, Phase phase, double top) {
        drawing.text(sheet.words(key), 0, top + 14, STRONG, drawing.ink(now(phase) ? Role.ACCENT : Role.TEXT));
    }

    private boolean now(Phase phase) {
        return scene.moment().map(Moment::phase).filter(phase::equals).isPresent() && scene.presentBlock().isEmpty();
    }

    /** Which sheet is now: that of the time step, the layer of the final state, or the only one. */
    private int presentSheet(ShapeBlock block) {
        int step = scene.moment().map(Moment::timeStep).orElse(0);
        boolean ofTime = block.key().equals("embedded") || block.key().equals("outputs");
        return ofTime ? Math.max(0, step - 1) : block.sheetCount() - 1;
    }

    private void wires() {
        String cell = scene.config().cell().toString().toUpperCase(Locale.ROOT);
        arrow("embedded", "outputs", cell, true);
        arrow("outputs", "finalState", "", true);
        if (layout.place("initialState") != null) {
            arrow("finalState", "initialState", sheet.words("shapes.bridge"), true);
        }
        Place token = layout.place("targetEmbedded");
        Place context = layout.place("context");
        Place both = layout.place("input");
        Stroke wire = Stroke.solid(drawing.ink(Role.DONE), 1.25);
        double joinX = both.left() - 34;
        double joinY = both.front().middleY();
        for (Place part : List.of(token, context)) {
            drawing.line(part.front().right() + 6, part.front().middleY(), joinX, part.front().middleY(), wire);
            drawing.line(joinX, part.front().middleY(), joinX, joinY + (part == token ? -9 : 9), wire);
        }
        Signs.join(joinX, joinY, 9, drawing.ink(Role.TEXT)).forEach(drawing::add);
        Signs.arrow(wire, joinX + 10, joinY, both.left() - 1, joinY).forEach(drawing::add);
        List<ShapeBlock> decoder = scene.blocks().decoder();
        arrow("input", decoder.get(3).key(), cell, false);
        Place read = layout.place(decoder.get(3).key());
        Place dense = layout.place("dense");
        drawing.text("×", (end(read) + dense.left()) / 2 - 1, read.front().middleY() + 6, TextStyle.FIGURE.withSize(18), drawing.ink(Role.TEXT), Anchor.MIDDLE);
        arrow("dense", "logits", "", false);
    }

    private double end(Place place) {
        int drawn = layout.drawn(place.block().sheetCount());
        return place.front().right() + (place.block().sheets().isPresent() ? place.reach(drawn) + 36 : 6);
    }

    /** From one block to the next, with what happens on the way above it. */
    private void arrow(String from, String to, String label, boolean behind) {
        Place start = layout.place(from);
        Place goal = layout.place(to);
        double x1 = end(start);
        double x2 = goal.left() - 1;
        double y = start.front().middleY();
        if (x2 - x1 >= 10) {
            Signs.arrow(Stroke.solid(drawing.ink(Role.DONE), 1.25), x1, y, x2, y).forEach(drawing::add);
            if (!label.isEmpty()) {
                drawing.text(label, (Math.max(x1, painter.columnsEnd(start)) + x2) / 2, y + 15, TextStyle.LEAST_STRONG, drawing.ink(Role.TEXT), Anchor.MIDDLE);
            }
        }
    }

    /** A token's id picks its row of the table, which slides out and lands in the sheet of its time step. */
    private void lookUp(int position) {
        Place ids = layout.place("ids");
        Place table = layout.place("table");
        Place embedded = layout.place("embedded");
        double unit = layout.unit();
        int id = scene.id(position);
        double idX = ids.front().x() + offset(ids.block().columns(), position);
        double idY = ids.front().y() + offset(ids.block().rows(), scene.sentence());
        double rowY = rowY(id);
        double width = table.front().width();
        Stroke lit = Stroke.solid(drawing.ink(Role.ACCENT), 2.5);
        drawing.outline(idX, idY, unit, unit, 1, Stroke.solid(drawing.ink(Role.ACCENT), 2));
        double between = table.left() + 4;
        drawing.line(idX + unit, idY + unit / 2, between, idY + unit / 2, Stroke.solid(drawing.ink(Role.ACCENT), 1.5));
        drawing.line(between, idY + unit / 2, between, rowY + unit / 2, Stroke.solid(drawing.ink(Role.ACCENT), 1.5));
        Signs.arrow(Stroke.solid(drawing.ink(Role.ACCENT), 1.5), between, rowY + unit / 2, table.front().x() - 8, rowY + unit / 2).forEach(drawing::add);
        drawing.outline(table.front().x() - 1, rowY - 1, width + 2, unit + 2, 2, lit);
        double restX = table.front().right() + 10;
        double rowX = table.front().x() + (restX - table.front().x()) * scene.motion();
        row(table, id, rowX, rowY);
        if (scene.motion() >= 1) {
            int drawn = layout.drawn(scene.trace().sourceTime());
            double shift = (drawn - 1 - Math.min(position, drawn - 1)) * embedded.depth();
            double goalY = embedded.front().y() - shift + offset(embedded.block().rows(), scene.sentence()) + unit / 2;
            double goalX = embedded.front().x() + shift;
            double bend = restX + width + 8;
            drawing.line(rowX + width + 2, rowY + unit / 2, bend, rowY + unit / 2, Stroke.solid(drawing.ink(Role.ACCENT), 1.5));
            drawing.line(bend, rowY + unit / 2, bend, goalY, Stroke.solid(drawing.ink(Role.ACCENT), 1.5));
            Signs.arrow(Stroke.solid(drawing.ink(Role.ACCENT), 1.5), bend, goalY, goalX - 1, goalY).forEach(drawing::add);
            drawing.outline(goalX - 1, goalY - unit / 2 - 1, width + 2, unit + 2, 2, Stroke.solid(drawing.ink(Role.ACCENT), 2));
            double label = rowY < table.front().y() + table.front().height() / 2 ? rowY - 8 : rowY + unit + 16;
            drawing.text(sheet.words("shapes.row", id), rowX, label, TextStyle.LEAST.withWeight(600), drawing.ink(Role.ACCENT));
        }
    }

    /** Where a row of the table stands. */
    private double rowY(int id) {
        Place table = layout.place("table");
        return table.front().y() + offset(table.block().rows(), id);
    }

    private void row(Place table, int id, double x, double y) {
        double largest = Math.max(1, table.block().values().largestMagnitude());
        for (Notch notch : layout.notches(table.block().columns())) {
            drawing.box(x + notch.offset(), y, layout.unit() - 0.5, layout.unit(), 0, painter.fill(table.block(), table.block().value(0, id, notch.index()), largest));
        }
        drawing.outline(x - 1, y - 1, table.front().width() + 2, layout.unit() + 2, 2, Stroke.solid(drawing.ink(Role.ACCENT), 2));
    }

    /** Where an index stands along an axis; one that is left out stands in the gap. */
    private double offset(List<Dimension> axis, int index) {
        Notch next = layout.notches(axis).stream().filter(notch -> notch.index() >= index).findFirst().orElseThrow();
        return next.index() == index ? next.offset() : next.offset() - (ShapesLayout.CUT + layout.unit()) / 2;
    }

    private void mark(Spot spot) {
        Place place = layout.place(spot.block());
        if (place != null) {
            drawing.outline(place.front().x() - 2, place.front().y() - 2, place.front().width() + 4, place.front().height() + 4, 3,
                    Stroke.solid(drawing.ink(Role.TEXT), 2.5));
        }
    }
}
