package seq2see.search;

import seq2see.corpus.InputException;

/** A search came to a prefix that a table of probabilities says nothing about. */
public final class UnknownPrefixException extends RuntimeException {
    private final InputException problem;

    UnknownPrefixException(InputException problem) {
        super(problem);
        this.problem = problem;
    }

    /** What a person is told. */
    public InputException problem() {
        return problem;
    }
}
