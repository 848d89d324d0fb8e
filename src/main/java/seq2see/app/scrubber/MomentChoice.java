package seq2see.app.scrubber;

import seq2see.trace.Moment;

/** Goes to moments. */
public interface MomentChoice {
    /** Goes to a moment of the tab in front, or the one that comes nearest to it. */
    void go(Moment moment);

    /** Has tabs that come to the front later stand on this moment. */
    void prepare(Moment moment);
}
