package seq2see.trace;

import seq2see.tensor.Axis;
import seq2see.tensor.Kernels;
import seq2see.tensor.Matrix;
import seq2see.tensor.Shape;
import seq2see.tensor.Values;

/**
 * The product that the decoder's lowest layer takes of its input, in two ways: [x ; c] W as one wide product of the two set
 * side by side, and x W_x + c W_c as two narrow products and a sum. W is W_ih of all gates, (D + C, gH), packed beforehand
 * on both sides, as weights are that serve many steps. It belongs to one thread at a time.
 */
public final class SplitProduct {
    private final Kernels kernels;
    private final int rows;
    private final int tokenWidth;
    private final int contextWidth;
    private final int outputWidth;
    private final float[] token;
    private final float[] context;
    private final float[] both;
    private final float[] wide;
    private final float[] tokenShare;
    private final float[] contextShare;
    private final float[] sum;
    private final Kernels.PackedMatrix wideWeight;
    private final Kernels.PackedMatrix tokenWeight;
    private final Kernels.PackedMatrix contextWeight;

    /** The product of the step that the batch's decoder took. */
    public SplitProduct(Kernels kernels, BatchTrace trace) {
        this.kernels = kernels;
        rows = trace.sentences();
        tokenWidth = trace.config().embeddingSize();
        contextWidth = trace.config().contextSize();
        Matrix weight = weight(trace.decoder().layers().getFirst());
        outputWidth = weight.columns();
        token = trace.decoder().embedded().toArray();
        context = trace.decoder().context().toArray();
        both = new float[rows * (tokenWidth + contextWidth)];
        wide = new float[rows * outputWidth];
        tokenShare = new float[rows * outputWidth];
        contextShare = new float[rows * outputWidth];
        sum = new float[rows * outputWidth];
        wideWeight = kernels.pack(weight);
        tokenWeight = kernels.pack(Matrix.of(weight.data(), 0, tokenWidth, outputWidth));
        contextWeight = kernels.pack(Matrix.of(weight.data(), tokenWidth * outputWidth, contextWidth, outputWidth));
        takeWide();
        takeNarrow();
    }

    /** (D + C, gH) the gates' weights side by side. */
    private static Matrix weight(BatchTrace.Cell cell) {
        int height = cell.input().shape().width();
        int hidden = cell.hiddenState().shape().width();
        int width = cell.gates().size() * hidden;
        float[] weight = new float[height * width];
        for (int gate = 0; gate < cell.gates().size(); gate++) {
            float[] own = cell.gates().get(gate).inputWeight().toArray();
            for (int row = 0; row < height; row++) {
                System.arraycopy(own, row * hidden, weight, row * width + gate * hidden, hidden);
            }
        }
        return Matrix.of(weight, 0, height, width);
    }

    /** [x ; c] W, setting side by side included. */
    public void takeWide() {
        int width = tokenWidth + contextWidth;
        for (int row = 0; row < rows; row++) {
            System.arraycopy(token, row * tokenWidth, both, row * width, tokenWidth);
            System.arraycopy(context, row * contextWidth, both, row * width + tokenWidth, contextWidth);
        }
        kernels.multiply(Matrix.of(both, 0, rows, width), wideWeight, Matrix.of(wide, 0, rows, outputWidth), false);
    }

    /** x W_x + c W_c, the sum included. */
    public void takeNarrow() {
        kernels.multiply(Matrix.of(token, 0, rows, tokenWidth), tokenWeight, Matrix.of(tokenShare, 0, rows, outputWidth), false);
        kernels.multiply(Matrix.of(context, 0, rows, contextWidth), contextWeight, Matrix.of(contextShare, 0, rows, outputWidth), false);
        kernels.add(tokenShare, 0, contextShare, 0, sum, 0, sum.length);
    }

    /** (N, gH) of the wide product. */
    public Values wide() {
        return values(wide);
    }

    /** (N, gH) x W_x. */
    public Values tokenShare() {
        return values(tokenShare);
    }

    /** (N, gH) c W_c. */
    public Values contextShare() {
        return values(contextShare);
    }

    /** (N, gH) of the two narrow products and their sum. */
    public Values sum() {
        return values(sum);
    }

    private Values values(float[] numbers) {
        return Values.copyOf(Shape.of(Axis.BATCH, rows, Axis.HIDDEN, outputWidth), numbers, 0);
    }

    /** The largest magnitude by which the two sides differ: nothing but rounding. */
    public float largestDifference() {
        float largest = 0;
        for (int i = 0; i < wide.length; i++) {
            largest = Math.max(largest, Math.abs(wide[i] - sum[i]));
        }
        return largest;
    }
}
