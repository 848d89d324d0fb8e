package seq2see.app.lesson;

/**
 * What the engine says to an answer.
 *
 * @param facts what the explanation is written with; the answer and what would have been right are among them
 */
public record Verdict(boolean isRight, Facts facts) {
}
