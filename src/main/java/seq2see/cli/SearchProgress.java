package seq2see.cli;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import seq2see.corpus.InputException;
import seq2see.search.Expansion;
import seq2see.search.SearchObserver;
import seq2see.search.SearchSpace;

/** Says on standard error how much an exhaustive search has before it, and how far it has come. */
final class SearchProgress implements SearchObserver {
    private static final long REDRAW_NANOS = 500_000_000;
    private static final String ERASE_LINE = "\r\u001B[K";

    private final Terminal terminal;
    private long expanded;
    private long toldAt = System.nanoTime();

    private SearchProgress(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Carries out a search.
     *
     * @param space what there is to search
     * @throws InputException where the budget does not suffice, or the model does not know a prefix
     */
    static <T> T watch(Terminal terminal, SearchOptions options, SearchSpace space, Function<SearchObserver, T> search) throws InputException {
        if (!options.isExhaustive()) {
            return search.apply(NONE);
        }
        terminal.errors().println(space.vocabularySize() + "^" + space.maximumLength() + " = " + space.written() + " sequences");
        terminal.errors().flush();
        try {
            return options.carryOut(() -> search.apply(new SearchProgress(terminal)));
        } finally {
            if (terminal.interactive()) {
                terminal.errors().print(ERASE_LINE);
                terminal.errors().flush();
            }
        }
    }

    @Override
    public void expanded(List<Expansion> round) {
        expanded += round.size();
        if (terminal.interactive() && System.nanoTime() - toldAt >= REDRAW_NANOS) {
            toldAt = System.nanoTime();
            terminal.errors().print(ERASE_LINE + String.format(Locale.ROOT, "%,d prefixes expanded", expanded));
            terminal.errors().flush();
        }
    }
}
