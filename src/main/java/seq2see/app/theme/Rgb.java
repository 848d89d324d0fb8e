package seq2see.app.theme;

/** An opaque colour in sRGB, each channel 0 to 255. It knows no toolkit, so that a picture can be written without one. */
public record Rgb(int red, int green, int blue) {
    public static final Rgb BLACK = new Rgb(0, 0, 0);
    public static final Rgb WHITE = new Rgb(255, 255, 255);

    public Rgb {
        if (((red | green | blue) & ~0xFF) != 0) {
            throw new IllegalArgumentException("a channel is 0 to 255, not " + red + ", " + green + ", " + blue);
        }
    }

    /** Reads {@code #RRGGBB}. */
    public static Rgb of(String hex) {
        int value = Integer.parseInt(hex, 1, 7, 16);
        return new Rgb(value >> 16, value >> 8 & 0xFF, value & 0xFF);
    }

    /** {@code #RRGGBB}. */
    public String hex() {
        return String.format("#%02X%02X%02X", red, green, blue);
    }

    /** The colour a part of the way to another: 0 is this one, 1 the other; linear in sRGB. */
    public Rgb towards(Rgb other, double part) {
        return new Rgb(between(red, other.red, part), between(green, other.green, part), between(blue, other.blue, part));
    }

    private static int between(int from, int to, double part) {
        return (int) Math.round(from + (to - from) * part);
    }

    /** Black or white, whichever can be read better on this colour. */
    public Rgb ink() {
        return contrast(BLACK) >= contrast(WHITE) ? BLACK : WHITE;
    }

    /** The contrast ratio of WCAG, 1 to 21. */
    public double contrast(Rgb other) {
        double one = luminance();
        double two = other.luminance();
        return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    }

    /** The relative luminance of WCAG, 0 to 1. */
    public double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
