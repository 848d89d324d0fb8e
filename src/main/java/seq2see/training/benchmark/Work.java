package seq2see.training.benchmark;

/** Something that can be done again and again, always the same amount of it. */
public interface Work extends AutoCloseable {
    void once();

    @Override
    default void close() {
    }
}
