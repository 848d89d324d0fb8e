package seq2see.app.drawing;

import seq2see.app.theme.Typeface;

/** How a text in a picture is set. @param size in pixels at scale 1; none is below 11, indices of symbols excepted */
public record TextStyle(Typeface typeface, int weight, double size) {
    public static final TextStyle HEADING = new TextStyle(Typeface.SANS, 600, 15);
    public static final TextStyle CONTROL = new TextStyle(Typeface.SANS, 500, 13);
    public static final TextStyle SMALL = new TextStyle(Typeface.SANS, 400, 12);
    public static final TextStyle LEAST_STRONG = new TextStyle(Typeface.SANS, 600, 11);
    /** Axis ticks and the numbers in cells. */
    public static final TextStyle LEAST = new TextStyle(Typeface.MONO, 400, 11);
    public static final TextStyle FIGURE = new TextStyle(Typeface.MONO, 500, 13);
    /** A token, where no chip says that it is one. */
    public static final TextStyle TOKEN = FIGURE.withWeight(400);
    public static final TextStyle SYMBOL = new TextStyle(Typeface.MATH, 400, 18);
    public static final TextStyle INDEX = new TextStyle(Typeface.SANS, 400, 11);

    public TextStyle withWeight(int other) {
        return new TextStyle(typeface, other, size);
    }

    public TextStyle withSize(double other) {
        return new TextStyle(typeface, weight, other);
    }

    /** How far below its middle line a text's baseline lies: half the height of its capitals and figures. */
    public double middleToBaseline() {
        return size * 0.365;
    }
}
