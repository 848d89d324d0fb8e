package seq2see.app.corpus;

import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import seq2see.app.lab.Parts;
import seq2see.app.lab.TokenizerChoice;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Text;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.SentencePair;
import seq2see.corpus.Tokenizer;

/** How sentences are cut into tokens, shown on real lines before and after. */
final class WordsStep {
    private static final int LINES = 6;
    private static final int MOST_TOKENS = 40;

    private final CorpusDraft draft;
    private final TokenizerChoice source = new TokenizerChoice("wizard.source", "wizard-source-tokens");
    private final TokenizerChoice target = new TokenizerChoice("wizard.target", "wizard-target-tokens");
    private final GridPane lines = new GridPane();
    private final HBox node;

    WordsStep(CorpusDraft draft) {
        this.draft = draft;
        source.valueProperty().subscribe((before, now) -> take());
        target.valueProperty().subscribe((before, now) -> take());
        VBox form = new VBox(Parts.label("wizard.words.title", "heading"), FileStep.wrapped("wizard.words.words", "small", "muted"),
                source, target, FileStep.wrapped("wizard.words.unk", "small", "muted"));
        form.getStyleClass().addAll("card", "wizard-form");
        lines.getStyleClass().add("token-lines");
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(47);
        half.setHgrow(Priority.ALWAYS);
        lines.getColumnConstraints().setAll(new ColumnConstraints(), half, half);
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("edge-to-edge", "wizard-scroll");
        VBox preview = new VBox(scroll);
        preview.getStyleClass().addAll("card", "wizard-preview");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        HBox.setHgrow(preview, Priority.ALWAYS);
        node = new HBox(form, preview);
        node.getStyleClass().add("wizard-step");
        draft.screenedProperty().subscribe(corpus -> show());
        Text.languageProperty().subscribe(language -> show());
    }

    Node node() {
        return node;
    }

    private void take() {
        draft.choose(draft.choices().with(draft.choices().preparation().withTokenizers(source.valueProperty().get(), target.valueProperty().get())));
        show();
    }

    private void show() {
        ParallelCorpus corpus = draft.screenedProperty().get();
        if (corpus == null) {
            return;
        }
        source.show(draft.choices().preparation().sourceTokenizer());
        target.show(draft.choices().preparation().targetTokenizer());
        lines.getChildren().clear();
        lines.add(Parts.label("wizard.source", "control", "source-text"), 1, 0);
        lines.add(Parts.label("wizard.target", "control", "target-text"), 2, 0);
        int size = corpus.pairs().size();
        for (int row = 0; row < Math.min(LINES, size); row++) {
            SentencePair pair = corpus.pairs().get((int) ((long) row * size / LINES));
            Label line = Parts.figure("small", "muted");
            line.setText(Numbers.count(pair.line()));
            GridPane.setValignment(line, VPos.TOP);
            lines.add(line, 0, row + 1);
            lines.add(side(pair.source(), draft.choices().preparation().sourceTokenizer()), 1, row + 1);
            lines.add(side(pair.target(), draft.choices().preparation().targetTokenizer()), 2, row + 1);
        }
    }

    /** The text as it is written, and below it as it is cut. */
    private static Node side(String text, Tokenizer tokenizer) {
        Label written = new Label(text);
        written.setWrapText(true);
        VBox side = new VBox(written, chips(tokenizer.tokenize(text)));
        side.getStyleClass().add("token-side");
        side.setAlignment(Pos.TOP_LEFT);
        return side;
    }

    /** Tokens in frames, a space made visible. */
    static Node chips(List<String> tokens) {
        FlowPane chips = new FlowPane();
        chips.getStyleClass().add("chips");
        chips.setPrefWrapLength(600);
        tokens.stream().limit(MOST_TOKENS).map(token -> token.replace(' ', '␣').replace('\u00a0', '⍽').replace('\u202f', '⍽')).forEach(token -> {
            Label chip = new Label(token);
            chip.getStyleClass().addAll("token", "figure");
            chips.getChildren().add(chip);
        });
        if (tokens.size() > MOST_TOKENS) {
            chips.getChildren().add(new Label("…"));
        }
        return chips;
    }
}
