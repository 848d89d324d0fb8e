package seq2see.search;

import java.util.ArrayList;
import java.util.List;
import seq2see.search.ReferenceSearch.Output;

/** Which candidates survive each step of a search, in the order in which they are told. */
final class Survivors implements SearchObserver {
    private final List<List<Output>> steps = new ArrayList<>();

    List<List<Output>> steps() {
        return steps;
    }

    private void add(Prefix candidate) {
        while (steps.size() < candidate.length()) {
            steps.add(new ArrayList<>());
        }
        steps.get(candidate.length() - 1).add(new Output(candidate.tokenIds(), candidate.logProbability()));
    }

    @Override
    public void kept(Prefix candidate) {
        add(candidate);
    }

    @Override
    public void finished(Prefix candidate, boolean cut) {
        add(candidate);
    }
}
