package seq2see.app.corpus;

import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import seq2see.app.drawing.TokenText;

/** Tokens in frames, a space made visible; those that a vocabulary does not know become {@code <unk>} in a dashed frame. */
final class TokenChips {
    private static final int MOST = 40;
    private static final String UNKNOWN = "<unk>";

    private TokenChips() {
    }

    static Node of(List<String> tokens, Predicate<String> isUnknown) {
        FlowPane chips = new FlowPane();
        chips.getStyleClass().add("chips");
        for (String token : tokens.subList(0, Math.min(MOST, tokens.size()))) {
            boolean unknown = token.equals(UNKNOWN) || isUnknown.test(token);
            Label chip = new Label(unknown ? UNKNOWN : visible(token));
            chip.getStyleClass().addAll("token", "figure");
            if (unknown) {
                chip.getStyleClass().add("unknown");
                chip.setAccessibleText(UNKNOWN + " " + token);
            }
            chips.getChildren().add(chip);
        }
        if (tokens.size() > MOST) {
            chips.getChildren().add(new Label("…"));
        }
        return chips;
    }

    /** No-break spaces look other than spaces. */
    private static String visible(String token) {
        return TokenText.of(token.replace('\u00a0', '⍽').replace('\u202f', '⍽'));
    }
}
