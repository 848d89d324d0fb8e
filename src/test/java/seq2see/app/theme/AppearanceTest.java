package seq2see.app.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import seq2see.app.HeadlessToolkit;

class AppearanceTest {

    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    @Test
    void controlsFollowThemeAndScale() {
        HeadlessToolkit.call(() -> {
            Appearance appearance = new Appearance();
            Label title = new Label("Attention 注意力");
            title.getStyleClass().add("title");
            Label figure = new Label("0.042");
            figure.getStyleClass().addAll("figure", "muted");
            Button primary = new Button("Continue");
            primary.getStyleClass().add("accent");
            VBox parent = new VBox(title, figure, primary);
            parent.getStyleClass().add("small");
            Scene scene = new Scene(parent);
            appearance.dress(scene);
            parent.applyCss();
            assertEquals(20, title.getFont().getSize(), 0.01);
            assertEquals(Fonts.of(Typeface.SANS, 600, 20, "").getFamily(), title.getFont().getFamily());
            assertEquals(Fonts.of(Typeface.MONO, 500, 13, "").getName(), figure.getFont().getName());
            assertEquals(Color.web(Palette.LIGHT.of(Role.MUTED_TEXT).hex()), figure.getTextFill());
            assertEquals(Color.web(Palette.LIGHT.of(Role.ACCENT).hex()), primary.getBackground().getFills().getLast().getFill());
            appearance.themeProperty().set(Theme.DARK);
            appearance.scaleProperty().set(1.5);
            parent.applyCss();
            assertEquals(30, title.getFont().getSize(), 0.01);
            assertEquals(Color.web(Palette.DARK.of(Role.MUTED_TEXT).hex()), figure.getTextFill());
            assertEquals(Color.web(Palette.DARK.of(Role.ACCENT).hex()), primary.getBackground().getFills().getLast().getFill());
            return null;
        });
    }

    @Test
    void largerAndSmallerUndoEachOtherAndEndAtTheirLimits() {
        Appearance appearance = new Appearance();
        appearance.larger();
        appearance.smaller();
        assertEquals(1, appearance.scale());
        for (int i = 0; i < 20; i++) {
            appearance.larger();
        }
        assertEquals(3, appearance.scale());
    }

    @Test
    void picturesHearOfEveryChange() {
        HeadlessToolkit.call(() -> {
            Appearance appearance = new Appearance();
            List<String> heard = new ArrayList<>();
            Label picture = new Label();
            appearance.onChange(picture, () -> heard.add(appearance.theme() + " " + appearance.scale() + " " + Text.language()));
            appearance.themeProperty().set(Theme.DARK);
            appearance.larger();
            Text.languageProperty().set(Language.CHINESE);
            Text.languageProperty().set(Language.ENGLISH);
            assertEquals(List.of("DARK 1.0 ENGLISH", "DARK 1.1 ENGLISH", "DARK 1.1 CHINESE", "DARK 1.1 ENGLISH"), heard);
            Reference.reachabilityFence(picture);
            return null;
        });
    }

    @Test
    void nobodyIsKeptByWhatTheyListenTo() {
        HeadlessToolkit.call(() -> {
            Appearance appearance = new Appearance();
            WeakReference<Label> picture = listening(appearance);
            for (int collection = 0; collection < 100 && picture.get() != null; collection++) {
                System.gc();
            }
            assertNull(picture.get());
            return null;
        });
    }

    private static WeakReference<Label> listening(Appearance appearance) {
        Label picture = new Label();
        appearance.onChange(picture, () -> picture.setText(appearance.theme().name()));
        return new WeakReference<>(picture);
    }
}
