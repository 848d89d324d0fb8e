package seq2see.training;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import seq2see.corpus.Archive;
import seq2see.corpus.InputException;
import seq2see.corpus.InputFiles;
import seq2see.corpus.OutputFiles;
import seq2see.model.ModelConfig;
import seq2see.model.Parameters;
import seq2see.model.WeightFile;
import seq2see.model.WeightFile.Weight;

/**
 * A model in a file: a ZIP with {@code model.json} (version, configuration, vocabularies, training), and in the
 * safetensors format its weights, those after the last training step where the best were others, and what the optimizer
 * remembers. The same model gives the same bytes.
 */
public final class ModelFile {
    private static final String MODEL = "model.json";
    private static final String WEIGHTS = "weights.safetensors";
    private static final String LAST = "last.safetensors";
    private static final String OPTIMIZER = "optimizer.safetensors";
    /** One that ZIP's own field can hold: for any before it, also 1980-01-01, an entry keeps the machine's time zone. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);
    private static final int LONGEST_JSON = 1 << 26;
    /** More than a weight file's header can need. */
    private static final int LONGEST_HEADER = 1 << 20;

    private final Path file;
    private final Archive archive;

    private ModelFile(Path file, ZipFile zip) {
        this.file = file;
        this.archive = new Archive(file, zip);
    }

    /**
     * Writes the whole file or nothing.
     *
     * @throws InputException where it cannot be written, or a weight is not finite
     */
    public static void write(Path file, SavedModel model) throws InputException {
        write(file, model, Map.of());
    }

    /** Writes the same with more entries, by their names, which reading passes over. */
    public static void write(Path file, SavedModel model, Map<String, OutputFiles.Content> more) throws InputException {
        OutputFiles.write(file, stream -> write(stream, file, model, more));
    }

    private static void write(OutputStream stream, Path file, SavedModel model, Map<String, OutputFiles.Content> more) throws IOException, InputException {
        // Finished, not closed: the stream under it has yet to be forced to disk.
        ZipOutputStream zip = new ZipOutputStream(stream);
        begin(zip, MODEL);
        zip.write(ModelJson.write(model));
        zip.closeEntry();
        for (Map.Entry<String, OutputFiles.Content> entry : more.entrySet()) {
            begin(zip, entry.getKey());
            entry.getValue().writeTo(zip);
            zip.closeEntry();
        }
        zip.setLevel(Deflater.NO_COMPRESSION);
        writeWeights(zip, WEIGHTS, file, model.weights());
        writeIfAny(zip, LAST, file, model.last());
        writeIfAny(zip, OPTIMIZER, file, model.optimizer());
        zip.finish();
    }

    private static void writeIfAny(ZipOutputStream zip, String entry, Path file, Map<String, Weight> weights)
            throws IOException, InputException {
        if (!weights.isEmpty()) {
            writeWeights(zip, entry, file, weights);
        }
    }

    private static void writeWeights(ZipOutputStream zip, String entry, Path file, Map<String, Weight> weights)
            throws IOException, InputException {
        begin(zip, entry);
        WeightFile.write(zip, String.valueOf(file), weights);
        zip.closeEntry();
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }

    /** @throws InputException where the file cannot be read, is damaged, newer, or does not fit together */
    public static SavedModel read(Path file) throws InputException {
        InputFiles.refuseFolder(file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new ModelFile(file, zip).read();
        } catch (ZipException | EOFException | IllegalArgumentException _) {
            throw new InputException("model.damaged", file);
        } catch (IOException failure) {
            throw InputFiles.refusal(file, failure);
        }
    }

    private SavedModel read() throws IOException, InputException {
        ModelJson json = ModelJson.read(file, readJson());
        ModelConfig config = json.config();
        Map<String, List<Integer>> expected = new LinkedHashMap<>();
        Parameters.shapes(config).forEach((name, shape) -> expected.put(name, SavedModel.sizes(shape)));
        Map<String, Weight> weights = readWeights(WEIGHTS, expected);
        Map<String, List<Integer>> moments = new LinkedHashMap<>();
        for (String memory : Optimizer.of(json.training().recipe().method().optimizer(), 0).memory().keySet()) {
            expected.forEach((name, shape) -> moments.put(memory + "." + name, shape));
        }
        return new SavedModel(config, json.codec(), weights, readIfAny(LAST, expected), readIfAny(OPTIMIZER, moments), json.training());
    }

    private byte[] readJson() throws IOException, InputException {
        return archive.read(MODEL, LONGEST_JSON, (stream, size) -> stream.readNBytes((int) size));
    }

    private Map<String, Weight> readIfAny(String name, Map<String, List<Integer>> expected) throws IOException, InputException {
        return !archive.has(name) ? Map.of() : readWeights(name, expected);
    }

    private Map<String, Weight> readWeights(String name, Map<String, List<Integer>> expected) throws IOException, InputException {
        long numbers = expected.values().stream().mapToLong(ModelFile::elements).sum();
        Map<String, Weight> found = archive.read(name, 4 * numbers + LONGEST_HEADER, (stream, size) -> WeightFile.read(stream, size, file + ", " + name));
        refuseMisfits(found, expected);
        return found;
    }

    private static long elements(List<Integer> shape) {
        return shape.stream().mapToLong(Integer::longValue).reduce(1, (product, size) -> product * size);
    }

    private void refuseMisfits(Map<String, Weight> found, Map<String, List<Integer>> expected) throws InputException {
        for (Map.Entry<String, List<Integer>> parameter : expected.entrySet()) {
            Weight weight = found.get(parameter.getKey());
            if (weight == null) {
                throw new InputException("model.weightMissing", file, parameter.getKey());
            }
            if (!weight.shape().equals(parameter.getValue())) {
                throw new InputException("model.weightShape", file, parameter.getKey(), weight.shape().toString(),
                        parameter.getValue().toString());
            }
        }
        for (String name : found.keySet()) {
            if (!expected.containsKey(name)) {
                throw new InputException("model.weightUnknown", file, name);
            }
        }
    }
}
