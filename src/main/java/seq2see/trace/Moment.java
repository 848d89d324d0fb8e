package seq2see.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import seq2see.corpus.InputException;
import seq2see.model.ModelConfig;

/**
 * The address of something that can be looked at: an ordered list of them for each sentence and configuration, written
 * with dots, such as {@code encoder.3.layer1.forward.updateGate} or {@code decoder.2.attentionWeights}. Time steps and
 * layers count from 1.
 *
 * @param phase     where in the model, or beside it
 * @param timeStep  from 1; 0 where the part belongs to none, such as {@code encoder.finalState} and {@code search.stop}
 * @param layer     from 1; 0 where the part belongs to no layer
 * @param direction {@code forward} or {@code backward} in the encoder's cells, else empty
 * @param part      what is looked at, such as {@code hiddenState}
 */
public record Moment(Phase phase, int timeStep, int layer, String direction, String part) {

    /** Where a moment lies: in the model, in the masking of a batch, or in a search over decoder steps. */
    public enum Phase {
        ENCODER, DECODER, MASK, SEARCH;

        /** As it begins a moment's dotted form, and a message's key. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Pattern DOTTED = Pattern.compile("(encoder|decoder|mask|search)(?:\\.([1-9]\\d{0,6}))?(?:\\.layer([1-9]\\d{0,3}))?"
            + "(?:\\.(forward|backward))?\\.([a-z][a-zA-Z]*)");

    /** Reads the dotted form. Whether there is such a moment for a sentence is another question. */
    public static Moment parse(String text) throws InputException {
        Matcher parts = DOTTED.matcher(text);
        if (!parts.matches()) {
            throw new InputException("moment.unreadable", text);
        }
        return new Moment(Phase.valueOf(parts.group(1).toUpperCase(Locale.ROOT)), number(parts.group(2)), number(parts.group(3)),
                parts.group(4) == null ? "" : parts.group(4), parts.group(5));
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** How the padding of a batch is masked: lengths, their copies, the comparison, and what it does to the loss. */
    public static List<Moment> ofMask() {
        return Stream.of("lengths", "broadcast", "compare", "loss").map(part -> new Moment(Phase.MASK, 0, 0, "", part)).toList();
    }

    /** A search of so many decoder steps: at each, live hypotheses are expanded, candidates scored, the best kept; then it stops. */
    public static List<Moment> ofSearch(int decoderSteps) {
        List<Moment> moments = new ArrayList<>();
        for (int step = 1; step <= decoderSteps; step++) {
            for (String part : List.of("expand", "score", "keep")) {
                moments.add(new Moment(Phase.SEARCH, step, 0, "", part));
            }
        }
        moments.add(new Moment(Phase.SEARCH, 0, 0, "", "stop"));
        return List.copyOf(moments);
    }

    /**
     * All moments of a sentence in the order in which the numbers come to be: with one direction by time step, then layer;
     * with two, layer by layer, forward from the first token, then backward from the last.
     */
    public static List<Moment> of(ModelConfig config, int sourceTime, int targetTime) {
        List<Moment> moments = new ArrayList<>();
        if (config.bidirectional()) {
            for (int layer = 1; layer <= config.layers(); layer++) {
                for (int time = 1; time <= sourceTime; time++) {
                    addCell(moments, config, Phase.ENCODER, time, layer, "forward");
                }
                for (int time = sourceTime; time >= 1; time--) {
                    addCell(moments, config, Phase.ENCODER, time, layer, "backward");
                }
            }
        } else {
            for (int time = 1; time <= sourceTime; time++) {
                for (int layer = 1; layer <= config.layers(); layer++) {
                    addCell(moments, config, Phase.ENCODER, time, layer, "forward");
                }
            }
        }
        moments.add(new Moment(Phase.ENCODER, 0, 0, "", "finalState"));
        for (int step = 1; step <= targetTime; step++) {
            addDecoderStep(moments, config, step);
        }
        return List.copyOf(moments);
    }

    /** The parts of a cell in the order in which they are computed. */
    private static void addCell(List<Moment> moments, ModelConfig config, Phase phase, int time, int layer, String direction) {
        moments.add(new Moment(phase, time, layer, direction, "input"));
        for (String part : config.cell().parts()) {
            moments.add(new Moment(phase, time, layer, direction, part));
        }
    }

    private static void addDecoderStep(List<Moment> moments, ModelConfig config, int step) {
        moments.add(decoder(step, "embedding"));
        if (config.hasAttention()) {
            moments.add(decoder(step, "attentionScores"));
            moments.add(decoder(step, "attentionWeights"));
        }
        moments.add(decoder(step, "contextVector"));
        moments.add(decoder(step, "concatenation"));
        for (int layer = 1; layer <= config.layers(); layer++) {
            addCell(moments, config, Phase.DECODER, step, layer, "");
        }
        moments.add(decoder(step, "logits"));
        moments.add(decoder(step, "probabilities"));
        moments.add(decoder(step, "token"));
    }

    private static Moment decoder(int step, String part) {
        return new Moment(Phase.DECODER, step, 0, "", part);
    }

    /** The dotted form. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(phase.word());
        if (timeStep > 0) {
            text.append('.').append(timeStep);
        }
        if (layer > 0) {
            text.append(".layer").append(layer);
        }
        if (!direction.isEmpty()) {
            text.append('.').append(direction);
        }
        return text.append('.').append(part).toString();
    }
}
