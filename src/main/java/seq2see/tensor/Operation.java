package seq2see.tensor;

/** Something that was computed forward and can be taken back: it adds its share to the gradients of its inputs. */
@FunctionalInterface
public interface Operation {
    /** Reads the gradient of what it made and adds to the gradients of what it was made from. */
    void backward();
}
