package seq2see.app.view;

import java.util.ArrayList;
import java.util.List;
import seq2see.app.drawing.Area;
import seq2see.app.drawing.Drawing;
import seq2see.app.drawing.Mark;
import seq2see.app.drawing.Mark.Anchor;
import seq2see.app.drawing.Mark.Step;
import seq2see.app.drawing.MathText;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.Stroke;
import seq2see.app.drawing.TextStyle;
import seq2see.app.theme.Rgb;
import seq2see.app.theme.Role;
import seq2see.app.view.Explanation.Piece;

/**
 * The card that explains a number: it stands in the nearest empty place beside what it explains, tied to it by a thin line. It
 * is part of the picture, so that it is saved with it, and what it says begins the picture's description.
 */
public final class HoverCard {
    static final double WIDTH = 292;
    private static final double PADDING = 14;
    private static final double ROOM = WIDTH - 2 * PADDING;
    private static final double GAP = 14;
    private static final double SYMBOL_SIZE = 14;
    private static final double TERM_HEIGHT = 40;
    private static final double CURVE_HEIGHT = 62;
    private static final TextStyle NUMBER = TextStyle.FIGURE;

    private final Sheet sheet;
    private final Explanation explanation;
    private final List<List<Piece>> termLines;
    private final List<String> whereLines;
    private final List<String> wordLines;
    private final boolean valueBelow;

    public HoverCard(Sheet sheet, Explanation explanation) {
        this.sheet = sheet;
        this.explanation = explanation;
        whereLines = sheet.wrapped(explanation.where(), TextStyle.SMALL, ROOM);
        wordLines = explanation.words().isEmpty() ? List.of() : sheet.wrapped(explanation.words(), TextStyle.SMALL, ROOM);
        termLines = termLines();
        valueBelow = sheet.width(explanation.name(), TextStyle.CONTROL.withWeight(600)) + 12 + valueWidth() > ROOM;
    }

    double height() {
        double height = 30 + (valueBelow ? 18 : 0) + 18 * whereLines.size() + 4;
        height += explanation.curve().isPresent() ? CURVE_HEIGHT + 8 : 0;
        height += termLines.isEmpty() && explanation.result().isEmpty() ? 0 : 10;
        height += TERM_HEIGHT * termLines.size() + (explanation.result().isEmpty() ? 0 : 22);
        return Math.ceil(height + 18 * wordLines.size() + 8);
    }

    /**
     * Draws the card beside what it explains.
     *
     * @param anchor   what it explains; it is never covered
     * @param keepFree what is not to be covered either, where there is a place that does not
     */
    public void draw(Drawing drawing, Area anchor, List<Area> keepFree) {
        draw(drawing, anchor, keepFree, List.of());
    }

    /** The same. @param rather what is covered sooner than that, but only where it saves a long way */
    public void draw(Drawing drawing, Area anchor, List<Area> keepFree, List<Area> rather) {
        Area place = place(anchor, keepFree, rather);
        tie(drawing, place, anchor);
        Drawing card = new Drawing(sheet);
        Rgb shadow = drawing.ink(Role.BACKGROUND).towards(drawing.ink(Role.TEXT), 0.08);
        card.box(place.x(), place.y() + 3, place.width(), place.height(), 8, shadow);
        card.add(new Mark.Box(place.x() + 0.5, place.y() + 0.5, place.width() - 1, place.height() - 1, 8, drawing.ink(Role.SURFACE),
                Stroke.solid(drawing.ink(Role.MUTED_TEXT), 1)));
        fill(card, place);
        // What floats stands on its own: it may cover texts.
        drawing.add(new Mark.Clip(place.x() - 1, place.y() - 1, place.width() + 2, place.height() + 5, card.marks()));
    }

    /** The nearest place that covers nothing that is to be seen, or else the one that covers least. */
    public Area place(Area anchor, List<Area> keepFree, List<Area> rather) {
        double height = height();
        Area sight = sheet.sight();
        double farRight = Math.max(sight.x(), sight.right() - WIDTH - 1);
        double farDown = Math.max(sight.y(), sight.bottom() - height - 4);
        Area best = new Area(sight.x(), sight.y(), WIDTH, height);
        double least = Double.MAX_VALUE;
        for (double y : candidates(anchor.y() - GAP - height, anchor.bottom() + GAP, sight.y(), farDown)) {
            for (double x : candidates(anchor.x() - GAP - WIDTH, anchor.right() + GAP, sight.x(), farRight)) {
                Area place = new Area(x, y, WIDTH, height);
                double cost = place.distance(anchor) + 0.1 * Math.abs(place.middleX() - anchor.middleX())
                        + 1e6 * Math.min(1, place.overlap(anchor.grown(4))) + place.overlap(anchor.grown(4));
                for (Area area : keepFree) {
                    cost += 0.5 * place.overlap(area);
                }
                for (Area area : rather) {
                    cost += 0.1 * place.overlap(area);
                }
                if (cost < least) {
                    least = cost;
                    best = place;
                }
            }
        }
        return best;
    }

    /** Right before, right behind, and everywhere between the edges of what is in sight. */
    private static List<Double> candidates(double before, double behind, double first, double last) {
        List<Double> places = new ArrayList<>(List.of(Math.clamp(before, first, last), Math.clamp(behind, first, last), last));
        for (double at = first; at < last; at += 12) {
            places.add(at);
        }
        return places;
    }

    /** A thin line from the side of what is explained, level and then upright, to the card. */
    private void tie(Drawing drawing, Area card, Area anchor) {
        boolean right = card.middleX() >= anchor.middleX();
        double x = right ? anchor.right() : anchor.x();
        double y = anchor.middleY();
        List<Step> steps = new ArrayList<>(List.of(new Step.Move(x, y)));
        if (y >= card.y() && y <= card.bottom()) {
            steps.add(new Step.Line(right ? card.x() : card.right(), y));
        } else {
            double outside = right ? Math.max(x + 10, card.x() + 16) : Math.min(x - 10, card.right() - 16);
            double turn = Math.clamp(outside, Math.min(card.x() + 8, card.right() - 8), card.right() - 8);
            steps.add(new Step.Line(turn, y));
            steps.add(new Step.Line(turn, y < card.y() ? card.y() : card.bottom()));
        }
        drawing.add(new Mark.Path(steps, null, Stroke.solid(drawing.ink(Role.TEXT), 1.25)));
    }

    private double valueWidth() {
        return MathText.of(explanation.symbol()).width(sheet, SYMBOL_SIZE) + sheet.width(" = " + explanation.value(), NUMBER);
    }

    private void fill(Drawing drawing, Area place) {
        double left = place.x() + PADDING;
        double right = place.right() - PADDING;
        double y = place.y() + 24;
        drawing.text(explanation.name(), left, y, TextStyle.CONTROL.withWeight(600), drawing.ink(Role.TEXT));
        y += valueBelow ? 18 : 0;
        drawing.text(" = " + explanation.value(), right, y, NUMBER, drawing.ink(Role.TEXT), Anchor.END);
        MathText.of(explanation.symbol()).draw(drawing, right - sheet.width(" = " + explanation.value(), NUMBER), y, SYMBOL_SIZE,
                drawing.ink(Role.TEXT), Anchor.END);
        for (String line : whereLines) {
            y += 18;
            drawing.text(line, left, y, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
        }
        y += 10;
        if (explanation.curve().isPresent()) {
            curve(drawing, explanation.curve().get(), new Area(left, y + 4, ROOM, CURVE_HEIGHT - 4));
            y += CURVE_HEIGHT + 8;
        }
        if (!termLines.isEmpty() || !explanation.result().isEmpty()) {
            drawing.line(left, y + 0.5, right, y + 0.5, Stroke.solid(drawing.ink(Role.FAINT_LINE), 1));
            y += 10;
        }
        for (List<Piece> line : termLines) {
            terms(drawing, line, left, y);
            y += TERM_HEIGHT;
        }
        if (!explanation.result().isEmpty()) {
            y += 12;
            drawing.text(explanation.result(), left, y, NUMBER, drawing.ink(Role.TEXT));
            y += 8;
        }
        for (String line : wordLines) {
            y += 16;
            drawing.text(line, left, y, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
            y += 2;
        }
    }

    private void terms(Drawing drawing, List<Piece> line, double left, double top) {
        double x = left;
        for (Piece piece : line) {
            double width = width(piece);
            switch (piece) {
                case Piece.Term term -> {
                    Rgb ink = term.axis().map(axis -> sheet.palette().of(axis)).orElse(drawing.ink(Role.MUTED_TEXT));
                    drawing.text(term.number(), x + width / 2, top + 14, NUMBER, drawing.ink(Role.TEXT), Anchor.MIDDLE);
                    MathText.of(term.symbol()).draw(drawing, x + width / 2, top + 31, SYMBOL_SIZE, ink, Anchor.MIDDLE);
                }
                case Piece.Sign sign -> drawing.text(sign.text(), x + width / 2, top + 14, NUMBER.withWeight(400),
                        drawing.ink(Role.MUTED_TEXT), Anchor.MIDDLE);
            }
            x += width;
        }
    }

    private double width(Piece piece) {
        return switch (piece) {
            case Piece.Term term -> Math.max(sheet.width(term.number(), NUMBER), MathText.of(term.symbol()).width(sheet, SYMBOL_SIZE)) + 4;
            case Piece.Sign sign -> sheet.width(sign.text(), NUMBER) + 8;
        };
    }

    private List<List<Piece>> termLines() {
        List<List<Piece>> lines = new ArrayList<>();
        double x = 0;
        for (Piece piece : explanation.terms()) {
            double width = width(piece);
            if (lines.isEmpty() || x + width > ROOM) {
                // A sign stands before its term, not at the end of a line.
                List<Piece> next = new ArrayList<>();
                while (!lines.isEmpty() && piece instanceof Piece.Term && lines.getLast().getLast() instanceof Piece.Sign) {
                    next.addFirst(lines.getLast().removeLast());
                }
                lines.add(next);
                x = next.stream().mapToDouble(this::width).sum();
            }
            lines.getLast().add(piece);
            x += width;
        }
        return lines;
    }

    /** The value through time: a thin line with its present point, between the least and the largest that can be. */
    private void curve(Drawing drawing, Explanation.Curve curve, Area place) {
        double bottom = place.bottom() - 14;
        double height = bottom - place.y();
        double step = place.width() / Math.max(1, curve.values().size() - 1);
        double zero = bottom - height * (0 - curve.low()) / (curve.high() - curve.low());
        drawing.line(place.x(), zero, place.right(), zero, Stroke.solid(drawing.ink(Role.LINE), 1));
        List<Step> steps = new ArrayList<>();
        boolean pen = false;
        for (int i = 0; i < curve.values().size(); i++) {
            float value = curve.values().get(i);
            if (Float.isNaN(value)) {
                pen = false;
                continue;
            }
            double x = place.x() + i * step;
            double y = bottom - height * (Math.clamp(value, curve.low(), curve.high()) - curve.low()) / (curve.high() - curve.low());
            steps.add(pen ? new Step.Line(x, y) : new Step.Move(x, y));
            pen = true;
            if (i == curve.now()) {
                drawing.box(x - 3.5, y - 3.5, 7, 7, 3.5, drawing.ink(Role.ACCENT));
            }
        }
        drawing.add(new Mark.Path(steps, null, Stroke.solid(drawing.ink(Role.TEXT), 1.5)));
        drawing.text(sheet.shortened(curve.label(), TextStyle.SMALL.withSize(11), place.width()), place.x(), place.bottom() - 1, TextStyle.SMALL.withSize(11),
                drawing.ink(Role.MUTED_TEXT));
    }
}
