package seq2see.corpora;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What memory alone reaches on a corpus: a tenth of its distinct sources is held out, and up to a thousand of these are
 * answered with the target of the nearest other source by edit distance, the first in the file where several are as
 * near. The share of answers that are right is the exact match that a model has to beat.
 *
 * <pre>java sample-corpora/generator/seq2see/corpora/NearestNeighbourBaseline.java sample-corpora/dates.tsv …</pre>
 *
 * prints a line for each file: its name and the share. Without arguments it takes every file that {@link MakeCorpora}
 * writes, where that writes them.
 */
public final class NearestNeighbourBaseline {
    private static final long SEED = 1;
    private static final int HELD_OUT_SHARE = 10;
    private static final int MOST_ASKED = 1_000;

    private NearestNeighbourBaseline() {
    }

    public static void main(String[] arguments) throws IOException {
        List<String> files = arguments.length > 0 ? List.of(arguments)
                : MakeCorpora.CORPORA.stream().map(corpus -> "sample-corpora/" + corpus.fileName()).toList();
        for (String file : files) {
            List<Pair> pairs = Files.readAllLines(Path.of(file)).stream().map(NearestNeighbourBaseline::parsed).toList();
            System.out.printf(Locale.ROOT, "%s %.3f%n", file, exactMatch(pairs));
        }
    }

    /** The share of held-out sources whose nearest remembered source has the same target; no source occurs twice. */
    static double exactMatch(List<Pair> pairs) {
        List<Integer> order = new Chance(SEED).shuffled(IntStream.range(0, pairs.size()).boxed().toList());
        int heldOut = pairs.size() / HELD_OUT_SHARE;
        List<Pair> remembered = order.subList(heldOut, order.size()).stream().sorted().map(pairs::get).toList();
        List<Integer> asked = order.subList(0, Math.min(heldOut, MOST_ASKED));
        long right = asked.stream().map(pairs::get)
                .filter(pair -> nearest(pair.source(), remembered).target().equals(pair.target())).count();
        return (double) right / asked.size();
    }

    /** The pair with the nearest source, the first of them where several are as near. */
    static Pair nearest(String source, List<Pair> remembered) {
        Pair nearest = remembered.getFirst();
        int smallest = Integer.MAX_VALUE / 2;
        for (Pair pair : remembered) {
            int distance = EditDistance.below(smallest, source, pair.source());
            if (distance < smallest) {
                smallest = distance;
                nearest = pair;
            }
        }
        return nearest;
    }

    private static Pair parsed(String line) {
        String[] columns = line.split("\t", -1);
        return new Pair(columns[0], columns[1]);
    }
}
