package seq2see.app.corpus;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import seq2see.app.HeadlessToolkit;
import seq2see.app.corpus.CorpusDraft.Step;
import seq2see.app.session.CorpusRecipe;
import seq2see.corpus.reading.Format;
import seq2see.corpus.reading.ReadingOptions;

/** What is trained on is what the choices on the screen say, also where one of them was refused or left half-way. */
class CorpusDraftTest {
    @TempDir
    Path folder;

    private CorpusDraft draft;

    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    @BeforeEach
    void begin() {
        draft = HeadlessToolkit.call(CorpusDraft::new);
    }

    @AfterEach
    void close() {
        on(draft::close);
    }

    private static void on(Runnable action) {
        HeadlessToolkit.call(() -> {
            action.run();
            return null;
        });
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(25, TimeUnit.SECONDS, () -> HeadlessToolkit.call(condition));
    }

    private boolean isIdle() {
        return !draft.work().busyProperty().get();
    }

    /** Forty pairs of short sentences, and ten whose sides are longer than 20 characters. */
    private Path file() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            String more = i < 40 ? "" : " and goes on and on";
            text.append("cat ").append(i).append(more).append("\tchat ").append(i).append(more).append('\n');
        }
        return Files.writeString(folder.resolve("own.tsv"), text);
    }

    private void goTo(Step step) throws IOException, TimeoutException {
        Path file = file();
        on(() -> draft.begin(List.of(file)));
        until(() -> draft.inspectionProperty().get() != null && isIdle());
        for (Step next = Step.COLUMNS; next != step; next = Step.values()[next.ordinal() + 1]) {
            on(draft::next);
            Step wanted = Step.values()[next.ordinal() + 1];
            until(() -> draft.stepProperty().get() == wanted && isIdle());
        }
    }

    private void chooseLongest(int characters) {
        draft.choose(draft.choices().with(draft.choices().rules().withLongestSide(characters)));
    }

    private int prepared() {
        return HeadlessToolkit.call(() -> draft.preparedProperty().get().corpus().pairs().size());
    }

    private int longestOfRecipe() {
        return HeadlessToolkit.call(() -> CorpusRecipe.parse(draft.preparedProperty().get().opened().id()).orElseThrow().reading().longestSide());
    }

    @Test
    void aRuleThatWasLeftHalfWayHoldsAllTheSame() throws Exception {
        goTo(Step.LIMITS);
        on(() -> {
            chooseLongest(20);
            draft.work().stop();
            draft.next();
        });
        until(() -> draft.stepProperty().get() == Step.REPORT && isIdle());
        assertEquals(40, prepared());
        assertEquals(20, longestOfRecipe());
    }

    @Test
    void aRuleThatLeavesNothingIsToldAgainAndNothingIsPrepared() throws Exception {
        goTo(Step.LIMITS);
        on(() -> chooseLongest(2));
        until(() -> draft.work().problemProperty().get() != null && isIdle());
        on(draft::next);
        until(() -> draft.work().problemProperty().get() != null && isIdle());
        assertEquals(Step.LIMITS, HeadlessToolkit.call(() -> draft.stepProperty().get()));
        on(draft::back);
        until(() -> draft.work().problemProperty().get() != null && draft.stepProperty().get() == Step.WORDS && isIdle());
        on(() -> chooseLongest(1_000));
        until(() -> draft.work().problemProperty().get() == null && draft.previewProperty().get() != null
                && draft.previewProperty().get().choices().rules().longestSide() == 1_000 && isIdle());
    }

    @Test
    void aReportOfOtherChoicesIsMadeAnewBeforeItIsTrainedOn() throws Exception {
        goTo(Step.REPORT);
        assertEquals(50, prepared());
        on(() -> {
            chooseLongest(20);
            draft.work().stop();
        });
        assertFalse(HeadlessToolkit.call(draft::isPrepared));
        on(draft::next);
        until(() -> draft.isPrepared() && isIdle());
        assertEquals(40, prepared());
        assertEquals(20, longestOfRecipe());
    }

    @Test
    void waysOfReadingThatAreRefusedAreGivenUp() throws Exception {
        goTo(Step.COLUMNS);
        ReadingOptions before = HeadlessToolkit.call(() -> draft.choices().options());
        for (ReadingOptions wanted : List.of(before.withEncoding(UTF_16LE), before.withFormat(Format.TMX), before.withColumns("martian", null))) {
            on(() -> draft.read(wanted));
            until(() -> draft.work().problemProperty().get() != null && isIdle());
            assertEquals(before, HeadlessToolkit.call(() -> draft.choices().options()));
        }
        on(() -> {
            draft.read(before.withColumns("2", "1"));
            draft.work().stop();
        });
        assertEquals(before, HeadlessToolkit.call(() -> draft.choices().options()));
        on(() -> draft.read(before.withColumns("2", "1")));
        until(this::isIdle);
        assertEquals("2", HeadlessToolkit.call(() -> draft.choices().options().sourceColumn()));
        on(draft::next);
        until(() -> draft.previewProperty().get() != null);
        assertEquals("chat 0", HeadlessToolkit.call(() -> draft.previewProperty().get().lines().getFirst().source()));
    }

    @Test
    void encodingsAreOfferedForTheirFileAlone() throws Exception {
        Path chinese = Files.write(folder.resolve("zh.tsv"), "猫\tcat\n狗\tdog\n".getBytes(Charset.forName("GB18030")));
        on(() -> draft.begin(List.of(chinese)));
        until(() -> !draft.offersProperty().get().isEmpty() && isIdle());
        CorpusRecipe recipe = CorpusChoices.of(List.of(file())).recipe();
        on(() -> draft.beginAgain(recipe));
        until(() -> draft.stepProperty().get() == Step.REPORT && isIdle());
        assertTrue(HeadlessToolkit.call(() -> draft.offersProperty().get().isEmpty()));
    }
}
