package seq2see.app.corpus;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import seq2see.app.control.Parts;
import seq2see.app.corpus.CorpusDraft.Step;
import seq2see.app.corpus.RecentCorpora.Recent;
import seq2see.app.session.CorpusRecipe;
import seq2see.app.theme.Text;

/** Where the way begins: one file, or two, or a corpus that was prepared before. */
final class FileStep implements AutoCloseable {
    private final RecentCorpora recent;
    private final Consumer<CorpusRecipe> again;
    private final VBox before = new VBox();
    private final ScrollPane node;
    private final Subscription languages;

    FileStep(CorpusDraft draft, Runnable choose, RecentCorpora recent) {
        this.recent = recent;
        this.again = draft::beginAgain;
        Button open = Parts.button("fth-folder", "wizard.file.choose", choose);
        open.setId("wizard-choose");
        open.getStyleClass().add("primary-button");
        Label drop = Parts.label("wizard.file.drop", "small", "muted");
        HBox ask = new HBox(open, drop);
        ask.getStyleClass().add("wizard-row");
        ask.setAlignment(Pos.CENTER_LEFT);
        VBox card = new VBox(Parts.label("wizard.file.title", "title"), wrapped("wizard.file.words", "prose"), ask,
                wrapped("wizard.file.formats", "small", "muted"));
        card.getStyleClass().addAll("card", "wizard-card");
        before.setVisible(false);
        before.setManaged(false);
        before.getStyleClass().addAll("card", "wizard-card", "recent-corpora");
        VBox cards = new VBox(card, before);
        cards.getStyleClass().add("wizard-step");
        cards.setAlignment(Pos.CENTER);
        cards.setMinHeight(Region.USE_PREF_SIZE);
        node = new ScrollPane(cards);
        node.setFitToWidth(true);
        node.setFitToHeight(true);
        node.getStyleClass().addAll("edge-to-edge", "wizard-scroll");
        draft.stepProperty().subscribe(step -> {
            if (step == Step.FILE) {
                show();
            }
        });
        languages = Text.follow(node, this::show);
    }

    /** A text that goes on in the next line where there is no room. */
    static Label wrapped(String key, String... styles) {
        Label label = Parts.label(key, styles);
        label.setWrapText(true);
        label.setMinWidth(0);
        return label;
    }

    Node node() {
        return node;
    }

    private void show() {
        recent.find(this::show);
    }

    private void show(List<Recent> found) {
        before.setVisible(!found.isEmpty());
        before.setManaged(!found.isEmpty());
        before.getChildren().setAll(Parts.label("wizard.recent.title", "heading"));
        found.forEach(one -> before.getChildren().add(row(one.recipe(), one.isThere())));
    }

    private Node row(CorpusRecipe recipe, boolean there) {
        List<Path> files = recipe.corpus().stream().map(Path::of).toList();
        Hyperlink name = new Hyperlink(files.stream().map(file -> String.valueOf(file.getFileName())).collect(Collectors.joining(" + ")));
        name.getStyleClass().addAll("recent-corpus", "figure");
        name.setDisable(!there);
        name.setOnAction(event -> again.accept(recipe));
        Label how = new Label(there ? words(recipe.preparing()) : Text.of("wizard.recent.gone"));
        how.getStyleClass().addAll("small", "muted");
        how.setWrapText(true);
        Label where = new Label(String.valueOf(files.getFirst().getParent()));
        where.getStyleClass().addAll("least", "muted");
        where.setWrapText(true);
        VBox row = new VBox(name, how, where);
        row.getStyleClass().add("recent-row");
        return row;
    }

    /** The choices in short. */
    private static String words(CorpusRecipe.Preparing preparing) {
        String tokens = Text.of("wizard.recent.tokens", tokens(preparing.sourceTokenizer()), tokens(preparing.targetTokenizer()));
        return preparing.bothDirections() ? tokens + " · " + Text.of("wizard.limits.both") : tokens;
    }

    private static String tokens(String tokenizer) {
        return Text.of("settings.tokens." + tokenizer.replace("-", ""));
    }

    /** The language outlives the window: it must not ask a step that is gone to show itself. */
    @Override
    public void close() {
        languages.unsubscribe();
    }
}
