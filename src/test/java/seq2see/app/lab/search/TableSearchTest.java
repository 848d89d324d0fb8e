package seq2see.app.lab.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seq2see.corpus.InputException;
import seq2see.search.LengthPenalty;
import seq2see.search.NextTokenModel;
import seq2see.search.ProbabilityTable;
import seq2see.search.SearchComparison;
import seq2see.search.SearchSettings;

class TableSearchTest {
    private final CompletableFuture<SearchComparison> found = new CompletableFuture<>();
    private final CompletableFuture<InputException> refused = new CompletableFuture<>();

    /** A model that breaks when it is asked what follows so many tokens. */
    private record Breaking(NextTokenModel model, int length, Supplier<Error> memory) implements NextTokenModel {
        private record Counted(State state, int length) implements State {
        }

        @Override
        public int sentences() {
            return 1;
        }

        @Override
        public int vocabularySize() {
            return model.vocabularySize();
        }

        @Override
        public int beginToken() {
            return model.beginToken();
        }

        @Override
        public int endToken() {
            return model.endToken();
        }

        @Override
        public State begin(int sentence) {
            return new Counted(model.begin(sentence), 0);
        }

        @Override
        public List<Continuation> advance(List<? extends State> states, int[] tokenIds) {
            int fed = ((Counted) states.getFirst()).length();
            if (fed == length) {
                if (memory != null) {
                    throw memory.get();
                }
                throw new IllegalStateException("broken");
            }
            return model.advance(states.stream().map(state -> ((Counted) state).state()).toList(), tokenIds).stream()
                    .map(next -> new Continuation(new Counted(next.state(), fed + 1), next.logProbabilities())).toList();
        }
    }

    private static NextTokenModel table() throws InputException {
        return new ProbabilityTable("table", List.of("A", "B", "<eos>"), Map.of("", List.of(0.5, 0.4, 0.1)), Optional.of(List.of(0.3, 0.3, 0.4)));
    }

    private void search(NextTokenModel model) {
        new TableSearch(Runnable::run).begin(model, new SearchSettings(3, LengthPenalty.USUAL), 2, Optional.empty(), found::complete, refused::complete);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whateverEndsASearchIsTold(boolean memory) throws Exception {
        search(new Breaking(table(), 1, memory ? OutOfMemoryError::new : null));
        String said = refused.get(20, TimeUnit.SECONDS).getMessage();
        assertTrue(said.contains(memory ? "not enough memory" : "broken"), said);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 9})
    void whatIsFoundIsTold(int length) throws Exception {
        search(new Breaking(table(), length, null));
        assertEquals(List.of(0, 2), found.get(20, TimeUnit.SECONDS).beam().best().tokenIds());
    }
}
