package seq2see.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seq2see.corpus.Batch;
import seq2see.corpus.EncodedPair;
import seq2see.corpus.InputException;
import seq2see.corpus.SentencePair;
import seq2see.golden.Deviation;
import seq2see.golden.EngineNumbers;
import seq2see.model.Seq2Seq;
import seq2see.model.WeightFile.Weight;
import seq2see.peers.TorchNumbers;
import seq2see.training.ModelFile;
import seq2see.training.SavedModel;

/** A file of {@code seq2see export} fits libtorch's modules by name and shape, and they say what the model says. */
@Tag("peers")
class ExportParityTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {
        "--cell rnn --attention none --context mean --embedding 7",
        "--cell gru --attention additive --embedding 7",
        "--cell gru --attention additive --tie-weights --embedding 12",
        "--cell gru --attention scaled-dot --bidirectional --layers 2 --embedding 7",
        "--cell lstm --attention none --context last --bidirectional --layers 2 --embedding 7",
        "--cell lstm --attention additive --bidirectional --layers 1 --embedding 7"})
    void theExportedFileLoadsByNameAndGivesTheSameLogits(String kind) throws IOException, InputException {
        Path corpus = TinyModel.corpus(folder);
        Path model = folder.resolve("model.seq2see");
        Path exported = folder.resolve("weights.safetensors");
        String train = "train --steps 30 --hidden 12 --corpus " + corpus + " --out " + model + " " + kind;
        Call.of((Object[]) train.split(" ")).done();
        Call.of("export", "--model", model, "--out", exported).done();
        SavedModel saved = ModelFile.read(model);
        List<EncodedPair> pairs = List.of(new SentencePair("the cat number 7 sleeps", "le chat numéro 7 dort", 1),
                new SentencePair("the cat", "le chat dort", 2)).stream().map(saved.codec()::encode).toList();
        Batch batch = new Batch(pairs);
        float[] expected = TorchNumbers.logits(saved.config(), read(exported), batch);
        assertEquals(0, Deviation.largestDifference(EngineNumbers.logits(new Seq2Seq(saved.parameters()), batch), expected), 1e-5);
    }

    /** A reader of the format that shares nothing with the writer. */
    private static Map<String, Weight> read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int header = Math.toIntExact(bytes.getLong());
        JsonNode entries = new ObjectMapper().readTree(new String(bytes.array(), 8, header, StandardCharsets.UTF_8));
        Map<String, Weight> weights = new HashMap<>();
        entries.properties().forEach(entry -> {
            JsonNode place = entry.getValue().get("data_offsets");
            float[] values = new float[(place.get(1).intValue() - place.get(0).intValue()) / 4];
            bytes.position(8 + header + place.get(0).intValue()).slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
            weights.put(entry.getKey(), new Weight(entry.getValue().get("shape").valueStream().map(JsonNode::intValue).toList(), values));
        });
        return weights;
    }
}
