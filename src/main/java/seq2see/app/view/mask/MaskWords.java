package seq2see.app.view.mask;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import seq2see.app.drawing.CsvTable;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.TokenText;
import seq2see.app.theme.Numbers;
import seq2see.app.view.Explanation;
import seq2see.app.view.mask.MaskScene.Cell;
import seq2see.tensor.Axis;
import seq2see.tensor.PaddingMask;
import seq2see.training.BatchLosses;

/** The mask view in words and as a table. */
final class MaskWords {
    private MaskWords() {
    }

    /** A cell in one sentence. */
    static String explained(Sheet sheet, MaskScene scene, Cell cell) {
        if (cell.ofLosses()) {
            BatchLosses.Sentence sentence = scene.losses().orElseThrow().sentences().get(cell.row());
            String counted = sheet.words(scene.counts(cell.row(), cell.column()) ? "mask.counts" : "mask.countsNot");
            return sheet.words("mask.explained.loss", cell.row() + 1, cell.column(), TokenText.of(sentence.labels().get(cell.column())),
                    TokenText.of(sentence.predictions().get(cell.column())), Numbers.significant(sentence.losses().get(cell.column()), 3), counted);
        }
        PaddingMask mask = scene.mask();
        boolean valid = mask.isValid(cell.row(), cell.column());
        return sheet.words("mask.explained", cell.row() + 1, cell.column(), mask.position(cell.row(), cell.column()), mask.lengthAt(cell.row(), cell.column()),
                sheet.words(valid ? "mask.true" : "mask.false"));
    }

    /** A cell on its card: what is compared, or how its loss comes about, and what it means. */
    static Explanation explanation(Sheet sheet, MaskScene scene, Cell cell) {
        String index = "_{" + (cell.row() + 1) + "," + cell.column() + "}";
        if (cell.ofLosses()) {
            BatchLosses.Sentence sentence = scene.losses().orElseThrow().sentences().get(cell.row());
            double loss = sentence.losses().get(cell.column());
            String label = TokenText.of(sentence.labels().get(cell.column()));
            String words = sheet.words("mask.card.predicted", TokenText.of(sentence.predictions().get(cell.column()))) + " "
                    + sheet.words(scene.counts(cell.row(), cell.column()) ? "mask.counts" : "mask.countsNot");
            return new Explanation(sheet.words("mask.card.loss"), "l" + index, Numbers.fixed(loss, 3),
                    sheet.words("mask.card.where", cell.row() + 1, cell.column(), label), List.of(), "−log " + Numbers.significant(Math.exp(-loss), 3) + " = "
                    + Numbers.fixed(loss, 3), words);
        }
        PaddingMask mask = scene.mask();
        boolean valid = mask.isValid(cell.row(), cell.column());
        String outcome = sheet.words(valid ? "mask.true" : "mask.false");
        int position = mask.position(cell.row(), cell.column());
        int length = mask.lengthAt(cell.row(), cell.column());
        List<Explanation.Piece> terms = List.of(new Explanation.Piece.Term(String.valueOf(position), sheet.words("mask.card.position"), Optional.of(scene.time())),
                new Explanation.Piece.Sign("<"), new Explanation.Piece.Term(String.valueOf(length), sheet.words("mask.card.length"), Optional.of(Axis.BATCH)));
        return new Explanation(sheet.words("mask.mask"), "m" + index, outcome, sheet.words("mask.card.cell", cell.row() + 1, cell.column()), terms,
                position + " < " + length + " = " + outcome, sheet.words(valid ? "mask.card.token" : "mask.card.padding"));
    }

    /** The mask row by row. */
    static String rows(Sheet sheet, PaddingMask mask) {
        return IntStream.range(0, mask.rows()).mapToObj(row -> sheet.words("mask.description.row", row + 1,
                IntStream.range(0, mask.columns()).mapToObj(column -> sheet.words(mask.isValid(row, column) ? "mask.true" : "mask.false"))
                        .collect(Collectors.joining(", ")))).collect(Collectors.joining(" "));
    }

    static String means(Sheet sheet, BatchLosses losses) {
        return sheet.words("mask.description.means", Numbers.fixed(losses.maskedMean(), 2), Numbers.fixed(losses.unmaskedMean(), 2),
                Numbers.fixed(losses.meanByTargetTime(), 2));
    }

    /** Every cell of the mask, then every position of the losses. */
    static String csv(MaskScene scene) {
        CsvTable table = new CsvTable("table", "sentence", "position", "length", "mask", "label", "prediction", "loss");
        PaddingMask mask = scene.mask();
        if (mask.shape().isPresent()) {
            for (int row = 0; row < mask.rows(); row++) {
                for (int column = 0; column < mask.columns(); column++) {
                    table.row("mask", row + 1, mask.position(row, column), mask.lengthAt(row, column), mask.isValid(row, column), "", "", "");
                }
            }
        }
        List<BatchLosses.Sentence> sentences = new ArrayList<>(scene.losses().map(BatchLosses::sentences).orElse(List.of()));
        for (int row = 0; row < sentences.size(); row++) {
            BatchLosses.Sentence sentence = sentences.get(row);
            for (int column = 0; column < sentence.losses().size(); column++) {
                table.row("loss", row + 1, column, sentence.validLength(), scene.counts(row, column), sentence.labels().get(column),
                        sentence.predictions().get(column), sentence.losses().get(column));
            }
        }
        return table.toString();
    }
}
