package seq2see.cli;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** A small corpus and a model that has seen it for a few steps: enough for every command to have something to do. */
record TinyModel(Path corpus, Path model) {
    private static final String WORDS = IntStream.range(0, 40)
            .mapToObj(i -> "the cat number " + i + " sleeps\tle chat numéro " + i + " dort").collect(joining("\n", "", "\n"));

    static TinyModel in(Path folder) throws IOException {
        Path corpus = corpus(folder);
        Path model = folder.resolve("tiny.seq2see");
        Call.of("train", "--corpus", corpus, "--out", model, "--steps", 5, "--hidden", 8, "--embedding", 4).done();
        return new TinyModel(corpus, model);
    }

    static Path corpus(Path folder) throws IOException {
        return Files.writeString(folder.resolve("tiny.tsv"), WORDS);
    }
}
