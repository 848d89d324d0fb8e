package seq2see.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import seq2see.corpus.Choice;
import seq2see.corpus.Graphemes;
import seq2see.corpus.InputException;
import seq2see.model.ModelConfig;
import seq2see.model.Seq2Seq;
import seq2see.search.Translator;
import seq2see.training.SavedModel;

/** Translates one text, or each line of standard input. */
@Command(name = "translate", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = {"Translates TEXT, or each line of standard input, one translation a line.",
            "A blank line gives an empty one."})
final class TranslateCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelOption model;

    @Parameters(arity = "0..1", paramLabel = "TEXT", description = "What to translate.")
    private String text;

    @Option(names = "--search", paramLabel = "greedy", defaultValue = "greedy", description = "How the output is looked for; greedy unless given.")
    private String search;

    @Option(names = "--max-length", paramLabel = "N",
            description = "The longest output in tokens, its end counted. Unless given, twice the longest target in training.")
    private Integer maximumLength;

    TranslateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InputException, IOException {
        Misuse.refuse(spec, () -> {
            ModelConfig.MAXIMUM_LENGTH.check("--max-length", maximumLength);
            Choice.check("--search", search, List.of("greedy"));
        });
        SavedModel saved = model.read();
        Translator translator = new Translator(new Seq2Seq(saved.parameters()), saved.codec());
        int longest = maximumLength == null ? saved.config().maximumLength() : maximumLength;
        if (text != null) {
            translate(translator, text, longest);
            return Commands.DONE;
        }
        SentenceLines lines = new SentenceLines(terminal.input());
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            translate(translator, line.get(), longest);
        }
        return Commands.DONE;
    }

    private void translate(Translator translator, String source, int longest) {
        terminal.output().println(Graphemes.strip(source).isEmpty() ? "" : translator.translate(List.of(source), longest).getFirst());
        terminal.output().flush();
    }
}
