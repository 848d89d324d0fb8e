package seq2see.app.theme;

import java.util.Locale;
import java.util.Map;
import seq2see.tensor.Axis;

/** The part of the style sheet that follows from the palette, the fonts and the scale. */
final class StyleSheet {
    /** The size of the style {@code control}, which is the window's own. */
    private static final int CONTROL_SIZE = 13;
    /** How much of an axis's colour is in the ground of words that name something along it. */
    private static final double AXIS_TINT = 0.09;

    /** Text styles by their size at scale 1. They are written in pixels, since an em of a text is its parent's. */
    private static final Map<String, Integer> SIZES = Map.ofEntries(
            Map.entry(".title", 20), Map.entry(".title.lesson", 22), Map.entry(".heading", 15), Map.entry(".prose", 15),
            Map.entry(".control", CONTROL_SIZE), Map.entry(".moment", 14), Map.entry(".small", 12), Map.entry(".badge", 12),
            Map.entry(".least", 11), Map.entry(".figure", 13), Map.entry(".symbol", 16));

    /** AtlantaFX's colours, by the roles that take their place. */
    private static final Map<String, Role> ATLANTA = Map.ofEntries(
            Map.entry("-color-bg-default", Role.SURFACE),
            Map.entry("-color-bg-overlay", Role.SURFACE),
            Map.entry("-color-bg-subtle", Role.BACKGROUND),
            Map.entry("-color-bg-inset", Role.INSET),
            Map.entry("-color-fg-default", Role.TEXT),
            Map.entry("-color-fg-muted", Role.MUTED_TEXT),
            Map.entry("-color-fg-subtle", Role.MUTED_TEXT),
            Map.entry("-color-fg-emphasis", Role.ON_ACCENT),
            Map.entry("-color-border-default", Role.LINE),
            Map.entry("-color-border-muted", Role.LINE),
            Map.entry("-color-border-subtle", Role.FAINT_LINE),
            Map.entry("-color-accent-fg", Role.ACCENT),
            Map.entry("-color-accent-emphasis", Role.ACCENT),
            Map.entry("-color-accent-muted", Role.ACCENT_LINE),
            Map.entry("-color-accent-subtle", Role.ACCENT_TINT),
            Map.entry("-color-success-fg", Role.SUCCESS),
            Map.entry("-color-success-emphasis", Role.SUCCESS),
            Map.entry("-color-success-subtle", Role.SUCCESS_TINT),
            Map.entry("-color-warning-fg", Role.WARNING),
            Map.entry("-color-warning-emphasis", Role.WARNING),
            Map.entry("-color-warning-subtle", Role.WARNING_TINT),
            Map.entry("-color-danger-fg", Role.DANGER),
            Map.entry("-color-danger-emphasis", Role.DANGER),
            Map.entry("-color-danger-subtle", Role.DANGER_TINT));

    private StyleSheet() {
    }

    static String of(Palette palette, double scale) {
        StringBuilder css = new StringBuilder(".root {\n");
        for (Role role : Role.values()) {
            declare(css, role.lookUpName(), palette.of(role).hex());
        }
        for (Axis axis : Axis.values()) {
            String name = "-seq2see-axis-" + axis.name().toLowerCase(Locale.ROOT).replace('_', '-');
            declare(css, name, palette.of(axis).hex());
            declare(css, name + "-tint", palette.of(Role.SURFACE).towards(palette.of(axis), AXIS_TINT).hex());
        }
        ATLANTA.forEach((name, role) -> declare(css, name, palette.of(role).hex()));
        declare(css, "-fx-font-size", CONTROL_SIZE * scale + "px");
        declare(css, "-fx-font-family", quoted(Typeface.SANS, 400));
        css.append("}\n");
        SIZES.forEach((selector, size) -> css.append(selector).append(" { -fx-font-size: ").append(size * scale).append("px; }\n"));
        family(css, ".medium, .control", Typeface.SANS, 500);
        family(css, ".semi-bold, .sentence .text, .title, .heading, .moment, .badge", Typeface.SANS, 600);
        // Noto Sans SC has no semi-bold, and JavaFX falls back on its bold only from a face called bold.
        css.append(".zh .sentence .text, .zh .title, .zh .heading, .zh .moment, .zh .badge, .zh .semi-bold { -fx-font-family: ")
                .append(quoted(Typeface.SANS, 700)).append("; -fx-font-weight: bold; }\n");
        family(css, ".mono", Typeface.MONO, 400);
        family(css, ".figure", Typeface.MONO, 500);
        family(css, ".sentence .mono, .sentence .figure", Typeface.MONO, 600);
        family(css, ".symbol", Typeface.MATH, 400);
        return css.toString();
    }

    private static void family(StringBuilder css, String selectors, Typeface typeface, int weight) {
        css.append(selectors).append(" { -fx-font-family: ").append(quoted(typeface, weight)).append("; }\n");
    }

    private static String quoted(Typeface typeface, int weight) {
        return '"' + Fonts.styleSheetFamily(typeface, weight) + '"';
    }

    private static void declare(StringBuilder css, String property, String value) {
        css.append("    ").append(property).append(": ").append(value).append(";\n");
    }
}
