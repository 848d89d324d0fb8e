package seq2see.training;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import seq2see.corpus.PairCodec;
import seq2see.model.Seq2Seq;
import seq2see.search.LengthPenalty;
import seq2see.search.SamplingSettings;
import seq2see.search.SearchComparison;
import seq2see.search.SearchSettings;
import seq2see.search.SearchTree;
import seq2see.search.Seq2SeqModel;
import seq2see.search.Translator;

/**
 * A sentence searched by the weights of one moment.
 *
 * @param question     what was asked for
 * @param trainingStep of the weights
 * @param tokens       the target vocabulary, by id
 * @param references   the token ids of what the corpus gives for the sentence, the end included
 * @param opened       what follows the prefix that was asked for beside the search
 */
public record SentenceSearch(Question question, long trainingStep, SearchComparison search, List<String> tokens, List<List<Integer>> references,
                             Optional<SearchTree.Node> opened) {
    /** How many prefixes the exact search may look at: training waits for it. */
    private static final long MOST_EXPANSIONS = 1_000;
    /** How many candidates it may have, V′ of each of these prefixes: as many as take a fraction of a second. */
    private static final long MOST_CANDIDATES = 1_000_000;

    /**
     * What is to be searched.
     *
     * @param maximumLength in tokens
     * @param blockedNGram  n: no run of n tokens comes twice in an output; 0 where that is allowed
     * @param forced        the ids that the output begins with
     * @param opened        a prefix of which it is to be told what follows, whether it is searched or not; empty for none
     * @param sampling      how outputs are drawn beside the search; empty where none are
     */
    public record Question(String source, int beamWidth, double alpha, int maximumLength, int blockedNGram, List<Integer> forced, List<Integer> opened,
                           Optional<SamplingSettings> sampling) {
        public Question {
            forced = List.copyOf(forced);
            opened = List.copyOf(opened);
        }

        /** The same search, and beside it what follows another prefix. */
        public Question opening(List<Integer> prefix) {
            return new Question(source, beamWidth, alpha, maximumLength, blockedNGram, forced, prefix, sampling);
        }
    }

    public SentenceSearch {
        references = List.copyOf(references);
    }

    static SentenceSearch of(Seq2Seq network, TrainingPlan plan, long trainingStep, Question question) {
        PairCodec codec = plan.codec().towardsThatOf(question.source());
        Seq2SeqModel model = new Translator(network, codec).model(question.source());
        int vocabulary = model.vocabularySize();
        List<Integer> forced = question.forced().stream().allMatch(id -> id < vocabulary) && question.forced().size() <= question.maximumLength()
                ? question.forced() : List.of();
        SearchSettings settings = new SearchSettings(question.maximumLength(), new LengthPenalty(question.alpha()), question.blockedNGram(), forced);
        SearchComparison found = SearchComparison.of(model, model.begin(0), settings, question.beamWidth(),
                Math.min(MOST_EXPANSIONS, MOST_CANDIDATES / vocabulary));
        SearchComparison search = question.sampling().map(drawing -> found.sampled(model, model.begin(0), drawing)).orElse(found);
        List<List<Integer>> references = plan.targetsOf(question.source()).stream()
                .map(target -> Arrays.stream(codec.encodeTarget(target)).boxed().toList()).toList();
        Optional<SearchTree.Node> opened = question.opened().isEmpty() || question.opened().stream().anyMatch(id -> id >= vocabulary) ? Optional.empty()
                : Optional.of(SearchTree.after(model, model.begin(0), question.opened(), settings.lengthPenalty()));
        return new SentenceSearch(question, trainingStep, search, codec.targetVocabulary().tokens(), references, opened);
    }
}
