package seq2see.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import seq2see.corpus.InputException;
import seq2see.model.WeightFile.Weight;

class WeightFileTest {
    @TempDir
    private Path folder;

    private static Map<String, Weight> weights() {
        Random random = new Random(3);
        Map<String, Weight> weights = new LinkedHashMap<>();
        weights.put("z.weight", weight(random, 7, 5));
        weights.put("a.bias", weight(random, 7));
        weights.put("scalar", weight(random));
        weights.put("empty", weight(random, 0, 3));
        weights.put("注意力 \"q\"", weight(random, 2, 3, 20_000));
        return weights;
    }

    private static Weight weight(Random random, Integer... shape) {
        float[] values = new float[Arrays.stream(shape).reduce(1, Math::multiplyExact)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return new Weight(List.of(shape), values);
    }

    private static byte[] bytes(Map<String, Weight> weights) throws IOException, InputException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        WeightFile.write(stream, "weights", weights);
        return stream.toByteArray();
    }

    private static Map<String, Weight> read(byte[] bytes) throws IOException, InputException {
        return WeightFile.read(new ByteArrayInputStream(bytes), bytes.length, "weights");
    }

    /** A file with this header and so many zero bytes behind it. */
    private static byte[] file(String header, int data) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + text.length + data).order(ByteOrder.LITTLE_ENDIAN).putLong(text.length).put(text).array();
    }

    private static void assertRefused(String key, byte[] bytes) {
        InputException refused = assertThrows(InputException.class, () -> read(bytes));
        assertEquals(key, refused.key(), refused.getMessage());
        assertTrue(refused.getMessage().startsWith("weights: "), refused.getMessage());
    }

    private static void assertSame(Map<String, Weight> expected, Map<String, Weight> found) {
        assertEquals(List.copyOf(expected.keySet()), List.copyOf(found.keySet()));
        expected.forEach((name, weight) -> {
            assertEquals(weight.shape(), found.get(name).shape());
            assertArrayEquals(weight.values(), found.get(name).values());
        });
    }

    @Test
    void whatIsWrittenIsReadInTheSameOrder() throws Exception {
        assertSame(weights(), read(bytes(weights())));
        Path file = folder.resolve("w.safetensors");
        WeightFile.write(file, weights());
        assertSame(weights(), WeightFile.read(file));
        assertEquals(1, Files.list(folder).count());
    }

    @Test
    void theNumbersBeginAtAMultipleOfEight() throws Exception {
        byte[] bytes = bytes(weights());
        assertEquals(0, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong() % 8);
        assertEquals('{', bytes[8]);
    }

    @Test
    void theBytesAreThoseOfTheFormat() throws Exception {
        String header = "{\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}  ";
        ByteBuffer expected = ByteBuffer.wrap(file(header, 8)).order(ByteOrder.LITTLE_ENDIAN);
        expected.putFloat(8 + header.length(), 1.5f).putFloat(12 + header.length(), -2);
        byte[] written = bytes(Map.of("b", new Weight(List.of(2), new float[] {1.5f, -2})));
        assertEquals(new String(expected.array(), StandardCharsets.ISO_8859_1), new String(written, StandardCharsets.ISO_8859_1));
    }

    @Test
    void metadataIsPassedOverAndOrderInTheFileIsFree() throws Exception {
        Map<String, Weight> read = read(file("""
                {"__metadata__": {"format": "pt"}, "b": {"dtype": "F32", "shape": [1], "data_offsets": [4, 8]},
                 "a": {"dtype": "F32", "shape": [1, 1], "data_offsets": [0, 4]}}""", 8));
        assertEquals(List.of("b", "a"), List.copyOf(read.keySet()));
    }

    @Test
    void aFileCutAnywhereIsRefused() throws Exception {
        byte[] whole = bytes(Map.of("a", new Weight(List.of(3), new float[3]), "b", new Weight(List.of(2), new float[2])));
        for (int length = 0; length < whole.length; length++) {
            assertRefused("weights.truncated", Arrays.copyOf(whole, length));
        }
    }

    @Test
    void moreBytesThanWeightsAreRefused() throws Exception {
        byte[] whole = bytes(weights());
        assertRefused("weights.rest", Arrays.copyOf(whole, whole.length + 1));
    }

    @Test
    void noFlippedBitGivesAnotherException() throws Exception {
        byte[] whole = bytes(Map.of("a", new Weight(List.of(3), new float[] {1, 2, 3}), "b", new Weight(List.of(2, 1), new float[2])));
        for (int bit = 0; bit < 8 * whole.length; bit++) {
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                read(damaged);
            } catch (InputException refused) {
                assertTrue(refused.key().startsWith("weights."));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, 10_000_001})
    void anImpossibleHeaderLengthIsRefused(long length) {
        byte[] bytes = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array();
        assertRefused("weights.header", bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{", "{}}", "null", "{\"a\": 3}", "{\"a\": {}}", "{\"a\": {\"dtype\": \"F32\", \"shape\": [1]}}",
        "{\"a\": {\"dtype\": \"F32\", \"shape\": [1.5], \"data_offsets\": [0, 8]}}",
        "{\"a\": {\"dtype\": \"F32\", \"shape\": [-2], \"data_offsets\": [0, 8]}}",
        "{\"a\": {\"dtype\": \"F32\", \"shape\": [2], \"data_offsets\": [0.5, 8]}}",
        "{\"a\": {\"dtype\": \"F32\", \"shape\": [2], \"data_offsets\": [0, 8, 9]}}",
        "{\"a\": {\"dtype\": \"F32\", \"shape\": [2], \"data_offsets\": [0, 8]}, \"a\": {\"dtype\": \"F32\", \"shape\": [2], \"data_offsets\": [0, 8]}}"})
    void aHeaderThatIsNoneIsRefused(String header) {
        assertRefused("weights.header", file(header, 8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "weights.type   | \"a\": {\"dtype\": \"F16\", \"shape\": [4], \"data_offsets\": [0, 8]}",
        "weights.size   | \"a\": {\"dtype\": \"F32\", \"shape\": [3], \"data_offsets\": [0, 8]}",
        "weights.size   | \"a\": {\"dtype\": \"F32\", \"shape\": [2147483647, 2147483647, 2147483647], \"data_offsets\": [0, 8]}",
        "weights.places | \"a\": {\"dtype\": \"F32\", \"shape\": [2], \"data_offsets\": [8, 0]}",
        "weights.places | \"a\": {\"dtype\": \"F32\", \"shape\": [2], \"data_offsets\": [-8, 0]}",
        "weights.places | \"a\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [4, 8]}",
        "weights.places | \"a\": {\"dtype\": \"F32\", \"shape\": [2], \"data_offsets\": [0, 8]}, \"b\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [4, 8]}",
        "weights.truncated | \"a\": {\"dtype\": \"F32\", \"shape\": [4], \"data_offsets\": [0, 16]}",
        "weights.rest   | \"a\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [0, 4]}",
    })
    void weightsThatDoNotFitTheFileAreRefused(String key, String entries) {
        assertRefused(key, file("{" + entries + "}", 8));
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void aValueThatIsNoNumberIsRefusedByName(float value) throws Exception {
        Map<String, Weight> weights = Map.of("encoder.bias", new Weight(List.of(2), new float[] {1, value}));
        Path file = folder.resolve("w.safetensors");
        InputException refused = assertThrows(InputException.class, () -> WeightFile.write(file, weights));
        assertTrue(refused.getMessage().contains("encoder.bias"), refused.getMessage());
        assertEquals(0, Files.list(folder).count());
        byte[] bytes = bytes(Map.of("encoder.bias", new Weight(List.of(1), new float[1])));
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(bytes.length - 4, value);
        assertRefused("weights.notFinite", bytes);
    }

    @Test
    void aWeightHasAsManyValuesAsItsShapeSays() {
        assertThrows(IllegalArgumentException.class, () -> new Weight(List.of(2, 3), new float[5]));
    }

    @Test
    void aMissingFileIsRefused() {
        assertEquals("file.missing", assertThrows(InputException.class, () -> WeightFile.read(folder.resolve("none"))).key());
    }
}
