package seq2see.app.view.mask;

import java.util.List;
import java.util.Optional;
import seq2see.tensor.PaddingMask;
import seq2see.tensor.PaddingMask.Layout;
import seq2see.training.BatchLosses;

/**
 * What is masked: a worked example, or a measured batch of the corpus.
 *
 * @param mask   of the worked example, or where nothing was measured yet, what stands for it
 * @param losses empty while none were measured
 */
public record MaskShown(PaddingMask mask, Optional<BatchLosses> losses, boolean ofCorpus) {

    /** Lengths that somebody chose, beside the labelled batch of two sentences. */
    public static MaskShown worked(int maximumLength, List<Integer> validLengths, Layout layout) {
        return new MaskShown(PaddingMask.of(maximumLength, validLengths, layout), Optional.of(MaskScene.WORKED_LOSSES), false);
    }

    /** A measured batch with the mask of its targets. */
    public static MaskShown ofCorpus(Optional<BatchLosses> measured, Layout layout) {
        List<Integer> lengths = measured.map(losses -> losses.sentences().stream().map(BatchLosses.Sentence::validLength).toList()).orElse(List.of(1, 2));
        return new MaskShown(PaddingMask.of(measured.map(BatchLosses::targetTime).orElse(3), lengths, layout), measured, true);
    }
}
