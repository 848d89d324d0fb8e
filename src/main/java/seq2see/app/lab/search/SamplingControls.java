package seq2see.app.lab.search;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import seq2see.app.control.Parts;
import seq2see.app.control.ValueSlider;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Text;
import seq2see.search.SamplingSettings;

/** How outputs are drawn beside a search: the temperature, from how many tokens, how many outputs, and from which seed. */
final class SamplingControls {
    /** Where the slider says that all tokens may be drawn. */
    private static final double ALL = 1_000;

    private final ToggleButton shown = new ToggleButton();
    private final ValueSlider temperature = slider("search.temperature", value -> Numbers.fixed(value, 2), 0.1, 0.2, 0.3, 0.5, 0.7, 0.8, 0.9, 1, 1.2, 1.5, 2, 3, 5);
    private final ValueSlider topK = slider("search.topK", value -> value >= ALL ? Text.of("search.topK.all") : Numbers.count(Math.round(value)),
            1, 2, 3, 5, 10, 20, 50, 100, ALL);
    private final ValueSlider count = slider("search.draws", value -> Numbers.count(Math.round(value)), 1, 5, 10, 20, 50, 100);
    private final List<Node> nodes;
    private final Runnable changed;
    private long seed = SamplingSettings.USUAL.seed();
    private boolean showing;

    /** @param changed hears that something else is to be drawn */
    SamplingControls(Runnable changed) {
        this.changed = changed;
        shown.setId("search-sampling");
        shown.textProperty().bind(Text.binding("search.sampling"));
        shown.getStyleClass().addAll("small-button", "medium", "toggle");
        Button again = Parts.button("fth-refresh-cw", "search.again", this::drawAgain);
        again.setId("search-again");
        nodes = List.of(shown, temperature, topK, count, again);
        for (Node node : nodes.subList(1, nodes.size())) {
            node.managedProperty().bind(node.visibleProperty());
            node.visibleProperty().bind(shown.selectedProperty());
        }
        show(SamplingSettings.USUAL);
        shown.selectedProperty().subscribe((before, now) -> tell());
        List.of(temperature, topK, count).forEach(slider -> slider.valueProperty().subscribe((before, now) -> tell()));
    }

    private static ValueSlider slider(String key, DoubleFunction<String> format, double... values) {
        ValueSlider slider = new ValueSlider(key, "accent", format, values);
        slider.getStyleClass().add("search-draws");
        return slider;
    }

    private void tell() {
        if (!showing) {
            changed.run();
        }
    }

    private void drawAgain() {
        drawFrom(seed + 1);
    }

    /** From which outputs are drawn. */
    long seed() {
        return seed;
    }

    void drawFrom(long newSeed) {
        seed = newSeed;
        tell();
    }

    /** What switches it on, and behind it what is set where it is on. */
    List<Node> nodes() {
        return nodes;
    }

    /** Empty where nothing is to be drawn. */
    Optional<SamplingSettings> settings() {
        int k = topK.value() >= ALL ? 0 : (int) Math.round(topK.value());
        return shown.isSelected() ? Optional.of(new SamplingSettings(temperature.value(), k, (int) Math.round(count.value()), seed)) : Optional.empty();
    }

    /** What somebody else chose; empty where nothing is drawn. */
    void show(Optional<SamplingSettings> chosen) {
        showing = true;
        chosen.ifPresent(this::show);
        shown.setSelected(chosen.isPresent());
        showing = false;
    }

    private void show(SamplingSettings settings) {
        temperature.show(settings.temperature());
        topK.show(settings.topK() == 0 ? ALL : settings.topK());
        count.show(settings.count());
        seed = settings.seed();
    }
}
