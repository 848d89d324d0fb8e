package seq2see.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import seq2see.app.lesson.Finding;
import seq2see.app.lesson.LessonCheck;
import seq2see.corpus.InputException;

/** What can be done with lessons outside the window. */
@Command(name = "lesson", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Checks lessons: those of the program, or one's own.")
final class LessonCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: check");
    }

    /** Reads lessons against the real engine. */
    @Command(name = "check", mixinStandardHelpOptions = true, versionProvider = Version.class,
            description = {"Reads every lesson against the real engine: trains its models and looks for all that it names.",
                "Prints lines of a name and a value: lessons, steps, exercises (each with its language before it,",
                "as in en.steps, unless the folder has none), problems, then each problem with file, line and column.",
                "Exit code 1 where there are any."})
    static final class Check implements Callable<Integer> {
        private final Terminal terminal;

        @Parameters(arity = "0..1", paramLabel = "FOLDER",
                description = "A folder of .md files, or one with the folders en and zh; the program's own lessons unless given.")
        private Path folder;

        Check(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws InputException {
            if (folder != null && !Files.isDirectory(folder)) {
                throw new InputException("lesson.folder", folder);
            }
            LessonCheck check = folder == null ? LessonCheck.own() : LessonCheck.of(folder);
            if (check.counts().stream().allMatch(count -> count.lessons() == 0) && check.findings().isEmpty()) {
                throw new InputException("lesson.folder", folder);
            }
            for (LessonCheck.Count count : check.counts()) {
                String before = count.language().isEmpty() ? "" : count.language() + ".";
                terminal.value(before + "lessons", count.lessons());
                terminal.value(before + "steps", count.steps());
                terminal.value(before + "exercises", count.exercises());
            }
            terminal.value("problems", check.findings().size());
            for (Finding finding : check.findings()) {
                terminal.value("problem", finding.problem().getMessage());
            }
            return check.findings().isEmpty() ? Commands.DONE : Commands.INPUT_AT_FAULT;
        }
    }
}
