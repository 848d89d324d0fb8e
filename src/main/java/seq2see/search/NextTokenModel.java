package seq2see.search;

import java.util.List;

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
     * Rows written side by side, in their places. Nothing is kept of what was, so nothing is made: for a search that never
     * goes back.
     */
    interface Writing {
        /**
         * Feeds rows a token each: row i goes on from where row {@code origins[i]} is.
         *
         * @param origins rows, in any order and as often as wanted
         * @param count   how many rows there are from now on; both arrays may be longer
         */
        void feed(int[] origins, int[] tokenIds, int count);

        /** (V′) natural logarithms of a row's next token's probabilities; not to be changed, and gone when others are asked for. */
        double[] logProbabilities(int row);

        /** What follows a row, to be kept. */
        Continuation continuation(int row);
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

    /** Begins to write a row for each state; nothing else is asked of the model meanwhile. */
    default Writing write(List<? extends State> states) {
        return new WritingByStates(this, states);
    }
}
