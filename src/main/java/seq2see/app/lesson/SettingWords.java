package seq2see.app.lesson;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import seq2see.app.theme.Text;

/** Settings and what they are set to, in the words of the Lab's controls. What has none there is written as in a lesson. */
final class SettingWords {
    /** By the key in a lesson, the key of the words. */
    static final Map<String, String> NAMES = Map.ofEntries(entry("cell", "settings.cell"), entry("layers", "settings.layers"),
            entry("hidden", "settings.hidden"), entry("embedding", "settings.embedding"), entry("bidirectional", "settings.bidirectional"),
            entry("context", "settings.context"), entry("attention", "settings.attention"), entry("output", "settings.output"),
            entry("batch", "settings.batch"), entry("learning-rate", "settings.learningRate"), entry("clip", "settings.clip"),
            entry("teacher-forcing", "settings.teacherForcing"), entry("dropout", "settings.dropout"), entry("optimizer", "settings.optimizer"),
            entry("noise", "settings.noise"), entry("seed", "settings.seed"), entry("steps", "settings.steps"), entry("beam-width", "search.width"), entry("alpha", "search.alpha"),
            entry("max-length", "search.length"), entry("temperature", "search.temperature"), entry("top-k", "search.topK"), entry("count", "search.draws"));
    /** The values that are words. */
    static final Map<String, List<String>> VALUES = Map.of("cell", List.of("rnn", "gru", "lstm"), "context", List.of("last", "mean", "max"),
            "attention", List.of("none", "additive", "dot", "scaled-dot"), "output", List.of("state", "full"),
            "optimizer", List.of("sgd", "momentum", "adam"));

    private SettingWords() {
    }

    static String name(String key) {
        return NAMES.containsKey(key) ? Text.of(NAMES.get(key)) : key;
    }

    static String value(String key, String value) {
        return VALUES.getOrDefault(key, List.of()).contains(value) ? Text.of(NAMES.get(key) + "." + value.replace("-", "")) : value;
    }
}
