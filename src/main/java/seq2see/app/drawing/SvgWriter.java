package seq2see.app.drawing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import seq2see.app.theme.Rgb;
import seq2see.app.theme.Typeface;

/** Writes a picture as SVG, texts as text. */
public final class SvgWriter {
    private final StringBuilder svg = new StringBuilder();
    private int clips;

    private SvgWriter() {
    }

    /** The whole file, for UTF-8. */
    public static String write(Picture picture) {
        SvgWriter writer = new SvgWriter();
        writer.svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\"");
        writer.attribute("width", picture.width());
        writer.attribute("height", picture.height());
        writer.attribute("viewBox", "0 0 " + number(picture.width()) + " " + number(picture.height()));
        writer.attribute("stroke-linejoin", "round");
        writer.svg.append(" role=\"img\">\n<desc>").append(escaped(picture.description())).append("</desc>\n");
        writer.write(picture.marks());
        return writer.svg.append("</svg>\n").toString();
    }

    private void write(List<Mark> marks) {
        for (Mark mark : marks) {
            switch (mark) {
                case Mark.Box box -> write(box);
                case Mark.Path path -> write(path);
                case Mark.Label label -> write(label);
                case Mark.Clip clip -> write(clip);
                case Mark.Shift shift -> group("transform", "translate(" + number(shift.x()) + " " + number(shift.y()) + ")", shift.marks());
            }
        }
    }

    private void write(Mark.Box box) {
        svg.append("<rect");
        attribute("x", box.x());
        attribute("y", box.y());
        attribute("width", box.width());
        attribute("height", box.height());
        if (box.radius() > 0) {
            attribute("rx", box.radius());
        }
        paint(box.fill(), box.stroke());
        svg.append("/>\n");
    }

    private void write(Mark.Path path) {
        StringBuilder data = new StringBuilder();
        for (Mark.Step step : path.steps()) {
            switch (step) {
                case Mark.Step.Move(double x, double y) -> data.append('M').append(numbers(x, y));
                case Mark.Step.Line(double x, double y) -> data.append('L').append(numbers(x, y));
                case Mark.Step.Curve(double x1, double y1, double x2, double y2, double x, double y) ->
                    data.append('C').append(numbers(x1, y1, x2, y2, x, y));
                case Mark.Step.Close() -> data.append('Z');
            }
        }
        svg.append("<path");
        attribute("d", data.toString());
        paint(path.fill(), path.stroke());
        svg.append("/>\n");
    }

    private void write(Mark.Label label) {
        TextStyle style = label.style();
        svg.append("<text xml:space=\"preserve\"");
        attribute("x", label.x());
        attribute("y", label.y());
        attribute("font-family", family(style.typeface()));
        attribute("font-size", style.size());
        attribute("font-weight", String.valueOf(style.weight()));
        if (style.typeface() == Typeface.MATH) {
            attribute("font-style", "italic");
        } else if (style.typeface() == Typeface.MONO) {
            attribute("font-variant-ligatures", "none");
        }
        switch (label.anchor()) {
            case START -> { }
            case MIDDLE -> attribute("text-anchor", "middle");
            case END -> attribute("text-anchor", "end");
        }
        if (label.turn() != 0) {
            attribute("transform", "rotate(" + numbers(label.turn(), label.x(), label.y()) + ")");
        }
        attribute("fill", label.ink().hex());
        svg.append('>').append(escaped(label.text())).append("</text>\n");
    }

    private void write(Mark.Clip clip) {
        String name = "clip" + ++clips;
        svg.append("<clipPath id=\"").append(name).append("\"><rect");
        attribute("x", clip.x());
        attribute("y", clip.y());
        attribute("width", clip.width());
        attribute("height", clip.height());
        svg.append("/></clipPath>\n");
        group("clip-path", "url(#" + name + ")", clip.marks());
    }

    private void group(String attribute, String value, List<Mark> marks) {
        svg.append("<g");
        attribute(attribute, value);
        svg.append(">\n");
        write(marks);
        svg.append("</g>\n");
    }

    private void paint(Rgb fill, Stroke stroke) {
        attribute("fill", fill == null ? "none" : fill.hex());
        if (stroke != null) {
            attribute("stroke", stroke.ink().hex());
            attribute("stroke-width", stroke.width());
            if (stroke.dash() > 0) {
                attribute("stroke-dasharray", number(stroke.dash()));
            }
        }
    }

    private static String family(Typeface typeface) {
        return "'" + typeface.family() + "', " + switch (typeface) {
            case SANS -> "'Noto Sans SC', sans-serif";
            case MONO -> "'Noto Sans SC', monospace";
            case MATH -> "'Latin Modern Roman', serif";
        };
    }

    private void attribute(String name, double value) {
        attribute(name, number(value));
    }

    private void attribute(String name, String value) {
        svg.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
    }

    private static String numbers(double... values) {
        StringBuilder text = new StringBuilder();
        for (double value : values) {
            text.append(text.isEmpty() ? "" : " ").append(number(value));
        }
        return text.toString();
    }

    /** To a hundredth of a pixel. */
    private static String number(double value) {
        return new BigDecimal(value).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }

    /** Escapes what XML reserves and leaves out the control characters that it cannot hold. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    boolean allowed = point >= 0x20 && point < 0xD800 || point >= 0xE000 && point < 0xFFFE || point >= 0x10000
                            || point == '\t' || point == '\n' || point == '\r';
                    if (allowed) {
                        escaped.appendCodePoint(point);
                    }
                }
            }
        });
        return escaped.toString();
    }
}
