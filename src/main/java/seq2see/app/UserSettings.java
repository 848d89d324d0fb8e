package seq2see.app;

import java.util.Locale;

/**
 * What the window remembers from one start to the next.
 *
 * @param language {@code en} or {@code zh}
 * @param theme    {@code light} or {@code dark}
 * @param scale    of the whole window, a step of {@link Scaling}
 * @param width    of the window's content in pixels
 * @param height   of the window's content in pixels
 * @param corpus   the sample corpus's file name, or the absolute path of a file
 * @param sentence the sentence last looked at; empty where none was
 */
public record UserSettings(String language, String theme, double scale, double width, double height, String corpus,
                           String sentence) {
    /** The corpus of a first start. */
    public static final String FIRST_CORPUS = "reverse.tsv";

    /** A first start: the system's language where we speak it, light, at 1280 × 800. */
    public static UserSettings defaults() {
        String language = Locale.getDefault().getLanguage().equals("zh") ? "zh" : "en";
        return new UserSettings(language, "light", 1, 1280, 800, FIRST_CORPUS, "");
    }

    public UserSettings withCorpus(String newCorpus, String newSentence) {
        return new UserSettings(language, theme, scale, width, height, newCorpus, newSentence);
    }

    /** The same with what the window itself knows. */
    public UserSettings withLook(String newLanguage, String newTheme, double newScale) {
        return new UserSettings(newLanguage, newTheme, newScale, width, height, corpus, sentence);
    }

    public UserSettings withSize(double newWidth, double newHeight) {
        return new UserSettings(language, theme, scale, newWidth, newHeight, corpus, sentence);
    }
}
