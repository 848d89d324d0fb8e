package seq2see.app.view.search;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import seq2see.app.drawing.CsvTable;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.theme.Appearance;
import seq2see.app.view.PictureCanvas;
import seq2see.app.view.View;
import seq2see.search.Hypothesis;

/** The numbers beside a search tree, in a column that scrolls where it is short. */
public final class SearchNumbersView extends View {
    private final PictureCanvas canvas;
    private final ScrollPane pane;
    private SearchScene shown = SearchScene.EMPTY;

    public SearchNumbersView(Appearance appearance) {
        canvas = new PictureCanvas(appearance, sheet -> SearchNumbersPicture.of(sheet, shown));
        canvas.widthProperty().subscribe(this::fit);
        appearance.onChange(canvas, this::fit);
        canvas.setId("search-numbers");
        pane = new ScrollPane(canvas);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.getStyleClass().addAll("edge-to-edge", "picture-scroll");
    }

    @Override
    public String name() {
        return "search-numbers";
    }

    @Override
    public Node node() {
        return pane;
    }

    public void show(SearchScene search) {
        if (!search.equals(shown)) {
            shown = search;
            fit();
            canvas.redraw();
        }
    }

    /** As high as everything needs at its width. */
    private void fit() {
        double height = Math.ceil(SearchNumbersPicture.height(canvas.sheet(), shown) * canvas.scale());
        if (canvas.getWidth() > 0 && height != canvas.getPrefHeight()) {
            canvas.setMinHeight(height);
            canvas.setPrefHeight(height);
        }
    }

    @Override
    public String csv() {
        CsvTable table = new CsvTable("tokens", "log_probability", "length", "score", "cut");
        shown.search().ifPresent(search -> {
            for (Hypothesis output : search.tree().finished()) {
                table.row(String.join(" ", output.tokenIds().stream().map(shown.tokens()::get).toList()), output.logProbability(),
                        output.length(), search.tree().lengthPenalty().score(output), output.cut());
            }
        });
        return table.toString();
    }

    @Override
    protected Picture draw(Sheet sheet) {
        Sheet whole = sheet.sized(sheet.width(), Math.max(sheet.height(), SearchNumbersPicture.height(sheet, shown)));
        return SearchNumbersPicture.of(whole, shown);
    }

    @Override
    protected Sheet sheet() {
        return canvas.sheet();
    }
}
