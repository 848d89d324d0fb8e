package seq2see.lesson;

/** A value as it was written, and where. */
public record Setting(String value, Place place) {
}
