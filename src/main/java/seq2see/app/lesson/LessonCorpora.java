package seq2see.app.lesson;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import seq2see.corpus.InputException;
import seq2see.corpus.GivenParts;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.Preparation;
import seq2see.corpus.Tokenizers;
import seq2see.corpus.reading.CorpusFiles;
import seq2see.corpus.reading.CorpusReader;
import seq2see.corpus.reading.SampleCorpora;
import seq2see.corpus.reading.SampleCorpus;
import seq2see.training.TrainingPlan;

/** Plans the trainings that lessons ask for. */
public final class LessonCorpora {
    private LessonCorpora() {
    }

    /**
     * A training from the state's seed.
     *
     * @param folder where corpora that do not come with the program lie; empty where there are none
     */
    public static TrainingPlan plan(ModelState state, Optional<Path> folder) throws InputException {
        Optional<SampleCorpus> sample = SampleCorpora.all().stream().filter(one -> one.file().equals(state.corpus())).findFirst();
        if (sample.isEmpty() && folder.isEmpty()) {
            throw new InputException("file.missing", state.corpus());
        }
        ParallelCorpus corpus = sample.isPresent() ? SampleCorpora.read(sample.get())
                : CorpusReader.read(CorpusFiles.of(beside(folder.orElseThrow(), state.corpus()), null));
        ModelState.Preparing preparing = state.preparing();
        String unless = Tokenizers.all().getFirst().name();
        String source = sample.map(preparing.reversed() ? SampleCorpus::targetTokenizer : SampleCorpus::sourceTokenizer).orElse(unless);
        String target = sample.map(preparing.reversed() ? SampleCorpus::sourceTokenizer : SampleCorpus::targetTokenizer).orElse(unless);
        Preparation preparation = Preparation.by(Tokenizers.named(preparing.sourceTokenizer().orElse(source)), Tokenizers.named(preparing.targetTokenizer().orElse(target)))
                .withBothDirections(preparing.bothDirections());
        return TrainingPlan.of(preparing.reversed() ? corpus.reversed() : corpus, GivenParts.NONE, preparation, state.settings());
    }

    /** A file of a folder. Nothing that lies elsewhere is read. */
    private static Path beside(Path folder, String name) throws InputException {
        try {
            Path file = Path.of(name);
            if (file.getNameCount() == 1 && !file.isAbsolute() && !name.startsWith("..")) {
                return folder.resolve(file);
            }
        } catch (InvalidPathException _) {
            // Told as one that is not there.
        }
        throw new InputException("file.missing", name);
    }
}
