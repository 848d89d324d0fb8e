package seq2see.app.lab;

import javafx.css.PseudoClass;

/** How tokens are shown in chips and labels. */
final class Tokens {
    /** The state of a part that stands for the present moment. */
    static final PseudoClass NOW = PseudoClass.getPseudoClass("now");

    private Tokens() {
    }

    /** The token with its blanks made visible. */
    static String shown(String token) {
        return token.replace(' ', '␣').replace('\t', '⇥');
    }
}
