package seq2see.cli;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import picocli.CommandLine.Option;
import seq2see.corpus.Choice;
import seq2see.corpus.InputException;
import seq2see.corpus.Limits;
import seq2see.model.ModelConfig;
import seq2see.search.BeamSearch;
import seq2see.search.BranchAndBound;
import seq2see.search.BudgetedSearch;
import seq2see.search.ExhaustiveSearch;
import seq2see.search.Hypothesis;
import seq2see.search.LengthPenalty;
import seq2see.search.Sampling;
import seq2see.search.SamplingSettings;
import seq2see.search.Search;
import seq2see.search.SearchSettings;
import seq2see.search.SearchSpace;

/** How the output is looked for: the options that {@code translate}, {@code evaluate} and {@code search} share. */
final class SearchOptions {
    private static final String GREEDY = "greedy";
    private static final String BEAM = "beam";
    private static final String EXHAUSTIVE = "exhaustive";
    private static final String SAMPLING = "sampling";
    private static final List<String> SEARCHES = List.of(GREEDY, BEAM, EXHAUSTIVE, SAMPLING);
    private static final Limits COUNT = new Limits(1, 10_000);
    private static final Limits N_GRAM = new Limits(1, 100);
    private static final Limits TOP_K = new Limits(1, 1_000_000);
    private static final Limits BUDGET = new Limits(1, 1e12);
    private static final int USUAL_WIDTH = 4;

    @Option(names = "--search", paramLabel = "SEARCH",
            description = "greedy, beam, exhaustive or sampling; greedy unless given.")
    private String name;

    @Option(names = "--beam-width", paramLabel = "K", description = "With beam: hypotheses that are kept at each step; 4 unless given.")
    private Integer beamWidth;

    @Option(names = "--alpha", paramLabel = "A",
            description = "The length penalty: outputs are ranked by log-probability / length^A; 0.75 unless given.")
    private Double alpha;

    @Option(names = "--max-length", paramLabel = "N",
            description = "The longest output in tokens, its end counted. Unless given, twice the longest target in training.")
    private Integer maximumLength;

    @Option(names = "--n-best", paramLabel = "N", description = "How many outputs, the best first; 1 unless given. A beam may find fewer. With sampling: how many are drawn.")
    private Integer count;

    @Option(names = "--block-ngrams", paramLabel = "N", description = "No run of N tokens comes twice in an output. Off unless given.")
    private Integer blockedNGram;

    @Option(names = "--budget", paramLabel = "N",
            description = "With exhaustive: the most sequences there may be; with branch and bound, the most prefixes to look at. 1000000 unless given.")
    private Long budget;

    @Option(names = "--branch-and-bound",
            description = "With exhaustive: leave out what can no longer win. Finds the same, usually much sooner.")
    private boolean branchAndBound;

    @Option(names = "--temperature", paramLabel = "T", description = "With sampling: below 1 prefers what is probable anyway, above 1 evens out; 1 unless given.")
    private Double temperature;

    @Option(names = "--top-k", paramLabel = "K", description = "With sampling: draw from the K most probable tokens only. All unless given.")
    private Integer topK;

    @Option(names = "--seed", paramLabel = "S", description = "With sampling: the same seed draws the same outputs; 1 unless given.")
    private Long seed;

    /** Refuses values that no search can have, and options that the chosen search does not know. */
    void check() throws InputException {
        Choice.check("--search", name(), SEARCHES);
        BeamSearch.WIDTH.check("--beam-width", beamWidth);
        LengthPenalty.ALPHA.check("--alpha", alpha);
        ModelConfig.MAXIMUM_LENGTH.check("--max-length", maximumLength);
        COUNT.check("--n-best", count);
        N_GRAM.check("--block-ngrams", blockedNGram);
        BUDGET.check("--budget", budget);
        SamplingSettings.TEMPERATURE.check("--temperature", temperature);
        TOP_K.check("--top-k", topK);
        refuseUnlessSearch(EXHAUSTIVE, "--budget", budget != null);
        refuseUnlessSearch(EXHAUSTIVE, "--branch-and-bound", branchAndBound);
        refuseUnlessSearch(SAMPLING, "--temperature", temperature != null);
        refuseUnlessSearch(SAMPLING, "--top-k", topK != null);
        refuseUnlessSearch(SAMPLING, "--seed", seed != null);
    }

    private void refuseUnlessSearch(String search, String option, boolean given) throws InputException {
        if (given && !name().equals(search)) {
            throw new InputException("search.option", option, search, name());
        }
    }

    /** As it is written after {@code --search}. */
    String name() {
        return name == null ? GREEDY : name;
    }

    /** Whether it is greedy search that finds one output and forbids nothing: many sentences can be searched at once. */
    boolean isPlainGreedy() {
        return name().equals(GREEDY) && blockedNGram == null;
    }

    /** How many outputs are asked for. */
    int count() {
        return count == null ? 1 : count;
    }

    /** As many of the outputs that were found as are asked for; all where no number is given. */
    List<Hypothesis> wanted(List<Hypothesis> found) {
        return count == null || count >= found.size() ? found : found.subList(0, count);
    }

    /** Says what was asked for in vain: it is no mistake, but whoever asked is to know. */
    void tellUnused(Terminal terminal) {
        if (name().equals(GREEDY) && count() > 1) {
            terminal.problem("greedy search finds one output; for --n-best " + count + " choose --search beam, exhaustive or sampling");
        }
        if (beamWidth != null && !name().equals(BEAM)) {
            terminal.problem("--beam-width " + beamWidth + " goes with --search beam, and " + name() + " was chosen: it changes nothing");
        }
    }

    int maximumLength(int usual) {
        return maximumLength == null ? usual : maximumLength;
    }

    boolean isSampling() {
        return name().equals(SAMPLING);
    }

    boolean isExhaustive() {
        return name().equals(EXHAUSTIVE);
    }

    private long budget() {
        return budget == null ? SearchSpace.USUAL_BUDGET : budget;
    }

    /**
     * The search that was asked for, which keeps to its budget: see {@link #carryOut}.
     *
     * @param usualLength    where {@code --max-length} was not given
     * @param vocabularySize V′
     * @param forced         the tokens that outputs begin with
     * @throws InputException where it would go beyond its budget
     */
    Search search(int usualLength, int vocabularySize, List<Integer> forced) throws InputException {
        SearchSettings settings = new SearchSettings(maximumLength(usualLength), alpha == null ? LengthPenalty.USUAL : new LengthPenalty(alpha),
                blockedNGram == null ? 0 : blockedNGram, forced);
        if (isExhaustive() && !branchAndBound) {
            new SearchSpace(vocabularySize, settings.maximumLength() - forced.size()).check(budget());
        }
        return switch (name()) {
            case BEAM -> new BeamSearch(settings, beamWidth == null ? USUAL_WIDTH : beamWidth);
            case EXHAUSTIVE -> branchAndBound ? new BudgetedSearch(new BranchAndBound(settings, count()), budget()) : new ExhaustiveSearch(settings, count());
            case SAMPLING -> new Sampling(settings, new SamplingSettings(temperature == null ? SamplingSettings.USUAL.temperature() : temperature,
                    topK == null ? SamplingSettings.USUAL.topK() : topK, count(), seed == null ? SamplingSettings.USUAL.seed() : seed));
            default -> new BeamSearch(settings, 1);
        };
    }

    /**
     * Lets the search that was asked for find something.
     *
     * @throws InputException where its budget did not suffice
     */
    <T> T carryOut(Supplier<T> searching) throws InputException {
        try {
            return searching.get();
        } catch (CancellationException _) {
            throw new InputException("search.unproven", String.valueOf(budget()));
        }
    }
}
