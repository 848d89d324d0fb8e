package seq2see.tensor;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * mask_{n,t} = t &lt; length_n: which positions of a padded batch hold a token. It comes of one comparison of a row of positions
 * (1, maxlen) with the valid lengths, by {@link Broadcast}. Positions count from 0. Immutable.
 */
public final class PaddingMask {
    /** How the lengths of N sentences are laid out before they are compared. */
    public enum Layout {
        /** (N, 1), as it has to be. */
        COLUMN,
        /** (N), as the lengths come. */
        FLAT,
        /** (1, N). */
        ROW;

        /** The sizes of so many lengths, outermost first. */
        public List<Integer> shape(int sentences) {
            return switch (this) {
                case COLUMN -> List.of(sentences, 1);
                case FLAT -> List.of(sentences);
                case ROW -> List.of(1, sentences);
            };
        }
    }

    private final int[] positions;
    private final int[] lengths;
    private final Layout layout;
    private final Broadcast broadcast;

    private PaddingMask(int[] positions, int[] lengths, Layout layout) {
        this.positions = positions;
        this.lengths = lengths;
        this.layout = layout;
        this.broadcast = Broadcast.of(List.of(1, positions.length), layout.shape(lengths.length));
    }

    /**
     * @param maximumLength how many positions there are
     * @param validLengths  one a sentence; one above the maximum length leaves no position out
     * @throws IllegalArgumentException where a number is below 0
     */
    public static PaddingMask of(int maximumLength, List<Integer> validLengths, Layout layout) {
        if (maximumLength < 0 || validLengths.stream().anyMatch(length -> length < 0)) {
            throw new IllegalArgumentException("a length below 0: " + maximumLength + ", " + validLengths);
        }
        return new PaddingMask(IntStream.range(0, maximumLength).toArray(), validLengths.stream().mapToInt(Integer::intValue).toArray(), layout);
    }

    /** How many positions there are. */
    public int maximumLength() {
        return positions.length;
    }

    /** N. */
    public int sentences() {
        return lengths.length;
    }

    /** The valid length of a sentence, from 0. */
    public int length(int sentence) {
        return lengths[sentence];
    }

    /** How the lengths lie when they are compared. */
    public Layout layout() {
        return layout;
    }

    /** How the row of positions, on the left, meets the lengths. */
    public Broadcast broadcast() {
        return broadcast;
    }

    /** The shape of the mask; empty where the two do not broadcast. */
    public Optional<List<Integer>> shape() {
        return broadcast.fits() ? Optional.of(broadcast.shape()) : Optional.empty();
    }

    /** Rows of the mask, where there is one. */
    public int rows() {
        return broadcast.shape().getFirst();
    }

    /** Columns of the mask, where there is one. */
    public int columns() {
        return broadcast.shape().getLast();
    }

    /** The position that is compared in a cell of the mask. */
    public int position(int row, int column) {
        return positions[broadcast.leftOffset(row * columns() + column)];
    }

    /** The length that it is compared with. */
    public int lengthAt(int row, int column) {
        return lengths[broadcast.rightOffset(row * columns() + column)];
    }

    /** Whether the position is below the length: whether it holds a token. */
    public boolean isValid(int row, int column) {
        return position(row, column) < lengthAt(row, column);
    }
}
