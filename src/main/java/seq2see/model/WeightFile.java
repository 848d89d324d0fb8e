package seq2see.model;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import seq2see.corpus.InputException;
import seq2see.corpus.InputFiles;
import seq2see.corpus.OutputFiles;

/**
 * Weights in the safetensors format: the header's length (8 bytes, little-endian), a JSON header with name, type, shape
 * and place of each weight, padded with spaces to a multiple of 8, then the numbers (32-bit floats, little-endian).
 */
public final class WeightFile {
    private static final JsonMapper JSON = new JsonMapper();
    /** Numbers are moved in pieces of this many bytes. */
    private static final int PIECE = 1 << 16;

    private WeightFile() {
    }

    /** Numbers row by row, and their shape. */
    public record Weight(List<Integer> shape, float[] values) {
        public Weight {
            shape = List.copyOf(shape);
            if (shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact) != values.length) {
                throw new IllegalArgumentException(values.length + " values in the shape " + shape);
            }
        }
    }

    /**
     * Writes the whole file or nothing.
     *
     * @throws InputException where it cannot be written, or a value is not finite
     */
    public static void write(Path file, Map<String, Weight> weights) throws InputException {
        OutputFiles.write(file, stream -> write(stream, String.valueOf(file), weights));
    }

    /**
     * Writes to a stream and leaves it open.
     *
     * @param name what an {@link InputException} calls the file
     * @throws InputException where a value is not finite
     */
    public static void write(OutputStream stream, String name, Map<String, Weight> weights) throws IOException, InputException {
        byte[] header = header(weights);
        stream.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).array());
        stream.write(header);
        for (Map.Entry<String, Weight> weight : weights.entrySet()) {
            refuseInfinite(name, weight.getKey(), weight.getValue().values());
            write(stream, weight.getValue().values());
        }
    }

    private static byte[] header(Map<String, Weight> weights) throws IOException {
        ObjectNode header = JSON.createObjectNode();
        long offset = 0;
        for (Map.Entry<String, Weight> weight : weights.entrySet()) {
            long end = offset + 4L * weight.getValue().values().length;
            ObjectNode entry = header.putObject(weight.getKey()).put("dtype", "F32");
            ArrayNode shape = entry.putArray("shape");
            weight.getValue().shape().forEach(shape::add);
            entry.putArray("data_offsets").add(offset).add(end);
            offset = end;
        }
        byte[] json = JSON.writeValueAsBytes(header);
        byte[] padded = Arrays.copyOf(json, Math.ceilDiv(json.length, 8) * 8);
        Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        return padded;
    }

    private static void write(OutputStream stream, float[] values) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(PIECE).order(ByteOrder.LITTLE_ENDIAN);
        for (int start = 0; start < values.length; start += PIECE / 4) {
            int count = Math.min(values.length - start, PIECE / 4);
            piece.asFloatBuffer().put(values, start, count);
            stream.write(piece.array(), 0, 4 * count);
        }
    }

    /** @throws InputException where the file cannot be read or is no sound safetensors file of 32-bit floats */
    public static Map<String, Weight> read(Path file) throws InputException {
        try (InputStream stream = InputFiles.open(file)) {
            return read(stream, Files.size(file), String.valueOf(file));
        } catch (IOException failure) {
            throw InputFiles.refusal(file, failure);
        }
    }

    /**
     * Reads from a stream that holds the file and nothing else. Nothing is allocated for a length that the header claims
     * before it is known to fit into the size.
     *
     * @param size how many bytes the stream has
     * @param name what an {@link InputException} calls the file
     */
    public static Map<String, Weight> read(InputStream stream, long size, String name) throws IOException, InputException {
        byte[] prefix = stream.readNBytes(8);
        if (prefix.length < 8) {
            throw new InputException("weights.truncated", name);
        }
        long headerLength = ByteBuffer.wrap(prefix).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (headerLength < 2 || headerLength > WeightHeader.LONGEST) {
            throw new InputException("weights.header", name);
        }
        if (headerLength > size - 8) {
            throw new InputException("weights.truncated", name);
        }
        String header = new String(stream.readNBytes((int) headerLength), StandardCharsets.UTF_8);
        List<WeightHeader.Entry> entries = WeightHeader.parse(name, header, size - 8 - headerLength);
        return read(stream, name, entries);
    }

    private static Map<String, Weight> read(InputStream stream, String name, List<WeightHeader.Entry> entries)
            throws IOException, InputException {
        Map<String, Weight> weights = new LinkedHashMap<>();
        entries.forEach(entry -> weights.put(entry.name(), null));
        for (WeightHeader.Entry entry : entries.stream().sorted(Comparator.comparingLong(WeightHeader.Entry::begin)
                .thenComparingLong(WeightHeader.Entry::end)).toList()) {
            float[] values = new float[(int) ((entry.end() - entry.begin()) / 4)];
            readInto(stream, name, values);
            refuseInfinite(name, entry.name(), values);
            weights.put(entry.name(), new Weight(entry.shape(), values));
        }
        return weights;
    }

    private static void readInto(InputStream stream, String name, float[] values) throws IOException, InputException {
        byte[] piece = new byte[PIECE];
        for (int start = 0; start < values.length; start += PIECE / 4) {
            int count = Math.min(values.length - start, PIECE / 4);
            if (stream.readNBytes(piece, 0, 4 * count) < 4 * count) {
                throw new InputException("weights.truncated", name);
            }
            ByteBuffer.wrap(piece).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values, start, count);
        }
    }

    private static void refuseInfinite(String file, String parameter, float[] values) throws InputException {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new InputException("weights.notFinite", file, parameter, String.valueOf(value));
            }
        }
    }
}
