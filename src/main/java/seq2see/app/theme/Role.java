package seq2see.app.theme;

import java.util.Locale;

/** What a colour is for. Controls, canvases and exported pictures ask the {@link Palette} for these and for nothing else. */
public enum Role {
    /** Window, rail, stage. */
    BACKGROUND,
    /** Cards, prose column, training line. */
    SURFACE,
    /** Bar tracks, padded cells. */
    INSET,
    /** Borders. */
    LINE,
    /** Grid lines; decoration only. */
    FAINT_LINE,
    TEXT,
    MUTED_TEXT,
    /** Wires already travelled; never text. */
    DONE,
    /** Dashed outlines; never text. */
    GHOST,
    /** What is now, and the primary action. */
    ACCENT,
    ON_ACCENT,
    ACCENT_TINT,
    ACCENT_LINE,
    SUCCESS,
    SUCCESS_TINT,
    WARNING,
    WARNING_TINT,
    DANGER,
    DANGER_TINT;

    /** The name of the looked-up colour in style sheets, such as {@code -seq2see-accent-tint}. */
    public String lookUpName() {
        return "-seq2see-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
