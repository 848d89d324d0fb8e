package seq2see.app.lesson;

import java.util.OptionalDouble;
import seq2see.training.HeldOutScores;

/** How well the model translates what was held out: {@code exact-match}, {@code bleu}, {@code chrf}, {@code accuracy.7}. */
public record ScoreFacts(HeldOutScores scores) implements FactSource {
    private static final String BY_LENGTH = "accuracy.";

    @Override
    public OptionalDouble number(String address) {
        return switch (address) {
            case "exact-match" -> scores.exactMatch();
            case "bleu" -> scores.bleu();
            case "chrf" -> scores.chrf();
            default -> address.startsWith(BY_LENGTH) ? ExperimentFacts.lengths(scores.byLength(), address.substring(BY_LENGTH.length())) : OptionalDouble.empty();
        };
    }
}
