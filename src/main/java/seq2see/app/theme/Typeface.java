package seq2see.app.theme;

/** What is read from the engine is mono, what is said by us is sans, and symbols of formulas are math (italic). */
public enum Typeface {
    SANS("Inter"),
    MONO("JetBrains Mono"),
    MATH("CMU Serif");

    private final String family;

    Typeface(String family) {
        this.family = family;
    }

    /** The family's name, as exported pictures name it. */
    public String family() {
        return family;
    }
}
