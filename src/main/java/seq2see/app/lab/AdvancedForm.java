package seq2see.app.lab;

import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import seq2see.app.control.Parts;
import seq2see.app.control.ValueSlider;
import seq2see.app.theme.Text;
import seq2see.app.view.ChoiceRow;
import seq2see.corpus.SourceNoise;
import seq2see.model.AttentionType;
import seq2see.model.Initialisation;
import seq2see.model.OutputType;
import seq2see.training.KeptWeights;
import seq2see.training.LearningRate;
import seq2see.training.ModelSettings;
import seq2see.training.OptimizerType;
import seq2see.training.ScheduleType;
import seq2see.training.TeacherForcing;
import seq2see.training.TeacherForcingSchedule;
import seq2see.training.TrainingMethod;
import seq2see.training.TrainingPlan;

/** What a beginner leaves as it is, folded away: how the model learns beyond its rate, and how its output is made. */
final class AdvancedForm {
    private final ChoiceRow<OptimizerType> optimizer = choice("optimizer", OptimizerType.values());
    private final ChoiceRow<ScheduleType> schedule = choice("schedule", ScheduleType.values());
    private final ValueSlider warmUp = new ValueSlider("settings.warmUp", "accent", ModelForm::count, 0, 10, 20, 50, 100, 200, 500, 1000);
    private final ChoiceRow<TeacherForcingSchedule> forcing = choice("forcing", TeacherForcingSchedule.values());
    private final ValueSlider forcingEnd = share("settings.forcingEnd", 0, 0.1, 0.25, 0.5, 0.75, 1);
    private final ValueSlider smoothing = share("settings.smoothing", 0, 0.05, 0.1, 0.2, 0.3);
    private final ValueSlider noise = share("settings.noise", 0, 0.02, 0.05, 0.1, 0.2, 0.3);
    private final ChoiceRow<Initialisation> initialisation = choice("initialisation", Initialisation.values());
    private final ChoiceRow<OutputType> output = choice("output", OutputType.values());
    private final ToggleSwitch tied = toggle("tied");
    private final ToggleSwitch attentionBias = toggle("attentionBias");
    private final ChoiceRow<KeptWeights> keep = choice("keep", KeptWeights.values());
    private final ToggleButton fold = new ToggleButton(null, Parts.icon("fth-chevron-right"));
    private final VBox node;
    private SourceNoise shownNoise = SourceNoise.NONE;

    /**
     * @param attention whose bias may be chosen, where it is additive
     * @param usualRate is given the learning rate that is usual with the optimizer that somebody chooses
     */
    AdvancedForm(ObservableValue<AttentionType> attention, DoubleConsumer usualRate) {
        fold.setId("settings-advanced");
        fold.textProperty().bind(Text.binding("settings.advanced"));
        fold.getStyleClass().addAll("fold", "medium");
        fold.setMaxWidth(Double.MAX_VALUE);
        fold.graphicProperty().get().rotateProperty().bind(Bindings.when(fold.selectedProperty()).then(90).otherwise(0));
        // Only where somebody presses it: a plan that is taken over has a rate of its own.
        optimizer.getChildren().forEach(button -> button.addEventHandler(ActionEvent.ACTION,
                pressed -> usualRate.accept(((OptimizerType) button.getUserData()).usualLearningRate())));
        VBox rows = new VBox(wide("optimizer", optimizer), wide("schedule", schedule), warmUp, wide("forcing", forcing),
                ModelForm.onlyWhere(forcing.valueProperty().isNotEqualTo(TeacherForcingSchedule.CONSTANT), forcingEnd), smoothing, noise,
                wide("initialisation", initialisation), ModelForm.inline("settings.tied", tied),
                ModelForm.onlyWhere(tied.selectedProperty().not(), wide("output", output)),
                ModelForm.onlyWhere(attention.map(AttentionType.ADDITIVE::equals), ModelForm.inline("settings.attentionBias", attentionBias)),
                wide("keep", keep));
        rows.getStyleClass().add("fold-content");
        rows.visibleProperty().bind(fold.selectedProperty());
        rows.managedProperty().bind(fold.selectedProperty());
        node = new VBox(fold, rows);
    }

    private static <T> ChoiceRow<T> choice(String name, T[] values) {
        ChoiceRow<T> row = new ChoiceRow<>("settings." + name, List.of(values), values[0],
                value -> Text.binding("settings." + name + "." + value.toString().toLowerCase(Locale.ROOT)));
        row.setId("setting-" + name);
        row.getStyleClass().add("fitted");
        return row;
    }

    private static ValueSlider share(String key, double... values) {
        return new ValueSlider(key, "accent", ModelForm::percent, values);
    }

    private static ToggleSwitch toggle(String name) {
        ToggleSwitch toggle = new ToggleSwitch();
        toggle.setId("setting-" + name);
        toggle.accessibleTextProperty().bind(Text.binding("settings." + name));
        return toggle;
    }

    private static Node wide(String name, Node choices) {
        VBox row = new VBox(Parts.label("settings." + name, "control"), choices);
        row.getStyleClass().add("wide-choice");
        return row;
    }

    Node node() {
        return node;
    }

    /** Whether D and H are to be one size. */
    ObservableValue<Boolean> tiedProperty() {
        return tied.selectedProperty();
    }

    /** Takes over what a plan was built from. */
    void show(TrainingPlan plan) {
        TrainingMethod method = plan.method();
        optimizer.valueProperty().set(method.optimizer());
        schedule.valueProperty().set(method.learningRate().schedule());
        warmUp.show(method.learningRate().warmUpSteps());
        forcing.valueProperty().set(method.teacherForcing().schedule());
        forcingEnd.show(method.teacherForcing().schedule() == TeacherForcingSchedule.CONSTANT ? 0 : method.teacherForcing().last());
        smoothing.show(method.labelSmoothing());
        shownNoise = method.noise();
        noise.show(shownNoise.drop());
        initialisation.valueProperty().set(method.initialisation());
        output.valueProperty().set(plan.config().output());
        tied.setSelected(plan.config().tiedWeights());
        attentionBias.setSelected(plan.config().attentionBias());
        keep.valueProperty().set(plan.recipe().validation().keep());
    }

    /** The method with what was chosen here, at a learning rate and with a first share of true tokens. */
    TrainingMethod method(TrainingMethod before, double learningRate, double firstShare) {
        TeacherForcingSchedule course = forcing.valueProperty().get();
        double last = course == TeacherForcingSchedule.CONSTANT ? firstShare : forcingEnd.value();
        double chance = noise.value();
        return before.with(optimizer.valueProperty().get(), new LearningRate(learningRate, schedule.valueProperty().get(), (int) warmUp.value()))
                .with(new TeacherForcing(firstShare, last, course)).withLabelSmoothing(smoothing.value())
                .withInitialisation(initialisation.valueProperty().get())
                // Chances that differ are kept as they were until the slider is moved.
                .with(chance == shownNoise.drop() ? shownNoise : new SourceNoise(chance, chance, chance));
    }

    /** The model with what was chosen here. Tied weights are H wide and read the state alone. */
    ModelSettings model(ModelSettings chosen) {
        boolean one = tied.isSelected();
        return new ModelSettings(chosen.cell(), chosen.layers(), chosen.bidirectional(), chosen.context(), chosen.attention(),
                attentionBias.isSelected() && chosen.attention() == AttentionType.ADDITIVE, one ? OutputType.STATE : output.valueProperty().get(), one,
                one ? chosen.hiddenSize() : chosen.embeddingSize(), chosen.hiddenSize());
    }

    KeptWeights keep() {
        return keep.valueProperty().get();
    }
}
