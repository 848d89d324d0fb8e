package seq2see.app.lab;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import seq2see.app.scene.SavedScene.Pairs;
import seq2see.app.scene.SceneFile;
import seq2see.app.scene.SceneState.CorpusReference;
import seq2see.app.scene.SceneState.Sight;
import seq2see.app.session.LabSession;
import seq2see.app.session.OpenedCorpus;
import seq2see.corpus.GivenParts;
import seq2see.corpus.reading.SampleCorpora;
import seq2see.training.SavedModel;

/** What a stage shows and of what model, taken together, so that it can be kept in a scene. */
public final class StageView {
    private final LabSession session;
    private final LabTabs tabs;

    StageView(LabSession session, LabTabs tabs) {
        this.session = session;
        this.tabs = tabs;
    }

    /** What is looked at now. */
    public Sight sight() {
        return tabs.sight();
    }

    /** Whether there is a model. */
    public boolean isThere() {
        return session.snapshotProperty().get() != null;
    }

    /** The pairs that the model learns from; empty where they are a sample's. */
    public Optional<Pairs> pairs() {
        OpenedCorpus opened = session.corpusProperty().get();
        if (opened != null) {
            return opened.sample().isPresent() ? Optional.empty() : Optional.of(new Pairs(opened.corpus(), opened.given()));
        }
        return sample().isPresent() ? Optional.empty() : Optional.of(new Pairs(session.snapshotProperty().get().plan().corpus(), GivenParts.NONE));
    }

    /** Where a scene finds the corpus. */
    public CorpusReference corpus() {
        String name = session.snapshotProperty().get().plan().corpus().name();
        Optional<Pairs> pairs = pairs();
        return new CorpusReference(pairs.isPresent() ? null : sample().orElse(name), name, pairs.map(SceneFile::parts).orElseGet(List::of));
    }

    private Optional<String> sample() {
        OpenedCorpus opened = session.corpusProperty().get();
        String name = opened == null ? session.snapshotProperty().get().plan().corpus().name() : opened.id();
        return SampleCorpora.all().stream().map(sample -> sample.file()).filter(name::equals).findFirst();
    }

    /** Tells, on another thread, what is to be kept of the model; empty where there is none. */
    public void save(Consumer<Optional<SavedModel>> keeper) {
        session.save(keeper);
    }
}
