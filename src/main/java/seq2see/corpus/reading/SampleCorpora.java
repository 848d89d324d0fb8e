package seq2see.corpus.reading;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import seq2see.corpus.InputException;
import seq2see.corpus.InputFiles;
import seq2see.corpus.ParallelCorpus;

/** The corpora that come with the program, as the catalogue beside them lists them. */
public final class SampleCorpora {
    private static final String FOLDER = "/sample-corpora/";
    private static final String CATALOGUE = "catalogue.json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private SampleCorpora() {
    }

    /** All of them, in the catalogue's order. */
    public static List<SampleCorpus> all() {
        try (InputStream stream = resource(CATALOGUE)) {
            return parse(stream);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The pairs of one that {@link #all} names. */
    public static ParallelCorpus read(SampleCorpus sample) throws InputException {
        CorpusFile file = new CorpusFile(sample.file(), Path.of(sample.file()), () -> resource(sample.file()));
        return CorpusReader.read(CorpusFiles.of(file));
    }

    /**
     * What a catalogue beside a corpus file says of it: its tokenizers above all.
     *
     * @return empty where there is no catalogue or it does not name the file
     * @throws InputException where the catalogue is damaged
     */
    public static Optional<SampleCorpus> entryFor(Path corpusFile) throws InputException {
        Path catalogue = corpusFile.resolveSibling(CATALOGUE);
        if (!Files.isRegularFile(catalogue)) {
            return Optional.empty();
        }
        String name = String.valueOf(corpusFile.getFileName());
        try (InputStream stream = InputFiles.open(catalogue)) {
            return parse(stream).stream().filter(sample -> sample.file().equals(name)).findFirst();
        } catch (IOException _) {
            throw new InputException("catalogue.damaged", catalogue);
        }
    }

    private static List<SampleCorpus> parse(InputStream stream) throws IOException {
        List<SampleCorpus> samples = Arrays.asList(JSON.readValue(stream, SampleCorpus[].class));
        if (samples.contains(null)) {
            throw new IOException("the catalogue holds null");
        }
        return List.copyOf(samples);
    }

    private static InputStream resource(String name) throws IOException {
        InputStream stream = SampleCorpora.class.getResourceAsStream(FOLDER + name);
        if (stream == null) {
            throw new NoSuchFileException(FOLDER + name);
        }
        return stream;
    }
}
