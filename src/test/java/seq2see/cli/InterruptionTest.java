package seq2see.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2see.ForkedJava;
import seq2see.training.ModelFile;

class InterruptionTest {
    @TempDir
    Path folder;

    @Test
    void aTrainingThatIsInterruptedWhileItSavesLeavesOneWholeFile() throws Exception {
        Path model = Files.createDirectory(folder.resolve("out")).resolve("m.seq2see");
        Process training = new ProcessBuilder(ForkedJava.withoutToolkit(Main.class, "train", "--corpus",
                TinyModel.corpus(folder).toString(), "--out", model.toString(), "--hidden", "64", "--steps", "2000",
                "--save-every", "1")).redirectErrorStream(true).start();
        try (BufferedReader said = training.inputReader()) {
            String line = said.readLine();
            while (line != null && !line.startsWith("step")) {
                line = said.readLine();
            }
            training.destroy();
            assertTrue(training.waitFor(1, TimeUnit.MINUTES));
        } finally {
            training.destroyForcibly();
        }
        assertNotEquals(Commands.DONE, training.exitValue());
        assertTrue(ModelFile.read(model).training().trainingStep() >= 1);
        try (Stream<Path> entries = Files.list(model.getParent())) {
            assertEquals(List.of(model), entries.toList());
        }
    }
}
