package seq2see.app.view.translation;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import seq2see.app.view.Highlight;
import seq2see.trace.Moment;
import seq2see.trace.Moment.Phase;
import seq2see.trace.Trace;
import seq2see.training.EvolvingTranslation.Stage;

/**
 * A sentence and what the model makes of it, up to a moment.
 *
 * @param moment     what is now; where there is none everything is shown
 * @param stages     what the model made of it as it learnt, in step order, the output of now the last
 * @param references what is right, as far as the corpus knows
 */
record TranslationScene(Optional<Trace> trace, Optional<Moment> moment, Highlight highlight, List<Stage> stages, List<String> references) {
    static final TranslationScene EMPTY = new TranslationScene(Optional.empty(), Optional.empty(), Highlight.NONE, List.of(), List.of());

    /** Whether there is something to tell of how the output came about, and nothing in it that has not been written yet. */
    boolean tellsStages() {
        return stages.size() > 1 && written() == output().size();
    }

    /** A token. @param id in its side's vocabulary @param probability that the model gave it, of the output alone */
    record Token(String text, int id, Optional<Double> probability) {
    }

    List<Token> source() {
        Trace shown = trace.orElseThrow();
        return IntStream.range(0, shown.sourceTime())
                .mapToObj(i -> new Token(shown.source().tokens().get(i), shown.source().ids().get(i), Optional.empty())).toList();
    }

    List<Token> output() {
        Trace shown = trace.orElseThrow();
        return IntStream.range(0, shown.targetTime()).mapToObj(i -> {
            int id = shown.outputIds().get(i);
            return new Token(shown.outputTokens().get(i), id, Optional.of((double) shown.decoder().steps().get(i).probabilities().get(id)));
        }).toList();
    }

    /** How many source tokens have been read. */
    int read() {
        return moment.filter(now -> now.phase() == Phase.ENCODER && now.timeStep() > 0).map(Moment::timeStep)
                .orElse(trace.orElseThrow().sourceTime());
    }

    /** How many output tokens have been written. */
    int written() {
        if (moment.isEmpty() || trace.isEmpty()) {
            return trace.map(Trace::targetTime).orElse(0);
        }
        Moment now = moment.get();
        return now.phase() == Phase.ENCODER ? 0 : now.part().equals("token") ? now.timeStep() : now.timeStep() - 1;
    }

    /** The source position that is now, from 1; 0 for none. */
    int nowAtSource() {
        return moment.filter(now -> now.phase() == Phase.ENCODER).map(Moment::timeStep).orElse(0);
    }

    /** The output position that is now, from 1; 0 for none. */
    int nowAtTarget() {
        return moment.filter(now -> now.phase() == Phase.DECODER).map(Moment::timeStep).orElse(0);
    }
}
