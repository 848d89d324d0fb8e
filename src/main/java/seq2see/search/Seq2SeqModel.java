package seq2see.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import seq2see.corpus.Vocabulary;
import seq2see.model.DecoderRun;
import seq2see.model.Seq2Seq;
import seq2see.tensor.Tape;
import seq2see.tensor.Tensor;

/** A trained network as a {@link NextTokenModel}, after its sources were encoded. It belongs to one thread. */
public final class Seq2SeqModel implements NextTokenModel {
    private final Seq2Seq network;
    private final DecoderRun encoded;
    private final List<DecoderState> begin;
    private final Tape tape;
    /** By the sentences that their rows write for; a search asks for few different ones. */
    private final Map<List<Integer>, OneStep> steps = new HashMap<>();
    /** (V′) the exponentials of a row. */
    private final float[] exponentials;

    /**
     * What a sentence's decoder carries from step to step.
     *
     * @param values as {@link DecoderRun#stateAfter} gives them; never changed
     */
    private record DecoderState(int sentence, float[] values) implements State {
    }

    /** A run of one step, which is laid out once and then done again. */
    private final class OneStep {
        private final DecoderRun run;
        private final int[] fed;
        private Tensor logits;
        private Runnable again;

        OneStep(DecoderRun run) {
            this.run = run;
            this.fed = new int[run.rows()];
        }

        /** @return (N, V′) the logits */
        Tensor feed(int[] tokenIds) {
            System.arraycopy(tokenIds, 0, fed, 0, fed.length);
            if (again == null) {
                again = tape.repeatable(() -> logits = network.decode(run, 0, fed));
            } else {
                again.run();
            }
            return logits;
        }
    }

    /**
     * Encodes the sources.
     *
     * @param tape         forward only; not reset while this model is used
     * @param sourceIds    (T, N) time first
     * @param validLengths (N)
     */
    public Seq2SeqModel(Seq2Seq network, Tape tape, int[] sourceIds, int[] validLengths) {
        this.network = network;
        this.tape = tape;
        this.exponentials = new float[network.config().targetVocabulary()];
        this.encoded = network.begin(tape, network.encode(tape, sourceIds, validLengths), 1);
        this.begin = IntStream.range(0, validLengths.length)
                .mapToObj(sentence -> new DecoderState(sentence, encoded.stateBefore(sentence))).toList();
        steps.put(IntStream.range(0, validLengths.length).boxed().toList(), new OneStep(encoded));
    }

    @Override
    public int sentences() {
        return begin.size();
    }

    @Override
    public int vocabularySize() {
        return network.config().targetVocabulary();
    }

    @Override
    public int beginToken() {
        return Vocabulary.BOS;
    }

    @Override
    public int endToken() {
        return Vocabulary.EOS;
    }

    @Override
    public State begin(int sentence) {
        return begin.get(sentence);
    }

    @Override
    public List<Continuation> advance(List<? extends State> states, int[] tokenIds) {
        List<DecoderState> rows = states.stream().map(DecoderState.class::cast).toList();
        OneStep step = steps.computeIfAbsent(rows.stream().map(DecoderState::sentence).toList(),
                sentences -> new OneStep(encoded.withRows(sentences.stream().mapToInt(Integer::intValue).toArray())));
        for (int row = 0; row < rows.size(); row++) {
            step.run.resume(row, rows.get(row).values());
        }
        Tensor logits = step.feed(tokenIds);
        return IntStream.range(0, rows.size()).mapToObj(row -> new Continuation(
                new DecoderState(rows.get(row).sentence(), step.run.stateAfter(row)), logSoftmax(logits, row))).toList();
    }

    /** logits_i − log Σ_j exp(logits_j) of a row; in double precision, so that what differs in the logits still differs. */
    private double[] logSoftmax(Tensor logits, int row) {
        float[] values = logits.values();
        int count = logits.width();
        int from = logits.offset() + row * count;
        float most = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            most = Math.max(most, values[from + i]);
        }
        for (int i = 0; i < count; i++) {
            exponentials[i] = values[from + i] - most;
        }
        tape.kernels().exp(exponentials, 0, exponentials, 0, count);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += exponentials[i];
        }
        double normaliser = most + StrictMath.log(sum);
        double[] logProbabilities = new double[count];
        for (int i = 0; i < count; i++) {
            logProbabilities[i] = values[from + i] - normaliser;
        }
        return logProbabilities;
    }
}
