package seq2see.app.view;
import java.nio.file.*; import java.util.*; import org.junit.jupiter.api.Test; import seq2see.app.*; import seq2see.app.theme.*; import seq2see.app.view.AttentionScene.Cell;
class Peek {
  static void png(String n, View v, Theme t, Language l, double w, double h, double s) throws Exception {
    byte[] b = HeadlessToolkit.call(() -> PngWriter.write(v.saved(new Sheet(w-36,h-36,t.palette(),l,new ToolkitMeasure())), s)); Files.createDirectories(Path.of("/tmp/peek")); Files.write(Path.of("/tmp/peek/"+n+".png"), b); }
  static void scene(String n, AttentionScene sc, Theme t, Language l, double w, double h, double s) throws Exception {
    byte[] b = HeadlessToolkit.call(() -> PngWriter.write(AttentionPicture.of(new Sheet(w-36,h-36,t.palette(),l,new ToolkitMeasure()), sc).onGround(t.palette().of(Role.SURFACE),18), s)); Files.createDirectories(Path.of("/tmp/peek")); Files.write(Path.of("/tmp/peek/"+n+".png"), b); }
  @Test void attention() throws Exception { HeadlessToolkit.start();
    AttentionScene d = AttentionScene.of(SampleTraces.date(), 7).choosing(Optional.of(new Cell(6,13)));
    scene("a-light", d, Theme.LIGHT, Language.ENGLISH, 600, 494, 1);
    scene("a-dark-zh", d, Theme.DARK, Language.CHINESE, 600, 494, 1.5);
    scene("a-small", d, Theme.LIGHT, Language.ENGLISH, 560, 420, 1);
    scene("a-large", AttentionScene.of(SampleTraces.date(), 7), Theme.DARK, Language.ENGLISH, 1200, 800, 1);
    scene("a-words", AttentionScene.of(SampleTraces.sentence(), 3).choosing(Optional.of(new Cell(1,2))), Theme.LIGHT, Language.CHINESE, 600, 494, 1);
    scene("a-long", AttentionScene.of(SampleTraces.longSentence(), 3).choosing(Optional.of(new Cell(1,2))), Theme.LIGHT, Language.ENGLISH, 600, 494, 1);
    scene("a-none", AttentionScene.of(SampleTraces.withoutAttention(), 3), Theme.DARK, Language.ENGLISH, 600, 494, 1);
    scene("a-step0", AttentionScene.of(SampleTraces.date(), 0).choosing(Optional.of(new Cell(8,4))), Theme.LIGHT, Language.CHINESE, 400, 360, 1);
  }
}
