package seq2see.app.lesson.player;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import seq2see.app.control.Parts;
import seq2see.app.drawing.TokenText;
import seq2see.app.lesson.Answer;
import seq2see.app.lesson.BeamTask;
import seq2see.app.lesson.ChangeTask;
import seq2see.app.lesson.JudgeTask;
import seq2see.app.lesson.Task;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Text;

/** What a reader answers a task with. */
interface TaskControl {
    Node node();

    /** The answer as it stands; empty while there is none. */
    Optional<Answer> answer();

    /** Shows an answer that was given before, where it is of this kind. */
    void show(Answer answer);

    static TaskControl of(Task task) {
        return switch (task) {
            case Task.Which which -> new Options(which.firstNumber().isPresent() ? which.options().stream().map(TokenText::of).toList() : which.options(), which.firstNumber());
            case ChangeTask change -> new Knobs(change.knobs());
            case BeamTask beam -> new Several(beam.options().stream().map(BeamTask.Option::words).toList());
            case JudgeTask _ -> new Options(JudgeTask.options());
            case Task.Compare _ -> new Options(Task.Compare.OPTIONS);
            case Task.ShapeOf shape -> new Options(shape.options()).narrow();
            case Task.Order order -> new Sorted(order.offered().stream().map(Task.Order::name).toList());
            case Task.Number number when number.terms().isEmpty() -> new Range(number);
            case Task.Number _ -> new Field();
            case Task.Mask mask -> new Cells(mask.lengths(), mask.columns());
        };
    }

    /** One of several. Each wears its number where it has one besides its name. */
    final class Options implements TaskControl {
        private final FlowPane pane = new FlowPane();
        private final ToggleGroup group = new ToggleGroup();
        private final List<ToggleButton> buttons = new ArrayList<>();

        Options(List<String> options) {
            this(options, OptionalInt.empty());
        }

        /** @param first the number of the first, from which the others are counted */
        Options(List<String> options, OptionalInt first) {
            pane.getStyleClass().add("options");
            for (int i = 0; i < options.size(); i++) {
                ToggleButton button = new ToggleButton(options.get(i));
                button.setId("option-" + i);
                button.getStyleClass().addAll("option", "figure");
                button.setToggleGroup(group);
                button.setMinWidth(ToggleButton.USE_PREF_SIZE);
                if (first.isPresent()) {
                    Label number = new Label(String.valueOf(first.getAsInt() + i));
                    number.getStyleClass().addAll("least", "muted");
                    button.setGraphic(number);
                }
                buttons.add(button);
            }
            pane.getChildren().addAll(buttons);
        }

        /** Long ones, of which two shall stand side by side. */
        private Options narrow() {
            pane.getStyleClass().add("narrow");
            return this;
        }

        @Override
        public Node node() {
            return pane;
        }

        @Override
        public Optional<Answer> answer() {
            return group.getSelectedToggle() == null ? Optional.empty() : Optional.of(new Answer.Choice(buttons.indexOf((ToggleButton) group.getSelectedToggle())));
        }

        @Override
        public void show(Answer answer) {
            if (answer instanceof Answer.Choice choice && choice.option() < buttons.size()) {
                buttons.get(choice.option()).setSelected(true);
            }
        }
    }

    /** Settings, each of which is set to one of a few values. */
    final class Knobs implements TaskControl {
        private final VBox box = new VBox();
        private final List<Options> rows = new ArrayList<>();

        Knobs(List<ChangeTask.Knob> knobs) {
            box.getStyleClass().add("sorted-box");
            for (ChangeTask.Knob knob : knobs) {
                Label name = new Label(knob.name());
                name.getStyleClass().addAll("small", "muted");
                Options row = new Options(knob.values());
                row.node().setId("knob-" + knob.key());
                rows.add(row);
                box.getChildren().addAll(name, row.node());
            }
        }

        @Override
        public Node node() {
            return box;
        }

        @Override
        public Optional<Answer> answer() {
            List<Answer> chosen = rows.stream().flatMap(row -> row.answer().stream()).toList();
            return chosen.size() < rows.size() ? Optional.empty()
                    : Optional.of(new Answer.Settings(chosen.stream().map(answer -> ((Answer.Choice) answer).option()).toList()));
        }

        @Override
        public void show(Answer answer) {
            if (answer instanceof Answer.Settings given && given.options().size() == rows.size()) {
                IntStream.range(0, rows.size()).forEach(row -> rows.get(row).show(new Answer.Choice(given.options().get(row))));
            }
        }
    }

    /** Any of several. */
    final class Several implements TaskControl {
        private final FlowPane pane = new FlowPane();
        private final List<ToggleButton> buttons = new ArrayList<>();

        Several(List<String> options) {
            pane.getStyleClass().add("options");
            for (int i = 0; i < options.size(); i++) {
                ToggleButton button = new ToggleButton(options.get(i));
                button.setId("option-" + i);
                button.getStyleClass().addAll("option", "figure");
                button.setMinWidth(ToggleButton.USE_PREF_SIZE);
                buttons.add(button);
            }
            pane.getChildren().addAll(buttons);
        }

        @Override
        public Node node() {
            return pane;
        }

        @Override
        public Optional<Answer> answer() {
            Set<Integer> chosen = IntStream.range(0, buttons.size()).filter(i -> buttons.get(i).isSelected()).boxed().collect(Collectors.toSet());
            return chosen.isEmpty() ? Optional.empty() : Optional.of(new Answer.Cells(chosen));
        }

        @Override
        public void show(Answer answer) {
            if (answer instanceof Answer.Cells given) {
                IntStream.range(0, buttons.size()).forEach(i -> buttons.get(i).setSelected(given.chosen().contains(i)));
            }
        }
    }

    /** A number between two, to be guessed. It begins at the least: what is set already is nobody's guess. */
    final class Range implements TaskControl {
        private static final int STEPS = 100;
        private final Task.Number asked;
        private final Slider slider;
        private final VBox box;

        Range(Task.Number asked) {
            this.asked = asked;
            slider = new Slider(asked.low(), asked.high(), asked.low());
            slider.setId("answer-slider");
            slider.setBlockIncrement((asked.high() - asked.low()) / STEPS);
            slider.accessibleTextProperty().bind(Text.binding("exercise.guess"));
            Label value = new Label();
            value.getStyleClass().add("figure");
            slider.valueProperty().subscribe(shown -> value.setText(Numbers.fixed(rounded(), asked.digits())));
            Label least = new Label(end(asked.low()));
            Label most = new Label(end(asked.high()));
            least.getStyleClass().addAll("least", "mono", "muted");
            most.getStyleClass().addAll("least", "mono", "muted");
            HBox ends = new HBox(least, Parts.spring(), most);
            box = new VBox(value, slider, ends);
            box.setAlignment(Pos.CENTER);
            box.getStyleClass().add("answer-range");
        }

        private double rounded() {
            return asked.nearest(slider.getValue());
        }

        private String end(double number) {
            return Numbers.fixed(number, number == Math.rint(number) ? 0 : asked.digits());
        }

        @Override
        public Node node() {
            return box;
        }

        @Override
        public Optional<Answer> answer() {
            return Optional.of(new Answer.Value(rounded()));
        }

        @Override
        public void show(Answer answer) {
            if (answer instanceof Answer.Value value) {
                slider.setValue(value.value());
            }
        }
    }

    /** A number that the reader has worked out. */
    final class Field implements TaskControl {
        private final TextField field = new TextField();

        Field() {
            field.setId("answer-field");
            field.getStyleClass().addAll("figure", "answer-field");
            field.promptTextProperty().bind(Text.binding("exercise.number"));
            field.accessibleTextProperty().bind(Text.binding("exercise.number"));
        }

        @Override
        public Node node() {
            return field;
        }

        @Override
        public Optional<Answer> answer() {
            String text = field.getText().strip().replace(',', '.').replace('−', '-');
            return text.matches("-?\\d{1,9}(\\.\\d{0,9})?") ? Optional.of(new Answer.Value(Double.parseDouble(text))) : Optional.empty();
        }

        @Override
        public void show(Answer answer) {
            if (answer instanceof Answer.Value value) {
                field.setText(String.valueOf(value.value()));
            }
        }
    }

    /** The cells of a mask: a row a sentence, a column a position. */
    final class Cells implements TaskControl {
        private final GridPane grid = new GridPane();
        private final List<ToggleButton> cells = new ArrayList<>();

        Cells(List<Integer> lengths, int columns) {
            grid.getStyleClass().add("mask-cells");
            for (int row = 0; row < lengths.size(); row++) {
                Label name = new Label(Text.of("exercise.row", row + 1, lengths.get(row)));
                name.getStyleClass().addAll("small", "muted");
                name.setMinWidth(Label.USE_PREF_SIZE);
                grid.add(name, 0, row);
                for (int column = 0; column < columns; column++) {
                    ToggleButton cell = new ToggleButton(column + " < " + lengths.get(row));
                    cell.setId("cell-" + row + "-" + column);
                    cell.getStyleClass().addAll("option", "figure", "mask-cell");
                    cell.setMinWidth(ToggleButton.USE_PREF_SIZE);
                    cells.add(cell);
                    grid.add(cell, column + 1, row);
                }
            }
        }

        @Override
        public Node node() {
            return grid;
        }

        @Override
        public Optional<Answer> answer() {
            Set<Integer> chosen = new TreeSet<>();
            for (int i = 0; i < cells.size(); i++) {
                if (cells.get(i).isSelected()) {
                    chosen.add(i);
                }
            }
            return chosen.isEmpty() ? Optional.empty() : Optional.of(new Answer.Cells(chosen));
        }

        @Override
        public void show(Answer answer) {
            if (answer instanceof Answer.Cells given) {
                for (int i = 0; i < cells.size(); i++) {
                    cells.get(i).setSelected(given.chosen().contains(i));
                }
            }
        }
    }

    /** Things that are put in order by choosing one after the other; the last can be taken back. */
    final class Sorted implements TaskControl {
        private final FlowPane offered = new FlowPane();
        private final VBox chosen = new VBox();
        private final VBox box = new VBox(offered, chosen);
        private final List<String> names;
        private final List<Integer> order = new ArrayList<>();

        Sorted(List<String> names) {
            this.names = names;
            offered.getStyleClass().add("options");
            chosen.getStyleClass().add("sorted");
            box.getStyleClass().add("sorted-box");
            show();
        }

        private void show() {
            offered.getChildren().clear();
            for (int i = 0; i < names.size(); i++) {
                if (!order.contains(i)) {
                    int item = i;
                    Button button = new Button(names.get(i));
                    button.setId("item-" + i);
                    button.getStyleClass().addAll("option", "small");
                    button.setMinWidth(Button.USE_PREF_SIZE);
                    button.setOnAction(event -> {
                        order.add(item);
                        show();
                    });
                    offered.getChildren().add(button);
                }
            }
            chosen.getChildren().clear();
            for (int place = 0; place < order.size(); place++) {
                Label label = new Label(place + 1 + "  " + names.get(order.get(place)));
                label.getStyleClass().add("control");
                chosen.getChildren().add(label);
            }
            if (!order.isEmpty()) {
                Button back = Parts.button("fth-corner-up-left", "exercise.takeBack", () -> {
                    order.removeLast();
                    show();
                });
                back.setId("item-back");
                chosen.getChildren().add(back);
            }
        }

        @Override
        public Node node() {
            return box;
        }

        @Override
        public Optional<Answer> answer() {
            return order.size() < names.size() ? Optional.empty() : Optional.of(new Answer.Order(order));
        }

        @Override
        public void show(Answer answer) {
            if (answer instanceof Answer.Order given && given.options().stream().sorted().toList().equals(IntStream.range(0, names.size()).boxed().toList())) {
                order.clear();
                order.addAll(given.options());
                show();
            }
        }
    }
}
