package seq2see.app.lesson;

import java.util.Optional;
import seq2see.app.lesson.Finding.Found;
import seq2see.corpus.InputException;
import seq2see.corpus.Limits;
import seq2see.corpus.SourceNoise;
import seq2see.corpus.Tokenizers;
import seq2see.lesson.Directive;
import seq2see.lesson.Setting;
import seq2see.model.AttentionType;
import seq2see.model.CellType;
import seq2see.model.ContextType;
import seq2see.model.OutputType;
import seq2see.training.LearningRate;
import seq2see.training.ModelSettings;
import seq2see.training.OptimizerType;
import seq2see.training.TeacherForcing;
import seq2see.training.TrainingMethod;
import seq2see.training.TrainingSettings;

/**
 * The model that a step needs: a corpus, a configuration with its seed, and how many training steps are done. The same state
 * is the same weights.
 *
 * @param corpus    a sample's file name, or a file beside the lesson
 * @param preparing what becomes of the corpus before a model sees it
 * @param steps     training steps done
 */
public record ModelState(String corpus, Preparing preparing, TrainingSettings settings, long steps) {

    /**
     * @param reversed        whether targets are translated into sources
     * @param bothDirections  whether one model learns to translate either way
     * @param sourceTokenizer by name; empty where it is the one that goes with the corpus, as for the target
     */
    public record Preparing(boolean reversed, boolean bothDirections, Optional<String> sourceTokenizer, Optional<String> targetTokenizer) {
    }

    /** Whether another state is of the same training, before or after. */
    public boolean isSameTraining(ModelState other) {
        return corpus.equals(other.corpus) && preparing.equals(other.preparing) && settings.equals(other.settings);
    }

    ModelState after(long otherSteps) {
        return new ModelState(corpus, preparing, settings, otherSteps);
    }

    /** Understands the lines of a directive, which are spelled as the options of {@code seq2see train}. */
    static ModelState of(Directive model) throws Found {
        return new Reader(model).read();
    }

    private static final class Reader {
        private static final Limits WHOLE = new Limits(0, 1_000_000);
        private final Directive model;
        private final Lines lines;

        Reader(Directive model) {
            this.model = model;
            this.lines = Lines.of(model);
        }

        ModelState read() throws Found {
            TrainingSettings defaults = TrainingSettings.besideAWindow();
            ModelSettings usual = defaults.model();
            ModelSettings settings = new ModelSettings(lines.value("cell", usual.cell(), CellType::named), lines.whole("layers", usual.layers(), WHOLE),
                    lines.flag("bidirectional", usual.bidirectional()),
                    lines.value("context", usual.context(), ContextType::named), lines.value("attention", usual.attention(), AttentionType::named),
                    usual.attentionBias(), lines.value("output", usual.output(), OutputType::named), usual.tiedWeights(), lines.whole("embedding", null, WHOLE), lines.whole("hidden", null, WHOLE));
            TrainingSettings training = new TrainingSettings(settings, lines.whole("batch", null, WHOLE), lines.whole("planned-steps", null, WHOLE), method(),
                    lines.whole("seed", 1, WHOLE), defaults.threads());
            Optional<Setting> corpus = lines.setting("corpus");
            if (corpus.isEmpty()) {
                throw new Found(model.place(), new InputException("lesson.modelLacksCorpus", model.place()));
            }
            return new ModelState(corpus.get().value(), preparing(), training, lines.whole("steps", 0, WHOLE));
        }

        private Preparing preparing() throws Found {
            return new Preparing(lines.flag("reverse-direction", false), lines.flag("both-directions", false),
                    lines.value("source-tokenizer", Optional.empty(), Reader::tokenizer), lines.value("target-tokenizer", Optional.empty(), Reader::tokenizer));
        }

        private static Optional<String> tokenizer(String name) throws InputException {
            return Optional.of(Tokenizers.named(name).name());
        }

        private TrainingMethod method() throws Found {
            TrainingMethod usual = TrainingMethod.usual();
            OptimizerType optimizer = lines.value("optimizer", usual.optimizer(), OptimizerType::named);
            double rate = lines.number("learning-rate", optimizer.usualLearningRate(), LearningRate.RATE);
            return usual.with(optimizer, usual.learningRate().withRate(rate)).withClip(lines.number("clip", usual.clip(), TrainingMethod.CLIP))
                    .with(TeacherForcing.constant(lines.number("teacher-forcing", 1.0, TeacherForcing.SHARE)))
                    .withDropout(lines.number("dropout", usual.dropout(), TrainingMethod.DROPOUT))
                    .with(lines.value("noise", usual.noise(), text -> SourceNoise.parse("noise", text)));
        }
    }
}
