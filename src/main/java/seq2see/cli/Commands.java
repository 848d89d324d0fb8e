package seq2see.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;
import seq2see.corpus.InputException;

/** All commands under one roof: parsing, help, and what becomes of a fault. */
@Command(name = "seq2see", mixinStandardHelpOptions = true, versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "A glass box for sequence-to-sequence learning. Without a command it opens the window.",
        footer = {"", "Results go to standard output, progress to standard error.",
            "Exit code: 0 done, 1 the input is at fault, 2 the call is, 3 the program is."})
final class Commands implements Runnable {
    /** The command did what it was asked. */
    static final int DONE = 0;
    /** The input is at fault: a file, a sentence. */
    static final int INPUT_AT_FAULT = 1;
    /** The call is at fault: an option, a value of one. */
    static final int CALL_AT_FAULT = 2;
    /** The program itself is at fault. */
    static final int PROGRAM_AT_FAULT = 3;

    @Spec
    private CommandSpec spec;

    /** Carries out one call and returns the exit code. */
    static int run(String[] arguments, Terminal terminal) {
        int exitCode;
        try {
            exitCode = commandLine(terminal).execute(arguments);
        } catch (OutOfMemoryError error) {
            terminal.problem("there is not enough memory for this; JDK_JAVA_OPTIONS=-Xmx4g gives the program 4 gigabytes");
            exitCode = INPUT_AT_FAULT;
        }
        terminal.output().flush();
        if (terminal.output().checkError()) {
            terminal.problem("standard output cannot be written");
            return INPUT_AT_FAULT;
        }
        return exitCode;
    }

    static CommandLine commandLine(Terminal terminal) {
        CommandLine root = new CommandLine(new Commands());
        root.addSubcommand(new TrainCommand(terminal));
        root.addSubcommand(new TranslateCommand(terminal));
        root.addSubcommand(new EvaluateCommand(terminal));
        root.addSubcommand(new SearchCommand(terminal));
        root.addSubcommand(new TraceCommand(terminal));
        root.addSubcommand(new CorpusCommand(terminal));
        root.addSubcommand(new ExportCommand());
        root.addSubcommand(new BenchCommand(terminal));
        root.addSubcommand(new RenderCommand());
        root.addSubcommand(new CommandLine(new LessonCommand()).addSubcommand(new LessonCommand.Check(terminal)));
        CommandLine help = new CommandLine(new CommandLine.HelpCommand());
        help.getCommandSpec().usageMessage().header(new String[0]).synopsisHeading("Usage: ").description("Prints what this program does, or one of its commands.");
        root.addSubcommand(help);
        Numbers.register(root);
        root.setOut(terminal.output());
        root.setErr(terminal.errors());
        root.setUsageHelpWidth(100);
        root.setParameterExceptionHandler((problem, arguments) -> refuse(problem, terminal));
        root.setExecutionExceptionHandler((problem, command, parsed) -> explain(problem, terminal));
        return root;
    }

    /** No command was named although there were arguments. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    private static int refuse(ParameterException problem, Terminal terminal) {
        CommandLine command = problem.getCommandLine();
        String text = problem instanceof UnmatchedArgumentException unmatched
                ? unknown(unmatched.getUnmatched().getFirst(), command) : problem.getMessage().replaceFirst("^Error: ", "");
        terminal.problem(text);
        hint(command, terminal);
        return CALL_AT_FAULT;
    }

    private static String unknown(String word, CommandLine command) {
        if (word.startsWith("-")) {
            return "there is no option " + word + " here";
        }
        return command.getSubcommands().isEmpty()
                ? '"' + word + "\" is one argument too many; a text or a name of several words needs quotes around it"
                : '"' + word + "\" is no command; the commands are " + String.join(", ", command.getSubcommands().keySet());
    }

    private static int explain(Exception problem, Terminal terminal) {
        switch (problem) {
            case InputException input -> terminal.problem(input.getMessage());
            case UncheckedIOException io -> terminal.problem("the system reports: " + io.getCause().getMessage());
            case IOException io -> terminal.problem("the system reports: " + io.getMessage());
            default -> {
                terminal.problem("the program is at fault, please report this:");
                problem.printStackTrace(terminal.errors());
                terminal.errors().flush();
                return PROGRAM_AT_FAULT;
            }
        }
        return INPUT_AT_FAULT;
    }

    private static void hint(CommandLine command, Terminal terminal) {
        terminal.errors().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        terminal.errors().flush();
    }
}
