package seq2see.app.lesson;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import seq2see.app.drawing.TokenText;
import seq2see.search.Hypothesis;
import seq2see.search.ProbabilityTable;
import seq2see.search.Samples;
import seq2see.search.Samples.Sample;
import seq2see.search.SamplingSettings;
import seq2see.search.SearchComparison;
import seq2see.search.SearchComparison.Outcome;
import seq2see.search.SearchSpace;
import seq2see.training.SentenceSearch;
import seq2see.training.TrainingPlan;

/**
 * What a lesson can say of a search: {@code search.output}, {@code greedy.score}, {@code exhaustive.cost},
 * {@code finished.2.tokens}, {@code sampling.1.share}.
 *
 * @param tokens by id
 * @param writer makes a text of the ids of an output
 */
public record SearchFacts(SearchState state, SearchComparison comparison, List<String> tokens, Function<List<Integer>, String> writer) implements FactSource {
    private static final double NANOS_A_MILLISECOND = 1e6;

    public SearchFacts {
        tokens = List.copyOf(tokens);
    }

    /** Of a search through a table, whose outputs are its tokens parted by blanks. */
    public static SearchFacts of(SearchState state, ProbabilityTable table) {
        return new SearchFacts(state, state.choice().search(table), table.tokens(),
                ids -> ids.stream().filter(id -> id != table.endToken()).map(table.tokens()::get).collect(Collectors.joining(" ")));
    }

    /** Of the search for a sentence's translation. */
    public static SearchFacts of(SearchState state, SentenceSearch search, TrainingPlan plan) {
        return new SearchFacts(state, search.search(), search.tokens(),
                ids -> plan.codec().towardsThatOf(search.question().source()).decodeTarget(ids.stream().mapToInt(Integer::intValue).toArray()));
    }

    @Override
    public Optional<String> text(String address) {
        String[] parts = parts(address);
        Optional<Hypothesis> output = outcome(parts[0]).map(Outcome::best).or(() -> finished(parts[0])).or(() -> sample(parts[0]).map(Sample::output));
        return switch (parts[1]) {
            case "output" -> output.map(Hypothesis::tokenIds).map(writer);
            case "tokens" -> output.map(Hypothesis::tokenIds).map(this::written);
            case "cost" -> address.equals("exhaustive.cost") ? Optional.of(space().written()) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Tokens as a picture writes them. */
    String written(List<Integer> ids) {
        return ids.stream().map(tokens::get).map(TokenText::of).collect(Collectors.joining(" "));
    }

    @Override
    public OptionalDouble number(String address) {
        String[] parts = parts(address);
        OptionalDouble setting = address.startsWith("sampling.") ? sampling(parts) : setting(address);
        if (setting.isPresent()) {
            return setting;
        }
        Optional<Outcome> outcome = outcome(parts[0]);
        if (outcome.isEmpty()) {
            return finished(parts[0]).map(output -> number(output, parts[1])).orElse(OptionalDouble.empty());
        }
        return switch (parts[1]) {
            case "expansions" -> OptionalDouble.of(outcome.get().expanded());
            case "candidates" -> OptionalDouble.of((double) outcome.get().expanded() * tokens.size());
            case "cost" -> OptionalDouble.of(cost(parts[0]));
            case "ms" -> OptionalDouble.of(outcome.get().nanos() / NANOS_A_MILLISECOND);
            case "error" -> comparison.exact().isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(comparison.searchError(outcome.get()).orElse(0));
            default -> number(outcome.get().best(), parts[1]);
        };
    }

    /** How the search went about it. */
    private OptionalDouble setting(String address) {
        if (!address.startsWith("search.")) {
            return OptionalDouble.empty();
        }
        return switch (address.substring("search.".length())) {
            case "k" -> OptionalDouble.of(comparison.width());
            case "alpha" -> OptionalDouble.of(comparison.settings().lengthPenalty().alpha());
            case "L" -> OptionalDouble.of(comparison.settings().maximumLength());
            case "V'" -> OptionalDouble.of(tokens.size());
            case "steps" -> OptionalDouble.of(comparison.tree().rounds().size());
            default -> OptionalDouble.empty();
        };
    }

    /** {@code sampling.2.share} of an output that was drawn, {@code sampling.distinct} of all. */
    private OptionalDouble sampling(String[] parts) {
        Optional<Samples> samples = comparison.samples();
        if (samples.isEmpty()) {
            return OptionalDouble.empty();
        }
        SamplingSettings settings = samples.get().settings();
        if (parts[0].equals("sampling")) {
            return switch (parts[1]) {
                case "distinct" -> OptionalDouble.of(samples.get().outputs().size());
                case "count" -> OptionalDouble.of(settings.count());
                case "covered" -> OptionalDouble.of(samples.get().probability());
                case "temperature" -> OptionalDouble.of(settings.temperature());
                case "top-k" -> OptionalDouble.of(settings.topK());
                case "seed" -> OptionalDouble.of(settings.seed());
                default -> OptionalDouble.empty();
            };
        }
        return sample(parts[0]).map(sample -> switch (parts[1]) {
            case "count" -> OptionalDouble.of(sample.count());
            case "share" -> OptionalDouble.of(samples.get().share(sample));
            default -> number(sample.output(), parts[1]);
        }).orElse(OptionalDouble.empty());
    }

    private OptionalDouble number(Hypothesis output, String name) {
        return switch (name) {
            case "score" -> OptionalDouble.of(comparison.settings().lengthPenalty().score(output));
            case "logp" -> OptionalDouble.of(output.logProbability());
            case "p" -> OptionalDouble.of(Math.exp(output.logProbability()));
            case "length" -> OptionalDouble.of(output.length());
            case "cut" -> OptionalDouble.of(output.cut() ? 1 : 0);
            default -> OptionalDouble.empty();
        };
    }

    /** How many candidates texts say that a search looks at. */
    private double cost(String method) {
        return switch (method.equals("search") ? state.method().label() : method) {
            case "greedy" -> space().greedyCandidates();
            case "beam" -> space().beamCandidates(comparison.width());
            case "sampling" -> space().beamCandidates(comparison.samples().orElseThrow().settings().count());
            default -> space().sequences().doubleValue();
        };
    }

    private SearchSpace space() {
        return new SearchSpace(tokens.size(), comparison.settings().maximumLength());
    }

    private Optional<Outcome> outcome(String method) {
        return switch (method) {
            case "search" -> outcome(state.method().label());
            case "greedy" -> Optional.of(comparison.greedy());
            case "beam" -> Optional.of(comparison.beam());
            case "exhaustive" -> comparison.exact();
            case "sampling" -> comparison.samples().map(samples -> new Outcome(samples.outputs().getFirst().output(), samples.expanded(), samples.nanos()));
            default -> Optional.empty();
        };
    }

    /** {@code finished.2}: what the beam finished, the best first. */
    private Optional<Hypothesis> finished(String address) {
        return numbered("finished.", address, comparison.tree().finished());
    }

    /** {@code sampling.2}: what was drawn, the most frequent first. */
    private Optional<Sample> sample(String address) {
        return numbered("sampling.", address, comparison.samples().map(Samples::outputs).orElse(List.of()));
    }

    private static <T> Optional<T> numbered(String name, String address, List<T> all) {
        if (!address.startsWith(name) || !address.substring(name.length()).matches("\\d{1,4}")) {
            return Optional.empty();
        }
        int place = Integer.parseInt(address.substring(name.length()));
        return place >= 1 && place <= all.size() ? Optional.of(all.get(place - 1)) : Optional.empty();
    }

    /** What stands before the last dot, and behind it. */
    private static String[] parts(String address) {
        int dot = address.lastIndexOf('.');
        return dot < 0 ? new String[] {address, ""} : new String[] {address.substring(0, dot), address.substring(dot + 1)};
    }
}
