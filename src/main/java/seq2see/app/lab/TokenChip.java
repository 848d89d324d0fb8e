package seq2see.app.lab;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Text;
import seq2see.app.view.TokenText;

/** One token of the output with its probability below; a press goes to the decoder step that chose it. */
final class TokenChip extends VBox {
    private final Button token = new Button();
    private final Label probability = Parts.figure("least", "muted");

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
        boolean special = text.startsWith("<") && text.endsWith(">") && text.length() > 2;
        String kind = special ? "special" : "plain";
        if (!token.getStyleClass().getLast().equals(kind)) {
            token.getStyleClass().setAll("button", "chip", "figure", kind);
        }
        token.setText(TokenText.of(text));
        token.setId("chip-" + decoderStep);
        token.pseudoClassStateChanged(Parts.NOW, now);
        token.pseudoClassStateChanged(Parts.LIT, lit);
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
