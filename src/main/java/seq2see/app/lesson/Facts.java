package seq2see.app.lesson;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import seq2see.app.theme.Numbers;
import seq2see.model.ModelConfig;
import seq2see.tensor.Grid;
import seq2see.trace.Trace;
import seq2see.training.Translation;
import seq2see.training.TrainingSnapshot;

/**
 * What a lesson can say of the engine, by address: {@code T}, {@code output}, {@code source.3}, {@code p.2},
 * {@code decoder.2.attentionWeights.4}. Positions count from 1. The addresses stand in docs/lessons.md.
 */
public final class Facts {
    private static final String LARGEST = "largest";
    private static final String SUM = "sum";

    private final TrainingSnapshot snapshot;
    private final Optional<Trace> trace;
    private final List<FactSource> sources;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Function<TrainingSnapshot, OptionalDouble>> numbers = Map.of(
            "steps", shown -> OptionalDouble.of(shown.trainingStep()),
            "loss", TrainingSnapshot::trainingLoss,
            "validation", TrainingSnapshot::validationLoss,
            "held-out", shown -> OptionalDouble.of(shown.plan().validation().size()),
            "pairs", shown -> OptionalDouble.of(shown.plan().training().size()),
            "parameters", shown -> OptionalDouble.of(shown.plan().parameterCount()));

    /** The facts of a model as it looks at its sentence, and those of what else the step computes. */
    public Facts(TrainingSnapshot snapshot, List<FactSource> sources) {
        this.snapshot = snapshot;
        this.sources = List.copyOf(sources);
        this.trace = snapshot.translation().map(Translation::trace);
        snapshot.translation().ifPresent(translation -> {
            texts.put("source", translation.source());
            texts.put("output", translation.text());
            texts.put("reference", String.join(" / ", translation.references()));
        });
    }

    private Facts(Facts other, Map<String, String> more) {
        this.snapshot = other.snapshot;
        this.trace = other.trace;
        this.sources = other.sources;
        this.texts.putAll(other.texts);
        this.texts.putAll(more);
    }

    /** The same and some more, such as the answer that was given. */
    Facts with(Map<String, String> more) {
        return new Facts(this, more);
    }

    /** The same and what another source says. */
    Facts with(FactSource more) {
        Facts both = new Facts(snapshot, Stream.concat(sources.stream(), Stream.of(more)).toList());
        both.texts.putAll(texts);
        return both;
    }

    public Optional<Trace> trace() {
        return trace;
    }

    TrainingSnapshot snapshot() {
        return snapshot;
    }

    /** What is written in a fact's place; empty where there is no such thing. */
    public Optional<String> text(String address) {
        if (texts.containsKey(address)) {
            return Optional.of(texts.get(address));
        }
        Optional<String> token = token(address);
        if (token.isPresent()) {
            return token;
        }
        Optional<String> further = sources.stream().flatMap(source -> source.text(address).stream()).findFirst();
        if (further.isPresent()) {
            return further;
        }
        OptionalDouble number = number(address);
        return number.isPresent() ? Optional.of(written(number.getAsDouble())) : Optional.empty();
    }

    /** A number as prose writes it. */
    static String written(double number) {
        if (Math.abs(number - Math.rint(number)) < 1e-6 && Math.abs(number) >= 0.5 && Math.abs(number) < 1e12 || number == 0) {
            return Numbers.count(Math.round(number));
        }
        return Math.abs(number) >= 0.1 ? Numbers.fixed(number, 2) : Numbers.significant(number, 2);
    }

    /** {@code source.3}, {@code output.2} and, for the likeliest token of a step, {@code decoder.2.probabilities.token}. */
    private Optional<String> token(String address) {
        String[] parts = address.split("\\.");
        if (parts.length != 2 || trace.isEmpty()) {
            return Optional.empty();
        }
        return switch (parts[0]) {
            case "source" -> at(trace.get().source().tokens(), parts[1]);
            case "output" -> at(trace.get().outputTokens(), parts[1]);
            default -> Optional.empty();
        };
    }

    /** The search that the step carries out. */
    public Optional<SearchFacts> search() {
        return sources.stream().filter(SearchFacts.class::isInstance).map(SearchFacts.class::cast).findFirst();
    }

    /** The number at an address; empty where there is none. */
    public OptionalDouble number(String address) {
        OptionalDouble further = sources.stream().map(source -> source.number(address)).filter(OptionalDouble::isPresent).findFirst()
                .orElse(OptionalDouble.empty());
        return further.isPresent() ? further : ownNumber(address);
    }

    private OptionalDouble ownNumber(String address) {
        if (numbers.containsKey(address)) {
            return numbers.get(address).apply(snapshot);
        }
        OptionalDouble size = size(address);
        if (size.isPresent() || trace.isEmpty()) {
            return size;
        }
        Sureness sureness = new Sureness(trace.get());
        return switch (address) {
            case "p" -> OptionalDouble.of(Math.exp(sureness.logProbability()));
            case "cost" -> OptionalDouble.of(-sureness.logProbability());
            case "nll" -> OptionalDouble.of(-sureness.logProbability() / trace.get().targetTime());
            default -> part(address, sureness);
        };
    }

    private OptionalDouble size(String address) {
        ModelConfig config = snapshot.plan().config();
        Integer size = switch (address) {
            case "N" -> Integer.valueOf(snapshot.plan().batchSize());
            case "D" -> Integer.valueOf(config.embeddingSize());
            case "H" -> Integer.valueOf(config.hiddenSize());
            case "L" -> Integer.valueOf(config.layers());
            case "C" -> Integer.valueOf(config.contextSize());
            case "V" -> Integer.valueOf(config.sourceVocabulary());
            case "V'" -> Integer.valueOf(config.targetVocabulary());
            case "T" -> trace.map(Trace::sourceTime).orElse(null);
            case "T'" -> trace.map(Trace::targetTime).orElse(null);
            default -> null;
        };
        return size == null ? OptionalDouble.empty() : OptionalDouble.of(size);
    }

    /** {@code source.3.id}, {@code p.2}, {@code cost.2} (−log p), and a value of a grid: {@code decoder.2.attentionWeights.4}, {@code ….largest}. */
    private OptionalDouble part(String address, Sureness sureness) {
        int dot = address.lastIndexOf('.');
        if (dot < 0) {
            return OptionalDouble.empty();
        }
        String head = address.substring(0, dot);
        String tail = address.substring(dot + 1);
        if (tail.equals("id") && head.startsWith("source.")) {
            return index(head.substring("source.".length()), trace.orElseThrow().sourceTime())
                    .map(position -> OptionalDouble.of(trace.orElseThrow().source().ids().get(position))).orElse(OptionalDouble.empty());
        }
        if (head.equals("p") || head.equals("cost")) {
            return index(tail, trace.orElseThrow().targetTime()).map(step -> OptionalDouble.of(
                    head.equals("p") ? Math.exp(sureness.logProbability(step)) : -sureness.logProbability(step))).orElse(OptionalDouble.empty());
        }
        Optional<Grid> grid = grid(head);
        if (grid.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (tail.equals(SUM)) {
            double sum = 0;
            for (int column = 0; column < grid.get().columns(); column++) {
                sum += grid.get().get(column);
            }
            return OptionalDouble.of(sum);
        }
        if (tail.equals("width")) {
            return OptionalDouble.of(grid.get().columns());
        }
        Optional<Integer> column = tail.equals(LARGEST) ? Optional.of(largest(grid.get())) : index(tail, grid.get().columns());
        return column.map(found -> OptionalDouble.of(grid.get().get(found))).orElse(OptionalDouble.empty());
    }

    /** The numbers that a moment has computed; empty where it is no moment of this sentence. */
    public Optional<Grid> grid(String moment) {
        return trace.flatMap(shown -> TraceParts.grid(shown, moment));
    }

    /** Where a grid of one row is largest, from 0. */
    static int largest(Grid grid) {
        int best = 0;
        for (int column = 1; column < grid.columns(); column++) {
            if (grid.get(column) > grid.get(best)) {
                best = column;
            }
        }
        return best;
    }

    private static Optional<String> at(List<String> tokens, String position) {
        return index(position, tokens.size()).map(tokens::get);
    }

    /** A position written from 1, as an index from 0. */
    private static Optional<Integer> index(String position, int size) {
        if (!position.matches("\\d{1,6}")) {
            return Optional.empty();
        }
        int index = Integer.parseInt(position) - 1;
        return index >= 0 && index < size ? Optional.of(index) : Optional.empty();
    }
}
