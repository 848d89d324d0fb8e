package seq2see.app.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import seq2see.app.lesson.Finding.Found;
import seq2see.app.theme.Text;
import seq2see.corpus.InputException;
import seq2see.lesson.Directive;
import seq2see.lesson.Exercise;
import seq2see.lesson.LessonStep;
import seq2see.lesson.Setting;
import seq2see.model.CellType;
import seq2see.model.ModelConfig;
import seq2see.tensor.Axis;
import seq2see.tensor.Grid;
import seq2see.tensor.Shape;
import seq2see.trace.Trace;

/** Makes of an exercise the {@link Task} that it is with the model of this moment. */
public final class TaskReader {
    /** The kinds of exercises, each with its keys. */
    private static final Map<String, Set<String>> KEYS = Map.of(
            "which", Set.of("among", "of"), "compare", Set.of("first", "second"), "number", Set.of("of", "low", "high", "within"),
            "mask", Set.of("lengths", "positions"), "loss", Set.of("losses", "lengths", "within"),
            "shape", Set.of("of"), "order", Set.of(), "beam", Set.of("step"), "judge", Set.of("so"), "change", Set.of("set", "so"));
    /** The moment that is gone to when an answer was given; every kind may have it. */
    public static final String REVEAL = "reveal";
    private static final int MOST_CELLS = 40;
    private static final List<String> GATES = Arrays.stream(CellType.values()).flatMap(cell -> cell.gateNames().stream())
            .filter(CellType::isGate).distinct().toList();

    private final LessonStep step;
    private final Exercise exercise;
    private final Facts facts;

    private TaskReader(LessonStep step, Facts facts) {
        this.step = step;
        this.exercise = step.exercise().orElseThrow();
        this.facts = facts;
    }

    /** @throws Found where the step's exercise asks for something that is not there */
    static Task checked(LessonStep step, Facts facts) throws Found {
        return new TaskReader(step, facts).read();
    }

    /** The task of a step's exercise that was checked; empty where the model has changed so much that it no longer makes sense. */
    public static Optional<Task> of(LessonStep step, Facts facts) {
        try {
            return Optional.of(checked(step, facts));
        } catch (Found _) {
            return Optional.empty();
        }
    }

    private Task read() throws Found {
        Setting kind = exercise.kind();
        Set<String> keys = KEYS.get(kind.value());
        if (keys == null) {
            throw found(kind, "lesson.exerciseKind", kind.value(), KEYS.keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        for (Map.Entry<String, Setting> given : exercise.settings().entrySet()) {
            if (!keys.contains(given.getKey()) && !given.getKey().equals(REVEAL)) {
                throw found(given.getValue(), "lesson.directiveKey", "ask " + kind.value(), given.getKey(),
                        keys.stream().sorted().collect(Collectors.joining(", ")));
            }
        }
        return switch (kind.value()) {
            case "which" -> which();
            case "compare" -> new Task.Compare(facts, fact("first"), fact("second"));
            case "number" -> number();
            case "mask" -> mask();
            case "loss" -> loss();
            case "shape" -> shape();
            case "beam" -> beam();
            case "change" -> change();
            case "judge" -> JudgeTask.of(facts, Condition.of(setting("so")));
            default -> Task.Order.ofTraining(facts);
        };
    }

    private Task number() throws Found {
        double low = plain("low");
        double high = plain("high");
        double within = plain("within");
        if (low >= high || within < 0) {
            throw found(exercise.settings().get("high"), "lesson.range");
        }
        return new Task.Number(facts, fact("of"), low, high, within, Map.of());
    }

    private Task change() throws Found {
        Setting set = setting("set");
        ChangeTask task = new ChangeTask(facts, step, ExperimentState.changes(set).stream()
                .map(changes -> new ChangeTask.Knob(changes.getFirst().key(), changes)).toList(), Condition.of(setting("so")), Optional.empty());
        Optional<ChangeTask.Knob> stranger = task.knobs().stream()
                .filter(knob -> !Directive.Kind.MODEL.knows(knob.key()) && !Directive.Kind.VIEW.knows(knob.key())).findFirst();
        if (stranger.isPresent() || !task.isSmall()) {
            throw found(set, "lesson.set", stranger.map(ChangeTask.Knob::key).orElse(set.value()));
        }
        return task;
    }

    private Task beam() throws Found {
        Setting place = setting("step");
        int step = wholes(place, place.value()).getFirst();
        SearchFacts search = facts.search().orElseThrow(() -> found(place, "lesson.noSearch"));
        if (step < 1 || step > search.comparison().tree().rounds().size()) {
            throw found(place, "lesson.noMoment", "search." + place.value());
        }
        return BeamTask.of(facts, search, step);
    }

    private Task which() throws Found {
        Setting among = setting("among");
        Setting of = setting("of");
        if (among.value().equals("target") && step.run().filter(run -> run.argument().value().equals("train")).isPresent()) {
            // While the model learns, the output has now more tokens and now fewer.
            throw found(among, "lesson.amongTarget");
        }
        if (among.value().equals("gate")) {
            return gates(of);
        }
        Grid grid = facts.grid(of.value()).orElseThrow(() -> found(of, "lesson.noMoment", of.value()));
        Trace trace = facts.trace().orElseThrow();
        List<String> options = switch (among.value()) {
            case "source" -> trace.source().tokens();
            case "target" -> trace.outputTokens();
            case "vocabulary" -> facts.snapshot().plan().codec().targetVocabulary().tokens();
            case "unit" -> IntStream.rangeClosed(1, grid.columns()).mapToObj(String::valueOf).toList();
            default -> throw found(among, "lesson.among", among.value());
        };
        if (options.size() != grid.columns() || options.size() > MOST_CELLS) {
            throw found(among, "lesson.optionCount", among.value(), options.size(), grid.columns(), MOST_CELLS);
        }
        return new Task.Which(facts, options, grid, switch (among.value()) {
            case "source", "target" -> OptionalInt.of(1);
            case "vocabulary" -> OptionalInt.of(0);
            default -> OptionalInt.empty();
        });
    }

    /** Which gate of a layer at a moment is most open on average over its units. */
    private Task gates(Setting of) throws Found {
        List<String> gates = GATES.stream().filter(gate -> facts.grid(of.value() + "." + gate).isPresent()).toList();
        if (gates.isEmpty()) {
            throw found(of, "lesson.noGates", of.value());
        }
        float[] open = new float[gates.size()];
        for (int gate = 0; gate < open.length; gate++) {
            Grid values = facts.grid(of.value() + "." + gates.get(gate)).orElseThrow();
            open[gate] = (float) IntStream.range(0, values.columns()).mapToDouble(values::get).average().orElseThrow();
        }
        return new Task.Which(facts, gates.stream().map(gate -> Text.of("moment.part." + gate)).toList(),
                Grid.copyOf(Axis.LAYER, 1, Axis.HIDDEN, open.length, open, 0), OptionalInt.empty());
    }

    private Task mask() throws Found {
        Setting place = setting("lengths");
        List<Integer> lengths = wholes(place, place.value());
        int columns = wholes(setting("positions"), setting("positions").value()).getFirst();
        if (columns < 1 || (long) lengths.size() * columns > MOST_CELLS || lengths.stream().anyMatch(length -> length < 1 || length > columns)
                || lengths.stream().allMatch(length -> length == columns)) {
            throw found(place, "lesson.lengths", place.value(), columns);
        }
        return new Task.Mask(facts, lengths, columns, MaskedMeans.mask(lengths, columns));
    }

    private Task loss() throws Found {
        Setting place = setting("losses");
        Setting lengthsPlace = setting("lengths");
        List<List<Double>> rows = new ArrayList<>();
        for (String row : place.value().split("\\|")) {
            rows.add(numbers(place, row));
        }
        List<Integer> lengths = wholes(lengthsPlace, lengthsPlace.value());
        int columns = rows.getFirst().size();
        boolean rectangular = rows.stream().allMatch(row -> row.size() == columns && row.stream().allMatch(loss -> loss > 0 && loss < 50));
        if (!rectangular || lengths.size() != rows.size() || lengths.stream().anyMatch(length -> length < 1 || length > columns)) {
            throw found(lengthsPlace, "lesson.losses");
        }
        MaskedMeans means = MaskedMeans.of(rows, lengths);
        return new Task.Number(facts, means.masked(), 0, rows.stream().flatMap(List::stream).mapToDouble(Double::doubleValue).max().orElseThrow(),
                plain("within"), Map.of("unmasked", Facts.written(means.unmasked()), "sum", Facts.written(means.sum()),
                "count", String.valueOf(means.count()), "cells", String.valueOf(rows.size() * columns)));
    }

    private Task shape() throws Found {
        Setting of = setting("of");
        Shape shape = shape(of.value(), facts.snapshot().plan().config(), facts.snapshot().plan().batchSize(), facts.trace().orElseThrow().sourceTime())
                .orElseThrow(() -> found(of, "lesson.shape", of.value()));
        return Task.ShapeOf.of(facts, shape);
    }

    /** The shape that a batch has there in the engine; a test holds it against a batch that went through. */
    static Optional<Shape> shape(String name, ModelConfig config, int sentences, int time) {
        return switch (name) {
            case "source" -> Optional.of(Shape.of(Axis.BATCH, sentences, Axis.SOURCE_TIME, time));
            case "embedded" -> Optional.of(Shape.of(Axis.SOURCE_TIME, time, Axis.BATCH, sentences, Axis.EMBEDDING, config.embeddingSize()));
            case "outputs" -> Optional.of(Shape.of(Axis.SOURCE_TIME, time, Axis.BATCH, sentences, config.bidirectional() ? Axis.CONTEXT : Axis.HIDDEN, config.contextSize()));
            case "state" -> Optional.of(Shape.of(Axis.LAYER, config.directions() * config.layers(), Axis.BATCH, sentences, Axis.HIDDEN, config.hiddenSize()));
            case "logits" -> Optional.of(Shape.of(Axis.BATCH, sentences, Axis.TARGET_VOCABULARY, config.targetVocabulary()));
            default -> Optional.empty();
        };
    }

    private Setting setting(String key) throws Found {
        Setting setting = exercise.settings().get(key);
        if (setting == null || setting.value().isEmpty()) {
            throw found(exercise.kind(), "lesson.exerciseLacks", key);
        }
        return setting;
    }

    private double fact(String key) throws Found {
        return Condition.number(setting(key), facts);
    }

    private double plain(String key) throws Found {
        Setting setting = setting(key);
        return numbers(setting, setting.value()).getFirst();
    }

    private List<Integer> wholes(Setting place, String text) throws Found {
        List<Double> numbers = numbers(place, text.replace(',', ' '));
        if (numbers.stream().anyMatch(number -> number != number.intValue())) {
            throw found(place, "lesson.noWhole", exercise.kind().value(), text.strip());
        }
        return numbers.stream().map(Double::intValue).toList();
    }

    private List<Double> numbers(Setting place, String text) throws Found {
        try {
            List<Double> numbers = Arrays.stream(text.strip().split("\\s+")).map(Double::valueOf).toList();
            if (numbers.stream().allMatch(Double::isFinite)) {
                return numbers;
            }
        } catch (NumberFormatException _) {
            // Told below.
        }
        throw found(place, "lesson.noNumber", exercise.kind().value(), text.strip());
    }

    private static Found found(Setting at, String key, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = at.place();
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new Found(at.place(), new InputException(key, all));
    }
}
