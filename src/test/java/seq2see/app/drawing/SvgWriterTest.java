package seq2see.app.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import seq2see.app.HeadlessToolkit;
import seq2see.app.theme.Language;
import seq2see.app.theme.Palette;
import seq2see.app.theme.Rgb;
import seq2see.app.view.PictureProof;
import seq2see.app.view.RenderInput;
import seq2see.app.view.SampleTraces;
import seq2see.app.view.attention.AttentionMode;
import seq2see.app.view.attention.AttentionScene;
import seq2see.app.view.training.SampleTrainings;
import seq2see.app.view.training.TrainingPicture;

class SvgWriterTest {

    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    @Test
    void theAttentionMapIsWellFormedAndHoldsTheSameTexts() throws Exception {
        RenderInput sentence = new RenderInput(Optional.empty(), Optional.empty(), Optional.of(SampleTraces.sentence()), Optional.empty());
        assertSameTexts(HeadlessToolkit.call(() -> AttentionScene.still(sheet(), sentence, AttentionMode.MAP)));
    }

    @Test
    void theCurvesAreWellFormedAndHoldTheSameTexts() throws Exception {
        assertSameTexts(HeadlessToolkit.call(() -> TrainingPicture.of(sheet(), Optional.of(SampleTrainings.of(200)))));
    }

    @Test
    void whatXmlReservesOrForbidsIsEscapedOrLeftOut() throws Exception {
        Drawing drawing = new Drawing(sheet());
        drawing.text("<eos> & \"x\" \u0000\u0007\uD800 😀", 10, 20, TextStyle.LEAST, Rgb.BLACK);
        assertEquals(List.of("<eos> & \"x\"  😀"), texts(parsed(drawing.picture("a < b"))));
    }

    private static void assertSameTexts(Picture picture) throws Exception {
        Picture saved = picture.onGround(Rgb.WHITE, 18);
        Document document = parsed(saved);
        assertEquals(PictureProof.texts(saved.marks()), texts(document));
        assertEquals(picture.description(), document.getElementsByTagName("desc").item(0).getTextContent());
        assertEquals(String.valueOf((int) picture.width() + 36), document.getDocumentElement().getAttribute("width"));
        assertTrue(document.getElementsByTagName("path").getLength() + document.getElementsByTagName("rect").getLength() > 10);
    }

    private static Sheet sheet() {
        return new Sheet(600, 480, Palette.LIGHT, Language.CHINESE, new ToolkitMeasure());
    }

    private static Document parsed(Picture picture) throws Exception {
        byte[] bytes = SvgWriter.write(picture).getBytes(StandardCharsets.UTF_8);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }

    private static List<String> texts(Document document) {
        NodeList nodes = document.getElementsByTagName("text");
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> nodes.item(i).getTextContent()).toList();
    }
}
