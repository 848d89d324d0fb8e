package seq2see.corpus;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The input is at fault: a file, a sentence or a configuration that a person gave. It holds a key of the bundle
 * {@code text/problems} and its arguments, so that the command line and the window say the same, each in its language.
 * A text says what is wrong, where, and what to do.
 */
public final class InputException extends Exception {
    private final String key;
    private final List<Object> arguments;

    /**
     * @param key       a key of {@code resources/text/problems.properties}
     * @param arguments fill its {0}, {1} …; one that is a problem itself is told in the same language
     */
    public InputException(String key, Object... arguments) {
        super(text(key, Locale.ENGLISH, List.of(arguments)));
        this.key = key;
        this.arguments = List.of(arguments);
    }

    public String key() {
        return key;
    }

    /** The problem in a language. */
    public String text(Locale locale) {
        return text(key, locale, arguments);
    }

    private static String text(String key, Locale locale, List<Object> arguments) {
        ResourceBundle bundle = ResourceBundle.getBundle("text/problems", locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Object[] told = arguments.stream()
                .map(argument -> argument instanceof InputException problem ? problem.text(locale) : argument).toArray();
        return new MessageFormat(bundle.getString(key), locale).format(told);
    }
}
