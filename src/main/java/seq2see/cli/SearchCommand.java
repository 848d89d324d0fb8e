package seq2see.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import seq2see.corpus.InputException;
import seq2see.corpus.PairCodec;
import seq2see.model.Seq2Seq;
import seq2see.search.Hypothesis;
import seq2see.search.LengthPenalty;
import seq2see.search.NextTokenModel;
import seq2see.search.ProbabilityTable;
import seq2see.search.ProbabilityTableFile;
import seq2see.search.Samples;
import seq2see.search.Search;
import seq2see.search.SearchResult;
import seq2see.search.SearchSpace;
import seq2see.search.SearchTree;
import seq2see.search.Translator;
import seq2see.search.UnknownPrefixException;
import seq2see.training.ModelFile;
import seq2see.training.SavedModel;

/** Searches a trained model or a table of probabilities, and tells what happened. */
@Command(name = "search", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = {"Looks for the outputs that a model, or a table of probabilities, holds for the best.",
            "Prints how many prefixes were expanded, then a line for each output: score, log-probability,",
            "length and tokens, parted by tabs; of a beam all that it finished, unless --n-best says how many.",
            "With --json the whole search tree: expansions, finished, expanded.",
            "With --search sampling equal outputs are counted: before each, how often it was drawn."})
final class SearchCommand implements Callable<Integer> {
    /** Candidates of a prefix that are told where not all are. */
    private static final int CANDIDATES = 50;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Subject subject;

    @Option(names = "--text", paramLabel = "TEXT", description = "The source sentence, for a model.")
    private String text;

    @Mixin
    private SearchOptions options;

    @Option(names = "--force", paramLabel = "TEXT", description = "The output begins with this, and the search goes on from there.")
    private String forced;

    @Option(names = "--json", description = "The whole search tree as JSON.")
    private boolean json;

    @Option(names = "--all", description = "With --json: all candidates of a prefix; the 50 most probable unless given.")
    private boolean all;

    /** What is searched. */
    private static final class Subject {
        @Option(names = ModelOption.NAME, paramLabel = "MODEL", description = "A model file that 'seq2see train' wrote.")
        private Path model;

        @Option(names = "--table", paramLabel = "FILE",
                description = "A table as JSON: tokens, probabilities (a row a prefix), default (for all other prefixes).")
        private Path table;
    }

    SearchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InputException, IOException {
        Misuse.refuse(spec, options::check);
        if (subject.model != null && text == null) {
            throw Misuse.of(spec, "--text is missing; a model is searched for the translation of a sentence");
        }
        if (subject.table != null && text != null) {
            throw Misuse.of(spec, "--text goes with --model; a table has no source sentence");
        }
        if (all && !json) {
            throw Misuse.of(spec, "--all goes with --json");
        }
        options.tellUnused(terminal);
        if (subject.model != null) {
            searchModel();
        } else {
            searchTable();
        }
        return Commands.DONE;
    }

    private void searchModel() throws InputException, IOException {
        SavedModel saved = ModelFile.read(subject.model);
        PairCodec codec = saved.codec();
        List<Integer> beginning = forced == null ? List.of() : ids(codec.towardsThatOf(text).encodeTarget(forced));
        NextTokenModel model = new Translator(new Seq2Seq(saved.parameters()), codec).model(text);
        report(model, codec.targetVocabulary().tokens(), saved.config().maximumLength(), beginning);
    }

    /** Without the end. */
    private static List<Integer> ids(int[] encoded) {
        return Arrays.stream(encoded, 0, encoded.length - 1).boxed().toList();
    }

    private void searchTable() throws InputException, IOException {
        ProbabilityTable table = ProbabilityTableFile.read(subject.table);
        List<Integer> beginning = new ArrayList<>();
        for (String token : forced == null || forced.isBlank() ? new String[0] : forced.strip().split("\\s+")) {
            if (!table.tokens().contains(token)) {
                throw new InputException("table.prefix", table.name(), forced, token);
            }
            beginning.add(table.tokens().indexOf(token));
        }
        try {
            report(table, table.tokens(), table.usualLength(), beginning);
        } catch (UnknownPrefixException unknown) {
            throw unknown.problem();
        }
    }

    private void report(NextTokenModel model, List<String> tokens, int usualLength, List<Integer> beginning) throws InputException, IOException {
        int longest = options.maximumLength(usualLength);
        if (beginning.size() > longest) {
            throw new InputException("search.forced", String.valueOf(beginning.size()), String.valueOf(longest));
        }
        Search search = options.search(usualLength, model.vocabularySize(), beginning);
        SearchSpace space = new SearchSpace(model.vocabularySize(), longest - beginning.size());
        if (json) {
            SearchTree tree = SearchProgress.watch(terminal, options, space, observer -> SearchTree.of(search, model, model.begin(0), observer));
            SearchTreeJson.write(tree, tokens, all ? Integer.MAX_VALUE : CANDIDATES, terminal.output());
            terminal.output().println();
        } else {
            // The tree holds V′ numbers of every prefix, and none of them is printed.
            print(SearchProgress.watch(terminal, options, space, observer -> search.search(model, model.begin(0), observer)),
                    search.settings().lengthPenalty(), tokens);
        }
    }

    private void print(SearchResult result, LengthPenalty penalty, List<String> tokens) {
        terminal.value("expanded", result.expanded());
        if (options.isSampling()) {
            List<Samples.Sample> outputs = Samples.counted(result.finished());
            terminal.value("drawn", result.finished().size());
            terminal.value("distinct", outputs.size());
            outputs.forEach(sample -> terminal.output().println(sample.count() + "\t" + line(sample.output(), penalty, tokens)));
        } else {
            options.wanted(result.finished()).forEach(output -> terminal.output().println(line(output, penalty, tokens)));
        }
    }

    private static String line(Hypothesis output, LengthPenalty penalty, List<String> tokens) {
        return String.format(Locale.ROOT, "%.6f\t%.6f\t%d\t%s%s", penalty.score(output), output.logProbability(), output.length(),
                String.join(" ", output.tokenIds().stream().map(tokens::get).toList()), output.cut() ? "\tcut" : "");
    }
}
