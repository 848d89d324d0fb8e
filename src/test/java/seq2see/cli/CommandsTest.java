package seq2see.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2see.training.benchmark.Benchmark;

class CommandsTest {
    @Test
    void everyCommandExplainsItselfOnStandardOutput() {
        for (String name : Commands.commandLine(Terminal.ofTheSystem()).getSubcommands().keySet()) {
            Call call = Call.of(name, "--help").done();
            assertTrue(call.output().startsWith("Usage: seq2see " + name), call.output());
            assertTrue(call.lines().stream().allMatch(line -> line.length() <= 100), call.output());
            assertEquals("", call.errors());
        }
    }

    @Test
    void theVersionNamesProgramAndJava() {
        String output = Call.of("--version").done().output();
        assertTrue(output.startsWith("Seq2See ") && output.contains("Java 2"), output);
    }

    @Test
    void aValueThatIsNotPossibleIsAFaultOfTheCall() {
        assertTrue(Call.of("bench", "--threads", 0).misuse().contains("1 to 1024"));
    }

    @Test
    void whatIsNoNumberIsToldWithoutJavasNames() {
        assertEquals("seq2see: Invalid value for option '--threads': \"1.5\" is no whole number up to 2147483647", Call.of("bench", "--threads", 1.5).misuse());
        String seed = Call.of("train", "--corpus", "x", "--out", "y", "--seed", "abc").misuse();
        assertTrue(seed.endsWith("\"abc\" is no whole number up to 9223372036854775807"), seed);
        assertTrue(Call.of("train", "--corpus", "x", "--out", "y", "--dropout", "a lot").misuse().endsWith("\"a lot\" is no number"));
    }

    @Test
    void whatIsMissingIsToldInOneManner() {
        assertTrue(Call.of("search").misuse().startsWith("seq2see: Missing"));
    }

    @Test
    void aFileWithoutANameIsTold() {
        assertTrue(Call.of("corpus", "").refusal().contains("name of a file is empty"));
        assertTrue(Call.of("export", "--model", "", "--out", "x").refusal().contains("name of a file is empty"));
    }

    @Test
    void aFolderWithoutLessonsIsRefused(@TempDir Path folder) {
        assertTrue(Call.of("lesson", "check", folder).refusal().contains(".md"));
    }

    @Test
    void anUnknownCommandOfLessonsIsToldWhichThereAre() {
        assertTrue(Call.of("lesson", "chek").misuse().endsWith("\"chek\" is no command; the commands are check"));
    }

    @Test
    void helpIsAskedForInWordsToo() {
        assertTrue(Call.of("help").done().lines().stream().anyMatch(line -> line.contains("corpus")));
        assertEquals(Call.of("corpus", "--help").done().lines(), Call.of("help", "corpus").done().lines());
    }

    @Test
    void figuresAreAskedForWithOrWithoutTheNameOfTheEngine() {
        List<String> asked = List.of("lesson", "lesson.attention", "seq2see.lesson.attention");
        for (String job : asked) {
            assertTrue(Benchmark.jobs(1).stream().anyMatch(one -> one.name().startsWith("seq2see.lesson.attention") && BenchCommand.isOf(one, job)), job);
        }
        assertTrue(Benchmark.jobs(1).stream().noneMatch(one -> BenchCommand.isOf(one, "attention")));
    }

    @Test
    void anUnknownCommandIsToldWhichThereAre() {
        String line = Call.of("dance").misuse();
        assertTrue(line.contains("dance") && line.contains("corpus"), line);
    }

    @Test
    void anUnknownOptionIsNamed() {
        assertTrue(Call.of("corpus", "--colour", "x").misuse().contains("--colour"));
        assertTrue(Call.of("--colour").misuse().contains("--colour"));
    }

    @Test
    void aMissingArgumentIsNamed() {
        assertTrue(Call.of("corpus").misuse().contains("FILE"));
    }

    @Test
    void anOptionWithoutACommandIsNotEnough() {
        assertTrue(Call.of("").misuse().length() > "seq2see: ".length());
    }

    @Test
    void aResultThatCannotBeWrittenIsNoSuccess() {
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left on device");
            }
        };
        InputStream nothing = new ByteArrayInputStream(new byte[0]);
        assertEquals(1, Commands.run(new String[] {"--version"}, Terminal.of(nothing, full, errors, false)));
        assertTrue(errors.toString().contains("standard output"), errors::toString);
    }
}
