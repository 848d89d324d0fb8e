package seq2see.app.theme;

import java.util.Locale;

/** A language of the program. */
public enum Language {
    ENGLISH(Locale.ENGLISH, "en", "English"),
    CHINESE(Locale.SIMPLIFIED_CHINESE, "zh", "中文");

    private final Locale locale;
    private final String code;
    private final String ownName;

    Language(Locale locale, String code, String ownName) {
        this.locale = locale;
        this.code = code;
        this.ownName = ownName;
    }

    /** The system's language where the program speaks it, else English. */
    public static Language ofSystem() {
        return Locale.getDefault().getLanguage().equals(CHINESE.code) ? CHINESE : ENGLISH;
    }

    public Locale locale() {
        return locale;
    }

    /** {@code en} or {@code zh}, as on the command line. */
    public String code() {
        return code;
    }

    /** What the language calls itself. */
    public String ownName() {
        return ownName;
    }

    public Language other() {
        return this == ENGLISH ? CHINESE : ENGLISH;
    }
}
