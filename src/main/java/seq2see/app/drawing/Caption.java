package seq2see.app.drawing;

import java.util.List;
import seq2see.app.theme.Role;

/**
 * The heading of a picture and a note on it, which stands beside the heading where it has room and below it where not.
 *
 * @param lines of the note
 */
public record Caption(String heading, boolean beside, List<String> lines) {
    private static final double HEADING_HEIGHT = 28;
    private static final double LINE = 18;
    private static final double GAP = 12;

    public static Caption of(Sheet sheet, String heading, String note) {
        double start = sheet.width(heading, TextStyle.HEADING) + GAP;
        boolean beside = start + sheet.width(note, TextStyle.SMALL) <= sheet.width() - sheet.corner();
        return new Caption(heading, beside, beside ? List.of(note) : sheet.wrapped(note, TextStyle.SMALL, sheet.width()));
    }

    /** What the caption takes from the top of the sheet. */
    public double height() {
        return HEADING_HEIGHT + (beside ? 0 : LINE * lines.size());
    }

    public void draw(Sheet sheet, Drawing drawing) {
        draw(sheet, drawing, 0);
    }

    public void draw(Sheet sheet, Drawing drawing, double top) {
        drawing.text(heading, 0, top + 16, TextStyle.HEADING, drawing.ink(Role.TEXT));
        double x = beside ? sheet.width(heading, TextStyle.HEADING) + GAP : 0;
        double y = top + (beside ? 16 : 36);
        for (String line : lines) {
            drawing.text(line, x, y, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
            y += LINE;
        }
    }
}
