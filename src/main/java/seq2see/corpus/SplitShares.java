package seq2see.corpus;

/**
 * How a corpus is parted.
 *
 * @param validation the share of the distinct sources that validate, 0 to 0.9
 * @param test       the share that is kept for a test at the end
 */
public record SplitShares(double validation, double test) {
    public static final SplitShares USUAL = new SplitShares(0.1, 0);
    /** What each share, and both together, may be. */
    public static final Limits SHARE = new Limits(0, 0.9);

    /** Refuses shares that leave nothing, naming what they are. */
    public SplitShares checked(String validationName, String testName) throws InputException {
        SHARE.check(validationName, validation);
        SHARE.check(testName, test);
        SHARE.check(validationName + " + " + testName, validation + test);
        return this;
    }
}
