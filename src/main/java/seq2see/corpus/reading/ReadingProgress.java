package seq2see.corpus.reading;

import java.util.concurrent.CancellationException;

/** Hears how far long work has come, often and on the thread that works, and may end it. */
@FunctionalInterface
public interface ReadingProgress {
    /** For whoever does not want to know. */
    ReadingProgress NONE = share -> { };

    /**
     * @param share of the work that is done, 0 to 1
     * @throws CancellationException to end the work
     */
    void at(double share);
}
