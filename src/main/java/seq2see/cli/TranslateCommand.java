package seq2see.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import seq2see.corpus.Graphemes;
import seq2see.corpus.InputException;
import seq2see.model.Seq2Seq;
import seq2see.search.Search;
import seq2see.search.SearchResult;
import seq2see.search.SearchSpace;
import seq2see.search.Seq2SeqModel;
import seq2see.search.Translator;
import seq2see.training.SavedModel;

/** Translates one text, or each line of standard input. */
@Command(name = "translate", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = {"Translates TEXT, or each line of standard input, one translation a line.",
            "A blank line gives an empty one. With --n-best several lines a sentence, the best first."})
final class TranslateCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelOption model;

    @Parameters(arity = "0..1", paramLabel = "TEXT", description = "What to translate.")
    private String text;

    @Option(names = "--reverse-direction",
            description = "Of a model that learnt both directions, the other one; a text may also begin with <forward> or <reverse>.")
    private boolean reverseDirection;

    @Mixin
    private SearchOptions options;

    TranslateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InputException {
        Misuse.refuse(spec, options::check);
        options.tellUnused(terminal);
        SavedModel saved = model.read();
        Translator translator = new Translator(new Seq2Seq(saved.parameters()), model.codec(saved, reverseDirection));
        Search search = options.search(saved.config().maximumLength(), saved.config().targetVocabulary(), List.of());
        if (text != null) {
            translate(translator, text, search);
            return Commands.DONE;
        }
        SentenceLines lines = new SentenceLines(terminal.input());
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            translate(translator, line.get(), search);
        }
        return Commands.DONE;
    }

    private void translate(Translator translator, String source, Search search) throws InputException {
        if (Graphemes.strip(source).isEmpty()) {
            terminal.output().println();
        } else {
            Seq2SeqModel sentence = translator.model(source);
            SearchSpace space = new SearchSpace(sentence.vocabularySize(), search.settings().maximumLength());
            SearchResult found = SearchProgress.watch(terminal, options, space, observer -> search.search(sentence, sentence.begin(0), observer));
            found.finished().stream().limit(options.count()).map(hypothesis -> translator.text(source, hypothesis)).forEach(terminal.output()::println);
        }
        terminal.output().flush();
    }
}
