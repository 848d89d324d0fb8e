package seq2see.app.lesson;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The views that a lesson can open, by the names that it calls them. */
public enum LessonView {
    /** The sentence and what the model makes of it, token by token. */
    TRANSLATION,
    /** The attention map, and the course of the training beside it. */
    ATTENTION,
    /** The padding mask of a batch, by broadcasting. */
    BATCH,
    /** The states of encoder and decoder through time, the cell of the moment opened. */
    HIDDEN_STATE,
    /** The model's tensors as blocks, with sizes that can be set. */
    SHAPES;

    public static Optional<LessonView> named(String name) {
        return Arrays.stream(values()).filter(view -> view.label().equals(name)).findFirst();
    }

    /** As lessons write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
