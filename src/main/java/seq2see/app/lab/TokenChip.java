package seq2see.app.lab;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import seq2see.app.control.Parts;
import seq2see.app.drawing.TokenText;
import seq2see.app.theme.Language;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Text;

/** One token of the output with its probability below; a press goes to the decoder step that chose it. */
final class TokenChip extends VBox {
    private final Button token = new Button();
    private final Label probability = Parts.figure("least", "muted");
    private Said said;

    /** What is written on it. To write is dear, and a scrubber that is dragged asks each of them again for every frame. */
    private record Said(int decoderStep, String text, double chance, Language language) {
    }

    TokenChip(Runnable choose) {
        token.getStyleClass().add("chip");
        token.setOnAction(event -> choose.run());
        token.setMinWidth(USE_PREF_SIZE);
        probability.getStyleClass().remove("figure");
        probability.getStyleClass().add("mono");
        setAlignment(Pos.TOP_CENTER);
        getStyleClass().add("token-chip");
        getChildren().addAll(token, probability);
    }

    void show(int decoderStep, String text, double chance, boolean now, boolean lit) {
        token.pseudoClassStateChanged(Parts.NOW, now);
        token.pseudoClassStateChanged(Parts.LIT, lit);
        Said wanted = new Said(decoderStep, text, chance, Text.language());
        if (!wanted.equals(said)) {
            said = wanted;
            write(decoderStep, text, chance);
        }
    }

    private void write(int decoderStep, String text, double chance) {
        boolean special = text.startsWith("<") && text.endsWith(">") && text.length() > 2;
        String kind = special ? "special" : "plain";
        if (!token.getStyleClass().getLast().equals(kind)) {
            token.getStyleClass().setAll("button", "chip", "figure", kind);
        }
        token.setText(TokenText.of(text));
        token.setId("chip-" + decoderStep);
        String figure = probability(chance);
        probability.setText(figure);
        token.setAccessibleText(Text.of("translation.chip", text, decoderStep, figure));
    }

    /** Three digits behind the point in four characters: .998, 1.00. */
    static String probability(double chance) {
        String digits = Numbers.fixed(chance, 3);
        return digits.startsWith("0.") ? digits.substring(1) : Numbers.fixed(chance, 2);
    }
}
