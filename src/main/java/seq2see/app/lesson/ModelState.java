package seq2see.app.lesson;

import java.util.Map;
import java.util.stream.Collectors;
import seq2see.app.lesson.Finding.Found;
import seq2see.corpus.InputException;
import seq2see.corpus.Limits;
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
 * @param corpus a sample's file name, or a file beside the lesson
 * @param steps  training steps done
 */
public record ModelState(String corpus, TrainingSettings settings, long steps) {

    /** Whether another state is of the same training, before or after. */
    public boolean isSameTraining(ModelState other) {
        return corpus.equals(other.corpus) && settings.equals(other.settings);
    }

    ModelState after(long otherSteps) {
        return new ModelState(corpus, settings, otherSteps);
    }

    /** Understands the lines of a directive, which are spelled as the options of {@code seq2see train}. */
    static ModelState of(Directive model) throws Found {
        return new Reader(model).read();
    }

    private static final class Reader {
        private final Directive model;
        private final Map<String, Setting> given;

        Reader(Directive model) {
            this.model = model;
            this.given = model.entries().stream().collect(Collectors.toMap(Directive.Entry::key, Directive.Entry::value));
        }

        private interface Reading<T> {
            T of(String text) throws InputException;
        }

        ModelState read() throws Found {
            TrainingSettings defaults = TrainingSettings.besideAWindow();
            ModelSettings usual = defaults.model();
            ModelSettings settings = new ModelSettings(value("cell", usual.cell(), CellType::named), whole("layers", usual.layers()),
                    value("bidirectional", usual.bidirectional(), Boolean::parseBoolean),
                    value("context", usual.context(), ContextType::named), value("attention", usual.attention(), AttentionType::named),
                    usual.attentionBias(), value("output", usual.output(), OutputType::named), usual.tiedWeights(), whole("embedding", null), whole("hidden", null));
            TrainingSettings training = new TrainingSettings(settings, whole("batch", null), whole("planned-steps", null), method(),
                    whole("seed", 1), defaults.threads());
            Setting corpus = given.get("corpus");
            if (corpus == null) {
                throw new Found(model.place(), new InputException("lesson.modelLacksCorpus", model.place()));
            }
            return new ModelState(corpus.value(), training, whole("steps", 0));
        }

        private TrainingMethod method() throws Found {
            TrainingMethod usual = TrainingMethod.usual();
            OptimizerType optimizer = value("optimizer", usual.optimizer(), OptimizerType::named);
            double rate = number("learning-rate", optimizer.usualLearningRate(), LearningRate.RATE);
            return usual.with(optimizer, usual.learningRate().withRate(rate)).withClip(number("clip", usual.clip(), TrainingMethod.CLIP))
                    .with(TeacherForcing.constant(number("teacher-forcing", 1.0, TeacherForcing.SHARE)))
                    .withDropout(number("dropout", usual.dropout(), TrainingMethod.DROPOUT));
        }

        private <T> T value(String key, T otherwise, Reading<T> reading) throws Found {
            Setting setting = given.get(key);
            if (setting == null) {
                return otherwise;
            }
            try {
                return reading.of(setting.value());
            } catch (InputException refused) {
                throw new Found(setting.place(), new InputException("lesson.value", setting.place(), refused));
            } catch (NumberFormatException noNumber) {
                throw new Found(setting.place(), new InputException("lesson.noNumber", setting.place(), key, setting.value()));
            }
        }

        private Integer whole(String key, Integer otherwise) throws Found {
            return value(key, otherwise, text -> {
                int number = Integer.parseInt(text);
                new Limits(0, 1_000_000).check(key, number);
                return number;
            });
        }

        private Double number(String key, Double otherwise, Limits limits) throws Found {
            return value(key, otherwise, text -> {
                double number = Double.parseDouble(text);
                limits.check(key, number);
                return number;
            });
        }
    }
}
