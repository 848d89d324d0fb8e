package seq2see.app.view.shapes;

import java.util.List;
import java.util.Optional;
import seq2see.app.drawing.Area;
import seq2see.app.drawing.Drawing;
import seq2see.app.drawing.Mark.Anchor;
import seq2see.app.drawing.MathText;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.TextStyle;
import seq2see.app.theme.Role;
import seq2see.app.view.shapes.ShapesEquation.Term;
import seq2see.app.view.shapes.ShapesLayout.Place;
import seq2see.trace.Moment;

/** Below the blocks: the one that was opened, or else what is computed now. */
final class ShapesDetail {
    private static final TextStyle STRONG = TextStyle.CONTROL.withWeight(600);
    private static final double SYMBOL = 15;
    private static final double TOP = 66;
    /** How many units of an axis a formula may draw: as many as fit. */
    private static final List<Integer> LIMITS = List.of(48, 32, 24, 16, 12, 8, 6, 4);

    private final Sheet sheet;
    private final ShapesScene scene;
    private final ShapesLayout layout;
    private final Drawing drawing;
    private final Area area;

    ShapesDetail(Sheet sheet, ShapesScene scene, ShapesLayout layout, Drawing drawing) {
        this.sheet = sheet;
        this.scene = scene;
        this.layout = layout;
        this.drawing = drawing;
        this.area = layout.detail();
    }

    /** Whether words say what is computed now: no formula, and no values that lie open. */
    static boolean isInWords(ShapesScene scene) {
        String part = scene.moment().map(Moment::part).orElse("");
        return scene.opened().isEmpty() && !part.equals("concatenation") && ShapesEquation.of(scene).isEmpty();
    }

    void draw() {
        if (scene.opened().isPresent()) {
            new ShapesHeatMap(sheet, scene, layout, drawing).draw();
            return;
        }
        String part = scene.moment().map(Moment::part).orElse("");
        Optional<ShapesEquation> equation = ShapesEquation.of(scene);
        if (part.equals("concatenation")) {
            new ShapesProduct(sheet, scene, layout, drawing).draw();
        } else if (equation.isPresent()) {
            equation(equation.get());
        } else {
            words(part);
        }
    }

    /** What happens at a moment that needs no formula. */
    private void words(String part) {
        String key = switch (part) {
            case "input" -> scene.lookUp().isPresent() ? "lookUp" : "layerInput";
            case "embedding", "finalState", "logits" -> part;
            case "attentionScores", "attentionWeights", "contextVector" -> scene.config().hasAttention() ? "attention" : "context." + scene.config().context();
            case "probabilities", "token" -> "probabilities";
            default -> "hint";
        };
        heading(sheet.words("shapes.detail." + key + ".title"), "");
        double width = Math.min(area.width(), 760);
        double y = drawing.paragraph(sheet.words("shapes.detail." + key, arguments(key)), 0, area.y() + 42, width, TextStyle.SMALL.withSize(13), drawing.ink(Role.TEXT));
        drawing.paragraph(sheet.words("shapes.open"), 0, y + 6, width, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
    }

    private Object[] arguments(String key) {
        if (key.equals("lookUp")) {
            int position = scene.lookUp().orElseThrow();
            String token = scene.batch().token(scene.sentence(), position).map(shown -> sheet.words("shapes.token.named", shown)).orElseGet(() -> sheet.words("shapes.token.the"));
            return new Object[] {scene.sentence() + 1, position + 1, scene.id(position), scene.config().sourceVocabulary(), scene.config().embeddingSize(), token};
        }
        return new Object[] {scene.config().layers(), scene.config().hiddenSize(), scene.config().contextSize(), scene.config().targetVocabulary(), scene.config().outputSize()};
    }

    private void heading(String title, String formula) {
        drawing.text(title, 0, area.y() + 14, STRONG, drawing.ink(scene.moment().isPresent() ? Role.ACCENT : Role.TEXT));
        if (!formula.isEmpty()) {
            MathText.of(formula).draw(drawing, sheet.width(title, STRONG) + 20, area.y() + 15, SYMBOL, drawing.ink(Role.TEXT), Anchor.START);
        }
    }

    private void equation(ShapesEquation equation) {
        Moment now = scene.moment().orElseThrow();
        String title = sheet.words("moment.part." + now.part());
        heading(title, equation.formula());
        String note = equation.stored().isEmpty() ? sheet.words("shapes.elementwise") : sheet.words("shapes.transposed", equation.stored(),
                ShapesWords.storedShape(scene, equation.stored()));
        int lines = sheet.wrapped(note, TextStyle.SMALL, area.width()).size();
        double room = area.height() - TOP - 34 - 18 * lines;
        ShapesLayout rule = null;
        for (int most : LIMITS) {
            rule = layout.limited(Math.min(most, layout.most()));
            if (width(equation, rule, true) <= area.width() && height(equation, rule) <= room) {
                break;
            }
        }
        boolean shapes = width(equation, rule, true) <= area.width();
        BlockPainter painter = new BlockPainter(sheet, rule, drawing);
        double middle = area.y() + TOP + Math.max(height(equation, rule), 10) / 2;
        double x = 0;
        for (Term term : equation.terms()) {
            switch (term) {
                case Term.Sign sign -> {
                    double width = MathText.of(sign.text()).width(sheet, SYMBOL);
                    MathText.of(sign.text()).draw(drawing, x + 6, middle + 5, SYMBOL, drawing.ink(Role.TEXT), Anchor.START);
                    x += width + 12;
                }
                case Term.Block(String symbol, ShapeBlock block) -> {
                    double height = rule.length(block.rows());
                    double width = rule.length(block.columns());
                    double label = rowLabel(block);
                    Area front = new Area(x + label + shift(block, width, shapes), middle - height / 2, width, height);
                    painter.bare(new Place(block, front, 0, label));
                    MathText.of(symbol).draw(drawing, front.middleX(), front.y() - (shapes ? 24 : 8), SYMBOL, drawing.ink(Role.TEXT), Anchor.MIDDLE);
                    if (shapes) {
                        painter.shape(block, front.middleX() - shapeWidth(block) / 2, front.y() - 8);
                    }
                    x += label + blockWidth(symbol, block, rule, shapes);
                }
            }
        }
        double bottom = middle + height(equation, rule) / 2 + 44;
        drawing.paragraph(note, 0, Math.min(bottom, area.bottom() - 6 - 18 * (lines - 1)), area.width(), TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
    }

    private double rowLabel(ShapeBlock block) {
        return block.values().shape().rank() > 1 ? ShapesLayout.gutter(sheet, block) : 4;
    }

    /** From the end of the row's label to the next term. */
    private double blockWidth(String symbol, ShapeBlock block, ShapesLayout rule, boolean shapes) {
        double width = rule.length(block.columns());
        double labels = Math.max(MathText.of(symbol).width(sheet, SYMBOL), shapes ? shapeWidth(block) : sheet.width(block.label(block.columns().getFirst()), TextStyle.LEAST));
        return shift(block, width, shapes) + (width + Math.max(width, labels)) / 2 + 6;
    }

    /** How far a block stands back so that its shape begins behind the term before it. */
    private double shift(ShapeBlock block, double width, boolean shapes) {
        return shapes ? Math.max(0, (shapeWidth(block) - width) / 2 - rowLabel(block)) : 0;
    }

    private double shapeWidth(ShapeBlock block) {
        return sheet.width(block.letters(), TextStyle.FIGURE.withWeight(600));
    }

    private double width(ShapesEquation equation, ShapesLayout rule, boolean shapes) {
        return equation.terms().stream().mapToDouble(term -> switch (term) {
            case Term.Sign sign -> MathText.of(sign.text()).width(sheet, SYMBOL) + 12;
            case Term.Block(String symbol, ShapeBlock block) -> rowLabel(block) + blockWidth(symbol, block, rule, shapes);
        }).sum();
    }

    private static double height(ShapesEquation equation, ShapesLayout rule) {
        List<Double> heights = equation.terms().stream().filter(Term.Block.class::isInstance).map(Term.Block.class::cast)
                .map(term -> rule.length(term.block().rows())).toList();
        return heights.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }
}
