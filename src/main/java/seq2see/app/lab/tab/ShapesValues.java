package seq2see.app.lab.tab;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import seq2see.app.control.Parts;
import seq2see.app.theme.Text;
import seq2see.app.view.shapes.ShapesView;
import seq2see.tensor.Shape;

/** Which block's values lie open, and at which slice: the same as a click on the block and Page Down, with controls. */
final class ShapesValues {
    private static final String NONE = "";

    private final ShapesView view;
    private final ComboBox<String> block = new ComboBox<>();
    private final ComboBox<Integer> axis = new ComboBox<>();
    private final Spinner<Integer> slice = new Spinner<>(1, 1, 1);
    private final VBox node;
    private boolean showing;

    ShapesValues(ShapesView view) {
        this.view = view;
        block.setId("shapes-block");
        axis.setId("shapes-axis");
        slice.setId("shapes-slice");
        block.setConverter(words(key -> key.equals(NONE) ? Text.of("shapes.values.none") : Text.of("shapes.block." + key)));
        axis.setConverter(words(index -> view.openShape().map(shape -> shape.dimensions().get(index).axis().letter()).orElse("")));
        block.accessibleTextProperty().bind(Text.binding("shapes.values.block"));
        axis.accessibleTextProperty().bind(Text.binding("shapes.values.axis"));
        slice.getEditor().accessibleTextProperty().bind(Text.binding("shapes.values.axis"));
        block.setMaxWidth(Double.MAX_VALUE);
        HBox along = new HBox(axis, slice);
        along.getStyleClass().add("named-control");
        along.visibleProperty().bind(axis.disabledProperty().not());
        along.managedProperty().bind(along.visibleProperty());
        node = new VBox(Parts.label("shapes.values.block", "small", "muted"), block, along);
        node.getStyleClass().add("shapes-values");
        block.valueProperty().subscribe((before, now) -> choose(now == null ? NONE : now, 0, 0));
        axis.valueProperty().subscribe((before, now) -> choose(block.getValue(), now == null ? 0 : now, 0));
        slice.valueProperty().subscribe((before, now) -> choose(block.getValue(), axis.getValue() == null ? 0 : axis.getValue(), now == null ? 0 : now - 1));
        view.onOpened(this::show);
        Text.follow(node, this::show);
    }

    Node node() {
        return node;
    }

    private interface Words<T> {
        String of(T value);
    }

    private static <T> StringConverter<T> words(Words<T> words) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.of(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private void choose(String key, int axisIndex, int index) {
        if (!showing && key != null) {
            view.open(key, axisIndex, index);
        }
    }

    /** Follows what the view has open. */
    private void show() {
        showing = true;
        List<String> keys = view.blocks();
        block.getItems().setAll(NONE);
        block.getItems().addAll(keys);
        block.setValue(view.opened().orElse(NONE));
        boolean sliced = view.openShape().filter(shape -> shape.rank() == 3).isPresent();
        axis.setDisable(!sliced);
        if (sliced) {
            Shape shape = view.openShape().orElseThrow();
            axis.getItems().setAll(IntStream.range(0, shape.rank()).boxed().toList());
            axis.setValue(view.axis());
            slice.setValueFactory(new SpinnerValueFactory.IntegerSpinnerValueFactory(1, shape.size(view.axis()), view.index() + 1));
        }
        for (Control control : List.of(block, axis)) {
            control.setMinWidth(0);
        }
        showing = false;
    }
}
