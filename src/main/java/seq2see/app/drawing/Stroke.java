package seq2see.app.drawing;

import seq2see.app.theme.Rgb;

/** A line's colour and width. @param dash length of dashes and of the gaps between them; 0 is a solid line */
public record Stroke(Rgb ink, double width, double dash) {

    public static Stroke solid(Rgb ink, double width) {
        return new Stroke(ink, width, 0);
    }

    public static Stroke dashed(Rgb ink, double width) {
        return new Stroke(ink, width, 3);
    }
}
