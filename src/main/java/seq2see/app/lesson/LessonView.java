package seq2see.app.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import seq2see.trace.Moment;
import seq2see.trace.Trace;

/** The views that a lesson can open, by the names that it calls them. */
public enum LessonView {
    /** The sentence and what the model makes of it, token by token. */
    TRANSLATION,
    /** The attention map. */
    ATTENTION,
    /** The padding mask of a batch, by broadcasting. */
    BATCH,
    /** The states of encoder and decoder through time, the cell of the moment opened. */
    HIDDEN_STATE,
    /** Every tensor of a batch as a block, from token ids to logits. */
    SHAPES,
    /** The search for the sentence's translation, or through a table, as a tree. */
    SEARCH,
    /** The course of the training. */
    TRAINING;

    public static Optional<LessonView> named(String name) {
        return Arrays.stream(values()).filter(view -> view.label().equals(name)).findFirst();
    }

    /** The moments that its scrubber steps through, for the step's sentence or search; none where there is none. */
    public List<Moment> moments(Facts facts) {
        if (this == SEARCH) {
            return facts.search().map(search -> Moment.ofSearch(search.comparison().tree().rounds().size())).orElse(List.of());
        }
        Trace trace = facts.trace().orElseThrow();
        return switch (this) {
            case BATCH -> Moment.ofMask();
            case SHAPES -> Moment.of(trace.config(), trace.sourceTime(), 1);
            default -> Moment.of(trace.config(), trace.sourceTime(), trace.targetTime());
        };
    }

    /** The moment with an address; empty where the view has none. */
    public Optional<Moment> moment(Facts facts, String address) {
        return moments(facts).stream().filter(moment -> moment.toString().equals(address)).findFirst();
    }

    /** As lessons write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
