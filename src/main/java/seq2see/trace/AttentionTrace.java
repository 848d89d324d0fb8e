package seq2see.trace;

import java.util.Optional;
import seq2see.model.AttentionType;
import seq2see.tensor.Grid;

/**
 * What the scores of a sentence were computed from, as the engine's buffers held it. Score of decoder step t′ and source
 * position t: additive, w_v⊤ tanh(queryTerms[t′] + keyTerms[t]) (Bahdanau et al., 2015); dot and scaled dot,
 * factor · queryTerms[t′] · keyTerms[t] (Luong et al., 2015; Vaswani et al., 2017).
 *
 * @param queries     (T′, H) the decoder's top hidden state before each step
 * @param queryTerms  (T′, A) W_q q and the bias where there is one; with dot attention the query itself
 * @param keyTerms    (T, A) W_k k, or k itself where no weight brings it to the query's width
 * @param scoreWeight (A) w_v; empty with dot attention
 * @param factor      1/√H with scaled dot attention, else 1
 */
public record AttentionTrace(AttentionType type, Grid queries, Grid queryTerms, Grid keyTerms, Optional<Grid> scoreWeight,
                             float factor) {
}
