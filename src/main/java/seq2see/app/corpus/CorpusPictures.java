package seq2see.app.corpus;

import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import seq2see.app.control.FileChoice;
import seq2see.app.control.FileSaver;
import seq2see.app.control.Parts;
import seq2see.app.control.ViewCard;
import seq2see.app.theme.Appearance;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Text;
import seq2see.app.view.corpus.CorpusScene;
import seq2see.app.view.corpus.CoverageView;
import seq2see.app.view.corpus.LengthView;
import seq2see.corpus.CorpusProfile;
import seq2see.corpus.SideStatistics;
import seq2see.corpus.Vocabulary;

/** The pictures beside the report: lengths, vocabulary, and what follows from them in words. */
final class CorpusPictures {
    private static final int MOST_FREQUENT = 8;

    private final LengthView lengths;
    private final CoverageView coverage;
    private final Label figures = new Label();
    private final Label frequentSource = tokens();
    private final Label frequentTarget = tokens();
    private final Label estimate = new Label();
    private final Node[] nodes;

    CorpusPictures(Appearance appearance, FileChoice files, FileSaver saver) {
        lengths = new LengthView(appearance);
        coverage = new CoverageView(appearance);
        figures.setWrapText(true);
        figures.getStyleClass().add("small");
        estimate.setId("report-estimate");
        estimate.setWrapText(true);
        estimate.getStyleClass().addAll("small", "muted");
        GridPane frequent = new GridPane();
        frequent.getStyleClass().add("frequent-tokens");
        frequent.addRow(0, Parts.label("wizard.source", "least", "semi-bold", "source-text"), frequentSource);
        frequent.addRow(1, Parts.label("wizard.target", "least", "semi-bold", "target-text"), frequentTarget);
        VBox ready = new VBox(Parts.label("wizard.ready.title", "heading"), figures, Parts.label("wizard.ready.frequent", "small"), frequent, estimate);
        ready.getStyleClass().addAll("card", "ready-card");
        ready.setMinHeight(Region.USE_PREF_SIZE);
        Node lengthCard = new ViewCard(lengths, files, saver).node();
        Node coverageCard = new ViewCard(coverage, files, saver).node();
        VBox.setVgrow(lengthCard, Priority.ALWAYS);
        VBox.setVgrow(coverageCard, Priority.ALWAYS);
        nodes = new Node[] {lengthCard, coverageCard, ready};
    }

    Node[] nodes() {
        return nodes;
    }

    void showProfile(CorpusProfile profile, int largestVocabulary) {
        CorpusScene scene = new CorpusScene(profile.source(), profile.target(), largestVocabulary - Vocabulary.SPECIAL_COUNT);
        lengths.show(scene);
        coverage.show(scene);
        figures.setText(TrainingEstimate.unbroken(Text.of("wizard.ready.words", percent(profile.unknownSource()), percent(profile.unknownTarget()), profile.sharedSources())
                + (profile.lookedAt() < profile.training() + profile.validation() + profile.test() ? " " + Text.of("wizard.ready.sample", profile.lookedAt()) : "")));
        frequentSource.setText(frequent(profile.source()));
        frequentTarget.setText(frequent(profile.target()));
    }

    /** In one line, which ends where there is no more room; the rest on hover. */
    private static Label tokens() {
        Label label = new Label();
        label.getStyleClass().addAll("figure", "small");
        label.setMinWidth(0);
        Tooltip all = new Tooltip();
        all.textProperty().bind(label.textProperty());
        label.setTooltip(all);
        return label;
    }

    /** What a short run of the training found. */
    void show(TrainingEstimate found) {
        estimate.setText(found == null ? Text.of("wizard.ready.measuring") : found.words());
    }

    private static String percent(double share) {
        return Numbers.fixed(100 * share, 1);
    }

    private static String frequent(SideStatistics side) {
        return side.tokens().stream().limit(MOST_FREQUENT).map(Map.Entry::getKey).collect(Collectors.joining("  "));
    }
}
