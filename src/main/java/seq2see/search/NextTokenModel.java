package seq2see.search;

/** Anything that tells how probable each next token is: one or more sentences, in step with each other. */
public interface NextTokenModel {
    /** How many sentences run side by side. */
    int rows();

    /** V′. */
    int vocabularySize();

    /** What each sentence is fed first. */
    int beginToken();

    /** What ends a sentence. */
    int endToken();

    /**
     * Feeds each row a token and tells what may follow.
     *
     * @param tokenIds one for each row
     * @return natural logarithms of the probabilities, (rows, V′) row by row; overwritten by the next call
     */
    double[] advance(int[] tokenIds);
}
