package seq2see.app.drawing;

import java.awt.Color;
import java.awt.Font;
import java.util.List;
import org.scilab.forge.jlatexmath.ParseException;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;
import seq2see.app.theme.Rgb;

/**
 * A typeset formula, as outlines.
 *
 * @param width   in pixels at scale 1
 * @param ascent  above the baseline
 * @param descent below the baseline
 * @param marks   from the top left
 * @param tex     what was typeset
 */
record Formula(double width, double ascent, double descent, List<Mark> marks, String tex) {
    /** Wider or higher than so many letters is no formula that can be shown. */
    private static final int LARGEST = 300;

    Formula {
        marks = List.copyOf(marks);
    }

    /**
     * Typesets a formula.
     *
     * @param size      of its letters in pixels at scale 1
     * @param displayed whether it stands on a line of its own
     * @throws ParseException where it is not TeX, or enormous
     */
    static Formula of(String tex, double size, boolean displayed, Rgb ink) {
        TeXFormula formula = new TeXFormula(tex);
        formula.setColor(new Color(ink.red(), ink.green(), ink.blue()));
        TeXIcon icon = formula.createTeXIcon(displayed ? TeXConstants.STYLE_DISPLAY : TeXConstants.STYLE_TEXT, (float) size);
        if (!(Math.max(icon.getTrueIconWidth(), icon.getTrueIconHeight()) <= LARGEST * size)) {
            throw new ParseException("the formula is too large");
        }
        Outlines outlines = new Outlines();
        outlines.setInk(new Color(ink.red(), ink.green(), ink.blue()));
        icon.paintIcon(null, outlines, 0, 0);
        // Its height counts the depth in.
        return new Formula(icon.getTrueIconWidth(), icon.getTrueIconHeight() - icon.getTrueIconDepth(), icon.getTrueIconDepth(), outlines.marks(), tex);
    }

    Picture picture() {
        return new Picture(width, ascent + descent, marks, tex);
    }

    /** Letters are drawn as the shapes that their font has for them: nobody needs the font to read the picture. */
    private static final class Outlines extends RecordingGraphics {
        Outlines() {
            super(new Font(Font.SERIF, Font.PLAIN, 1));
        }

        @Override
        public void drawString(String text, float x, float y) {
            fill(getFont().createGlyphVector(getFontRenderContext(), text).getOutline(x, y));
        }
    }
}
