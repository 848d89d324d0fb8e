package seq2see.app.theme;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.util.Subscription;

/**
 * The program's words, from the bundle {@code text/messages}, in a language that may change while the program runs. Whole
 * numbers among the arguments are written as {@link Numbers#count}; others come as text already.
 */
public final class Text {
    private static final ResourceBundle.Control CONTROL =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    /** Held, since pictures ask for words by the hundred in every frame. */
    private static final Map<Language, ResourceBundle> BUNDLES = Stream.of(Language.values())
            .collect(Collectors.toMap(language -> language, language -> ResourceBundle.getBundle("text/messages", language.locale(), CONTROL)));
    /** Their patterns, read when first asked for. One of them writes for a single thread at a time. */
    private static final Map<Language, Map<String, MessageFormat>> FORMATS = Stream.of(Language.values())
            .collect(Collectors.toMap(language -> language, language -> new ConcurrentHashMap<>()));
    private static final ObjectProperty<Language> LANGUAGE = new SimpleObjectProperty<>(Language.ENGLISH);

    private Text() {
    }

    public static ObjectProperty<Language> languageProperty() {
        return LANGUAGE;
    }

    /**
     * Calls back now and whenever the language changes, as long as the owner is there, which nothing keeps because of that.
     *
     * @return ends it before that: the language outlives the window, and whoever was closed must not be asked for more
     */
    public static Subscription follow(Node owner, Runnable action) {
        action.run();
        return Following.whileThere(owner.getProperties(), action, LANGUAGE);
    }

    public static Language language() {
        return LANGUAGE.get();
    }

    /** The words in the present language. */
    public static String of(String key, Object... arguments) {
        return of(language(), key, arguments);
    }

    /**
     * The words in a language.
     *
     * @throws java.util.MissingResourceException where the bundle lacks the key
     */
    public static String of(Language language, String key, Object... arguments) {
        Object[] written = arguments.clone();
        Arrays.setAll(written, i -> written(arguments[i]));
        MessageFormat format = FORMATS.get(language).computeIfAbsent(key, wanted -> new MessageFormat(BUNDLES.get(language).getString(wanted), language.locale()));
        synchronized (format) {
            return format.format(written);
        }
    }

    private static Object written(Object argument) {
        return switch (argument) {
            case Integer number -> Numbers.count(number);
            case Long number -> Numbers.count(number);
            default -> argument;
        };
    }

    /** The words, following the language and those arguments that are observable. */
    public static StringBinding binding(String key, Object... arguments) {
        var observed = Stream.concat(Stream.of(LANGUAGE), Stream.of(arguments).filter(ObservableValue.class::isInstance)
                .map(ObservableValue.class::cast)).toArray(ObservableValue[]::new);
        return Bindings.createStringBinding(() -> of(key, Stream.of(arguments)
                .map(argument -> argument instanceof ObservableValue<?> value ? value.getValue() : argument).toArray()), observed);
    }
}
