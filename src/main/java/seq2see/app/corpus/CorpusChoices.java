package seq2see.app.corpus;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import seq2see.app.session.CorpusRecipe;
import seq2see.corpus.GivenParts;
import seq2see.corpus.InputException;
import seq2see.corpus.InputFiles;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.Preparation;
import seq2see.corpus.SourceNoise;
import seq2see.corpus.Tokenizers;
import seq2see.corpus.reading.CorpusFiles;
import seq2see.corpus.reading.CorpusReader;
import seq2see.corpus.reading.ReadingOptions;
import seq2see.corpus.reading.ReadingProgress;
import seq2see.corpus.reading.ScreeningRules;

/**
 * All that a person chose on the way from a file to a training.
 *
 * @param corpus     one file, or two whose lines belong together
 * @param validation the same of pairs to validate on; empty where they are drawn from the corpus
 * @param test       the same of pairs for a test
 */
record CorpusChoices(List<Path> corpus, List<Path> validation, List<Path> test, ReadingOptions options, ScreeningRules rules,
                     Preparation preparation, SourceNoise noise) {
    CorpusChoices {
        corpus = List.copyOf(corpus);
        validation = List.copyOf(validation);
        test = List.copyOf(test);
    }

    /** Everything as usual. */
    static CorpusChoices of(List<Path> corpus) {
        return new CorpusChoices(corpus, List.of(), List.of(), ReadingOptions.FOLLOWING, ScreeningRules.USUAL,
                Preparation.by(Tokenizers.all().getFirst(), Tokenizers.all().getFirst()), SourceNoise.NONE);
    }

    /** As they were for a corpus that was prepared before. */
    static CorpusChoices of(CorpusRecipe recipe) throws InputException {
        return new CorpusChoices(paths(recipe.corpus()), paths(recipe.validation()), paths(recipe.test()), recipe.reading().options(),
                recipe.reading().screening(), recipe.preparing().preparation(), recipe.noise());
    }

    private static List<Path> paths(List<String> files) {
        return files.stream().map(Path::of).toList();
    }

    /** Whether a file is one of those that are read, which nothing may write over. */
    boolean reads(Path file) {
        return Stream.of(corpus, validation, test).flatMap(List::stream).anyMatch(read -> InputFiles.isSame(read, file));
    }

    CorpusChoices with(ReadingOptions other) {
        return new CorpusChoices(corpus, validation, test, other, rules, preparation, noise);
    }

    CorpusChoices with(ScreeningRules other) {
        return new CorpusChoices(corpus, validation, test, options, other, preparation, noise);
    }

    CorpusChoices with(Preparation other) {
        return new CorpusChoices(corpus, validation, test, options, rules, other, noise);
    }

    CorpusChoices with(SourceNoise other) {
        return new CorpusChoices(corpus, validation, test, options, rules, preparation, other);
    }

    CorpusChoices withValidation(List<Path> files) {
        return new CorpusChoices(corpus, files, test, options, rules, preparation, noise);
    }

    CorpusChoices withTest(List<Path> files) {
        return new CorpusChoices(corpus, validation, files, options, rules, preparation, noise);
    }

    /** The corpus's files. */
    CorpusFiles files() {
        return files(corpus);
    }

    private static CorpusFiles files(List<Path> paths) {
        return CorpusFiles.of(paths.getFirst(), paths.size() == 2 ? paths.getLast() : null);
    }

    /** Reads the parts that come in files of their own, as the corpus is read. Not for the JavaFX thread. */
    GivenParts given() throws InputException {
        return new GivenParts(read(validation), read(test));
    }

    private Optional<ParallelCorpus> read(List<Path> paths) throws InputException {
        return paths.isEmpty() ? Optional.empty() : Optional.of(CorpusReader.read(files(paths), options, rules, ReadingProgress.NONE));
    }

    /** To do the same another time. Reads the files: not for the JavaFX thread. */
    CorpusRecipe recipe() throws InputException {
        return CorpusRecipe.of(corpus, validation, test, options, rules, preparation, noise);
    }
}
