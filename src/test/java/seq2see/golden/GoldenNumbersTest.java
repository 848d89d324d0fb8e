package seq2see.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2see.corpus.Batch;
import seq2see.corpus.InputException;
import seq2see.model.AttentionType;
import seq2see.model.CellType;
import seq2see.model.ModelConfig;
import seq2see.training.OptimizerType;

/** The engine's numbers are those that PyTorch's C++ library found; the files were written by the profile {@code peers}. */
class GoldenNumbersTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void theEngineAgreesWithTheReference(Path file) throws IOException, InputException {
        GoldenFile golden = GoldenFile.read(file);
        Deviation.of(EngineNumbers.of(golden.parameters(), new Batch(golden.pairs()), golden.method()), golden.numbers()).assertSmall();
    }

    @Test
    void everyKindOfModelIsThere() throws IOException, InputException {
        Set<String> found = new TreeSet<>();
        boolean tied = false;
        for (Path file : files()) {
            ModelConfig config = GoldenFile.read(file).parameters().config();
            tied |= config.tiedWeights();
            found.add(kind(config.cell(), config.layers(), config.bidirectional(), config.attention()));
        }
        Set<String> expected = new TreeSet<>();
        for (CellType cell : CellType.values()) {
            for (AttentionType attention : AttentionType.values()) {
                for (int layers = 1; layers <= 2; layers++) {
                    expected.add(kind(cell, layers, false, attention));
                    expected.add(kind(cell, layers, true, attention));
                }
            }
        }
        assertEquals(expected, found);
        assertTrue(tied);
    }

    @Test
    void everyOptimizerIsThere() throws IOException, InputException {
        Set<OptimizerType> found = EnumSet.noneOf(OptimizerType.class);
        for (Path file : files()) {
            found.add(GoldenFile.read(file).method().optimizer());
        }
        assertEquals(EnumSet.allOf(OptimizerType.class), found);
    }

    private static String kind(CellType cell, int layers, boolean bidirectional, AttentionType attention) {
        return cell + " " + layers + " " + bidirectional + " " + attention;
    }
}
