package seq2see.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import seq2see.app.theme.Rgb;
import seq2see.app.view.Mark.Anchor;

/**
 * A symbol as formulas have it: italic, with indices below the line. Written {@code W_{iz}x_3}: an underscore lowers what
 * follows it, one character or what stands in braces.
 */
record MathText(List<Run> runs) {
    private static final Pattern INDEX = Pattern.compile("_(?:\\{([^}]*)}|(.))");
    private static final double INDEX_SIZE = 0.68;
    private static final double INDEX_DROP = 0.22;

    /** @param lowered whether it is an index */
    record Run(String text, boolean lowered) {
    }

    static MathText of(String markup) {
        List<Run> runs = new ArrayList<>();
        Matcher index = INDEX.matcher(markup);
        int end = 0;
        while (index.find()) {
            if (index.start() > end) {
                runs.add(new Run(markup.substring(end, index.start()), false));
            }
            runs.add(new Run(index.group(1) != null ? index.group(1) : index.group(2), true));
            end = index.end();
        }
        if (end < markup.length()) {
            runs.add(new Run(markup.substring(end), false));
        }
        return new MathText(List.copyOf(runs));
    }

    /** As it is read aloud, and written where there are no indices. */
    String plain() {
        StringBuilder plain = new StringBuilder();
        runs.forEach(run -> plain.append(run.text()));
        return plain.toString();
    }

    private static TextStyle style(Run run, double size) {
        return TextStyle.SYMBOL.withSize(run.lowered() ? Math.max(9, Math.round(size * INDEX_SIZE)) : size);
    }

    double width(Sheet sheet, double size) {
        return runs.stream().mapToDouble(run -> sheet.width(run.text(), style(run, size))).sum();
    }

    void draw(Drawing drawing, double x, double baseline, double size, Rgb ink, Anchor anchor) {
        double width = width(drawing.sheet(), size);
        double at = anchor == Anchor.START ? x : anchor == Anchor.MIDDLE ? x - width / 2 : x - width;
        for (Run run : runs) {
            TextStyle style = style(run, size);
            drawing.text(run.text(), at, baseline + (run.lowered() ? Math.round(size * INDEX_DROP) : 0), style, ink);
            at += drawing.sheet().width(run.text(), style);
        }
    }
}
