package seq2see.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import seq2see.model.AttentionType;
import seq2see.model.Parameters;
import seq2see.model.TinyModels;

class BestWeightsTest {
    private final BestWeights best = BestWeights.none(KeptWeights.BEST);
    private final Parameters present = TinyModels.model(AttentionType.NONE, 1).parameters();

    private float[] offer(long trainingStep, double loss) {
        present.values()[0] = trainingStep;
        best.offer(trainingStep, loss, present);
        return present.values().clone();
    }

    @Test
    void whatIsOnlyAsGoodIsNoBetter() {
        float[] first = offer(1, 2.0);
        offer(2, 2.0);
        assertEquals(new BestValidation(1, 2.0, 1), best.validation());
        assertArrayEquals(first, best.or(present).values());
    }

    @Test
    void whatIsBetterIsKeptAsItWasAndPatienceBeginsAnew() {
        offer(1, 2.0);
        offer(2, Double.NaN);
        float[] third = offer(3, 1.5);
        assertEquals(new BestValidation(3, 1.5, 0), best.validation());
        offer(4, 1.6);
        assertArrayEquals(third, best.or(present).values());
    }
}
