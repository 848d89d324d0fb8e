package seq2see.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Parent;
import seq2see.app.theme.Appearance;

/** The window's own style sheet. It is written in pixels at scale 1; here they are multiplied by the window's scale. */
final class WindowStyle {
    private static final Pattern PIXELS = Pattern.compile("(\\d+(?:\\.\\d+)?)px");

    private WindowStyle() {
    }

    /** Gives a root the style sheet and keeps it in step with the scale. */
    static void follow(Parent root, Appearance appearance) {
        String sheet = read();
        appearance.scaleProperty().subscribe(scale -> root.getStylesheets().setAll(dataAddress(scaled(sheet, scale.doubleValue()))));
    }

    private static String read() {
        try (InputStream stream = WindowStyle.class.getResourceAsStream("/theme/window.css")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String scaled(String sheet, double scale) {
        Matcher pixels = PIXELS.matcher(sheet);
        return pixels.replaceAll(found -> String.format(Locale.ROOT, "%.3fpx", Double.parseDouble(found.group(1)) * scale));
    }

    private static String dataAddress(String css) {
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }
}
