package seq2see.app.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import seq2see.trace.Moment;
import seq2see.trace.Trace;

/** The views that a lesson can open, by the names that it calls them. */
public enum LessonView {
    /** The sentence and what the model makes of it, token by token. */
    TRANSLATION,
    /** The attention map. */
    ATTENTION("attention-mode", "map", "ribbons", "sum"),
    /** The padding mask of a batch, by broadcasting. */
    BATCH("batch-shown", "example", "corpus"),
    /** The states of encoder and decoder through time, the cell of the moment opened. */
    HIDDEN_STATE("hidden-state-shown", "units", "plane"),
    /** Every tensor of a batch as a block, from token ids to logits. */
    SHAPES,
    /** The search for the sentence's translation, or through a table, as a tree. */
    SEARCH,
    /** The course of the training. */
    TRAINING;

    private final String control;
    private final List<String> forms;

    LessonView() {
        this("");
    }

    /**
     * @param control the id of the control in the view's tab by which a form is chosen
     * @param forms   the ways in which it can be shown, in the control's order, by the names that lessons call them
     */
    LessonView(String control, String... forms) {
        this.control = control;
        this.forms = List.of(forms);
    }

    /** The ways in which it can be shown, the usual one first; none where there is but one. */
    List<String> forms() {
        return forms;
    }

    /** What the controls of its tab are set to, by their ids, so that it is shown in one of its forms. */
    Map<String, String> controls(String form) {
        return forms.isEmpty() ? Map.of() : Map.of(control, String.valueOf(forms.indexOf(form)));
    }

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
