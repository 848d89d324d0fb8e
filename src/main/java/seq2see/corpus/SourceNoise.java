package seq2see.corpus;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Noise on the sources of a training, drawn anew each epoch: tokens that are missing, in the wrong order or unknown, so that
 * a model does not rely on each of them. Targets and the end of a source stay as they are.
 *
 * @param drop    the chance that a token is left out; one at least stays
 * @param swap    the chance that a token changes places with the next
 * @param unknown the chance that a token becomes {@link Vocabulary#UNK}
 */
public record SourceNoise(double drop, double swap, double unknown) {
    public static final SourceNoise NONE = new SourceNoise(0, 0, 0);
    /** What each chance may be. */
    public static final Limits CHANCE = new Limits(0, 0.9);

    boolean changesNothing() {
        return drop == 0 && swap == 0 && unknown == 0;
    }

    /** Refuses chances that are none, naming what they are of. */
    public SourceNoise checked(String name) throws InputException {
        CHANCE.check(name + " drop", drop);
        CHANCE.check(name + " swap", swap);
        CHANCE.check(name + " unknown", unknown);
        return this;
    }

    /**
     * The noise of a text such as {@code 0.1}, which is the chance of all three, or {@code drop=0.1,unknown=0.05}.
     *
     * @param name what a person knows it by
     */
    public static SourceNoise parse(String name, String text) throws InputException {
        try {
            if (text.indexOf('=') < 0) {
                double all = Double.parseDouble(text.strip());
                return new SourceNoise(all, all, all).checked(name);
            }
            double[] chances = new double[3];
            for (String part : text.split(",")) {
                String[] sides = part.split("=", 2);
                int kind = Arrays.asList("drop", "swap", "unknown").indexOf(sides[0].strip());
                chances[kind] = Double.parseDouble(sides[1].strip());
            }
            return new SourceNoise(chances[0], chances[1], chances[2]).checked(name);
        } catch (NumberFormatException | IndexOutOfBoundsException unreadable) {
            throw new InputException("configuration.noise", name, text);
        }
    }

    /** The pair as an epoch sees it; the same for the same seed, epoch and place in the corpus. */
    public EncodedPair on(EncodedPair pair, long seed, int epoch, int place) {
        return on(pair, 0, seed, epoch, place);
    }

    /** @param marks tokens at a source's beginning that stay as they are, since they are not of its text */
    public EncodedPair on(EncodedPair pair, int marks, long seed, int epoch, int place) {
        return changesNothing() ? pair : new EncodedPair(noisy(pair.source(), marks,
                new SplittableRandom(seed * 0x9E3779B97F4A7C15L + epoch * 0xD1B54A32D192ED03L + place)), pair.target(), pair.pair());
    }

    private int[] noisy(int[] source, int marks, SplittableRandom chance) {
        int end = source.length - 1;
        int[] kept = Arrays.copyOf(source, source.length);
        int count = marks;
        for (int t = marks; t < end; t++) {
            if (chance.nextDouble() >= drop) {
                kept[count++] = source[t];
            }
        }
        if (count == marks && end > marks) {
            kept[count++] = source[marks + chance.nextInt(end - marks)];
        }
        for (int t = marks; t + 1 < count; t++) {
            if (chance.nextDouble() < swap) {
                int first = kept[t];
                kept[t] = kept[t + 1];
                kept[++t] = first;
            }
        }
        for (int t = marks; t < count; t++) {
            kept[t] = chance.nextDouble() < unknown ? Vocabulary.UNK : kept[t];
        }
        kept[count] = source[end];
        return Arrays.copyOf(kept, count + 1);
    }
}
