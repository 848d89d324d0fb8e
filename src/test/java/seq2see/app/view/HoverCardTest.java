package seq2see.app.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seq2see.app.HeadlessToolkit;
import seq2see.app.drawing.Area;
import seq2see.app.drawing.Drawing;
import seq2see.app.drawing.Mark;
import seq2see.app.drawing.MathText;
import seq2see.app.drawing.MathText.Level;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.ToolkitMeasure;
import seq2see.app.theme.Language;
import seq2see.app.theme.Palette;
import seq2see.app.view.Explanation.Piece;
import seq2see.tensor.Axis;

class HoverCardTest {
    private static final Explanation GATE = new Explanation("update gate", "z_3[6]", "0.970", "encoder step 3 · layer 1 · unit 6 of 8",
            List.of(new Piece.Term("0.860", "W_{iz}x_3", Optional.of(Axis.EMBEDDING)), new Piece.Sign("+"), new Piece.Term("0.206", "b_{iz}", Optional.empty()),
                    new Piece.Sign("+"), new Piece.Term("1.965", "W_{hz}h_2", Optional.of(Axis.HIDDEN)), new Piece.Sign("+"),
                    new Piece.Term("0.438", "b_{hz}", Optional.empty())),
            "σ( 3.469 ) = 0.970", "memory adds 1.965, the token 0.860",
            Optional.of(new Explanation.Curve(List.of(0.1f, 0.5f, 0.97f, Float.NaN), 2, 0, 1, "unit 6 through the source")));

    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    private static Sheet sheet(double width, double height) {
        return new Sheet(width, height, Palette.LIGHT, Language.ENGLISH, new ToolkitMeasure());
    }

    private static void onToolkit(Runnable work) {
        HeadlessToolkit.call(() -> {
            work.run();
            return null;
        });
    }

    @ParameterizedTest
    @CsvSource({"10,10", "600,10", "10,400", "620,440", "300,200", "0,0", "630,470"})
    void nothingOfItLeavesTheSheetOrCoversWhatItExplains(double x, double y) {
        onToolkit(() -> {
            Sheet sheet = sheet(700, 500);
            Area anchor = new Area(x, y, 30, 12);
            Drawing drawing = new Drawing(sheet);
            HoverCard card = new HoverCard(sheet, GATE);
            card.draw(drawing, anchor, List.of());
            PictureProof.prove(drawing.picture(""), sheet.measure());
            Mark.Clip inside = (Mark.Clip) drawing.marks().getLast();
            PictureProof.prove(new Picture(700, 500, inside.marks(), ""), sheet.measure());
            assertEquals(0, card.place(anchor, List.of(), List.of()).overlap(anchor));
        });
    }

    @Test
    void itCoversNoPlaceThatIsToBeSeenWhereThereIsAnother() {
        onToolkit(() -> {
            HoverCard card = new HoverCard(sheet(900, 600), GATE);
            Area anchor = new Area(430, 300, 30, 12);
            List<Area> path = List.of(new Area(0, 200, 900, 90), new Area(440, 320, 460, 200));
            Area place = card.place(anchor, path, List.of());
            assertEquals(0, path.stream().mapToDouble(place::overlap).sum());
            assertTrue(place.distance(anchor) < 120, place.toString());
        });
    }

    @Test
    void allOfItIsReadAloud() {
        String spoken = GATE.spoken();
        Stream.of("update gate: z3[6] = 0.970", "unit 6 of 8", "Wizx3 0.860 + biz 0.206", "σ( 3.469 ) = 0.970", "memory adds")
                .forEach(part -> assertTrue(spoken.contains(part), spoken));
    }

    @Test
    void anUnderscoreLowersOneCharacterOrWhatStandsInBraces() {
        assertEquals(List.of(new MathText.Run("W", Level.LINE), new MathText.Run("iz", Level.INDEX), new MathText.Run("x", Level.LINE),
                new MathText.Run("3", Level.INDEX), new MathText.Run("[6]", Level.LINE)), MathText.of("W_{iz}x_3[6]").runs());
    }

    @Test
    void aCaretRaises() {
        assertEquals(List.of(new MathText.Run("w", Level.LINE), new MathText.Run("v", Level.INDEX), new MathText.Run("⊤", Level.EXPONENT),
                new MathText.Run(" q", Level.LINE)), MathText.of("w_v^⊤ q").runs());
        assertEquals("wv⊤ q", MathText.of("w_v^⊤ q").plain());
    }
}
