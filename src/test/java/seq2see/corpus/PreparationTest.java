package seq2see.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import seq2see.corpus.Normalisation.Rule;

class PreparationTest {
    private static final ParallelCorpus CORPUS = new ParallelCorpus("own.tsv", IntStream.range(0, 40)
            .mapToObj(i -> new SentencePair("The Cat " + i % 20, "猫喜欢你" + i % 20, i + 1)).toList(), ReadingReport.NONE);

    private static Preparation by(String source, String target) throws InputException {
        return Preparation.by(Tokenizers.named(source), Tokenizers.named(target));
    }

    private static PairCodec codec(Preparation preparation) {
        return preparation.codec(preparation.split(CORPUS, GivenParts.NONE, 1).training());
    }

    @Test
    void whatIsTranslatedIsNormalisedAsWhatWasTrainedOn() throws InputException {
        PairCodec codec = codec(by("word", "character").with(new Normalisation(Set.of(Rule.CASE, Rule.NUMBERS))));
        assertEquals("the cat 00", codec.sourceText(" THE cat 17 "));
        assertEquals(codec.sourceTokens("the cat 00"), codec.sourceTokens("The Cat 99"));
        assertTrue(codec.sourceVocabulary().tokens().contains("cat"));
        assertTrue(Arrays.equals(codec.encodeTarget("猫喜欢你00"), codec.encodeTarget("猫喜欢你12")));
    }

    @Test
    void bothDirectionsAreTheSamePairsBothWaysEachMarked() throws InputException {
        Preparation preparation = by("word", "chinese-word").withBothDirections(true);
        CorpusSplit split = preparation.split(CORPUS, GivenParts.NONE, 1);
        assertEquals(2 * CORPUS.pairs().size(), split.all().size());
        assertEquals("<forward> The Cat 0", split.all().stream().filter(pair -> pair.target().equals("猫喜欢你0")).findFirst().orElseThrow().source());
        assertTrue(split.all().stream().anyMatch(pair -> pair.source().equals("<reverse> 猫喜欢你0") && pair.target().equals("The Cat 0")));
    }

    @Test
    void aSourceIsCutByTheTokenizerOfItsLanguage() throws InputException {
        PairCodec codec = codec(by("word", "character").withBothDirections(true));
        assertEquals(List.of("<forward>", "The", "Cat", "0", "<eos>"), codec.sourceTokens("The Cat 0"));
        assertEquals(List.of("<reverse>", "猫", "喜", "欢", "你", "0", "<eos>"), codec.sourceTokens("<reverse> 猫喜欢你0"));
        assertEquals(codec.sourceTokens("<reverse> 猫喜欢你0"), codec.towards(Direction.REVERSE).sourceTokens("猫喜欢你0"));
        assertEquals(codec.sourceTokens("The Cat 0"), codec.towards(Direction.REVERSE).sourceTokens("<forward> The Cat 0"));
    }

    @Test
    void noTokenOfEitherLanguageOrDirectionIsUnknown() throws InputException {
        Preparation preparation = by("word", "byte-pair").withBothDirections(true);
        CorpusSplit split = preparation.split(CORPUS, GivenParts.NONE, 1);
        PairCodec codec = preparation.codec(split.training());
        for (SentencePair pair : split.training()) {
            EncodedPair encoded = codec.encode(pair);
            assertTrue(IntStream.concat(Arrays.stream(encoded.source()), Arrays.stream(encoded.target())).noneMatch(id -> id == Vocabulary.UNK), pair::toString);
            assertEquals(pair.target(), codec.towardsThatOf(pair.source()).decodeTarget(encoded.target()));
        }
    }

    @Test
    void aModelOfOneDirectionKnowsNoMarks() throws InputException {
        PairCodec codec = codec(by("word", "word"));
        assertEquals(List.of("<", "‿reverse", "‿>", "猫", "<eos>"), codec.sourceTokens("<reverse> 猫").stream().map(String::strip).toList());
        assertThrows(IllegalStateException.class, () -> codec.towards(Direction.REVERSE));
    }

    @Test
    void theDirectionsAreKnownInTheSmallestVocabulary() throws InputException {
        PairCodec codec = codec(by("character", "character").withBothDirections(true).withLargestVocabulary(10));
        assertEquals(10, codec.sourceVocabulary().size());
        assertTrue(codec.sourceVocabulary().id("<forward>") != Vocabulary.UNK && codec.sourceVocabulary().id("<reverse>") != Vocabulary.UNK);
    }

    @Test
    void theVocabularyIsNoLargerThanAskedFor() throws InputException {
        PairCodec codec = codec(by("word", "character").withLargestVocabulary(10));
        assertEquals(10, codec.sourceVocabulary().size());
        assertEquals(10, codec.targetVocabulary().size());
    }
}
