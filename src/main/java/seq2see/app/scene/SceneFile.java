package seq2see.app.scene;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import seq2see.app.scene.SavedScene.Pairs;
import seq2see.corpus.Archive;
import seq2see.corpus.GivenParts;
import seq2see.corpus.InputException;
import seq2see.corpus.InputFiles;
import seq2see.corpus.OutputFiles;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.ReadingReport;
import seq2see.corpus.SentencePair;
import seq2see.corpus.reading.SampleCorpora;
import seq2see.corpus.reading.ScreeningRules;
import seq2see.training.ModelFile;
import seq2see.training.SavedModel;

/**
 * A scene in a file: a model file with more entries, so that every command that takes a model takes a scene too.
 * {@code scene.json} says what is on the screen, and {@code corpus.jsonl}, {@code validation.jsonl} and {@code test.jsonl} hold
 * the pairs, an array of source and target on each line, unless the corpus comes with the program.
 */
public final class SceneFile {
    /** How a scene's file name ends. */
    public static final String ENDING = ".seq2scene";
    /** The version of the format that is written, and the newest that is read. */
    static final int VERSION = 1;
    private static final String FORMAT = "seq2see scene";
    private static final String STATE = "scene.json";
    private static final String CORPUS = "corpus";
    private static final String VALIDATION = "validation";
    private static final String TEST = "test";
    private static final String PAIRS = ".jsonl";
    private static final int LONGEST_STATE = 1 << 26;
    /** Of pairs, in bytes: some five million of them. */
    private static final long MOST_PAIRS = 1L << 29;
    /** In bytes, with both sides as long as may be and every character escaped. */
    private static final int LONGEST_LINE = 2 * 12 * (int) ScreeningRules.SIDE_LIMITS.most() + 16;
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
    private static final JsonMapper LINES = new JsonMapper();

    private final Path file;
    private final Archive archive;

    private SceneFile(Path file, ZipFile zip) {
        this.file = file;
        this.archive = new Archive(file, zip);
    }

    /** Writes the whole file or nothing. */
    public static void write(Path file, SavedScene scene) throws InputException {
        Map<String, OutputFiles.Content> more = new LinkedHashMap<>();
        ObjectNode document = JSON.createObjectNode().put("format", FORMAT).put("version", VERSION);
        document.setAll((ObjectNode) JSON.valueToTree(scene.state()));
        more.put(STATE, stream -> stream.write(JSON.writeValueAsBytes(document)));
        scene.pairs().ifPresent(pairs -> {
            more.put(CORPUS + PAIRS, stream -> writePairs(stream, pairs.corpus()));
            pairs.given().validation().ifPresent(part -> more.put(VALIDATION + PAIRS, stream -> writePairs(stream, part)));
            pairs.given().test().ifPresent(part -> more.put(TEST + PAIRS, stream -> writePairs(stream, part)));
        });
        ModelFile.write(file, scene.model(), more);
    }

    /** What the parts of pairs are called. */
    public static List<String> parts(Pairs pairs) {
        List<String> parts = new ArrayList<>(List.of(CORPUS));
        pairs.given().validation().ifPresent(_ -> parts.add(VALIDATION));
        pairs.given().test().ifPresent(_ -> parts.add(TEST));
        return parts;
    }

    private static void writePairs(OutputStream stream, ParallelCorpus corpus) throws IOException {
        for (SentencePair pair : corpus.pairs()) {
            stream.write(LINES.writeValueAsBytes(List.of(pair.source(), pair.target())));
            stream.write('\n');
        }
    }

    /** @throws InputException where the file cannot be read, is no scene, is damaged or newer, or does not fit together */
    public static SavedScene read(Path file) throws InputException {
        if (Files.isDirectory(file)) {
            throw new InputException("file.folder", file);
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            SceneFile reading = new SceneFile(file, zip);
            SceneState state = reading.state();
            SavedModel model = ModelFile.read(file);
            return new SavedScene(state, model, reading.pairs(state));
        } catch (ZipException | EOFException | IllegalArgumentException _) {
            throw new InputException("scene.damaged", file);
        } catch (IOException failure) {
            throw InputFiles.refusal(file, failure);
        }
    }

    private SceneState state() throws IOException, InputException {
        if (!archive.has(STATE)) {
            throw new InputException("scene.none", file);
        }
        byte[] bytes = archive.read(STATE, LONGEST_STATE, (stream, size) -> stream.readNBytes((int) size));
        try {
            JsonNode document = JSON.readTree(bytes);
            if (!(document instanceof ObjectNode object) || !document.path("format").asText().equals(FORMAT) || !document.path("version").isInt()) {
                throw damaged();
            }
            int version = document.path("version").asInt();
            if (version > VERSION) {
                throw new InputException("scene.newer", file, version, VERSION);
            }
            object.remove(List.of("format", "version"));
            SceneState state = JSON.treeToValue(object, SceneState.class);
            String sample = state.corpus().sample();
            if (sample != null && SampleCorpora.all().stream().noneMatch(known -> known.file().equals(sample))) {
                throw damaged();
            }
            return state;
        } catch (JsonProcessingException _) {
            throw damaged();
        }
    }

    private Optional<Pairs> pairs(SceneState state) throws IOException, InputException {
        if (state.corpus().sample() != null) {
            return Optional.empty();
        }
        List<String> parts = state.corpus().parts();
        return Optional.of(new Pairs(part(CORPUS, state), new GivenParts(
                parts.contains(VALIDATION) ? Optional.of(part(VALIDATION, state)) : Optional.empty(),
                parts.contains(TEST) ? Optional.of(part(TEST, state)) : Optional.empty())));
    }

    private ParallelCorpus part(String part, SceneState state) throws IOException, InputException {
        List<SentencePair> pairs = new ArrayList<>();
        archive.read(part + PAIRS, MOST_PAIRS, (stream, size) -> {
            InputStream buffered = new BufferedInputStream(stream);
            for (byte[] line = line(buffered); line.length > 0; line = line(buffered)) {
                pairs.add(pair(line, pairs.size() + 1L));
            }
            return pairs;
        });
        return new ParallelCorpus(state.corpus().name(), pairs, ReadingReport.NONE);
    }

    /** The next line without its end; empty at the end. */
    private byte[] line(InputStream stream) throws IOException, InputException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = stream.read(); next >= 0 && next != '\n'; next = stream.read()) {
            if (line.size() == LONGEST_LINE) {
                throw damaged();
            }
            line.write(next);
        }
        return line.toByteArray();
    }

    /** A pair as a corpus's reader keeps it: two sides, none empty, none longer than may be. */
    private SentencePair pair(byte[] line, long number) throws IOException, InputException {
        try {
            String[] sides = LINES.readValue(line, String[].class);
            if (sides != null && sides.length == 2 && isSide(sides[0]) && isSide(sides[1])) {
                return new SentencePair(sides[0], sides[1], number);
            }
        } catch (JsonProcessingException _) {
            // Told as below.
        }
        throw damaged();
    }

    private static boolean isSide(String side) {
        return side != null && !side.isBlank() && side.indexOf('\n') < 0 && side.codePointCount(0, side.length()) <= ScreeningRules.SIDE_LIMITS.most();
    }

    private InputException damaged() {
        return new InputException("scene.damaged", file);
    }
}
