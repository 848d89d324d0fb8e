package seq2see.training;

import java.util.ArrayList;
import java.util.List;
import seq2see.corpus.EncodedPair;
import seq2see.corpus.PairCodec;
import seq2see.model.Seq2Seq;
import seq2see.trace.Trace;
import seq2see.trace.Tracer;

/** Translates a few fixed sentences now and then, ever more rarely, and keeps what was new. */
final class TranslationLog {
    private static final int SENTENCES = 3;
    /** From one time to the next the number of steps done grows by this. */
    private static final double GROWTH = 1.3;
    private static final int FIRST_STEPS = 10;

    private final Tracer tracer;
    private final PairCodec codec;
    private final int maximumLength;
    private final List<EncodedPair> sentences;
    private final List<OutputHistory> histories = new ArrayList<>();
    private long next;

    /** @param pairs of which the first few are taken: such as are not learnt from */
    TranslationLog(Seq2Seq network, PairCodec codec, List<EncodedPair> pairs) {
        this.tracer = new Tracer(network, codec);
        this.codec = codec;
        this.maximumLength = network.config().maximumLength();
        this.sentences = pairs.stream().limit(SENTENCES).toList();
        sentences.forEach(sentence -> histories.add(new OutputHistory()));
    }

    /** Translates where it is time to, or where the training has ended. */
    void update(long trainingStep, boolean over) {
        if (trainingStep < next && !over) {
            return;
        }
        next = Math.round(trainingStep * GROWTH) + FIRST_STEPS;
        for (int i = 0; i < sentences.size(); i++) {
            histories.get(i).add(trainingStep, translate(sentences.get(i).pair().source()));
        }
    }

    private String translate(String source) {
        Trace trace = tracer.greedy(source, maximumLength);
        return codec.towardsThatOf(source).decodeTarget(trace.decoder().steps().stream().mapToInt(Trace.DecoderStep::tokenId).toArray());
    }

    List<EvolvingTranslation> log() {
        List<EvolvingTranslation> log = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            log.add(new EvolvingTranslation(sentences.get(i).pair().source(), sentences.get(i).pair().target(), histories.get(i).stages()));
        }
        return log;
    }
}
