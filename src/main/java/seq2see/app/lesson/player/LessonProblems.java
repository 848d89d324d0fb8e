package seq2see.app.lesson.player;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import seq2see.app.theme.Text;
import seq2see.corpus.InputException;

/** Says what is wrong with the file of a lesson of one's own, by line and column. */
final class LessonProblems {
    /** More would push the lesson off the page. */
    private static final int MOST = 4;

    private LessonProblems() {
    }

    static Node bar(String file, List<InputException> problems) {
        VBox bar = new VBox(line("✗ " + Text.of("lesson.own.problems", file, problems.size()), "semi-bold"));
        problems.stream().limit(MOST).forEach(problem -> bar.getChildren().add(line(problem.text(Text.language().locale()), "small")));
        if (problems.size() > MOST) {
            bar.getChildren().add(line(Text.of("lesson.own.more", problems.size() - MOST), "small"));
        }
        bar.getStyleClass().add("lesson-problems");
        bar.setId("lesson-problems");
        return bar;
    }

    private static Label line(String text, String styleClass) {
        Label line = new Label(text);
        line.getStyleClass().addAll("control", styleClass);
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        return line;
    }
}
