package seq2see.search;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A model of random probabilities for tests: every prefix has its own, drawn from the seed and the prefix alone. The last
 * token ends a sentence. Some tokens are as probable as others, and some cannot come.
 */
record RandomTable(int vocabularySize, long seed) implements KnownModel {
    private record Tokens(List<Integer> ids) implements State {
    }

    @Override
    public int sentences() {
        return 1;
    }

    @Override
    public int beginToken() {
        return -1;
    }

    @Override
    public int endToken() {
        return vocabularySize - 1;
    }

    @Override
    public State begin(int sentence) {
        return new Tokens(List.of());
    }

    @Override
    public List<Continuation> advance(List<? extends State> states, int[] tokenIds) {
        return IntStream.range(0, tokenIds.length).mapToObj(i -> {
            List<Integer> before = ((Tokens) states.get(i)).ids();
            List<Integer> ids = tokenIds[i] < 0 ? before : IntStream.concat(before.stream().mapToInt(id -> id), IntStream.of(tokenIds[i])).boxed().toList();
            return new Continuation(new Tokens(ids), logProbabilities(ids));
        }).toList();
    }

    @Override
    public double[] logProbabilities(List<Integer> prefix) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + prefix.hashCode());
        int[] weights = IntStream.generate(() -> random.nextInt(0, 8)).limit(vocabularySize).toArray();
        weights[random.nextInt(vocabularySize)]++;
        double sum = IntStream.of(weights).sum();
        return IntStream.of(weights).mapToDouble(weight -> Math.log(weight / sum)).toArray();
    }
}
