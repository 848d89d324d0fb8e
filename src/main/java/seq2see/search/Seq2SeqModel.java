package seq2see.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import seq2see.corpus.Vocabulary;
import seq2see.model.DecoderRun;
import seq2see.model.Seq2Seq;
import seq2see.tensor.Kernels;
import seq2see.tensor.Tape;
import seq2see.tensor.Tensor;

/**
 * A trained network as a {@link NextTokenModel}, after its sources were encoded. What it computes is laid out once and done
 * again for each step, and for other sources of the same size. It belongs to one thread.
 */
public final class Seq2SeqModel implements NextTokenModel {
    private final Seq2Seq network;
    private final Tape tape;
    /** (T, N) and (N): what is encoded. */
    private final int[] sourceIds;
    private final int[] validLengths;
    private final Runnable encodeAgain;
    private DecoderRun encoded;
    private final List<DecoderState> begin;
    /** The run that follows the encoder, a row for each sentence. */
    private final OneStep sideBySide;
    /** By the sentences that their rows write for; a search asks for few different ones. */
    private final Map<List<Integer>, OneStep> steps = new HashMap<>();
    /** How often sources were encoded. */
    private int readings;
    /** (V′) the exponentials of a row. */
    private final float[] exponentials;
    /** Made when it is first asked for. */
    private InPlace inPlace;

    /**
     * What a sentence's decoder carries from step to step.
     *
     * @param values as {@link DecoderRun#stateAfter} gives them; never changed while its source is the one that is encoded
     */
    private record DecoderState(int sentence, float[] values) implements State {
    }

    /** A run of one step. */
    private final class OneStep {
        private final int[] fed;
        private final Runnable prepareAgain;
        private DecoderRun run;
        private Tensor logits;
        private Runnable again;
        /** The reading that its rows were copied from. */
        private int reading = readings;

        /** The run that follows the encoder, all sentences side by side. */
        OneStep() {
            fed = new int[encoded.rows()];
            run = encoded;
            prepareAgain = () -> { };
        }

        /** Rows of their own for sentences in any order. */
        OneStep(int[] sentences) {
            fed = new int[sentences.length];
            prepareAgain = tape.repeatable(() -> run = encoded.withRows(sentences));
        }

        /** Copies the rows again where other sources were encoded since. */
        OneStep prepared() {
            if (reading != readings) {
                prepareAgain.run();
                reading = readings;
            }
            return this;
        }

        void feed(int[] tokenIds) {
            System.arraycopy(tokenIds, 0, fed, 0, fed.length);
            if (again == null) {
                again = tape.repeatable(() -> logits = network.decode(run, 0, fed));
            } else {
                again.run();
            }
        }
    }

    /** The rows of the run that follows the encoder go on in their places. */
    private final class InPlace implements Writing {
        /** Of one sentence at a time: those of many with a large vocabulary would be megabytes. */
        private final double[] logProbabilities = new double[vocabularySize()];
        private boolean begun;

        /** Every sentence at its beginning. */
        InPlace fromTheBeginning() {
            for (int row = 0; row < sentences(); row++) {
                sideBySide.run.resume(row, begin.get(row).values());
            }
            begun = false;
            return this;
        }

        @Override
        public void feed(int[] tokenIds) {
            if (begun) {
                sideBySide.run.carryOver();
            }
            begun = true;
            sideBySide.feed(tokenIds);
        }

        @Override
        public double[] logProbabilities(int sentence) {
            return logSoftmax(sideBySide.logits, sentence, logProbabilities);
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
        this.sourceIds = sourceIds.clone();
        this.validLengths = validLengths.clone();
        this.exponentials = new float[network.config().targetVocabulary()];
        this.encodeAgain = tape.repeatable(() -> encoded = network.begin(tape, network.encode(tape, this.sourceIds, this.validLengths), 1));
        this.begin = IntStream.range(0, validLengths.length)
                .mapToObj(sentence -> new DecoderState(sentence, encoded.stateBefore(sentence))).toList();
        this.sideBySide = new OneStep();
        steps.put(IntStream.range(0, validLengths.length).boxed().toList(), sideBySide);
    }

    /** Encodes other sources of the same sizes in the place of these: no state from before is of use any more. */
    void read(int[] otherIds, int[] otherLengths) {
        System.arraycopy(otherIds, 0, sourceIds, 0, sourceIds.length);
        System.arraycopy(otherLengths, 0, validLengths, 0, validLengths.length);
        encodeAgain.run();
        for (DecoderState state : begin) {
            encoded.stateBefore(state.sentence(), state.values());
        }
        readings++;
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
    public Writing write() {
        if (inPlace == null) {
            inPlace = new InPlace();
        }
        return inPlace.fromTheBeginning();
    }

    @Override
    public List<Continuation> advance(List<? extends State> states, int[] tokenIds) {
        return advance(states, tokenIds, List.of());
    }

    @Override
    public List<Continuation> advance(List<? extends State> states, int[] tokenIds, List<Continuation> used) {
        Integer[] sentences = new Integer[states.size()];
        Arrays.setAll(sentences, row -> ((DecoderState) states.get(row)).sentence());
        OneStep step = steps.computeIfAbsent(List.of(sentences),
                rows -> new OneStep(rows.stream().mapToInt(Integer::intValue).toArray())).prepared();
        for (int row = 0; row < sentences.length; row++) {
            step.run.resume(row, ((DecoderState) states.get(row)).values());
        }
        step.feed(tokenIds);
        Continuation[] next = new Continuation[sentences.length];
        Arrays.setAll(next, row -> row < used.size() ? continuation(step, row, sentences[row], used.get(row))
                : new Continuation(new DecoderState(sentences[row], step.run.stateAfter(row)), logSoftmax(step.logits, row, new double[vocabularySize()])));
        return Arrays.asList(next);
    }

    /** What follows a row, in the arrays of something that is no longer used. */
    private Continuation continuation(OneStep step, int row, int sentence, Continuation used) {
        float[] values = ((DecoderState) used.state()).values();
        step.run.stateAfter(row, values);
        return new Continuation(new DecoderState(sentence, values), logSoftmax(step.logits, row, used.logProbabilities()));
    }

    /**
     * logits_i − log Σ_j exp(logits_j) of a row; in double precision, so that what differs in the logits still differs.
     *
     * @return the room that they are put into
     */
    private double[] logSoftmax(Tensor logits, int row, double[] logProbabilities) {
        Kernels kernels = tape.kernels();
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
        kernels.exp(exponentials, 0, exponentials, 0, count);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += exponentials[i];
        }
        double normaliser = most + StrictMath.log(sum);
        for (int i = 0; i < count; i++) {
            logProbabilities[i] = values[from + i] - normaliser;
        }
        return logProbabilities;
    }
}
