package seq2see.corpus.reading;

import java.io.IOException;
import seq2see.corpus.InputException;

/** The records of a corpus, one after the other. */
interface Rows extends AutoCloseable {
    /** The next record, or null at the end. Blank lines are none. */
    Row next() throws IOException, InputException;

    /** How many blank lines were passed over so far. */
    long blankLines();

    /** How many sides held HTML so far, of which the text was taken. */
    default long markup() {
        return 0;
    }

    @Override
    void close() throws IOException;
}
