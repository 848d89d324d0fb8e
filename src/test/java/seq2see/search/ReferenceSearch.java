package seq2see.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Searches written as plainly as their definitions, on lists of tokens: what the real ones are held against.
 *
 * @param penalty score = log-probability / length^alpha
 */
record ReferenceSearch(KnownModel table, int maximumLength, double alpha) {
    /** An output so far; its rank among its siblings is its place in its list. */
    record Output(List<Integer> tokens, double logProbability) {
    }

    double score(Output output) {
        return output.logProbability / Math.pow(output.tokens.size(), alpha);
    }

    boolean hasEnded(Output output) {
        return !output.tokens.isEmpty() && output.tokens.getLast() == table.endToken();
    }

    private boolean isFinished(Output output) {
        return hasEnded(output) || output.tokens.size() == maximumLength;
    }

    private List<Output> children(Output parent) {
        double[] logProbabilities = table.logProbabilities(parent.tokens);
        List<Output> children = new ArrayList<>();
        for (int token = 0; token < logProbabilities.length; token++) {
            List<Integer> tokens = new ArrayList<>(parent.tokens);
            tokens.add(token);
            children.add(new Output(tokens, parent.logProbability + logProbabilities[token]));
        }
        return children;
    }

    /** The candidates that a beam keeps, step by step, the best first. */
    List<List<Output>> beam(int width) {
        List<List<Output>> steps = new ArrayList<>();
        List<Output> live = List.of(new Output(List.of(), 0));
        double best = Double.NEGATIVE_INFINITY;
        while (!live.isEmpty() && steps.size() < maximumLength) {
            double most = live.getFirst().logProbability / Math.pow(maximumLength, alpha);
            if (best != Double.NEGATIVE_INFINITY && most <= best) {
                break;
            }
            // Sorting is stable: ties keep the parent's rank, then the lower token.
            List<Output> kept = live.stream().flatMap(parent -> children(parent).stream())
                    .sorted(Comparator.comparingDouble(Output::logProbability).reversed()).limit(width).toList();
            steps.add(kept);
            live = kept.stream().filter(output -> !isFinished(output)).toList();
            best = Math.max(best, kept.stream().filter(this::isFinished).mapToDouble(this::score).max().orElse(Double.NEGATIVE_INFINITY));
        }
        return steps;
    }

    /** What a beam finishes, the best score first. */
    List<Output> finished(int width) {
        return beam(width).stream().flatMap(List::stream).filter(this::isFinished)
                .sorted(Comparator.comparingDouble(this::score).reversed()).toList();
    }

    /** Every output that there is, in the order of its tokens. */
    List<Output> everything() {
        List<Output> found = new ArrayList<>();
        collect(new Output(List.of(), 0), found);
        return found;
    }

    private void collect(Output output, List<Output> found) {
        if (isFinished(output)) {
            found.add(output);
        } else {
            children(output).forEach(child -> collect(child, found));
        }
    }
}
