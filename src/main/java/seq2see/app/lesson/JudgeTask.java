package seq2see.app.lesson;

import java.util.List;
import java.util.Map;
import seq2see.app.lesson.Finding.Found;
import seq2see.app.theme.Text;

/**
 * A statement that is right or wrong, as the engine's numbers have it now.
 *
 * @param truth     whether it is right
 * @param leftSide  of the comparison that decides it, as prose writes it
 * @param rightSide the other one
 */
public record JudgeTask(Facts facts, boolean truth, String leftSide, String rightSide) implements Task {

    /** @throws Found where a fact is not there */
    static JudgeTask of(Facts facts, Condition condition) throws Found {
        return new JudgeTask(facts, condition.holds(facts), condition.left(facts), condition.right(facts));
    }

    /** What the reader chooses among: that it is right, or wrong. */
    public static List<String> options() {
        return List.of(Text.of("exercise.judge.right"), Text.of("exercise.judge.wrong"));
    }

    @Override
    public Verdict judge(Answer answer) {
        int chosen = ((Answer.Choice) answer).option();
        return new Verdict(chosen == (truth ? 0 : 1), facts.with(Map.of("answer", options().get(chosen), "right", options().get(truth ? 0 : 1),
                "left.value", leftSide, "right.value", rightSide)));
    }

    @Override
    public Answer right() {
        return new Answer.Choice(truth ? 0 : 1);
    }

    @Override
    public Answer wrong() {
        return new Answer.Choice(truth ? 1 : 0);
    }
}
