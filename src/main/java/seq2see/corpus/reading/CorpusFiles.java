package seq2see.corpus.reading;

import java.nio.file.Path;
import java.util.Optional;

/** The file that holds a corpus, or the two whose lines belong together. */
public record CorpusFiles(CorpusFile source, Optional<CorpusFile> target) {
    public static CorpusFiles of(CorpusFile file) {
        return new CorpusFiles(file, Optional.empty());
    }

    /** @param target null where one file holds both sides */
    public static CorpusFiles of(Path source, Path target) {
        return new CorpusFiles(CorpusFile.of(source), Optional.ofNullable(target).map(CorpusFile::of));
    }

    /** What the corpus is called. */
    public String name() {
        return target.map(file -> source.name() + " + " + file.name()).orElse(source.name());
    }

    /** What an {@link seq2see.corpus.InputException} calls it. */
    String place() {
        return target.map(file -> source.place() + " + " + file.place()).orElse(source.place().toString());
    }
}
