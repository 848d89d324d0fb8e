package seq2see.app.view.search;

import java.util.List;
import seq2see.app.drawing.Drawing;
import seq2see.app.drawing.Mark.Anchor;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.TextStyle;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Role;
import seq2see.search.Samples;
import seq2see.search.Samples.Sample;
import seq2see.search.SamplingSettings;

/** Draws what was drawn from a model: each output with how often it came, beside the probability that the model gives it. */
final class SamplesColumn {
    private static final double ROW = 24;
    private static final int MOST_ROWS = 6;
    private static final TextStyle TOKENS = TextStyle.FIGURE;
    private static final TextStyle NOTE = TextStyle.SMALL.withSize(11);

    private final Drawing drawing;
    private final Sheet sheet;
    private final SearchScene scene;
    private final Samples samples;
    private final double width;
    private double y;

    private SamplesColumn(Drawing drawing, SearchScene scene, Samples samples, double y, double width) {
        this.drawing = drawing;
        this.sheet = drawing.sheet();
        this.scene = scene;
        this.samples = samples;
        this.y = y;
        this.width = width;
    }

    /** Gives where it ends. */
    static double draw(Drawing drawing, SearchScene scene, Samples samples, double y, double width) {
        return new SamplesColumn(drawing, scene, samples, y, width).draw();
    }

    private double draw() {
        y += 16;
        String heading = sheet.words("searchNumbers.sampling");
        drawing.text(heading, 0, y, TextStyle.HEADING, drawing.ink(Role.TEXT));
        String count = sheet.words("searchNumbers.drawn", Numbers.count(samples.settings().count()), Numbers.count(samples.outputs().size()));
        drawing.text(sheet.shortened(count, NOTE, width - sheet.width(heading, TextStyle.HEADING) - 12), width, y, NOTE, drawing.ink(Role.MUTED_TEXT), Anchor.END);
        y += 20;
        drawing.text(sheet.shortened(how(), NOTE, width), 0, y, NOTE, drawing.ink(Role.MUTED_TEXT));
        y += 6;
        double probability = width - 4;
        double share = probability - 56;
        double times = share - 52;
        heading("p", probability);
        heading(sheet.words("searchNumbers.share"), share);
        heading(sheet.words("searchNumbers.times"), times);
        y += 18;
        List<Sample> rows = samples.outputs().stream().limit(MOST_ROWS).toList();
        for (Sample sample : rows) {
            row(sample, times, share, probability);
        }
        rest(rows);
        return y;
    }

    private void heading(String words, double right) {
        drawing.text(words, right, y + 12, NOTE, drawing.ink(Role.MUTED_TEXT), Anchor.END);
    }

    private String how() {
        SamplingSettings settings = samples.settings();
        String from = settings.topK() == 0 ? sheet.words("searchNumbers.sampling.all") : sheet.words("searchNumbers.sampling.top", settings.topK());
        return sheet.words("searchNumbers.sampling.how", Numbers.fixed(settings.temperature(), 2), from, String.valueOf(settings.seed()));
    }

    private void row(Sample sample, double times, double share, double probability) {
        String words = scene.tokens(sample.output().tokenIds()) + (sample.output().cut() ? " …" : "");
        double room = times - sheet.width("100×", TOKENS) - 10;
        // A long output has a line of its own.
        boolean apart = sheet.width(words, TOKENS) > room;
        drawing.text(sheet.shortened(words, TOKENS, apart ? width : room), 0, y + ROW / 2 + TOKENS.middleToBaseline(), TOKENS, drawing.ink(Role.TEXT));
        y += apart ? ROW - 6 : 0;
        double baseline = y + ROW / 2 + TOKENS.middleToBaseline();
        drawing.text(Numbers.count(sample.count()) + "×", times, baseline, TOKENS.withWeight(600), drawing.ink(Role.TEXT), Anchor.END);
        drawing.text(Numbers.fixed(samples.share(sample), 3), share, baseline, TOKENS, drawing.ink(Role.TEXT), Anchor.END);
        drawing.text(BeamTreeNodes.small(sample.probability()), probability, baseline, TOKENS, drawing.ink(Role.MUTED_TEXT), Anchor.END);
        y += ROW;
    }

    private void rest(List<Sample> rows) {
        int others = samples.outputs().size() - rows.size();
        if (others > 0) {
            int times = samples.outputs().stream().skip(rows.size()).mapToInt(Sample::count).sum();
            drawing.text(sheet.shortened(sheet.words("searchNumbers.sampling.others", Numbers.count(others), Numbers.count(times)), NOTE, width), 0, y + 12, NOTE,
                    drawing.ink(Role.MUTED_TEXT));
            y += 18;
        }
        y = drawing.paragraph(sheet.words("searchNumbers.sampling.covered", Numbers.fixed(samples.probability(), 3)), 0, y + 14, width, TextStyle.SMALL,
                drawing.ink(Role.MUTED_TEXT));
    }
}
