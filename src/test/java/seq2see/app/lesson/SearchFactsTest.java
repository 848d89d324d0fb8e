package seq2see.app.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seq2see.app.lab.search.SearchChoice;
import seq2see.search.ProbabilityTable;
import seq2see.search.SampleTable;
import seq2see.search.SamplingSettings;

/** What lessons say of a search is what the table gives, found here by looking at every output. */
class SearchFactsTest {
    private static SampleTable sample(String name) {
        return SampleTable.all().stream().filter(table -> table.file().equals(name + ".json")).findFirst().orElseThrow();
    }

    private static SearchFacts facts(SampleTable sample, SearchState.Method method, double alpha) throws Exception {
        SearchChoice choice = new SearchChoice(Optional.of(sample), sample.beamWidth(), alpha, Optional.of(sample.maximumLength()), Optional.empty());
        return SearchFacts.of(new SearchState(choice, method), sample.read());
    }

    /** log P of every output, whole or cut, by its words. */
    private static void outputs(ProbabilityTable table, String prefix, double logProbability, int left, List<String> words, List<Double> scores, double alpha) {
        List<Double> row = table.rows().getOrDefault(prefix, table.otherRow().orElse(List.of()));
        for (int token = 0; token < table.tokens().size(); token++) {
            double now = logProbability + Math.log(row.get(token));
            String word = table.tokens().get(token);
            boolean end = word.equals(ProbabilityTable.END);
            String longer = end ? prefix : (prefix + " " + word).strip();
            if (end || left == 1) {
                words.add(longer);
                int length = (longer.isEmpty() ? 0 : longer.split(" ").length) + (end ? 1 : 0);
                scores.add(now / Math.pow(length, alpha));
            } else if (now > Double.NEGATIVE_INFINITY) {
                outputs(table, longer, now, left - 1, words, scores, alpha);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"greedy-misses", "two-by-three", "beam-misses", "penalty-decides"})
    void theExhaustiveOutputIsTheBestOfAll(String name) throws Exception {
        SampleTable sample = sample(name);
        List<String> words = new ArrayList<>();
        List<Double> scores = new ArrayList<>();
        outputs(sample.read(), "", 0, sample.maximumLength(), words, scores, 0.5);
        int best = 0;
        for (int i = 1; i < scores.size(); i++) {
            best = scores.get(i) > scores.get(best) ? i : best;
        }
        SearchFacts facts = facts(sample, SearchState.Method.EXHAUSTIVE, 0.5);
        assertEquals(words.get(best), facts.text("exhaustive.output").orElseThrow());
        assertEquals(scores.get(best), facts.number("search.score").orElseThrow(), 1e-9);
        assertEquals(facts.number("exhaustive.score").orElseThrow() - facts.number("greedy.score").orElseThrow(), facts.number("greedy.error").orElseThrow(), 1e-9);
    }

    @Test
    void searchIsWhatTheStepAskedFor() throws Exception {
        SampleTable sample = sample("greedy-misses");
        SearchFacts greedy = facts(sample, SearchState.Method.GREEDY, 0.75);
        SearchFacts beam = facts(sample, SearchState.Method.BEAM, 0.75);
        assertEquals(greedy.text("greedy.tokens"), greedy.text("search.tokens"));
        assertEquals(beam.text("beam.tokens"), beam.text("search.tokens"));
        assertEquals(beam.text("search.tokens"), beam.text("finished.1.tokens"));
        assertTrue(greedy.number("greedy.error").orElseThrow() > 0, "the table is one that greedy search fails on");
    }

    @Test
    void costsAreThoseThatTextsState() throws Exception {
        SampleTable sample = sample("two-by-three");
        SearchFacts facts = facts(sample, SearchState.Method.BEAM, 0.75);
        int tokens = sample.read().tokens().size();
        int length = sample.maximumLength();
        assertEquals(tokens * length, facts.number("greedy.cost").orElseThrow());
        assertEquals(sample.beamWidth() * tokens * length, facts.number("search.cost").orElseThrow());
        assertEquals(Math.pow(tokens, length), facts.number("exhaustive.cost").orElseThrow());
        assertEquals(facts.number("beam.expansions").orElseThrow() * tokens, facts.number("beam.candidates").orElseThrow());
        assertTrue(facts.number("beam.candidates").orElseThrow() <= facts.number("beam.cost").orElseThrow());
    }

    @Test
    void whatWasDrawnIsCounted() throws Exception {
        SampleTable sample = sample("greedy-misses");
        SearchChoice choice = new SearchChoice(Optional.of(sample), 2, 0.75, Optional.of(sample.maximumLength()),
                Optional.of(new SamplingSettings(1, 0, 200, 4)));
        SearchFacts facts = SearchFacts.of(new SearchState(choice, SearchState.Method.SAMPLING), sample.read());
        assertEquals(facts.text("sampling.1.tokens"), facts.text("search.tokens"));
        double drawn = 0;
        double probability = 0;
        for (int i = 1; i <= facts.number("sampling.distinct").orElseThrow(); i++) {
            drawn += facts.number("sampling." + i + ".count").orElseThrow();
            probability += facts.number("sampling." + i + ".p").orElseThrow();
            assertEquals(facts.number("sampling." + i + ".count").orElseThrow() / 200, facts.number("sampling." + i + ".share").orElseThrow());
        }
        assertEquals(200, drawn);
        assertEquals(probability, facts.number("sampling.covered").orElseThrow(), 1e-12);
        assertTrue(facts.number("sampling.0.p").isEmpty() && facts.text("sampling.9999.tokens").isEmpty());
        assertTrue(facts(sample, SearchState.Method.BEAM, 0.75).number("sampling.distinct").isEmpty(), "nothing was drawn");
    }

    @Test
    void anAddressOfNothingIsNoFact() throws Exception {
        SearchFacts facts = facts(sample("two-by-three"), SearchState.Method.BEAM, 0.75);
        for (String address : List.of("", ".", "search", "search.", "finished.0.score", "finished.99999.score", "finished.x.tokens", "greedy.weather")) {
            assertTrue(facts.text(address).isEmpty() && facts.number(address).isEmpty(), address);
        }
    }
}
