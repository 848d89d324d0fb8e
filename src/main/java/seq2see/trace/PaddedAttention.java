package seq2see.trace;

import java.util.List;
import seq2see.tensor.Grid;

/**
 * The attention weights of a sentence that stands in a batch beside a longer one, as the engine computed them there.
 *
 * @param tokens      T of the whole batch: the sentence's own, then its padding
 * @param validLength the sentence's own length, {@code <eos>} included
 * @param weights     (T′, T of the batch); behind {@code validLength} each is exactly 0
 */
public record PaddedAttention(List<String> tokens, int validLength, Grid weights) {
    public PaddedAttention {
        tokens = List.copyOf(tokens);
    }
}
