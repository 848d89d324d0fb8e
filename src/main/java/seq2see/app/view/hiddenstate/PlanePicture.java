package seq2see.app.view.hiddenstate;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import seq2see.app.drawing.Area;
import seq2see.app.drawing.Drawing;
import seq2see.app.drawing.Mark;
import seq2see.app.drawing.Mark.Anchor;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.Stroke;
import seq2see.app.drawing.TextStyle;
import seq2see.app.drawing.TokenText;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Rgb;
import seq2see.app.theme.Role;
import seq2see.app.view.Explanation;
import seq2see.app.view.Highlight;
import seq2see.app.view.HoverCard;
import seq2see.app.view.hiddenstate.PlaneScene.State;
import seq2see.app.view.hiddenstate.StatePlane.Path;
import seq2see.app.view.hiddenstate.StatePlane.Point;
import seq2see.app.view.RenderInput;
import seq2see.model.CellType;
import seq2see.tensor.Axis;
import seq2see.trace.Moment;
import seq2see.trace.Moment.Phase;
import seq2see.trace.Trace;

/** Draws sentences as paths through the plane of hidden states: the one that is looked at with its tokens, others thin behind it. */
public final class PlanePicture {
    private static final TextStyle TOKEN = TextStyle.LEAST.withSize(12);
    private static final double DOT = 4;

    private final Sheet sheet;
    private final PlaneScene scene;
    private final PlaneLayout layout;
    private final Drawing drawing;
    private final List<Area> taken = new ArrayList<>();

    private PlanePicture(Sheet sheet, PlaneScene scene) {
        this.sheet = sheet;
        this.scene = scene;
        layout = PlaneLayout.of(sheet, scene);
        drawing = new Drawing(sheet);
    }

    /** For a file: the sentence's path, and beside it those of the other sentences. */
    public static Picture still(Sheet sheet, RenderInput input) {
        List<Trace> all = Stream.concat(input.trace().stream(), input.beside().stream()).toList();
        return of(sheet, PlaneScene.EMPTY.showing(StatePlane.of(all, StatePlane.EMPTY), input.moment(), Highlight.NONE));
    }

    static Picture of(Sheet sheet, PlaneScene scene) {
        if (scene.hasPlane()) {
            return new PlanePicture(sheet, scene).draw();
        }
        Drawing drawing = new Drawing(sheet);
        drawing.text(sheet.words("plane.heading"), 0, 16, TextStyle.HEADING, drawing.ink(Role.TEXT));
        drawing.paragraph(sheet.words("plane.empty"), 0, 44, Math.min(sheet.width(), 440), TextStyle.CONTROL.withWeight(400), drawing.ink(Role.MUTED_TEXT));
        return drawing.picture(sheet.words("plane.empty"));
    }

    private Picture draw() {
        heading();
        ground();
        for (Path path : scene.plane().paths().reversed()) {
            if (path != scene.path()) {
                other(path);
            }
        }
        path(Phase.ENCODER);
        path(Phase.DECODER);
        labels();
        Optional<Explanation> card = scene.chosen().map(this::explain);
        scene.chosen().ifPresent(state -> {
            Area dot = dot(scene.point(state), DOT + 2);
            drawing.outline(dot.x(), dot.y(), dot.width(), dot.height(), DOT + 2, Stroke.solid(drawing.ink(Role.TEXT), 2.5));
            new HoverCard(sheet, card.orElseThrow()).draw(drawing, dot, taken);
        });
        String all = sheet.words("plane.description", share(0), share(1), scene.plane().paths().size());
        return drawing.picture(String.join(" ", card.map(Explanation::spoken).orElse(""), all).strip());
    }

    private String share(int number) {
        return Numbers.fixed(100 * scene.plane().explained().get(number), 1);
    }

    private void heading() {
        String heading = sheet.words("plane.heading");
        drawing.text(heading, 0, 16, TextStyle.HEADING, drawing.ink(Role.TEXT));
        double both = 100 * (scene.plane().explained().get(0) + scene.plane().explained().get(1));
        String note = sheet.words("plane.note", Numbers.fixed(both, 1), scene.plane().paths().size());
        drawing.text(sheet.shortened(note, TextStyle.SMALL, sheet.width()), 0, 38, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
        double end = sheet.width();
        List<String> names = List.of(sheet.words("plane.others"), sheet.words("flow.decoder") + " T′", sheet.words("flow.encoder") + " T");
        List<Rgb> inks = List.of(drawing.ink(Role.GHOST), ink(Phase.DECODER), ink(Phase.ENCODER));
        double keys = names.stream().mapToDouble(name -> sheet.width(name, TextStyle.SMALL) + 42).sum();
        for (int i = scene.plane().paths().size() > 1 ? 0 : 1; i < names.size() && sheet.width(note, TextStyle.SMALL) + keys < sheet.width(); i++) {
            drawing.text(names.get(i), end, 38, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT), Anchor.END);
            end -= sheet.width(names.get(i), TextStyle.SMALL) + 6;
            drawing.line(end - 20, 34, end, 34, Stroke.solid(inks.get(i), 2));
            end -= 36;
        }
    }

    /** The plane with both its directions and the share of the variance that each explains. */
    private void ground() {
        Area plot = layout.plot();
        drawing.add(new Mark.Box(plot.x() + 0.5, plot.y() + 0.5, plot.width() - 1, plot.height() - 1, 6, drawing.ink(Role.BACKGROUND),
                Stroke.solid(drawing.ink(Role.FAINT_LINE), 1)));
        drawing.text(direction(0, plot.width()), plot.middleX(), plot.bottom() + 20, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT), Anchor.MIDDLE);
        drawing.upwardText(direction(1, plot.height()), plot.x() - 12, plot.middleY(), TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT), Anchor.MIDDLE);
    }

    private String direction(int number, double room) {
        String whole = sheet.words("plane.direction", number + 1, share(number));
        return sheet.width(whole, TextStyle.SMALL) <= room ? whole : share(number) + " %";
    }

    private void other(Path path) {
        Rgb ink = drawing.ink(Role.GHOST);
        lines(path.source(), Stroke.solid(ink, 0.75));
        lines(path.target(), Stroke.solid(ink, 0.75));
        Area end = dot(path.source().getLast(), 2.5);
        drawing.box(end.x(), end.y(), 5, 5, 2.5, drawing.ink(Role.GHOST));
    }

    private void lines(List<Point> points, Stroke stroke) {
        for (int i = 1; i < points.size(); i++) {
            drawing.line(layout.x(points.get(i - 1)), layout.y(points.get(i - 1)), layout.x(points.get(i)), layout.y(points.get(i)), stroke);
        }
    }

    private Rgb ink(Phase phase) {
        return sheet.palette().of(phase == Phase.ENCODER ? Axis.SOURCE_TIME : Axis.TARGET_TIME);
    }

    private void path(Phase phase) {
        int first = phase == Phase.ENCODER ? 1 : 0;
        for (int time = first + 1; time <= scene.last(phase); time++) {
            Point from = scene.point(new State(phase, time - 1));
            Point to = scene.point(new State(phase, time));
            boolean there = scene.isComputed(new State(phase, time));
            drawing.line(layout.x(from), layout.y(from), layout.x(to), layout.y(to),
                    there ? Stroke.solid(ink(phase), 2.5) : Stroke.dashed(drawing.ink(Role.GHOST), 1.25));
        }
        for (int time = first; time <= scene.last(phase); time++) {
            State state = new State(phase, time);
            boolean there = scene.isComputed(state);
            boolean now = scene.present().filter(state::equals).isPresent();
            Area dot = dot(scene.point(state), DOT);
            drawing.add(new Mark.Box(dot.x(), dot.y(), dot.width(), dot.height(), DOT, there ? ink(phase) : drawing.ink(Role.SURFACE),
                    there ? null : Stroke.solid(drawing.ink(Role.GHOST), 1)));
            boolean lit = phase == Phase.ENCODER ? scene.highlight().source(time) : scene.highlight().target(time);
            if (now || lit) {
                Area ring = dot(scene.point(state), DOT + 3);
                drawing.outline(ring.x(), ring.y(), ring.width(), ring.height(), DOT + 3, Stroke.solid(drawing.ink(now ? Role.ACCENT : Role.TEXT), 2));
            }
        }
    }

    private Area dot(Point point, double radius) {
        return new Area(layout.x(point) - radius, layout.y(point) - radius, 2 * radius, 2 * radius);
    }

    /** The tokens beside their states, as many as have room; the present one first. */
    private void labels() {
        for (Phase phase : List.of(Phase.ENCODER, Phase.DECODER)) {
            for (int time = phase == Phase.ENCODER ? 1 : 0; time <= scene.last(phase); time++) {
                taken.add(dot(scene.point(new State(phase, time)), DOT + 1));
            }
        }
        scene.present().ifPresent(this::label);
        for (int time = 1; time <= scene.last(Phase.ENCODER); time++) {
            label(new State(Phase.ENCODER, time));
        }
        for (int time = 0; time <= scene.last(Phase.DECODER); time++) {
            label(new State(Phase.DECODER, time));
        }
    }

    private void label(State state) {
        if (scene.present().filter(state::equals).isPresent() && taken.size() > scene.last(Phase.ENCODER) + scene.last(Phase.DECODER) + 1) {
            return;
        }
        String token = sheet.shortened(TokenText.of(token(state)), TOKEN, 90);
        double width = sheet.width(token, TOKEN);
        double x = layout.x(scene.point(state));
        double y = layout.y(scene.point(state));
        boolean now = scene.present().filter(state::equals).isPresent();
        Rgb ink = now ? drawing.ink(Role.ACCENT) : scene.isComputed(state) ? ink(state.phase()) : drawing.ink(Role.MUTED_TEXT);
        List<Area> free = Stream.of(new double[][] {{9, -5}, {9, 13}, {-9 - width, -5}, {-9 - width, 13}, {-width / 2, -10}, {-width / 2, 20}})
                .map(offset -> new Area(x + offset[0], y + offset[1] - 10, width, 12)).filter(this::isFree).toList();
        free.stream().filter(place -> !isCrossed(place)).findFirst().or(() -> free.stream().findFirst()).ifPresent(place -> {
            if (!isCrossed(place)) {
                // The paths of other sentences do not run through a token.
                drawing.box(place.x() - 1, place.y(), place.width() + 2, place.height() + 1, 2, drawing.ink(Role.BACKGROUND));
            }
            drawing.text(token, place.x(), place.y() + 10, now ? TOKEN.withWeight(700) : TOKEN, ink);
            taken.add(place.grown(1));
        });
    }

    private boolean isFree(Area place) {
        Area plot = layout.plot();
        return place.x() > plot.x() + 2 && place.right() < plot.right() - 2 && place.y() > plot.y() + 2 && place.bottom() < plot.bottom() - 2
                && taken.stream().noneMatch(other -> other.overlap(place) > 0);
    }

    /** Whether the sentence's own path runs through a place. */
    private boolean isCrossed(Area place) {
        Rectangle2D area = new Rectangle2D.Double(place.x(), place.y(), place.width(), place.height());
        return Stream.of(scene.path().source(), scene.path().target()).anyMatch(points -> IntStream.range(1, points.size()).anyMatch(i ->
                area.intersectsLine(layout.x(points.get(i - 1)), layout.y(points.get(i - 1)), layout.x(points.get(i)), layout.y(points.get(i)))));
    }

    /** What was read or written to come to a state. */
    private String token(State state) {
        if (state.phase() == Phase.ENCODER) {
            return scene.path().trace().source().tokens().get(state.timeStep() - 1);
        }
        return state.timeStep() == 0 ? "s₀" : scene.path().trace().outputTokens().get(state.timeStep() - 1);
    }

    private Explanation explain(State state) {
        Moment strip = new Moment(state.phase(), state.timeStep(), scene.path().trace().config().layers(), state.phase() == Phase.ENCODER ? "forward" : "", "hiddenState");
        Point point = scene.point(state);
        String where = state.timeStep() == 0 ? sheet.words("flow.where.start") : sheet.words("moment." + state.phase().word() + ".step", state.timeStep());
        String words = state.timeStep() == 0 ? "" : sheet.words(state.phase() == Phase.ENCODER ? "plane.read" : "plane.written", TokenText.of(token(state)));
        return new Explanation(sheet.words("flow.name.hiddenState"), CellFormula.symbol(CellType.RNN, strip),
                "(" + Numbers.fixed(point.x(), 2) + ", " + Numbers.fixed(point.y(), 2) + ")", where, List.of(), "", words);
    }
}
