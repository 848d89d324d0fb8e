package seq2see.app.control;

import atlantafx.base.controls.ProgressSliderSkin;
import java.util.function.DoubleFunction;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.skin.SliderSkin;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import seq2see.app.theme.Text;

/** A name, a number, and a slider over a list of sensible values. A number between two of them stands between them. */
public final class ValueSlider extends VBox {
    private final double[] values;
    private final DoubleFunction<String> format;
    private final DoubleProperty value = new SimpleDoubleProperty();
    private final Slider slider;
    private final Label figure = Parts.figure();
    private boolean showing;

    /**
     * @param key    the message that names it
     * @param axis   the style class of the axis whose size it is, or {@code accent}
     * @param format how a value is written
     * @param values in rising order
     */
    public ValueSlider(String key, String axis, DoubleFunction<String> format, double... values) {
        this.values = values;
        this.format = format;
        slider = new Slider(0, values.length - 1, 0) {
            @Override
            public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
                // Its own value is a place in the list.
                return attribute == AccessibleAttribute.VALUE_STRING ? figure.getText() : super.queryAccessibleAttribute(attribute, parameters);
            }
        };
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.setBlockIncrement(1);
        slider.setId("setting-" + key.substring(key.lastIndexOf('.') + 1));
        slider.accessibleTextProperty().bind(Text.binding("settings.named", Text.binding(key), figure.textProperty()));
        slider.valueProperty().subscribe(position -> {
            if (!showing) {
                value.set(values[(int) Math.round(position.doubleValue())]);
            }
        });
        figure.getStyleClass().add("small");
        HBox head = new HBox(Parts.label(key, "control"), Parts.spring(), figure);
        getStyleClass().addAll("value-slider", axis);
        getChildren().addAll(head, slider);
        value.subscribe(this::showFigure);
        Text.follow(this, this::showFigure);
    }

    private void showFigure() {
        figure.setText(format.apply(value.get()));
        slider.notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE_STRING);
    }

    /**
     * Colours the whole track instead of that part of it which the value has come.
     *
     * @param paint as CSS has it
     */
    public void colourTrack(String paint) {
        if (slider.getSkin() instanceof ProgressSliderSkin) {
            slider.setSkin(new SliderSkin(slider));
        }
        slider.lookup(".track").setStyle("-fx-background-color: " + paint + ";");
    }

    /** The number itself, which need not be one of the slider's. */
    public DoubleProperty valueProperty() {
        return value;
    }

    public double value() {
        return value.get();
    }

    /** Puts the slider on a number that came from elsewhere. */
    public void show(double number) {
        showing = true;
        slider.setValue(position(number));
        value.set(number);
        showing = false;
    }

    private double position(double number) {
        if (number <= values[0]) {
            return 0;
        }
        for (int i = 1; i < values.length; i++) {
            if (number <= values[i]) {
                return i - 1 + (number - values[i - 1]) / (values[i] - values[i - 1]);
            }
        }
        return values.length - 1;
    }
}
