package seq2see.cli;

import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import seq2see.corpus.InputException;
import seq2see.corpus.InputFiles;

/** What is wrong with a call, which is told before anything is read. */
final class Misuse {
    private Misuse() {
    }

    /** Looks at the values of options. */
    @FunctionalInterface
    interface Check {
        void run() throws InputException;
    }

    interface Reading<T> {
        T read() throws InputException;
    }

    /** What a value of the call means; where it means nothing, the call is at fault and not the input. */
    static <T> T read(CommandSpec command, Reading<T> reading) {
        try {
            return reading.read();
        } catch (InputException problem) {
            throw of(command, problem.getMessage());
        }
    }

    static ParameterException of(CommandSpec command, String text) {
        return new ParameterException(command.commandLine(), text);
    }

    /** Where the check refuses a value, the call is at fault and not the input. */
    static void refuse(CommandSpec command, Check check) {
        try {
            check.run();
        } catch (InputException problem) {
            throw of(command, problem.getMessage());
        }
    }

    /**
     * Refuses to write over what is read.
     *
     * @param outOption what names the output
     * @param out       null where that was not given
     * @param option    what names the input
     * @param input     null where that was not given
     */
    static void refuseReplacing(CommandSpec command, String outOption, Path out, String option, Path input) {
        if (out != null && input != null && InputFiles.isSame(out, input)) {
            throw of(command, outOption + " names the same file as " + option + ", which it would replace; choose another name");
        }
    }
}
