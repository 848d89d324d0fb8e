package seq2see.app.lesson;

import seq2see.tensor.Grid;
import seq2see.trace.Trace;

/** How sure a model was of the sentence that it wrote: log P(y_1 … y_T′ | x) = Σ log p(y_t′ | y_1 … y_t′−1, x). */
final class Sureness {
    private final Trace trace;

    Sureness(Trace trace) {
        this.trace = trace;
    }

    /** Of the whole output, in nats. */
    double logProbability() {
        double sum = 0;
        for (int step = 0; step < trace.targetTime(); step++) {
            sum += logProbability(step);
        }
        return sum;
    }

    /** Of the token chosen at a decoder step, from 0. Taken from the logits, as the loss is. */
    double logProbability(int step) {
        Trace.DecoderStep taken = trace.decoder().steps().get(step);
        Grid logits = taken.logits();
        double most = logits.get(taken.tokenId());
        double sum = 0;
        for (int id = 0; id < logits.columns(); id++) {
            sum += Math.exp(logits.get(id) - most);
        }
        return -Math.log(sum);
    }
}
