package seq2see.app.lesson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import seq2see.app.lesson.Finding.Found;
import seq2see.corpus.Choice;
import seq2see.corpus.InputException;
import seq2see.corpus.Limits;
import seq2see.lesson.Directive;
import seq2see.lesson.Setting;

/** Understands the values in the lines of directives; what cannot be understood is told with its place. */
final class Lines {
    private final Map<String, Setting> given = new LinkedHashMap<>();

    private Lines() {
    }

    static Lines of(Directive directive) {
        return new Lines().and(directive);
    }

    /** Lines of another directive stand instead of those with the same key. */
    Lines and(Directive directive) {
        directive.entries().forEach(entry -> given.put(entry.key(), entry.value()));
        return this;
    }

    interface Reading<T> {
        T of(String text) throws InputException;
    }

    Optional<Setting> setting(String key) {
        return Optional.ofNullable(given.get(key));
    }

    <T> T value(String key, T otherwise, Reading<T> reading) throws Found {
        Setting setting = given.get(key);
        if (setting == null) {
            return otherwise;
        }
        try {
            return reading.of(setting.value());
        } catch (InputException refused) {
            throw new Found(setting.place(), new InputException("lesson.value", setting.place(), refused));
        } catch (NumberFormatException noNumber) {
            throw new Found(setting.place(), new InputException("lesson.noNumber", setting.place(), key, setting.value()));
        }
    }

    /** {@code true} or {@code false}. */
    Boolean flag(String key, Boolean otherwise) throws Found {
        return value(key, otherwise, text -> Boolean.valueOf(Choice.named(key, text, List.of("true", "false"), Function.identity())));
    }

    Integer whole(String key, Integer otherwise, Limits limits) throws Found {
        return value(key, otherwise, text -> {
            int number = Integer.parseInt(text);
            limits.check(key, number);
            return number;
        });
    }

    Double number(String key, Double otherwise, Limits limits) throws Found {
        return value(key, otherwise, text -> {
            double number = Double.parseDouble(text);
            limits.check(key, number);
            return number;
        });
    }
}
