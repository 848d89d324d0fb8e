package seq2see.app.lab.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import seq2see.corpus.InputException;
import seq2see.training.SentenceSearch;
import seq2see.training.SentenceSearch.Question;
import seq2see.training.TinyPlans;
import seq2see.training.TrainingRun;

class SearchedSentenceTest {
    private static final Question QUESTION = new Question("123", 2, 0.75, 4, 0, List.of(), List.of(), Optional.empty());

    private final List<Question> asked = new ArrayList<>();
    private SentenceSearch newest;
    private long now;
    private final SearchedSentence sentence = new SearchedSentence(asked::add, () -> newest, () -> now);
    private TrainingRun run;

    @BeforeEach
    void begin() throws InputException {
        run = new TrainingRun(TinyPlans.plan(100, 1));
        look(Duration.ZERO);
    }

    @AfterEach
    void close() {
        run.close();
    }

    /** What the window does at a pulse, a while after the last one and one training step on. */
    private Optional<SentenceSearch> look(Duration later) {
        return look(later, QUESTION);
    }

    private Optional<SentenceSearch> look(Duration later, Question question) {
        now += later.toNanos();
        run.step();
        return sentence.look(question, run.snapshot(Optional.empty()));
    }

    private static Question ofWidth(int width) {
        return new Question("123", width, 0.75, 4, 0, List.of(), List.of(), Optional.empty());
    }

    @Test
    void aSearchIsNotAskedForAgainWhileItIsUnderWay() {
        look(Duration.ofSeconds(3));
        look(Duration.ofSeconds(3));
        assertEquals(List.of(QUESTION), asked);
    }

    @Test
    void theModelLearnsForASecondBetweenAnAnswerAndTheNextQuestion() {
        now += Duration.ofSeconds(3).toNanos();
        newest = run.search(QUESTION);
        assertSame(newest, look(Duration.ofSeconds(1)).orElseThrow());
        look(Duration.ofMillis(900));
        assertEquals(1, asked.size());
        look(Duration.ofMillis(200));
        assertEquals(2, asked.size());
    }

    @Test
    void whatIsNeverAnsweredIsAskedAgain() {
        look(Duration.ofSeconds(11));
        assertEquals(2, asked.size());
    }

    @Test
    void ofTheWidthsThatASliderComesPastOnlyTheLastIsAskedOnceTheSearchBeforeIsAnswered() {
        for (int width = 3; width <= 9; width++) {
            look(Duration.ofMillis(20), ofWidth(width));
        }
        assertEquals(List.of(QUESTION), asked);
        newest = run.search(QUESTION);
        assertEquals(Optional.empty(), look(Duration.ofMillis(20), ofWidth(9)));
        assertEquals(List.of(QUESTION, ofWidth(9)), asked);
    }

    @Test
    void anotherQuestionDoesNotWaitForAnAnswerThatIsLost() {
        look(Duration.ofMillis(900), ofWidth(3));
        assertEquals(1, asked.size());
        look(Duration.ofMillis(200), ofWidth(3));
        assertEquals(List.of(QUESTION, ofWidth(3)), asked);
    }

    @Test
    void afterAResetItIsAskedAgain() {
        newest = run.search(QUESTION);
        assertTrue(look(Duration.ofSeconds(2)).isPresent());
        look(Duration.ofSeconds(2));
        newest = null;
        look(Duration.ofSeconds(1));
        look(Duration.ofSeconds(2));
        assertEquals(3, asked.size());
    }
}
