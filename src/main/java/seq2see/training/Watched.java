package seq2see.training;

/** What a looked-at sentence is computed with beside its trace, while somebody looks at it: it costs time that trains. */
public enum Watched {
    /** What the cells computed with. */
    WORKINGS,
    /** The sentence in a batch beside a longer one. */
    PADDING,
    /** Other sentences of the corpus, through the same model. */
    NEIGHBOURS,
    /** The gradient's norm at every state of the unrolled network. */
    GRADIENTS
}
