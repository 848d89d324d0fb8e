package seq2see.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import seq2see.corpus.GivenParts;
import seq2see.corpus.InputException;
import seq2see.corpus.ParallelCorpus;

/** Files of their own for validation and test, which are then not drawn from the corpus. They are read as the corpus is. */
final class GivenPartsOptions {
    @Option(names = "--validation-corpus", paramLabel = "FILE",
            description = "Pairs to validate on, instead of a share of the corpus. Pairs of the corpus with one of its sources do not train.")
    private Path validation;

    @Option(names = "--validation-target-corpus", paramLabel = "FILE", description = "Its targets, where they are in a file of their own.")
    private Path validationTargets;

    @Option(names = "--test-corpus", paramLabel = "FILE", description = "The same for the test at the end.")
    private Path test;

    @Option(names = "--test-target-corpus", paramLabel = "FILE", description = "Its targets, where they are in a file of their own.")
    private Path testTargets;

    /** Refuses targets that belong to nothing. */
    void check() throws InputException {
        refuseAlone("--validation-target-corpus", validationTargets, "--validation-corpus", validation);
        refuseAlone("--test-target-corpus", testTargets, "--test-corpus", test);
    }

    /** Refuses an output, named by an option, that would replace one of the files. */
    void refuseReplacing(CommandSpec spec, String outOption, Path out) {
        Misuse.refuseReplacing(spec, outOption, out, "--validation-corpus", validation);
        Misuse.refuseReplacing(spec, outOption, out, "--validation-target-corpus", validationTargets);
        Misuse.refuseReplacing(spec, outOption, out, "--test-corpus", test);
        Misuse.refuseReplacing(spec, outOption, out, "--test-target-corpus", testTargets);
    }

    private static void refuseAlone(String option, Path given, String needed, Path needs) throws InputException {
        if (given != null && needs == null) {
            throw new InputException("configuration.needs", option, needed);
        }
    }

    GivenParts read(ReadingChoices choices) throws InputException {
        return new GivenParts(read(choices, validation, validationTargets), read(choices, test, testTargets));
    }

    private static Optional<ParallelCorpus> read(ReadingChoices choices, Path file, Path targets) throws InputException {
        return file == null ? Optional.empty() : Optional.of(choices.read(file, targets));
    }
}
