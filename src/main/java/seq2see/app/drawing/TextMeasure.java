package seq2see.app.drawing;

/** Says how wide a text comes out, so that pictures can be laid out. */
@FunctionalInterface
public interface TextMeasure {
    /** In pixels at scale 1. */
    double width(String text, TextStyle style);
}
