package seq2see.app.theme;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import javafx.application.Application;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;

/**
 * How the window looks at the moment: theme and whole-window scale, both of which may change while it is open. Controls get
 * it as style sheets, canvases watch it and draw themselves again.
 */
public final class Appearance {
    /** The steps of Ctrl + and Ctrl –. */
    private static final List<Double> SCALES = List.of(0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0);
    private static final String STYLE_SHEET = Appearance.class.getResource("/theme/seq2see.css").toExternalForm();

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final DoubleProperty scale = new SimpleDoubleProperty(1);
    private final BooleanProperty motion = new SimpleBooleanProperty(true);
    private final BooleanProperty presenting = new SimpleBooleanProperty();

    /** Whether things move where somebody steps; without, every change is immediate. */
    public BooleanProperty motionProperty() {
        return motion;
    }

    /** Whether the window is shown to a class. */
    public BooleanProperty presentingProperty() {
        return presenting;
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    public Theme theme() {
        return theme.get();
    }

    public DoubleProperty scaleProperty() {
        return scale;
    }

    /** s, by which every size in the window is multiplied. */
    public double scale() {
        return scale.get();
    }

    public void larger() {
        SCALES.stream().filter(step -> step > scale() + 1e-9).findFirst().ifPresent(scale::set);
    }

    public void smaller() {
        SCALES.reversed().stream().filter(step -> step < scale() - 1e-9).findFirst().ifPresent(scale::set);
    }

    /**
     * Calls back whenever theme, scale or language change, or presenting begins or ends: everything that a picture depends on beside its data. It does so as
     * long as the node is there, which nothing keeps because of that.
     */
    public void onChange(Node owner, Runnable redraw) {
        Following.whileThere(owner.getProperties(), redraw, theme, scale, presenting, Text.languageProperty());
    }

    /** Gives a scene the style sheets and keeps them in step from now on. The toolkit has to run. */
    public void dress(Scene scene) {
        Fonts.load();
        // A dialog's scene may go; this one stays.
        Following.whileThere(scene.getProperties(), () -> restyle(scene), theme, scale);
        restyle(scene);
    }

    private void restyle(Scene scene) {
        Application.setUserAgentStylesheet(theme().userAgentStyleSheet());
        scene.getStylesheets().setAll(STYLE_SHEET, dataAddress(StyleSheet.of(theme().palette(), scale())));
    }

    private static String dataAddress(String css) {
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }
}
