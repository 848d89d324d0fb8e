package seq2see.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import seq2see.model.CellType;
import seq2see.trace.GradientNorms;

/**
 * How much of one sentence's loss arrives at every state of the unrolled network.
 *
 * @param now       by the weights of now
 * @param untrained by the weights that a training begins with, for this cell and the others: one seed, all else alike
 */
public record GradientComparison(GradientNorms now, Map<CellType, GradientNorms> untrained) {
    public GradientComparison {
        untrained = Collections.unmodifiableMap(new LinkedHashMap<>(untrained));
    }
}
