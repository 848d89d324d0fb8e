package seq2see.lesson;

/** Where something stands in a lesson's file; line and column count from 1. */
public record Place(String file, int line, int column) {

    /** A place so many columns further on in the line. */
    public Place right(int columns) {
        return new Place(file, line, column + columns);
    }

    /** As compilers write it: {@code loss.md:12:3}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
