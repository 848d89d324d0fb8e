package seq2see.app.scrubber;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import seq2see.app.drawing.TokenText;
import seq2see.app.theme.Text;
import seq2see.model.ModelConfig;
import seq2see.trace.Moment;
import seq2see.trace.Moment.Phase;
import seq2see.trace.Trace;

/**
 * What a scrubber steps through.
 *
 * @param moments in order
 * @param tokens  of each phase whose time steps are labelled by them, one a time step; the other phases' steps are numbered
 * @param start   where somebody begins who has chosen nothing yet, from 0; -1 where there are no moments
 */
public record Timeline(List<Moment> moments, Map<Phase, List<String>> tokens, int start) {
    public static final Timeline EMPTY = new Timeline(List.of(), Map.of(), -1);

    public Timeline {
        moments = List.copyOf(moments);
        Map<Phase, List<String>> copies = new EnumMap<>(Phase.class);
        tokens.forEach((phase, list) -> copies.put(phase, List.copyOf(list)));
        tokens = Map.copyOf(copies);
    }

    /** Moments that belong to no sentence, from the first on. */
    public static Timeline of(List<Moment> moments) {
        return new Timeline(moments, Map.of(), moments.isEmpty() ? -1 : 0);
    }

    /** A sentence through the model, beginning where the model looked back last, or else with what it gave last. */
    public static Timeline of(Trace trace) {
        return of(trace.config(), trace.source().tokens(), trace.outputTokens());
    }

    public static Timeline of(ModelConfig config, List<String> source, List<String> output) {
        List<Moment> moments = Moment.of(config, source.size(), output.size());
        int start = moments.size() - 1;
        for (int i = moments.size() - 1; i >= 0; i--) {
            if (moments.get(i).part().equals("attentionWeights")) {
                start = i;
                break;
            }
        }
        return new Timeline(moments, Map.of(Phase.ENCODER, source, Phase.DECODER, output), start);
    }

    /** The same, beginning with the last moment. */
    public Timeline fromItsEnd() {
        return new Timeline(moments, tokens, moments.size() - 1);
    }

    /** Whether the encoder reads in two directions. */
    boolean bidirectional() {
        return TickLayout.bidirectional(moments);
    }

    /** Whether there are several layers to tell apart. */
    boolean layered() {
        return moments.stream().anyMatch(moment -> moment.layer() > 1);
    }

    /** How many time steps a phase has. */
    int timeSteps(Phase phase) {
        return moments.stream().filter(moment -> moment.phase() == phase).mapToInt(Moment::timeStep).max().orElse(0);
    }

    /** What a time step is labelled with: its token, its number, or the part where there is no time step; may be empty. */
    String label(Moment moment) {
        List<String> labels = tokens.get(moment.phase());
        if (moment.timeStep() == 0) {
            return labels == null ? Text.of("moment.part." + moment.part()) : "";
        }
        if (labels == null) {
            return Text.of("scrubber.timeStep", moment.timeStep());
        }
        return moment.timeStep() <= labels.size() ? TokenText.of(labels.get(moment.timeStep() - 1)) : "";
    }
}
