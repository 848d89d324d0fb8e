package seq2see.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import seq2see.corpus.InputException;
import seq2see.tensor.Kernels;
import seq2see.training.TrainingSettings;
import seq2see.training.benchmark.Benchmark;
import seq2see.training.benchmark.Job;

/** Measures how fast the engine is on this machine. */
@Command(name = "bench", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = {"Measures the engine on this machine: milliseconds a training step and a sentence, GFLOP/s of the products.",
            "Each figure is the median of seven repetitions; the models' minimum stands beside it."})
final class BenchCommand implements Callable<Integer> {
    /** In front of the names of this engine's figures; asked for, they may stand without. */
    private static final String PREFIX = "seq2see.";

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(names = "--job", paramLabel = "JOB",
            description = "Only the group (lesson, d2l, d2l5k, gemm; growth runs only when asked for) or the lines that begin like this.")
    private String job;

    @Option(names = "--threads", paramLabel = "N", description = "Threads that compute; 1 unless given.")
    private Integer threads;

    BenchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Whether a person who asks for this means that job: its group, or how its name begins. */
    static boolean isOf(Job one, String job) {
        return one.group().equals(job) || one.name().startsWith(job) || one.name().startsWith(PREFIX + job);
    }

    @Override
    public Integer call() throws InputException {
        Misuse.refuse(spec, () -> TrainingSettings.THREADS.check("--threads", threads));
        int count = threads == null ? 1 : threads;
        List<Job> jobs = Stream.concat(Benchmark.jobs(count).stream(), job == null ? Stream.of() : Benchmark.growth(count).stream())
                .filter(one -> job == null || isOf(one, job)).toList();
        if (jobs.isEmpty()) {
            throw Misuse.of(spec, "--job: nothing that can be measured with so many threads is called " + job);
        }
        terminal.errors().println("kernels: " + Kernels.best().description());
        terminal.errors().flush();
        Benchmark.run(jobs, line -> {
            terminal.value(line.name(), String.format(Locale.ROOT, "%.4f", line.value()));
            terminal.output().flush();
        });
        return Commands.DONE;
    }
}
