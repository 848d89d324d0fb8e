package seq2see.app.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import seq2see.app.HeadlessToolkit;
import seq2see.corpus.InputException;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.ReadingReport;
import seq2see.corpus.SentencePair;
import seq2see.corpus.SourceNoise;
import seq2see.corpus.Tokenizers;
import seq2see.model.AttentionType;
import seq2see.model.CellType;
import seq2see.model.ContextType;
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
import seq2see.training.TrainingSettings;

class AdvancedFormTest {
    private static final TrainingMethod UNUSUAL = new TrainingMethod(Initialisation.UNIFORM, OptimizerType.MOMENTUM,
            new LearningRate(0.02, ScheduleType.CONSTANT, 7), 2, new TeacherForcing(0.8, 0.3, TeacherForcingSchedule.INVERSE_SIGMOID), 0.1, 0.15,
            new SourceNoise(0.1, 0, 0.05));

    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    private static ModelSettings model(AttentionType attention, boolean bias, OutputType output, boolean tied) {
        return new ModelSettings(CellType.GRU, 1, false, ContextType.LAST, attention, bias, output, tied, 8, 8);
    }

    private static TrainingPlan plan(ModelSettings model, TrainingMethod method) {
        try {
            List<SentencePair> pairs = IntStream.range(0, 20).mapToObj(i -> new SentencePair("a b" + i, "c d" + i, i + 1)).toList();
            return TrainingPlan.of(new ParallelCorpus("test", pairs, ReadingReport.NONE), Tokenizers.named("word"), Tokenizers.named("word"),
                    new TrainingSettings(model, 4, 100, method, null, 0, KeptWeights.LAST, 1, 1));
        } catch (InputException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static AdvancedForm form(AttentionType attention) {
        return new AdvancedForm(new SimpleObjectProperty<>(attention), rate -> { });
    }

    @Test
    void whatWasTakenOverComesBackAsItWas() {
        HeadlessToolkit.call(() -> {
            for (ModelSettings settings : List.of(model(AttentionType.ADDITIVE, true, OutputType.FULL, false), model(AttentionType.DOT, false, OutputType.STATE, true))) {
                AdvancedForm form = form(settings.attention());
                form.show(plan(settings, UNUSUAL));
                assertEquals(UNUSUAL, form.method(UNUSUAL, 0.02, 0.8));
                assertEquals(settings, form.model(model(settings.attention(), false, OutputType.STATE, false)));
                assertEquals(KeptWeights.LAST, form.keep());
            }
            return null;
        });
    }

    @Test
    void aConstantShareOfTrueTokensHasNoEndOfItsOwn() {
        HeadlessToolkit.call(() -> {
            AdvancedForm form = form(AttentionType.ADDITIVE);
            form.show(plan(model(AttentionType.ADDITIVE, false, OutputType.STATE, false), TrainingMethod.usual()));
            assertEquals(TeacherForcing.constant(0.6), form.method(TrainingMethod.usual(), 0.005, 0.6).teacherForcing());
            return null;
        });
    }

    @Test
    void anotherOptimizerBringsItsUsualLearningRate() {
        HeadlessToolkit.call(() -> {
            SimpleDoubleProperty rate = new SimpleDoubleProperty(0.005);
            AdvancedForm form = new AdvancedForm(new SimpleObjectProperty<>(AttentionType.ADDITIVE), rate::set);
            form.show(plan(model(AttentionType.ADDITIVE, false, OutputType.STATE, false), TrainingMethod.usual()));
            assertEquals(0.005, rate.get());
            Parent optimizers = (Parent) form.node().lookup("#setting-optimizer");
            ((ToggleButton) optimizers.getChildrenUnmodifiable().getFirst()).fire();
            assertEquals(OptimizerType.SGD.usualLearningRate(), rate.get());
            assertEquals(OptimizerType.SGD, form.method(TrainingMethod.usual(), rate.get(), 1).optimizer());
            return null;
        });
    }

    @Test
    void itIsFoldedAwayUntilSomebodyWantsIt() {
        HeadlessToolkit.call(() -> {
            AdvancedForm form = form(AttentionType.ADDITIVE);
            Parent rows = (Parent) form.node().lookup(".fold-content");
            assertTrue(!rows.isVisible() && !rows.isManaged());
            ((ToggleButton) form.node().lookup("#settings-advanced")).fire();
            assertTrue(rows.isVisible() && rows.isManaged());
            return null;
        });
    }
}
