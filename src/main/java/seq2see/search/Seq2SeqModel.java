package seq2see.search;

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
    /** Elements in a whole number of vectors, whatever their width. */
    private static final int WHOLE = 16;

    private final Seq2Seq network;
    private final Tape tape;
    /** (T, N) and (N): what is encoded. */
    private final int[] sourceIds;
    private final int[] validLengths;
    private final Runnable encodeAgain;
    private DecoderRun encoded;
    private final List<DecoderState> begin;
    /** By the sentences that their rows write for; a search asks for few different ones. */
    private final Map<List<Integer>, OneStep> steps = new HashMap<>();
    /** How often sources were encoded. */
    private int readings;
    /** (V′, and some more, so that vectors are whole) the exponentials of a row. */
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
        /** By its rows. */
        private final int[] sentences;
        private final int[] fed;
        private final Runnable prepareAgain;
        private DecoderRun run;
        private Tensor logits;
        private Runnable again;
        /** The reading that its rows were copied from. */
        private int reading = readings;

        /** The run that follows the encoder, all sentences side by side. */
        OneStep() {
            sentences = IntStream.range(0, encoded.rows()).toArray();
            fed = new int[sentences.length];
            run = encoded;
            prepareAgain = () -> { };
        }

        /** Rows of their own for sentences in any order. */
        OneStep(int[] sentences) {
            this.sentences = sentences;
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

        /** Whether rows that go on from these are for the same sentences. */
        boolean serves(int[] origins, int count) {
            boolean same = count == sentences.length;
            for (int row = 0; same && row < count; row++) {
                same = sentences[row] == sentences[origins[row]];
            }
            return same;
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

    /** Rows that go on in their places. */
    private final class InPlace implements Writing {
        /** Of one row at a time: those of many with a large vocabulary would be megabytes. */
        private final double[] logProbabilities = new double[vocabularySize()];
        /** Where the rows begin. */
        private List<? extends State> states;
        /** The step that was taken last, or null. */
        private OneStep last;

        InPlace from(List<? extends State> begin) {
            states = begin;
            last = null;
            return this;
        }

        @Override
        public void feed(int[] origins, int[] tokenIds, int count) {
            OneStep step = last != null && last.serves(origins, count) ? last : stepOf(origins, count);
            for (int row = 0; row < count; row++) {
                if (last == null) {
                    step.run.resume(row, ((DecoderState) states.get(origins[row])).values());
                } else {
                    step.run.resume(row, last.run, origins[row]);
                }
            }
            step.feed(tokenIds);
            last = step;
        }

        private OneStep stepOf(int[] origins, int count) {
            Integer[] sentences = new Integer[count];
            for (int row = 0; row < count; row++) {
                sentences[row] = last == null ? ((DecoderState) states.get(origins[row])).sentence() : last.sentences[origins[row]];
            }
            return stepFor(List.of(sentences));
        }

        @Override
        public double[] logProbabilities(int row) {
            return logSoftmax(last.logits, row, logProbabilities);
        }

        @Override
        public Continuation continuation(int row) {
            return continuationOf(last, row);
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
        this.exponentials = new float[Math.ceilDiv(network.config().targetVocabulary(), WHOLE) * WHOLE];
        this.encodeAgain = tape.repeatable(() -> encoded = network.begin(tape, network.encode(tape, this.sourceIds, this.validLengths), 1));
        this.begin = IntStream.range(0, validLengths.length)
                .mapToObj(sentence -> new DecoderState(sentence, encoded.stateBefore(sentence))).toList();
        steps.put(IntStream.range(0, validLengths.length).boxed().toList(), new OneStep());
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
    public Writing write(List<? extends State> states) {
        if (inPlace == null) {
            inPlace = new InPlace();
        }
        return inPlace.from(states);
    }

    @Override
    public List<Continuation> advance(List<? extends State> states, int[] tokenIds) {
        OneStep step = stepFor(states.stream().map(state -> ((DecoderState) state).sentence()).toList());
        for (int row = 0; row < tokenIds.length; row++) {
            step.run.resume(row, ((DecoderState) states.get(row)).values());
        }
        step.feed(tokenIds);
        return IntStream.range(0, tokenIds.length).mapToObj(row -> continuationOf(step, row)).toList();
    }

    /** @param sentences of its rows */
    private OneStep stepFor(List<Integer> sentences) {
        return steps.computeIfAbsent(sentences, rows -> new OneStep(rows.stream().mapToInt(Integer::intValue).toArray())).prepared();
    }

    private Continuation continuationOf(OneStep step, int row) {
        return new Continuation(new DecoderState(step.sentences[row], step.run.stateAfter(row)),
                logSoftmax(step.logits, row, new double[vocabularySize()]));
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
        float most = kernels.max(values, from, count);
        for (int i = 0; i < count; i++) {
            exponentials[i] = values[from + i] - most;
        }
        kernels.exp(exponentials, 0, exponentials, 0, exponentials.length);
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
