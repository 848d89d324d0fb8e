package seq2see.app.corpus;

import atlantafx.base.controls.ToggleSwitch;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import seq2see.app.control.Parts;
import seq2see.app.control.TokenizerChoice;
import seq2see.app.theme.Text;
import seq2see.corpus.Normalisation;
import seq2see.corpus.Normalisation.Rule;
import seq2see.corpus.PairCodec;
import seq2see.corpus.Preparation;
import seq2see.corpus.SentencePair;
import seq2see.corpus.Tokenizer;

/** How sentences are normalised and cut into tokens, shown on real lines before and after. */
final class WordsStep {
    private final CorpusDraft draft;
    private final Map<Rule, ToggleSwitch> rules = new EnumMap<>(Rule.class);
    private final TokenizerChoice source = new TokenizerChoice("wizard.source", "wizard-source-tokens");
    private final TokenizerChoice target = new TokenizerChoice("wizard.target", "wizard-target-tokens");
    private final PreviewTable lines = new PreviewTable("wizard-lines");
    private final HBox node;
    private boolean showing;

    WordsStep(CorpusDraft draft) {
        this.draft = draft;
        List<Node> form = new ArrayList<>(List.of(Parts.label("wizard.words.normalise", "heading"),
                FileStep.wrapped("wizard.words.normalise.words", "small", "muted")));
        // What changes no meaning stands first.
        for (Rule rule : List.of(Rule.NFC, Rule.CASE, Rule.NUMBERS, Rule.PUNCTUATION)) {
            ToggleSwitch applies = new ToggleSwitch();
            applies.setId("wizard-normalise-" + rule);
            applies.accessibleTextProperty().bind(Text.binding("wizard.normalise." + rule));
            applies.selectedProperty().subscribe((before, now) -> take());
            rules.put(rule, applies);
            form.add(row("wizard.normalise." + rule, applies));
        }
        source.valueProperty().subscribe((before, now) -> take());
        target.valueProperty().subscribe((before, now) -> take());
        form.addAll(List.of(Parts.label("wizard.words.title", "heading"), FileStep.wrapped("wizard.words.words", "small", "muted"),
                source, target, FileStep.wrapped("wizard.words.unk", "small", "muted")));
        node = PreviewTable.page(lines, form);
        draft.previewProperty().subscribe(this::show);
        Text.follow(node, () -> show(draft.previewProperty().get()));
    }

    static HBox row(String key, Node control) {
        Label name = FileStep.wrapped(key, "control");
        HBox row = new HBox(name, Parts.spring(), control);
        row.getStyleClass().add("choice-setting");
        return row;
    }

    Node node() {
        return node;
    }

    private void take() {
        if (!showing) {
            Normalisation normalisation = Normalisation.NONE;
            for (Map.Entry<Rule, ToggleSwitch> rule : rules.entrySet()) {
                normalisation = normalisation.with(rule.getKey(), rule.getValue().isSelected());
            }
            draft.choose(draft.choices().with(draft.choices().preparation().with(normalisation)
                    .withTokenizers(source.valueProperty().get(), target.valueProperty().get())));
        }
    }

    private void show(CorpusPreview preview) {
        if (preview == null) {
            return;
        }
        Preparation preparation = draft.choices().preparation();
        showing = true;
        rules.forEach((rule, applies) -> applies.setSelected(preparation.normalisation().rules().contains(rule)));
        source.show(preparation.sourceTokenizer());
        target.show(preparation.targetTokenizer());
        showing = false;
        PairCodec codec = preview.profile().codec();
        lines.begin();
        for (SentencePair pair : preview.lines()) {
            lines.add(pair.line(), side(pair.source(), codec.normalisation(), codec.sourceTokenizer()),
                    side(pair.target(), codec.normalisation(), codec.targetTokenizer()));
        }
    }

    /** The text as it is written, as it is normalised where that differs, and as it is cut. */
    private static Node side(String text, Normalisation normalisation, Tokenizer tokenizer) {
        VBox side = new VBox(text(text));
        side.getStyleClass().add("token-side");
        String normalised = normalisation.of(text);
        if (!normalised.equals(text)) {
            Label after = text("→ " + normalised);
            after.getStyleClass().add("normalised");
            side.getChildren().add(after);
        }
        side.getChildren().add(TokenChips.of(tokenizer.tokenize(normalised), token -> false));
        return side;
    }

    private static Label text(String words) {
        Label text = new Label(words);
        text.setWrapText(true);
        return text;
    }
}
