package seq2see.app.view.corpus;

import java.util.ArrayList;
import java.util.List;
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
import seq2see.corpus.SideStatistics;
import seq2see.tensor.Axis;

/** Draws what share of all tokens a vocabulary of a size knows: sources in a solid line, targets in a dashed one. */
final class CoveragePicture {
    private static final double HEADING = 34;
    private static final double LEFT = 48;
    private static final double RIGHT = 12;
    private static final double NUMBERS = 20;
    private static final double LEGEND = 40;
    private static final int POINTS = 120;
    private static final double RING = 4;

    private final Sheet sheet;
    private final CorpusScene scene;
    private final Drawing drawing;
    private final double bottom;
    private final int largest;
    private final double lowest;

    private CoveragePicture(Sheet sheet, CorpusScene scene) {
        this.sheet = sheet;
        this.scene = scene;
        this.drawing = new Drawing(sheet);
        bottom = sheet.height() - LEGEND - NUMBERS;
        largest = Math.max(10, Math.max(scene.source().distinct(), scene.target().distinct()));
        double least = Math.min(scene.source().coverage(smallest()), scene.target().coverage(smallest()));
        lowest = Math.floor(Math.min(0.9, least) * 10) / 10;
    }

    static Picture of(Sheet sheet, CorpusScene scene) {
        return new CoveragePicture(sheet, scene).draw();
    }

    /** The smallest vocabulary in sight. */
    private int smallest() {
        return largest > 500 ? 10 : 1;
    }

    private Picture draw() {
        drawing.text(sheet.words("coverage.heading"), 0, 15, TextStyle.HEADING, drawing.ink(Role.TEXT));
        double noteAt = sheet.width(sheet.words("coverage.heading"), TextStyle.HEADING) + 10;
        if (noteAt + sheet.width(sheet.words("coverage.note"), TextStyle.SMALL) <= sheet.width() - sheet.corner()) {
            drawing.text(sheet.words("coverage.note"), noteAt, 15, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
        }
        grid();
        side(scene.source(), Axis.SOURCE_TIME, false, "wizard.source", sheet.height() - 22);
        side(scene.target(), Axis.TARGET_TIME, true, "wizard.target", sheet.height() - 4);
        return drawing.picture(sheet.words("coverage.description", scene.source().distinct(), percent(scene.source().coverage(scene.vocabularyLimit())),
                scene.target().distinct(), percent(scene.target().coverage(scene.vocabularyLimit()))));
    }

    private static String percent(double share) {
        return Numbers.fixed(100 * share, 1);
    }

    private double x(double size) {
        double share = Math.log(Math.max(size, smallest()) / smallest()) / Math.log((double) largest / smallest());
        return LEFT + share * (sheet.width() - LEFT - RIGHT);
    }

    private double y(double share) {
        return bottom - Math.max(0, share - lowest) / (1 - lowest) * (bottom - HEADING);
    }

    private void grid() {
        int parts = bottom - HEADING > 80 ? 4 : 2;
        for (int part = 0; part <= parts; part++) {
            double share = lowest + (1 - lowest) * part / parts;
            double y = Math.round(y(share)) + 0.5;
            drawing.line(LEFT, y, sheet.width() - RIGHT, y, Stroke.solid(drawing.ink(part == 0 ? Role.LINE : Role.FAINT_LINE), 1));
            drawing.text(Numbers.fixed(100 * share, 100 * share % 1 < 0.001 || 100 * share % 1 > 0.999 ? 0 : 1) + "%", LEFT - 6, y + 4, TextStyle.LEAST,
                    drawing.ink(Role.MUTED_TEXT), Anchor.END);
        }
        double free = LEFT - 10;
        for (long size = smallest(); size <= largest; size *= 10) {
            String label = Numbers.count(size);
            double half = sheet.width(label, TextStyle.LEAST) / 2;
            double middle = Math.min(x(size), sheet.width() - half);
            if (middle - half > free) {
                drawing.text(label, middle, bottom + 15, TextStyle.LEAST, drawing.ink(Role.MUTED_TEXT), Anchor.MIDDLE);
                free = middle + half + 8;
            }
        }
    }

    private void side(SideStatistics side, Axis axis, boolean dashed, String name, double baseline) {
        Rgb ink = sheet.palette().of(axis);
        List<Step> steps = new ArrayList<>();
        for (int point = 0; point <= POINTS; point++) {
            double size = smallest() * Math.pow((double) Math.max(smallest(), side.distinct()) / smallest(), (double) point / POINTS);
            double y = y(side.coverage((int) Math.round(size)));
            steps.add(point == 0 ? new Step.Move(x(size), y) : new Step.Line(x(size), y));
        }
        drawing.add(new Mark.Path(steps, null, dashed ? Stroke.dashed(ink, 1.75) : Stroke.solid(ink, 1.75)));
        int known = Math.min(side.distinct(), scene.vocabularyLimit());
        drawing.add(new Mark.Box(x(known) - RING, y(side.coverage(known)) - RING, 2 * RING, 2 * RING, RING, drawing.ink(Role.SURFACE),
                Stroke.solid(ink, 2)));
        drawing.text(sheet.words(name), 0, baseline, TextStyle.LEAST_STRONG.withSize(12), ink);
        String words = sheet.words("coverage.known", known, side.distinct());
        drawing.text(sheet.shortened(words, TextStyle.LEAST, sheet.width() - 110), 56, baseline, TextStyle.LEAST, drawing.ink(Role.TEXT));
        drawing.text(percent(side.coverage(known)) + "%", sheet.width(), baseline, TextStyle.LEAST, drawing.ink(Role.TEXT), Anchor.END);
    }
}
