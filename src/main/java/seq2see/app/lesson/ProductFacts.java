package seq2see.app.lesson;

import java.util.OptionalDouble;
import seq2see.app.view.shapes.ProductShown;
import seq2see.model.ModelConfig;
import seq2see.trace.BatchTracer;
import seq2see.training.benchmark.Timing;

/**
 * How long the decoder's input takes through its weights, timed here: {@code products.wide} and {@code products.two} in
 * microseconds, {@code products.ratio} how many times as long the two narrow products and their sum take.
 */
public record ProductFacts(Timing.Pair timing) implements FactSource {

    /** Times both; it takes the calling thread most of a second. */
    public static ProductFacts timed(ModelConfig config, int batchSize, int sourceTime) {
        return new ProductFacts(ProductShown.timed(BatchTracer.untrained(config, batchSize, sourceTime, 1)).timing().orElseThrow());
    }

    @Override
    public OptionalDouble number(String address) {
        return switch (address) {
            case "products.wide" -> OptionalDouble.of(timing.one().median());
            case "products.two" -> OptionalDouble.of(timing.other().median());
            case "products.ratio" -> OptionalDouble.of(timing.ratio());
            default -> OptionalDouble.empty();
        };
    }
}
