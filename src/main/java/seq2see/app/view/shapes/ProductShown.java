package seq2see.app.view.shapes;

import java.util.Optional;
import seq2see.tensor.Kernels;
import seq2see.tensor.Values;
import seq2see.trace.BatchTrace;
import seq2see.trace.SplitProduct;
import seq2see.training.benchmark.Timing;

/**
 * The product of the decoder's input in both ways.
 *
 * @param wide              (N, gH) [x ; c] W
 * @param sum               (N, gH) x W_x + c W_c
 * @param largestDifference between the two, by magnitude
 * @param timing            the wide one first; empty until both were timed
 */
public record ProductShown(Values wide, Values sum, float largestDifference, Optional<Timing.Pair> timing) {

    /** Takes both products, untimed. */
    public static ProductShown of(BatchTrace trace) {
        SplitProduct product = new SplitProduct(Kernels.best(), trace);
        return new ProductShown(product.wide(), product.sum(), product.largestDifference(), Optional.empty());
    }

    /** The same before it was timed. */
    public ProductShown untimed() {
        return new ProductShown(wide, sum, largestDifference, Optional.empty());
    }

    /** The same with how long it took before. */
    public ProductShown timedAs(ProductShown before) {
        return new ProductShown(wide, sum, largestDifference, before.timing);
    }

    /** The same, timed: it takes the calling thread most of a second. */
    public static ProductShown timed(BatchTrace trace) {
        SplitProduct product = new SplitProduct(Kernels.best(), trace);
        Timing.Pair timing = Timing.ofBoth(product::takeWide, product::takeNarrow);
        return new ProductShown(product.wide(), product.sum(), product.largestDifference(), Optional.of(timing));
    }
}
