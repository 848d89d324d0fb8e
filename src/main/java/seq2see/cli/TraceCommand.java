package seq2see.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import seq2see.corpus.InputException;
import seq2see.model.Seq2Seq;
import seq2see.trace.Trace;
import seq2see.trace.Tracer;
import seq2see.training.SavedModel;

/** Writes everything that happens to one sentence as JSON. */
@Command(name = "trace", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = {"Runs one sentence through a model and prints every number as JSON.",
            "Fields: config, source, encoder (states and gates by step and layer, outputs), decoder",
            "(initial state; by step context vector, attention scores and weights, states",
            "and gates, logits, the token chosen)."})
final class TraceCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ModelOption model;

    @Option(names = "--text", required = true, paramLabel = "TEXT", description = "The source sentence.")
    private String text;

    @Option(names = "--target", paramLabel = "TEXT",
            description = "Feed the decoder the tokens of this target; unless given, those that it chooses.")
    private String target;

    TraceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InputException, IOException {
        SavedModel saved = model.read();
        Tracer tracer = new Tracer(new Seq2Seq(saved.parameters()), saved.codec());
        Trace trace = target == null
                ? tracer.greedy(text, saved.config().maximumLength())
                : tracer.forced(text, target);
        TraceJson.write(trace, terminal.output());
        terminal.output().println();
        return Commands.DONE;
    }
}
