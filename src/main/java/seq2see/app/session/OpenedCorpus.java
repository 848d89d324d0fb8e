package seq2see.app.session;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import seq2see.app.scene.SavedScene;
import seq2see.corpus.CorpusProfile;
import seq2see.corpus.GivenParts;
import seq2see.corpus.InputException;
import seq2see.corpus.PairCodec;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.Preparation;
import seq2see.corpus.SentencePair;
import seq2see.corpus.SourceNoise;
import seq2see.corpus.Tokenizers;
import seq2see.corpus.Vocabulary;
import seq2see.corpus.reading.CorpusFiles;
import seq2see.corpus.reading.CorpusReader;
import seq2see.corpus.reading.SampleCorpora;
import seq2see.corpus.reading.SampleCorpus;
import seq2see.training.Recipe;
import seq2see.training.TrainingPlan;
import seq2see.training.TrainingSettings;

/**
 * A corpus that was read, ready to be planned with.
 *
 * @param id     the sample's file name, the absolute path of a file, or the text of a {@link CorpusRecipe}
 * @param sample what the catalogue says of it, where it does
 * @param given  parts of it that came in files of their own
 * @param noise  on the sources while it is trained on
 * @param chosen what somebody has it trained with; empty where that is the usual
 */
public record OpenedCorpus(String id, Optional<SampleCorpus> sample, ParallelCorpus corpus, GivenParts given, Preparation preparation,
                           SourceNoise noise, Optional<TrainingChoices> chosen) {
    private static final int EXAMPLES = 3;
    /** Longer sources, in characters, are looked at only where there are no others. */
    private static final int HANDY = 40;

    /** Reads a sample by its file name, or else the file at a path. May take long: not for the JavaFX thread. */
    static OpenedCorpus read(String id) throws InputException {
        Optional<CorpusRecipe> recipe = CorpusRecipe.parse(id);
        if (recipe.isPresent()) {
            return recipe.get().read();
        }
        Optional<SampleCorpus> sample = SampleCorpora.all().stream().filter(one -> one.file().equals(id)).findFirst();
        return sample.isPresent() ? of(id, sample, SampleCorpora.read(sample.get())) : readFile(path(id));
    }

    private static Path path(String id) throws InputException {
        try {
            return Path.of(id);
        } catch (InvalidPathException noPath) {
            throw new InputException("file.missing", id);
        }
    }

    private static OpenedCorpus readFile(Path file) throws InputException {
        ParallelCorpus corpus = CorpusReader.read(CorpusFiles.of(file, null));
        OpenedCorpus known = of(file.toAbsolutePath().toString(), SampleCorpora.entryFor(file), corpus);
        // Whatever a catalogue beside it says, it does not come with the program: a scene has to hold its pairs.
        return new OpenedCorpus(known.id, Optional.empty(), corpus, known.given, known.preparation, known.noise, Optional.empty());
    }

    private static OpenedCorpus of(String id, Optional<SampleCorpus> sample, ParallelCorpus corpus) throws InputException {
        String unless = Tokenizers.all().getFirst().name();
        return new OpenedCorpus(id, sample, corpus, GivenParts.NONE, Preparation.by(
                Tokenizers.named(sample.map(SampleCorpus::sourceTokenizer).orElse(unless)),
                Tokenizers.named(sample.map(SampleCorpus::targetTokenizer).orElse(unless))), SourceNoise.NONE, Optional.empty());
    }

    /** One that was looked through and prepared by a person. */
    public static OpenedCorpus prepared(CorpusRecipe recipe, ParallelCorpus corpus, GivenParts given) throws InputException {
        return new OpenedCorpus(recipe.text(), Optional.empty(), corpus, given, recipe.preparation(), recipe.noise(), Optional.empty());
    }

    /** The corpus of a scene: the sample that it names, or the pairs inside. May take long. */
    static OpenedCorpus of(SavedScene scene) throws InputException {
        if (scene.pairs().isEmpty()) {
            SampleCorpus sample = SampleCorpora.all().stream().filter(one -> one.file().equals(scene.corpus().sample())).findFirst().orElseThrow();
            return of(sample.file(), Optional.of(sample), SampleCorpora.read(sample));
        }
        ParallelCorpus corpus = scene.pairs().get().corpus();
        GivenParts given = scene.pairs().get().given();
        PairCodec codec = scene.model().codec();
        Recipe recipe = scene.model().training().recipe();
        Preparation preparation = Preparation.by(codec.sourceTokenizer(), codec.targetTokenizer()).with(codec.normalisation())
                .withBothDirections(codec.bothDirections()).with(recipe.split())
                .withLargestVocabulary(largestVocabulary(codec, scene.model().split(corpus, given).training()));
        return new OpenedCorpus("", Optional.empty(), corpus, given, preparation, recipe.method().noise(), Optional.empty());
    }

    /** What the vocabularies were held to, or the usual where they know all tokens that train and so nothing was cut off. */
    private static int largestVocabulary(PairCodec codec, List<SentencePair> training) {
        int size = Math.max(codec.sourceVocabulary().size(), codec.targetVocabulary().size());
        boolean cut = training.stream().map(codec::encode).flatMapToInt(pair -> IntStream.concat(Arrays.stream(pair.source()), Arrays.stream(pair.target())))
                .anyMatch(id -> id == Vocabulary.UNK);
        return cut ? size : Math.max(size, Preparation.USUAL_LARGEST_VOCABULARY);
    }

    /** The same, trained with what somebody chose. */
    OpenedCorpus with(TrainingChoices choices) throws InputException {
        Preparation prepared = preparation.withTokenizers(choices.source().named(), choices.target().named());
        return new OpenedCorpus(id, sample, corpus, given, prepared, noise, Optional.of(choices));
    }

    /** What training on it is: its size and what is held out follow from the corpus. */
    TrainingPlan plan(TrainingSettings settings) throws InputException {
        return TrainingPlan.of(corpus, given, preparation, settings);
    }

    /**
     * The same with a part in its place and the usual settings: as large and as long as for all of it.
     *
     * @param profile of all of it
     */
    public TrainingPlan planOf(ParallelCorpus part, CorpusProfile profile) throws InputException {
        long pairs = preparation.bothDirections() ? 2 * profile.training() : profile.training();
        return TrainingPlan.ofPart(part, given, preparation, profile.codec(), pairs, usualSettings());
    }

    /** A corpus, and what training on it is. */
    record Planned(OpenedCorpus corpus, TrainingPlan plan) {
    }

    /**
     * Plans with what is remembered of a person's choices, or, where those were for another version of the program or of the
     * corpus, or there are none, as it is.
     */
    Planned planned(String remembered) throws InputException {
        Optional<TrainingChoices> choices = TrainingChoices.parse(remembered);
        if (choices.isPresent()) {
            try {
                OpenedCorpus again = with(choices.get());
                return new Planned(again, again.plan(again.settings()));
            } catch (InputException | IllegalArgumentException _) {
                // The usual it is.
            }
        }
        return new Planned(this, plan(settings()));
    }

    /** The settings that a training on it begins with beside a window. */
    TrainingSettings settings() {
        return chosen.map(TrainingChoices::settings).orElseGet(this::usualSettings);
    }

    private TrainingSettings usualSettings() {
        TrainingSettings usual = TrainingSettings.besideAWindow();
        return usual.with(usual.method().with(noise));
    }

    /** What the corpus is called in a language. */
    public String title(String language) {
        return sample.map(known -> known.titles().getOrDefault(language, corpus.name())).orElse(corpus.name());
    }

    /** Sources to try: the catalogue's, else a few short ones that training never sees. */
    List<String> examples(TrainingPlan plan) {
        if (sample.isPresent() && !sample.get().examples().isEmpty()) {
            return sample.get().examples();
        }
        List<String> sources = Stream.concat(plan.validation().stream(), plan.training().stream().limit(EXAMPLES))
                .map(pair -> pair.pair().source()).distinct().toList();
        List<String> handy = sources.stream().filter(source -> source.length() <= HANDY).limit(EXAMPLES).toList();
        return handy.isEmpty() ? sources.subList(0, Math.min(EXAMPLES, sources.size())) : handy;
    }
}
