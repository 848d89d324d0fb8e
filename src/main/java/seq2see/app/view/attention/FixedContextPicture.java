package seq2see.app.view.attention;

import java.util.List;
import seq2see.app.drawing.Drawing;
import seq2see.app.drawing.Mark.Anchor;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.Stroke;
import seq2see.app.drawing.TextStyle;
import seq2see.app.drawing.TokenText;
import seq2see.app.theme.Rgb;
import seq2see.app.theme.Role;
import seq2see.model.ContextType;
import seq2see.tensor.Axis;
import seq2see.tensor.Grid;
import seq2see.trace.Trace;

/** What a model without attention has in its place: one context vector, made once from the source, the same at every step. */
final class FixedContextPicture {
    private static final double CELL = 10;
    private static final double STRIP = 28;
    private static final double WIRES = 46;
    private static final double GAP = 14;

    private final Sheet sheet;
    private final Trace trace;
    private final int step;
    private final Drawing drawing;

    private FixedContextPicture(Sheet sheet, Trace trace, int step) {
        this.sheet = sheet;
        this.trace = trace;
        this.step = step;
        this.drawing = new Drawing(sheet);
    }

    static Picture of(Sheet sheet, Trace trace, int step) {
        return new FixedContextPicture(sheet, trace, step).draw();
    }

    private Picture draw() {
        ContextType context = trace.config().context();
        String words = sheet.words("attention.none." + context);
        drawing.text(sheet.words("attention.heading"), 0, 16, TextStyle.HEADING, drawing.ink(Role.TEXT));
        double y = drawing.paragraph(words, 0, 44, Math.min(sheet.width(), 560), TextStyle.CONTROL.withWeight(400), drawing.ink(Role.MUTED_TEXT));
        y = drawing.paragraph(sheet.words("attention.none.hint"), 0, y, Math.min(sheet.width(), 560), TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
        if (y + 2 * WIRES + STRIP + 60 <= sheet.height()) {
            flow(Math.max(y + 16, (sheet.height() + y - 2 * WIRES - STRIP - 40) / 2), context == ContextType.LAST);
        }
        return drawing.picture(words);
    }

    /** Source tokens, the context below them, target tokens below that. */
    private void flow(double top, boolean lastAlone) {
        Grid context = trace.decoder().steps().getFirst().contextVector();
        int shown = Math.clamp((long) (sheet.width() / CELL), 1, context.columns());
        double cell = Math.min(24, Math.floor(sheet.width() / shown));
        double left = Math.max(0, (sheet.width() - shown * cell) / 2);
        double stripTop = top + 12 + WIRES;
        double middle = left + shown * cell / 2;
        List<String> sources = trace.source().tokens().stream().map(TokenText::of).toList();
        tokens(sources, lastAlone, top, -1, (x, index) -> {
            boolean feeds = !lastAlone || index == sources.size() - 1;
            Stroke stroke = feeds ? Stroke.solid(drawing.ink(Role.DONE), 1.5) : Stroke.dashed(drawing.ink(Role.GHOST), 1);
            drawing.curve(x, top + 7, middle, stripTop - 3, stroke);
        });
        tokens(trace.outputTokens().stream().map(TokenText::of).toList(), false, stripTop + STRIP + WIRES + 26, step - 1, (x, index) -> drawing.curve(middle,
                stripTop + STRIP + 20, x, stripTop + STRIP + WIRES + 12,
                index == step - 1 ? Stroke.solid(drawing.ink(Role.ACCENT), 2.5) : Stroke.solid(drawing.ink(Role.DONE), 1.5)));
        double largest = Math.max(1, context.largestMagnitude());
        for (int unit = 0; unit < shown; unit++) {
            drawing.box(left + unit * cell, stripTop, cell - 1, STRIP, 2, sheet.palette().signed().at(context.get(unit) / largest));
        }
        Rgb axis = sheet.palette().of(Axis.CONTEXT);
        drawing.outline(left - 2, stripTop - 2, shown * cell + 3, STRIP + 4, 3, Stroke.solid(axis, 2));
        String size = sheet.words("attention.context") + " " + Axis.CONTEXT.letter() + " " + context.columns()
                + (shown < context.columns() ? " · 1–" + shown : "");
        double width = sheet.width(size, TextStyle.LEAST);
        drawing.box(middle - width / 2 - 4, stripTop + STRIP + 5, width + 8, 14, 0, drawing.ink(Role.SURFACE));
        drawing.text(size, middle, stripTop + STRIP + 16, TextStyle.LEAST, axis, Anchor.MIDDLE);
    }

    private interface Wire {
        void draw(double x, int index);
    }

    /** A row of tokens, as many as have room, and a wire at each: the first ones, or the last ones where only the last feeds. */
    private void tokens(List<String> tokens, boolean fromTheEnd, double baseline, int present, Wire wire) {
        int count = tokens.size();
        int fitting = 0;
        double width = 0;
        double ellipsis = sheet.width("…", TextStyle.TOKEN) + GAP;
        while (fitting < count) {
            double next = width + sheet.width(tokens.get(fromTheEnd ? count - 1 - fitting : fitting), TextStyle.TOKEN) + GAP;
            if (next + (fitting + 1 < count ? ellipsis : 0) - GAP > sheet.width()) {
                break;
            }
            width = next;
            fitting++;
        }
        boolean cut = fitting < count;
        int first = fromTheEnd ? count - fitting : 0;
        double x = Math.max(0, (sheet.width() - width + GAP - (cut ? ellipsis : 0)) / 2);
        if (cut && fromTheEnd) {
            drawing.text("…", x, baseline, TextStyle.TOKEN, drawing.ink(Role.MUTED_TEXT));
            x += ellipsis;
        }
        for (int index = first; index < first + fitting; index++) {
            double own = sheet.width(tokens.get(index), TextStyle.TOKEN);
            wire.draw(x + own / 2, index);
            drawing.text(tokens.get(index), x, baseline, TextStyle.TOKEN, drawing.ink(index == present ? Role.ACCENT : Role.TEXT));
            x += own + GAP;
        }
        if (cut && !fromTheEnd) {
            drawing.text("…", x, baseline, TextStyle.TOKEN, drawing.ink(Role.MUTED_TEXT));
        }
    }
}
