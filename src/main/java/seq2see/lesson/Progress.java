package seq2see.lesson;

import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * How far a reader has come. Steps count from 1.
 *
 * @param lesson  the id of the lesson read last; empty where none was
 * @param step    its step
 * @param answers the answer given last at a lesson's step, as {@code id.step} → text
 * @param read    the furthest step read of each lesson
 */
public record Progress(String lesson, int step, Map<String, String> answers, Map<String, Integer> read) {
    /** A reader who has just come. */
    public static final Progress NONE = new Progress("", 1, Map.of(), Map.of());
    private static final String ANSWER = "answer.";
    private static final String READ = "read.";

    public Progress {
        answers = Collections.unmodifiableMap(new TreeMap<>(answers));
        read = Collections.unmodifiableMap(new TreeMap<>(read));
    }

    /** The same at a step of a lesson. */
    public Progress at(String id, int newStep) {
        Map<String, Integer> further = new TreeMap<>(read);
        further.merge(id, newStep, Math::max);
        return new Progress(id, newStep, answers, further);
    }

    /** The same with an answer. */
    public Progress answered(String id, int atStep, String answer) {
        Map<String, String> more = new TreeMap<>(answers);
        more.put(id + "." + atStep, answer);
        return new Progress(lesson, step, more, read);
    }

    /** The answer at a step; null where none was given. */
    public String answer(String id, int atStep) {
        return answers.get(id + "." + atStep);
    }

    Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("lesson", lesson);
        properties.setProperty("step", String.valueOf(step));
        answers.forEach((place, answer) -> properties.setProperty(ANSWER + place, answer));
        read.forEach((id, furthest) -> properties.setProperty(READ + id, String.valueOf(furthest)));
        return properties;
    }

    /** What makes no sense is passed over, entry by entry. */
    static Progress of(Properties properties) {
        Map<String, String> answers = new TreeMap<>();
        Map<String, Integer> read = new TreeMap<>();
        for (String key : properties.stringPropertyNames()) {
            String value = properties.getProperty(key);
            if (key.startsWith(ANSWER)) {
                answers.put(key.substring(ANSWER.length()), value);
            } else if (key.startsWith(READ) && number(value) > 0) {
                read.put(key.substring(READ.length()), number(value));
            }
        }
        return new Progress(properties.getProperty("lesson", ""), Math.max(1, number(properties.getProperty("step", "1"))), answers, read);
    }

    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }
}
