package seq2see.app.drawing;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.text.Text;
import seq2see.app.theme.Fonts;

/** Measures as JavaFX draws, on the toolkit's thread; it remembers the texts that come again and again. */
public final class ToolkitMeasure implements TextMeasure {
    private static final int REMEMBERED = 4096;

    private record Key(String text, TextStyle style) {
    }

    private final Text node = new Text();
    private final Map<Key, Double> known = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Double> eldest) {
            return size() > REMEMBERED;
        }
    };

    @Override
    public double width(String text, TextStyle style) {
        return known.computeIfAbsent(new Key(text, style), this::measured);
    }

    private double measured(Key key) {
        TextStyle style = key.style();
        node.setFont(Fonts.of(style.typeface(), style.weight(), style.size(), key.text()));
        node.setText(key.text());
        return node.getLayoutBounds().getWidth();
    }
}
