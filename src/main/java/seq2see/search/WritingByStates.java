package seq2see.search;

import java.util.Arrays;
import java.util.List;
import seq2see.search.NextTokenModel.Continuation;
import seq2see.search.NextTokenModel.State;
import seq2see.search.NextTokenModel.Writing;

/** Writes with a model that only knows states: where a row is, is the state that it gave last. */
final class WritingByStates implements Writing {
    private final NextTokenModel model;
    private List<? extends State> states;
    private List<Continuation> next;

    WritingByStates(NextTokenModel model, List<? extends State> states) {
        this.model = model;
        this.states = states;
    }

    @Override
    public void feed(int[] origins, int[] tokenIds, int count) {
        next = model.advance(Arrays.stream(origins, 0, count).mapToObj(states::get).toList(), Arrays.copyOf(tokenIds, count));
        states = next.stream().map(Continuation::state).toList();
    }

    @Override
    public double[] logProbabilities(int row) {
        return next.get(row).logProbabilities();
    }

    @Override
    public Continuation continuation(int row) {
        return next.get(row);
    }
}
