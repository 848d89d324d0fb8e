package seq2see.app.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import seq2see.tensor.Axis;

/** The palette keeps its promises: what is read has a contrast of 4.5 or more, what means something 3 or more. */
class PaletteTest {

    @ParameterizedTest
    @CsvSource({"TEXT, BACKGROUND, 14.84, 16.02", "TEXT, SURFACE, 15.80, 14.64", "TEXT, ACCENT_TINT, 13.64, 12.54",
        "MUTED_TEXT, BACKGROUND, 6.00, 7.76", "MUTED_TEXT, SURFACE, 6.39, 7.09", "MUTED_TEXT, INSET, 5.70, 7.76",
        "MUTED_TEXT, ACCENT_TINT, 5.52, 6.08", "ACCENT, BACKGROUND, 6.09, 8.22", "ACCENT, SURFACE, 6.48, 7.51",
        "ACCENT, ACCENT_TINT, 5.60, 6.43", "ON_ACCENT, ACCENT, 6.48, 8.12", "SUCCESS, SURFACE, 5.08, 7.60",
        "SUCCESS, SUCCESS_TINT, 4.53, 6.30", "WARNING, SURFACE, 5.93, 8.73", "WARNING, WARNING_TINT, 5.45, 7.31",
        "DANGER, SURFACE, 5.75, 6.86", "DANGER, DANGER_TINT, 5.09, 6.37", "DONE, BACKGROUND, 4.27, 4.88",
        "DONE, SURFACE, 4.55, 4.46", "GHOST, BACKGROUND, 3.08, 3.55", "GHOST, SURFACE, 3.28, 3.24"})
    void rolesContrastAsDesigned(Role role, Role ground, double light, double dark) {
        assertEquals(light, Palette.LIGHT.of(role).contrast(Palette.LIGHT.of(ground)), 0.006);
        assertEquals(dark, Palette.DARK.of(role).contrast(Palette.DARK.of(ground)), 0.006);
        double least = role == Role.DONE || role == Role.GHOST ? 3 : 4.5;
        assertTrue(Math.min(light, dark) >= least);
    }

    @ParameterizedTest
    @CsvSource({"BATCH, 14.84, 15.80, 16.02, 14.64", "SOURCE_TIME, 5.36, 5.71, 7.42, 6.78", "TARGET_TIME, 4.97, 5.29, 7.59, 6.94",
        "EMBEDDING, 5.35, 5.70, 7.68, 7.02", "HIDDEN, 4.97, 5.29, 6.84, 6.25", "TARGET_VOCABULARY, 7.57, 8.06, 11.74, 10.73",
        "LAYER, 7.95, 8.46, 11.98, 10.95"})
    void axesContrastAsDesigned(Axis axis, double light, double lightSurface, double dark, double darkSurface) {
        assertEquals(light, Palette.LIGHT.of(axis).contrast(Palette.LIGHT.of(Role.BACKGROUND)), 0.006);
        assertEquals(lightSurface, Palette.LIGHT.of(axis).contrast(Palette.LIGHT.of(Role.SURFACE)), 0.006);
        assertEquals(dark, Palette.DARK.of(axis).contrast(Palette.DARK.of(Role.BACKGROUND)), 0.006);
        assertEquals(darkSurface, Palette.DARK.of(axis).contrast(Palette.DARK.of(Role.SURFACE)), 0.006);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyAxisCanBeReadOnATintOfItself(Theme theme) {
        Palette palette = theme.palette();
        for (Axis axis : Axis.values()) {
            Rgb tint = palette.of(Role.SURFACE).towards(palette.of(axis), 0.09);
            assertTrue(palette.of(axis).contrast(tint) >= (theme == Theme.LIGHT ? 4.5 : 5.4), axis + " on " + tint);
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void inkCanBeReadOnEveryValue(Theme theme) {
        for (int i = -1000; i <= 1000; i++) {
            Rgb signed = theme.palette().signed().at(i / 1000.0);
            Rgb probability = theme.palette().probability().at(Math.abs(i) / 1000.0);
            assertTrue(signed.contrast(signed.ink()) >= 4.58);
            assertTrue(probability.contrast(probability.ink()) >= 4.58);
        }
    }

    @Test
    void scalesMeetTheirStopsAndClampWhatLiesOutside() {
        ValueScale scale = Palette.LIGHT.probability();
        for (int i = 0; i < scale.stops().size(); i++) {
            assertEquals(scale.stops().get(i), scale.at(i / 4.0));
        }
        assertEquals(scale.at(1), scale.at(7));
        assertEquals(scale.at(0), scale.at(-7));
        assertEquals(Rgb.of("#F1F1EE"), Palette.LIGHT.signed().at(Double.NaN));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void aProbabilityGetsDarkerOrLighterInOneDirectionOnly(Theme theme) {
        double direction = theme == Theme.LIGHT ? -1 : 1;
        for (int i = 1; i <= 100; i++) {
            double step = theme.palette().probability().at(i / 100.0).luminance() - theme.palette().probability().at((i - 1) / 100.0).luminance();
            assertTrue(step * direction >= 0, "at " + i + " %");
        }
    }
}
