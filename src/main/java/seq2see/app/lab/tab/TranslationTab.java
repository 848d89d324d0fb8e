package seq2see.app.lab.tab;

import javafx.scene.Node;
import seq2see.app.scrubber.Timeline;
import seq2see.app.view.translation.TranslationView;

/** The sentence and its translation, token by token, as far as the scrubber has come. For lessons: the Lab has its card. */
public final class TranslationTab implements LabTab {
    private final TranslationView view;
    private final Node node;

    public TranslationTab(LabDesk desk) {
        view = new TranslationView(desk.appearance(), desk.pointer());
        node = desk.card(view).node();
    }

    @Override
    public String name() {
        return view.name();
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public boolean aboutSentence() {
        return true;
    }

    @Override
    public Timeline timeline(LabState state) {
        return state.trace().map(Timeline::of).map(Timeline::fromItsEnd).orElse(Timeline.EMPTY);
    }

    @Override
    public void show(LabState state) {
        view.show(state.translation(), state.moment(), state.highlight());
    }
}
