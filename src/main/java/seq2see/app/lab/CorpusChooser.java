package seq2see.app.lab;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import seq2see.app.control.Parts;
import seq2see.app.session.LabSession;
import seq2see.app.session.OpenedCorpus;
import seq2see.app.theme.Text;
import seq2see.corpus.reading.SampleCorpora;
import seq2see.corpus.reading.SampleCorpus;

/** Names the corpus in use and offers the samples and a file of one's own. */
final class CorpusChooser {
    private final LabSession session;
    private final MenuButton button = new MenuButton();

    CorpusChooser(LabSession session, Runnable openFile) {
        this.session = session;
        button.setId("corpus-chooser");
        button.getStyleClass().addAll("corpus-chooser", "medium");
        MenuItem open = new MenuItem();
        open.setId("corpus-open");
        open.textProperty().bind(Text.binding("lab.corpus.open"));
        open.setGraphic(Parts.icon("fth-folder"));
        open.setOnAction(event -> openFile.run());
        button.getItems().add(open);
        // The catalogue is read when it is wanted first, not before the window's first frame.
        button.setOnShowing(event -> {
            if (button.getItems().size() == 1) {
                button.getItems().addAll(0, samples());
            }
        });
        Parts.handFocusBack(button);
        session.corpusProperty().subscribe(this::showName);
        session.openingProperty().subscribe(this::showName);
        Text.follow(button, this::showName);
    }

    Node node() {
        return button;
    }

    private List<MenuItem> samples() {
        List<MenuItem> items = new ArrayList<>();
        ToggleGroup group = new ToggleGroup();
        for (SampleCorpus sample : SampleCorpora.all()) {
            RadioMenuItem item = new RadioMenuItem();
            item.setToggleGroup(group);
            item.textProperty().bind(Bindings.createStringBinding(() -> sample.titles().getOrDefault(Text.language().code(), sample.file()), Text.languageProperty()));
            item.setOnAction(event -> choose(sample.file()));
            session.corpusProperty().subscribe(() -> markInUse(item, sample));
            // One that could not be opened was marked when it was pressed.
            session.openingProperty().subscribe(() -> markInUse(item, sample));
            markInUse(item, sample);
            items.add(item);
        }
        items.add(new SeparatorMenuItem());
        return items;
    }

    /** Opens a sample; the one in use would only lose what was trained. */
    private void choose(String file) {
        if (session.openingProperty().get() || !session.corpusId().equals(file)) {
            session.open(file, "");
        }
    }

    private void markInUse(RadioMenuItem item, SampleCorpus sample) {
        item.setSelected(session.corpusId().equals(sample.file()));
    }

    private void showName() {
        OpenedCorpus opened = session.corpusProperty().get();
        button.setText(session.openingProperty().get() || opened == null
                ? Text.of("lab.corpus.opening") : opened.title(Text.language().code()));
        button.setAccessibleText(Text.of("lab.corpus.name", button.getText()));
    }
}
