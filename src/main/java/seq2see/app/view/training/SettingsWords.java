package seq2see.app.view.training;

import java.util.ArrayList;
import java.util.List;
import seq2see.app.drawing.Sheet;
import seq2see.app.theme.Numbers;
import seq2see.training.LearningCurve.SettingsChange;

/** Says in words what a person changed in the settings while a model learnt. */
final class SettingsWords {
    private SettingsWords() {
    }

    static String of(Sheet sheet, SettingsChange before, SettingsChange after) {
        List<String> parts = new ArrayList<>();
        add(parts, sheet.words("training.learningRate"), before.learningRate(), after.learningRate());
        add(parts, sheet.words("training.clipLimit"), before.clip(), after.clip());
        add(parts, sheet.words("training.teacherForcing"), before.teacherForcing(), after.teacherForcing());
        return sheet.words("training.changedAt", after.trainingStep(), String.join(" · ", parts));
    }

    private static void add(List<String> parts, String name, double before, double after) {
        if (before != after) {
            parts.add(name + " " + brief(before) + " → " + brief(after));
        }
    }

    /** Two digits, fewer where they say the same. */
    private static String brief(double value) {
        String two = Numbers.significant(value, 2);
        return two.contains(".") ? two.replaceFirst("\\.?0+$", "") : two;
    }
}
