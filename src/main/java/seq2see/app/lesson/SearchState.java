package seq2see.app.lesson;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import seq2see.app.lab.search.SearchChoice;
import seq2see.app.lesson.Finding.Found;
import seq2see.corpus.Choice;
import seq2see.corpus.InputException;
import seq2see.corpus.Limits;
import seq2see.lesson.Directive;
import seq2see.lesson.Setting;
import seq2see.search.SampleTable;
import seq2see.search.SamplingSettings;

/**
 * What a step searches.
 *
 * @param method whose outcome the facts {@code search.…} tell
 */
public record SearchState(SearchChoice choice, Method method) {
    private static final Limits WIDTH = new Limits(1, 10);
    private static final Limits LENGTH = new Limits(1, 60);
    private static final Limits ALPHA = new Limits(0, 1.5);
    private static final Limits TOP_K = new Limits(0, 1_000);
    private static final Limits COUNT = new Limits(1, 1_000);
    private static final Limits SEED = new Limits(0, 1_000_000);
    private static final String NO_TABLE = "none";

    /** A way to search. */
    public enum Method {
        GREEDY, BEAM, EXHAUSTIVE, SAMPLING;

        static Method named(String name) throws InputException {
            return Choice.named("search", name, List.of(values()), Method::label);
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Understands the lines of a view; those of a run, where there is one, go before them. */
    static SearchState of(Directive view, Optional<Directive> run) throws Found {
        Lines lines = Lines.of(view);
        run.ifPresent(lines::and);
        Optional<SampleTable> table = table(lines);
        Method method = lines.value("search", Method.BEAM, Method::named);
        int width = lines.whole("beam-width", table.map(SampleTable::beamWidth).orElse(2), WIDTH);
        Integer length = lines.whole("max-length", table.map(SampleTable::maximumLength).orElse(null), LENGTH);
        double alpha = lines.number("alpha", table.map(SampleTable::alpha).orElse(0.75), ALPHA);
        return new SearchState(new SearchChoice(table, method == Method.GREEDY ? 1 : width, alpha, Optional.ofNullable(length),
                method == Method.SAMPLING ? Optional.of(sampling(lines)) : Optional.empty()), method);
    }

    private static SamplingSettings sampling(Lines lines) throws Found {
        SamplingSettings usual = SamplingSettings.USUAL;
        return new SamplingSettings(lines.number("temperature", usual.temperature(), SamplingSettings.TEMPERATURE), lines.whole("top-k", usual.topK(), TOP_K),
                lines.whole("count", usual.count(), COUNT), lines.whole("seed", (int) usual.seed(), SEED));
    }

    private static Optional<SampleTable> table(Lines lines) throws Found {
        Optional<Setting> name = lines.setting("table").filter(setting -> !setting.value().equals(NO_TABLE));
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<SampleTable> table = SampleTable.all().stream().filter(one -> one.file().equals(name.get().value() + ".json")).findFirst();
        if (table.isEmpty()) {
            throw new Found(name.get().place(), new InputException("lesson.table", name.get().place(), name.get().value(),
                    SampleTable.all().stream().map(one -> one.file().replace(".json", "")).collect(Collectors.joining(", "))));
        }
        return table;
    }
}
