package seq2see.app.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import seq2see.app.theme.Text;
import seq2see.corpus.InputException;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.SentencePair;
import seq2see.training.Trainer;
import seq2see.training.TrainingPlan;

/**
 * What training on a corpus would take with the usual settings, from a short run of the real trainer.
 *
 * @param megabytes of weights, a gradient for each of the trainer's parts, and what the optimizer remembers
 */
record TrainingEstimate(long parameters, long megabytes, long trainingSteps, double seconds) {
    private static final int MOST_PAIRS = 20_000;
    private static final int LEAST_STEPS = 8;
    private static final long MEASURED_NANOS = 2_500_000_000L;

    /**
     * Trains for a few seconds, where the corpus is large on a part of it, the model and the steps being those of all of it. The first steps are slow, since the compiler still works on them: the mean of the second half
     * counts. Not the median, since a batch of long sentences takes many times as long as one of short ones.
     *
     * @param stopped whether nobody waits for it any more
     */
    static TrainingEstimate of(PreparedCorpus prepared, BooleanSupplier stopped) throws InputException {
        ParallelCorpus corpus = prepared.corpus();
        int size = corpus.pairs().size();
        int taken = Math.min(size, MOST_PAIRS);
        List<SentencePair> pairs = IntStream.range(0, taken).mapToObj(i -> corpus.pairs().get((int) ((long) i * size / taken))).toList();
        TrainingPlan plan = prepared.opened().planOf(new ParallelCorpus(corpus.name(), pairs, corpus.report()), prepared.profile());
        try (Trainer trainer = new Trainer(plan)) {
            List<Long> nanos = new ArrayList<>();
            long began = System.nanoTime();
            while (!stopped.getAsBoolean() && (nanos.size() < LEAST_STEPS || System.nanoTime() - began < MEASURED_NANOS)) {
                long before = System.nanoTime();
                trainer.step();
                nanos.add(System.nanoTime() - before);
            }
            double second = nanos.subList(nanos.size() / 2, nanos.size()).stream().mapToLong(Long::longValue).average().orElse(0) / 1e9;
            long bytes = plan.parameterCount() * Float.BYTES * trainer.numbersAParameter();
            return new TrainingEstimate(plan.parameterCount(), Math.ceilDiv(bytes, 1_000_000), plan.trainingSteps(), second * plan.trainingSteps());
        }
    }

    /** The same words with numbers that no line break parts: U+202F for the thin space. */
    static String unbroken(String words) {
        return words.replace('\u2009', '\u202f');
    }

    /** In a sentence, in the present language. */
    String words() {
        String time = seconds < 90 ? Text.of("wizard.estimate.seconds", Math.max(1, Math.round(seconds)))
                : Text.of("wizard.estimate.minutes", Math.round(seconds / 60));
        return unbroken(Text.of("wizard.estimate", parameters, megabytes, trainingSteps, time));
    }
}
