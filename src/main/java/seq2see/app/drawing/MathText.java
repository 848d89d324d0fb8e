package seq2see.app.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import seq2see.app.drawing.Mark.Anchor;
import seq2see.app.theme.Rgb;

/**
 * A symbol as formulas have it: italic, with indices below the line and exponents above it. Written {@code W_{iz}x_3} and
 * {@code w^⊤}: an underscore lowers what follows it, a caret raises it, one character or what stands in braces.
 */
public record MathText(List<Run> runs) {
    private static final Pattern INDEX = Pattern.compile("([_^])(?:\\{([^}]*)}|(.))");
    private static final double INDEX_SIZE = 0.68;
    private static final double INDEX_DROP = 0.22;
    private static final double EXPONENT_RISE = 0.36;

    /** Where a part stands. */
    public enum Level {
        LINE, INDEX, EXPONENT
    }

    /** A part that stands at one height. */
    public record Run(String text, Level level) {
    }

    public static MathText of(String markup) {
        List<Run> runs = new ArrayList<>();
        Matcher index = INDEX.matcher(markup);
        int end = 0;
        while (index.find()) {
            if (index.start() > end) {
                runs.add(new Run(markup.substring(end, index.start()), Level.LINE));
            }
            String text = index.group(2) != null ? index.group(2) : index.group(3);
            runs.add(new Run(text, index.group(1).equals("_") ? Level.INDEX : Level.EXPONENT));
            end = index.end();
        }
        if (end < markup.length()) {
            runs.add(new Run(markup.substring(end), Level.LINE));
        }
        return new MathText(List.copyOf(runs));
    }

    /** As it is read aloud, and written where there are no indices. */
    public String plain() {
        StringBuilder plain = new StringBuilder();
        runs.forEach(run -> plain.append(run.text()));
        return plain.toString();
    }

    private static TextStyle style(Run run, double size) {
        return TextStyle.SYMBOL.withSize(run.level() == Level.LINE ? size : Math.max(9, Math.round(size * INDEX_SIZE)));
    }

    public double width(Sheet sheet, double size) {
        return runs.stream().mapToDouble(run -> sheet.width(run.text(), style(run, size))).sum();
    }

    public void draw(Drawing drawing, double x, double baseline, double size, Rgb ink, Anchor anchor) {
        double width = width(drawing.sheet(), size);
        double at = anchor == Anchor.START ? x : anchor == Anchor.MIDDLE ? x - width / 2 : x - width;
        for (Run run : runs) {
            TextStyle style = style(run, size);
            double drop = switch (run.level()) {
                case LINE -> 0;
                case INDEX -> Math.round(size * INDEX_DROP);
                case EXPONENT -> -Math.round(size * EXPONENT_RISE);
            };
            drawing.text(run.text(), at, baseline + drop, style, ink);
            at += drawing.sheet().width(run.text(), style);
        }
    }
}
