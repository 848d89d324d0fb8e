package seq2see.app.lesson;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import seq2see.lesson.Inline;
import seq2see.lesson.LessonStep;
import seq2see.lesson.Setting;

/** What costs time to know, and so is computed only for a step that speaks of it. */
public enum Need {
    /** How much of the sentence's loss arrives at each source token: {@code gradient.first}. */
    GRADIENTS("gradient\\."),
    /** How well what was held out is translated: {@code bleu}, {@code accuracy.7}. */
    SCORES("(bleu|chrf|exact-match|accuracy\\.)"),
    /** How long one wide product takes, and two: {@code products.ratio}. */
    PRODUCTS("products\\.");

    private final Pattern address;

    Need(String start) {
        address = Pattern.compile("(?<![\\w.])(before\\.)?" + start);
    }

    /** What the facts in a step's prose and the lines of its exercise need. */
    static Set<Need> of(LessonStep step) {
        Stream<String> prose = step.prose().stream().flatMap(Need::addresses);
        Stream<String> lines = step.exercise().stream().flatMap(exercise -> exercise.settings().values().stream()).map(Setting::value);
        List<String> texts = Stream.concat(prose, lines).toList();
        return EnumSet.allOf(Need.class).stream().filter(need -> texts.stream().anyMatch(text -> need.address.matcher(text).find()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Need.class)));
    }

    private static Stream<String> addresses(Inline inline) {
        return inline instanceof Inline.Fact fact ? Stream.of(fact.address().value()) : Stream.empty();
    }
}
