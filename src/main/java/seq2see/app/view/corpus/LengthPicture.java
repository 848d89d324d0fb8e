package seq2see.app.view.corpus;

import java.util.stream.IntStream;
import seq2see.app.drawing.Drawing;
import seq2see.app.drawing.Mark.Anchor;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.TextStyle;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Rgb;
import seq2see.app.theme.Role;
import seq2see.corpus.SideStatistics;
import seq2see.tensor.Axis;

/** Draws how long sentences are: the sources' lengths in bars upwards, the targets' downwards, on one scale. */
final class LengthPicture {
    private static final double HEADING = 34;
    private static final double MIDDLE = 20;
    private static final double LEFT = 48;
    private static final double RIGHT = 8;
    private static final double BESIDE = 10;
    private static final TextStyle NAME = TextStyle.LEAST_STRONG.withSize(12);
    /** Lengths beyond that of all but so many sentences are put together in the last bar. */
    private static final double IN_SIGHT = 0.995;
    private static final double LEAST_BAR = 5;

    private final Sheet sheet;
    private final CorpusScene scene;
    private final Drawing drawing;
    /** Where the bars end: behind them stand which side they are of and its median. */
    private final double end;
    /** How many lengths a bar stands for, and how many bars there are. */
    private final int step;
    private final int bars;

    private LengthPicture(Sheet sheet, CorpusScene scene) {
        this.sheet = sheet;
        this.scene = scene;
        this.drawing = new Drawing(sheet);
        int longest = Math.max(1, Math.max(scene.source().lengthOf(IN_SIGHT), scene.target().lengthOf(IN_SIGHT)));
        end = sheet.width() - RIGHT - BESIDE - Math.max(labelWidth(scene.source(), "wizard.source"), labelWidth(scene.target(), "wizard.target"));
        int most = (int) Math.max(4, (end - LEFT) / LEAST_BAR);
        step = Math.ceilDiv(longest, most);
        bars = Math.ceilDiv(longest, step);
    }

    static Picture of(Sheet sheet, CorpusScene scene) {
        return new LengthPicture(sheet, scene).draw();
    }

    private Picture draw() {
        drawing.text(sheet.words("length.heading"), 0, 15, TextStyle.HEADING, drawing.ink(Role.TEXT));
        double noteAt = sheet.width(sheet.words("length.heading"), TextStyle.HEADING) + 10;
        if (noteAt + sheet.width(sheet.words("length.note"), TextStyle.SMALL) <= sheet.width() - sheet.corner()) {
            drawing.text(sheet.words("length.note"), noteAt, 15, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
        }
        double half = (sheet.height() - HEADING - MIDDLE) / 2;
        int most = Math.max(1, Math.max(highest(scene.source()), highest(scene.target())));
        side(scene.source(), Axis.SOURCE_TIME, HEADING + half, -half, most, "wizard.source");
        side(scene.target(), Axis.TARGET_TIME, HEADING + half + MIDDLE, half, most, "wizard.target");
        numbers(HEADING + half);
        drawing.text(Numbers.count(most), LEFT - 6, HEADING + 11, TextStyle.LEAST, drawing.ink(Role.MUTED_TEXT), Anchor.END);
        return drawing.picture(sheet.words("length.description", scene.source().lengthOf(0.5), scene.target().lengthOf(0.5)));
    }

    private int count(SideStatistics side, int bar) {
        int from = bar * step + 1;
        int until = bar == bars - 1 ? side.lengths().length : Math.min(side.lengths().length, from + step);
        return IntStream.range(Math.min(from, until), until).map(length -> side.lengths()[length]).sum();
    }

    private int highest(SideStatistics side) {
        return IntStream.range(0, bars).map(bar -> count(side, bar)).max().orElse(0);
    }

    private double width() {
        return (end - LEFT) / bars;
    }

    private double labelWidth(SideStatistics side, String name) {
        return Math.max(sheet.width(sheet.words(name), NAME), sheet.width(median(side), TextStyle.LEAST));
    }

    private String median(SideStatistics side) {
        return sheet.words("length.median", side.lengthOf(0.5));
    }

    /** @param reach how far the highest bar goes from the base: upwards where it is negative */
    private void side(SideStatistics side, Axis axis, double base, double reach, int most, String name) {
        Rgb ink = sheet.palette().of(axis);
        double gap = width() > 6 ? 1.5 : 0.5;
        for (int bar = 0; bar < bars; bar++) {
            int count = count(side, bar);
            double height = count == 0 ? 0 : Math.max(1, Math.abs(reach) * count / most);
            if (height > 0) {
                drawing.box(LEFT + bar * width(), reach < 0 ? base - height : base, width() - gap, height, 1, ink);
            }
        }
        double first = reach < 0 ? HEADING + 12 : sheet.height() - 20;
        drawing.text(sheet.words(name), sheet.width() - RIGHT, first, NAME, ink, Anchor.END);
        drawing.text(median(side), sheet.width() - RIGHT, first + 16, TextStyle.LEAST, drawing.ink(Role.MUTED_TEXT),
                Anchor.END);
    }

    /** Lengths between the two sides, as many as there is room for. */
    private void numbers(double top) {
        double room = sheet.width(Numbers.count(bars * step) + "+", TextStyle.LEAST) + 14;
        int every = Math.max(1, (int) Math.ceil(room / width()));
        int round = IntStream.of(1, 2, 5, 10, 20, 50, 100, 200, 500).filter(one -> one >= every).findFirst().orElse(every);
        for (int bar = round - 1; bar < bars; bar += round) {
            boolean last = bar == bars - 1;
            String label = Numbers.count((long) bar * step + 1) + (last ? "+" : "");
            double middle = LEFT + (bar + 0.5) * width();
            double half = sheet.width(label, TextStyle.LEAST) / 2;
            if (middle + half <= sheet.width()) {
                drawing.text(label, middle, top + 14, TextStyle.LEAST, drawing.ink(Role.MUTED_TEXT), Anchor.MIDDLE);
            }
        }
    }
}
