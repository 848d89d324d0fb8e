package seq2see.search;

import java.util.List;

/** A model that a plain search may ask by the tokens alone. */
interface KnownModel extends NextTokenModel {
    /** Natural logarithms of the probabilities after a prefix. */
    double[] logProbabilities(List<Integer> prefix);
}
