package seq2see.app.view.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import seq2see.app.drawing.Area;
import seq2see.app.drawing.Caption;
import seq2see.app.drawing.Drawing;
import seq2see.app.drawing.Mark.Anchor;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.Stroke;
import seq2see.app.drawing.TextStyle;
import seq2see.app.drawing.TokenText;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Rgb;
import seq2see.app.theme.Role;
import seq2see.app.theme.Typeface;
import seq2see.app.view.Pointing;
import seq2see.app.view.StageRows;
import seq2see.app.view.translation.TranslationScene.Token;
import seq2see.tensor.Axis;

/**
 * Draws the source's tokens with their ids and below them those of the output, each with the probability that the model gave
 * it. What the present moment has not come to yet is dashed, and its text is not told.
 */
final class TranslationPicture {
    private static final TextStyle TOKEN = new TextStyle(Typeface.MONO, 500, 16);
    private static final double HEIGHT = 36;
    private static final double LEAST_WIDTH = 34;
    private static final double GAP = 6;
    /** From one row of chips to the next: the chip, its number below, and room. */
    private static final double ROW = 66;
    private static final double HEAD = 30;
    private static final double BETWEEN = 44;

    private final Sheet sheet;
    private final TranslationScene scene;
    private final Drawing drawing;
    /** Where the chips lie, the source's before the output's. */
    private final List<Area> sourceAreas = new ArrayList<>();
    private final List<Area> targetAreas = new ArrayList<>();

    private TranslationPicture(Sheet sheet, TranslationScene scene) {
        this.sheet = sheet;
        this.scene = scene;
        this.drawing = new Drawing(sheet);
    }

    static Picture of(Sheet sheet, TranslationScene scene) {
        return new TranslationPicture(sheet, scene).draw();
    }

    /** What lies at a place of the picture. */
    static Pointing at(Sheet sheet, TranslationScene scene, double x, double y) {
        if (scene.trace().isEmpty()) {
            return Pointing.NONE;
        }
        TranslationPicture picture = new TranslationPicture(sheet, scene);
        picture.draw();
        int source = find(picture.sourceAreas, x, y);
        int target = find(picture.targetAreas, x, y);
        return source > 0 ? Pointing.source(source) : target > 0 && target <= scene.written() ? Pointing.target(target) : Pointing.NONE;
    }

    private static int find(List<Area> areas, double x, double y) {
        for (int i = 0; i < areas.size(); i++) {
            if (areas.get(i).contains(x, y)) {
                return i + 1;
            }
        }
        return 0;
    }

    private Picture draw() {
        if (scene.trace().isEmpty()) {
            String words = sheet.words("attention.empty");
            drawing.paragraph(words, 0, 16, Math.min(sheet.width(), 440), TextStyle.CONTROL.withWeight(400), drawing.ink(Role.MUTED_TEXT));
            return drawing.picture(words);
        }
        List<Token> source = scene.source();
        List<Token> output = scene.output();
        double y = side("translation.view.source", Axis.SOURCE_TIME, source, scene.read(), scene.nowAtSource(), 0, sourceAreas);
        y = arrow(y);
        boolean begun = scene.written() > 0 || scene.nowAtTarget() > 0;
        if (begun) {
            // While the model still writes, nobody knows yet how long the output becomes.
            int known = Math.max(scene.written(), scene.nowAtTarget());
            y = side("translation.view.output", Axis.TARGET_TIME, output.subList(0, known), scene.written(), scene.nowAtTarget(), y, targetAreas);
            stages(y);
        } else {
            waiting(y);
        }
        return drawing.picture(description(source, output));
    }

    /** One side's heading and chips. @return where what comes below may begin */
    private double side(String key, Axis axis, List<Token> tokens, int shown, int now, double top, List<Area> areas) {
        Rgb colour = sheet.palette().of(axis);
        String heading = sheet.words(key);
        drawing.text(heading, 0, top + 15, TextStyle.HEADING, drawing.ink(Role.TEXT));
        boolean whole = axis == Axis.SOURCE_TIME || shown == scene.output().size();
        drawing.text(axis.letter() + " " + (whole ? String.valueOf(tokens.size()) : "?"), sheet.width(heading, TextStyle.HEADING) + 12, top + 15,
                TextStyle.FIGURE, colour);
        double x = 0;
        double y = top + HEAD;
        double room = sheet.width();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            String text = sheet.shortened(TokenText.of(token.text()), style(token), room - 20);
            double width = Math.max(LEAST_WIDTH, Math.ceil(sheet.width(text, style(token))) + 16);
            if (x > 0 && x + width > room) {
                x = 0;
                y += ROW;
            }
            Area area = new Area(x, y, width, HEIGHT);
            areas.add(area);
            boolean lit = axis == Axis.SOURCE_TIME ? scene.highlight().source(i + 1) : scene.highlight().target(i + 1);
            chip(area, text, token, i < shown, i + 1 == now, lit, colour);
            x += width + GAP;
        }
        return y + ROW;
    }

    private static TextStyle style(Token token) {
        boolean special = token.text().startsWith("<") && token.text().endsWith(">") && token.text().length() > 2;
        return special ? TOKEN.withSize(12) : TOKEN;
    }

    private void chip(Area area, String text, Token token, boolean shown, boolean now, boolean lit, Rgb colour) {
        Rgb ground = now ? drawing.ink(Role.ACCENT_TINT) : lit ? sheet.palette().of(Role.SURFACE).towards(colour, 0.09) : drawing.ink(Role.SURFACE);
        drawing.box(area.x(), area.y(), area.width(), area.height(), 6, ground);
        Stroke edge = !shown ? Stroke.dashed(drawing.ink(Role.GHOST), 1)
                : now ? Stroke.solid(drawing.ink(Role.ACCENT), 2) : lit ? Stroke.solid(colour, 2) : Stroke.solid(drawing.ink(Role.LINE), 1);
        drawing.outline(area.x() + 0.5, area.y() + 0.5, area.width() - 1, area.height() - 1, 6, edge);
        if (shown || token.probability().isEmpty()) {
            drawing.text(text, area.middleX(), area.middleY() + style(token).middleToBaseline(), style(token),
                    drawing.ink(shown ? Role.TEXT : Role.MUTED_TEXT), Anchor.MIDDLE);
        }
        if (shown) {
            String below = token.probability().map(Numbers::weight).orElse(String.valueOf(token.id()));
            drawing.text(below, area.middleX(), area.bottom() + 15, TextStyle.LEAST, drawing.ink(Role.MUTED_TEXT), Anchor.MIDDLE);
        }
    }

    private double arrow(double y) {
        Stroke wire = Stroke.solid(drawing.ink(Role.DONE), 1.5);
        double x = LEAST_WIDTH / 2;
        drawing.line(x, y - 8, x, y + 18, wire);
        drawing.line(x - 5, y + 12, x, y + 18, wire);
        drawing.line(x + 5, y + 12, x, y + 18, wire);
        drawing.text(sheet.words("translation.view.model"), x + 16, y + 10, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
        return y + BETWEEN;
    }

    /** How the output came about while the model learnt, as far as there is room for it. */
    private void stages(double top) {
        Caption caption = Caption.of(sheet, sheet.words("translation.view.stages"), sheet.words("translation.view.stages.note"));
        double first = top + caption.height() + 8;
        int lines = (int) ((sheet.height() - first) / StageRows.LINE);
        if (scene.tellsStages() && lines > 1) {
            caption.draw(sheet, drawing, top);
            new StageRows(sheet, drawing, scene.stages().getLast().trainingStep()).draw(scene.stages(), scene.references(), first, lines);
        }
    }

    private void waiting(double top) {
        drawing.text(sheet.words("translation.view.output"), 0, top + 15, TextStyle.HEADING, drawing.ink(Role.TEXT));
        String words = sheet.words("translation.view.waiting");
        double width = Math.min(sheet.width() - 1, sheet.width(words, TextStyle.SMALL) + 32);
        drawing.outline(0.5, top + HEAD + 0.5, width, HEIGHT, 6, Stroke.dashed(drawing.ink(Role.GHOST), 1));
        drawing.text(sheet.shortened(words, TextStyle.SMALL, width - 20), 16, top + HEAD + HEIGHT / 2 + TextStyle.SMALL.middleToBaseline(), TextStyle.SMALL,
                drawing.ink(Role.MUTED_TEXT));
    }

    private String description(List<Token> source, List<Token> output) {
        String written = String.join(" ", output.subList(0, scene.written()).stream().map(token -> token.text()
                + token.probability().map(chance -> " " + Numbers.fixed(chance, 2)).orElse("")).toList());
        return sheet.words("translation.view.description", String.join(" ", source.stream().map(Token::text).toList()),
                Optional.of(written).filter(text -> !text.isEmpty()).orElse("–"));
    }
}
