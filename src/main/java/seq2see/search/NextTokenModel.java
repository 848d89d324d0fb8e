package seq2see.search;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Anything that tells how probable each next token is, given the tokens so far. What it remembers of those is a
 * {@link State} that never changes, so a search goes on from whichever it likes, as often as it likes.
 */
public interface NextTokenModel {
    /** What the model remembers of one sentence and the tokens that it was fed; immutable. */
    interface State {
    }

    /**
     * What follows once a state was fed a token.
     *
     * @param state            what the model remembers from then on
     * @param logProbabilities (V′) natural logarithms of the next token's probabilities; not to be changed
     */
    record Continuation(State state, double[] logProbabilities) {
    }

    /**
     * All sentences written side by side, each going on from where it is. Nothing is kept of what was, so nothing is made:
     * for a search that never goes back.
     */
    interface Writing {
        /**
         * Feeds each sentence a token.
         *
         * @param tokenIds one for each sentence
         */
        void feed(int[] tokenIds);

        /** (V′) natural logarithms of a sentence's next token's probabilities; not to be changed, and gone when others are asked for. */
        double[] logProbabilities(int sentence);
    }

    /** How many sentences there are to write for. */
    int sentences();

    /** V′. */
    int vocabularySize();

    /** What each sentence is fed first. */
    int beginToken();

    /** What ends a sentence; none of the ids where nothing does. */
    int endToken();

    /** What is remembered of a sentence, from 0, before anything was fed. */
    State begin(int sentence);

    /**
     * Feeds each of several states a token, all at once. What stands beside a state does not change what follows it.
     *
     * @param tokenIds one for each state
     * @return one continuation for each state, in their order
     */
    List<Continuation> advance(List<? extends State> states, int[] tokenIds);

    /**
     * The same for a search that goes on with these states only, and does not look back.
     *
     * @param used what the last call gave, among it these states, or nothing: it may be written over
     */
    default List<Continuation> advance(List<? extends State> states, int[] tokenIds, List<Continuation> used) {
        return advance(states, tokenIds);
    }

    /** Begins to write for all sentences, before anything was fed; nothing else is asked of the model meanwhile. */
    default Writing write() {
        return new Writing() {
            private List<State> states = IntStream.range(0, sentences()).mapToObj(sentence -> begin(sentence)).toList();
            private List<Continuation> next;

            @Override
            public void feed(int[] tokenIds) {
                next = advance(states, tokenIds);
                states = next.stream().map(Continuation::state).toList();
            }

            @Override
            public double[] logProbabilities(int sentence) {
                return next.get(sentence).logProbabilities();
            }
        };
    }
}
