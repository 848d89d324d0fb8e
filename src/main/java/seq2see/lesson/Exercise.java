package seq2see.lesson;

import java.util.List;
import java.util.Map;

/**
 * A question to the reader. What is right is never written here: it is found in the engine when the answer comes.
 *
 * @param kind     such as {@code which} or {@code mask}
 * @param question what is asked
 * @param hints    from the gentlest on
 * @param right    what is said to a right answer
 * @param wrong    what is said to a wrong one; its facts may name the answer that was given
 * @param settings the other lines, by key
 */
public record Exercise(Setting kind, List<Inline> question, List<List<Inline>> hints, List<Inline> right, List<Inline> wrong,
                       Map<String, Setting> settings) {
    public Exercise {
        question = List.copyOf(question);
        hints = hints.stream().map(List::copyOf).toList();
        right = List.copyOf(right);
        wrong = List.copyOf(wrong);
        settings = Map.copyOf(settings);
    }
}
