package seq2see.corpus.reading;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import seq2see.corpus.Graphemes;
import seq2see.corpus.InputException;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.ReadingReport;
import seq2see.corpus.ReadingReport.Reason;
import seq2see.corpus.SentencePair;
import seq2see.corpus.reading.ScreeningRules.Treatment;

/**
 * Judges the pairs of a corpus one by one: which are used, which are left out, and which are used although something is odd
 * about them.
 */
public final class Screening {
    /** A test found nothing. */
    private static final int FINE = -2;
    /** A test found something that has nothing to do with another pair. */
    static final int ALONE = -1;
    /** How often progress is told of. */
    private static final int EVERY = 1 << 12;
    /** So many pairs at the most, from all over the corpus, teach what its sides sound like. */
    private static final int TEACHING_PAIRS = 50_000;

    private final IndexedCorpus corpus;
    private final PairStore store;
    private final ScreeningRules rules;
    private final ReadingProgress progress;
    private final Ints kept = new Ints();
    private final ProblemList problems;
    private final ProblemList notes;
    private final TextTable pairs = new TextTable();
    private final TextTable sources = new TextTable();
    private final SideLanguages languages = new SideLanguages();
    private final LengthRatio ratio = new LengthRatio();

    private Screening(IndexedCorpus corpus, ScreeningRules rules, ReadingProgress progress) {
        this.corpus = corpus;
        this.store = corpus.pairs();
        this.rules = rules;
        this.progress = progress;
        this.problems = new ProblemList(store, corpus.faults());
        this.notes = new ProblemList(store, List.of());
    }

    /**
     * The pairs that the rules leave, with the report; {@link #refuseUseless} says whether they are enough.
     *
     * @param progress hears how many of the pairs are judged
     */
    public static ParallelCorpus of(IndexedCorpus corpus, ScreeningRules rules, ReadingProgress progress) {
        return new Screening(corpus, rules, progress).screen();
    }

    /** Refuses a corpus of which too little is left to train on. */
    public static void refuseUseless(ParallelCorpus corpus, IndexedCorpus read) throws InputException {
        ReadingReport report = corpus.report();
        String place = read.inspection().files().place();
        if (corpus.pairs().isEmpty() && report.problems().stream().allMatch(problem -> problem.reason() == Reason.TOO_LONG)) {
            throw new InputException("corpus.longSides", place);
        }
        if (corpus.pairs().size() < 2) {
            Map<Reason, Integer> counts = ReadingReport.counts(report.problems());
            String most = counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(entry -> entry.getKey().label()).orElse("");
            throw new InputException(most.isEmpty() ? "corpus.tooFew" : "corpus.tooFewUsable", place, String.valueOf(report.pairsRead()),
                    String.valueOf(corpus.pairs().size()), most);
        }
    }

    private ParallelCorpus screen() {
        learn();
        for (int pair = 0; pair < store.size(); pair++) {
            if (pair % EVERY == 0) {
                progress.at(0.3 + 0.7 * pair / store.size());
            }
            judge(pair);
        }
        problems.finish();
        Inspection inspection = corpus.inspection();
        String encoding = inspection.encoding().name();
        String encodings = inspection.targetEncoding().map(Charset::name).filter(other -> !other.equals(encoding))
                .map(other -> encoding + " + " + other).orElse(encoding);
        ReadingReport report = new ReadingReport(inspection.layout().format().toString(), encodings, corpus.recordsRead(), kept.size(),
                problems, notes, corpus.repairs());
        return new ParallelCorpus(inspection.files().name(), new ParallelCorpus.Pairs(kept.size(), this::keptPair), report);
    }

    private SentencePair keptPair(int index) {
        int pair = kept.get(index);
        return new SentencePair(store.source(pair), store.target(pair), store.line(pair));
    }

    /** What is usual in this corpus, by which the odd is told. */
    private void learn() {
        int stride = Math.max(1, store.size() / TEACHING_PAIRS);
        for (int pair = 0; pair < store.size(); pair += stride) {
            if (pair / stride % EVERY == 0) {
                progress.at(0.15 * pair / store.size());
            }
            languages.learn(store.source(pair), store.target(pair));
            ratio.learn(store.source(pair), store.target(pair));
        }
        for (int pair = 0; pair < store.size(); pair += stride) {
            if (pair / stride % EVERY == 0) {
                progress.at(0.15 + 0.15 * pair / store.size());
            }
            languages.compare(store.source(pair), store.target(pair));
        }
    }

    /** Takes or leaves a pair: the first rule that leaves it out counts, and of those that only report each. */
    private void judge(int pair) {
        String source = store.source(pair);
        String target = store.target(pair);
        int notesBefore = notes.size();
        for (Reason reason : ScreeningRules.SWITCHABLE) {
            Treatment treatment = rules.of(reason);
            if (treatment != Treatment.IGNORE) {
                int first = test(reason, pair, source, target);
                if (first != FINE && treatment == Treatment.LEAVE_OUT) {
                    notes.cutTo(notesBefore);
                    problems.add(pair, reason, first);
                    return;
                } else if (first != FINE) {
                    notes.add(pair, reason, first);
                }
            }
        }
        kept.add(pair);
    }

    /** The pair that this one is too much like, {@link #ALONE}, or {@link #FINE}. */
    private int test(Reason reason, int pair, String source, String target) {
        return switch (reason) {
            case EMPTY_SIDE -> when(isInvisible(source) || isInvisible(target));
            case TOO_LONG -> when(isLong(source) || isLong(target));
            case CONTROL_CHARACTER -> when(holdsControls(source) || holdsControls(target));
            case EXTRA_COLUMN -> when(corpus.hasExtraColumns(pair));
            case CARRIAGE_RETURN -> when(source.indexOf('\r') >= 0 || target.indexOf('\r') >= 0);
            case GARBLED -> when(Garbled.in(source) || Garbled.in(target));
            case MARKUP -> when(MarkupRows.isMarked(source) || MarkupRows.isMarked(target));
            case LENGTH_RATIO -> when(ratio.isOdd(source, target));
            case WRONG_LANGUAGE -> when(languages.differ() && languages.doubtsSource(source) != languages.doubtsTarget(target));
            case SWAPPED_SIDES -> when(languages.differ() && languages.doubtsSource(source) && languages.doubtsTarget(target));
            case DUPLICATE_PAIR -> firstOr(pairs.putIfAbsent(31 * source.hashCode() + target.hashCode(), pair,
                    other -> store.source(other).equals(source) && store.target(other).equals(target)));
            case MANY_TARGETS -> withAnotherTarget(sources.putIfAbsent(source.hashCode(), pair, other -> store.source(other).equals(source)), target);
            default -> throw new IllegalArgumentException(reason + " cannot be switched");
        };
    }

    private static int when(boolean odd) {
        return odd ? ALONE : FINE;
    }

    /** A pair that is there twice has no second target. */
    private int withAnotherTarget(int first, String target) {
        return first < 0 || store.target(first).equals(target) ? FINE : first;
    }

    private static int firstOr(int first) {
        return first < 0 ? FINE : first;
    }

    /** Whether there is nothing to see: zero-width characters at the most. */
    private static boolean isInvisible(String side) {
        int end = 0;
        while (end < side.length() && (Character.getType(side.codePointAt(end)) == Character.FORMAT || Graphemes.isWhiteSpace(side.codePointAt(end)))) {
            end += Character.charCount(side.codePointAt(end));
        }
        return end == side.length();
    }

    private boolean isLong(String side) {
        return side.length() > rules.longestSide() && side.codePointCount(0, side.length()) > rules.longestSide();
    }

    /** Controls that are no white space: U+0085 and the like are. */
    private static boolean holdsControls(String side) {
        for (int i = 0; i < side.length(); i++) {
            char character = side.charAt(i);
            if (Character.isISOControl(character) && !Graphemes.isWhiteSpace(character)) {
                return true;
            }
        }
        return false;
    }
}
