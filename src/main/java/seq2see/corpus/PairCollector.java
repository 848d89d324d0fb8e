package seq2see.corpus;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import seq2see.corpus.ReadingReport.Problem;
import seq2see.corpus.ReadingReport.Reason;

/** Takes the pairs of a corpus one by one: keeps those that can be used and reports the others. */
final class PairCollector {
    /**
     * The longest side of a pair, in characters (Unicode code points). A longer one is no sentence, and attention keeps a
     * number for each source token at each target token, so that one pair of long sides could fill the memory.
     */
    static final int LONGEST_SIDE = 1_000;
    private static final int EXCERPT = 40;

    private final List<SentencePair> pairs = new ArrayList<>();
    private final Set<List<String>> seen = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    /**
     * Takes both sides of a line, white space at their ends included.
     *
     * @param line as it is reported where no pair comes of it
     */
    void take(long number, String source, String target, String line) {
        SentencePair pair = new SentencePair(Graphemes.strip(source), Graphemes.strip(target), number);
        if (pair.source().isEmpty() || pair.target().isEmpty()) {
            leaveOut(number, Reason.EMPTY_SIDE, line);
        } else if (isLong(pair.source()) || isLong(pair.target())) {
            leaveOut(number, Reason.TOO_LONG, line);
        } else if (!seen.add(List.of(pair.source(), pair.target()))) {
            leaveOut(number, Reason.DUPLICATE_PAIR, line);
        } else {
            pairs.add(pair);
        }
    }

    private static boolean isLong(String side) {
        return side.codePointCount(0, side.length()) > LONGEST_SIDE;
    }

    /** Reports a line that gives no pair. */
    void leaveOut(long number, Reason reason, String line) {
        int end = Math.min(line.length(), EXCERPT);
        boolean cutsCharacter = end < line.length() && Character.isLowSurrogate(line.charAt(end));
        problems.add(new Problem(number, reason, line.substring(0, cutsCharacter ? end - 1 : end)));
    }

    /** Lines that could have been pairs. */
    long read() {
        return pairs.size() + problems.size();
    }

    /**
     * What was taken.
     *
     * @param name   what the corpus is called
     * @param place  what an {@link InputException} calls it
     * @param format how it was written
     * @throws InputException where it holds too little to train on
     */
    ParallelCorpus corpus(String name, Object place, String format) throws InputException {
        if (!problems.isEmpty() && pairs.isEmpty() && problems.stream().allMatch(problem -> problem.reason() == Reason.TOO_LONG)) {
            throw new InputException("corpus.longSides", place, String.valueOf(LONGEST_SIDE));
        }
        if (pairs.size() < 2) {
            throw new InputException("corpus.tooFew", place, String.valueOf(read()), String.valueOf(pairs.size()));
        }
        return new ParallelCorpus(name, pairs, new ReadingReport(format, "UTF-8", read(), pairs.size(), problems));
    }
}
