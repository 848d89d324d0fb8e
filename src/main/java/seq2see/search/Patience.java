package seq2see.search;

import java.util.List;
import java.util.concurrent.CancellationException;

/** Ends a search that has expanded more than so many prefixes. */
public final class Patience implements SearchObserver {
    private long left;

    public Patience(long mostExpansions) {
        left = mostExpansions;
    }

    @Override
    public void expanded(List<Expansion> round) {
        left -= round.size();
        if (left < 0) {
            throw new CancellationException();
        }
    }
}
