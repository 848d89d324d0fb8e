package seq2see.app;

import seq2see.app.theme.Language;
import seq2see.app.theme.Theme;

/**
 * What the window remembers from one start to the next.
 *
 * @param scale    of the whole window
 * @param width    of the window's content in pixels
 * @param height   of the window's content in pixels
 * @param corpus   the sample corpus's file name, or the absolute path of a file
 * @param sentence the sentence last looked at; empty where none was
 * @param tab      the Lab's tab that was in front; empty where none was chosen
 * @param motion   whether pictures move
 * @param choices  what the corpus was trained with, in JSON; empty where that was the usual
 * @param lessonFolder the absolute path of the folder of one's own lessons opened last; empty where none was
 */
public record UserSettings(Language language, Theme theme, double scale, double width, double height, String corpus,
                           String sentence, String tab, boolean motion, String choices, String lessonFolder) {
    /** The corpus of a first start. */
    public static final String FIRST_CORPUS = "reverse.tsv";

    /** With pictures that move and no lessons of one's own. */
    public UserSettings(Language language, Theme theme, double scale, double width, double height, String corpus, String sentence, String tab) {
        this(language, theme, scale, width, height, corpus, sentence, tab, true, "", "");
    }

    /** A first start: the system's language where we speak it, light, at 1280 × 800. */
    public static UserSettings defaults() {
        return new UserSettings(Language.ofSystem(), Theme.LIGHT, 1, 1280, 800, FIRST_CORPUS, "", "");
    }

    /** The same with a corpus, the sentence that was looked at, and what it was trained with. */
    public UserSettings withCorpus(String newCorpus, String newSentence, String newChoices) {
        return new UserSettings(language, theme, scale, width, height, newCorpus, newSentence, tab, motion, newChoices, lessonFolder);
    }

    /** The same with what the window itself knows. */
    public UserSettings withLook(Language newLanguage, Theme newTheme, double newScale) {
        return new UserSettings(newLanguage, newTheme, newScale, width, height, corpus, sentence, tab, motion, choices, lessonFolder);
    }

    public UserSettings withSize(double newWidth, double newHeight) {
        return new UserSettings(language, theme, scale, newWidth, newHeight, corpus, sentence, tab, motion, choices, lessonFolder);
    }

    public UserSettings withTab(String newTab) {
        return new UserSettings(language, theme, scale, width, height, corpus, sentence, newTab, motion, choices, lessonFolder);
    }

    public UserSettings withMotion(boolean moves) {
        return new UserSettings(language, theme, scale, width, height, corpus, sentence, tab, moves, choices, lessonFolder);
    }

    public UserSettings withLessonFolder(String folder) {
        return new UserSettings(language, theme, scale, width, height, corpus, sentence, tab, motion, choices, folder);
    }
}
