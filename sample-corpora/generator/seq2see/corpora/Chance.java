package seq2see.corpora;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Seeded choices that are the same on every machine: the algorithm of {@link Random} is part of its specification,
 * which {@link Collections#shuffle} does not promise of itself.
 */
public final class Chance {
    private final Random random;

    public Chance(long seed) {
        random = new Random(seed);
    }

    /** A number from 0 to {@code bound} - 1, each alike. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    public <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** A new list of {@code count} of the items (all of them if there are fewer), in random order. */
    public <T> List<T> sample(List<T> items, int count) {
        List<T> rest = new ArrayList<>(items);
        int taken = Math.min(count, rest.size());
        for (int i = 0; i < taken; i++) {
            Collections.swap(rest, i, i + below(rest.size() - i));
        }
        return new ArrayList<>(rest.subList(0, taken));
    }

    public <T> List<T> shuffled(List<T> items) {
        return sample(items, items.size());
    }
}
