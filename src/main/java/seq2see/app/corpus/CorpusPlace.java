package seq2see.app.corpus;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import seq2see.app.control.Deadline;
import seq2see.app.control.FileChoice;
import seq2see.app.control.FileSaver;
import seq2see.app.control.Parts;
import seq2see.app.corpus.CorpusDraft.Step;
import seq2see.app.session.CorpusRecipe;
import seq2see.app.session.OpenedCorpus;
import seq2see.app.theme.Appearance;
import seq2see.app.theme.Text;
import seq2see.corpus.InputException;
import seq2see.corpus.reading.ReportTable;

/** The place where a person brings a corpus of their own, sees what became of it, and trains on it. */
public final class CorpusPlace {
    private final CorpusDraft draft = new CorpusDraft();
    private final FileChoice files;
    private final FileSaver saver;
    private final RecentCorpora recent;
    private final FileStep fileStep;
    private final Consumer<OpenedCorpus> train;
    private final Map<Step, Node> steps;
    private final StackPane stage = new StackPane();
    private final Label problem = new Label();
    private final HBox problemBar;
    private final ProgressBar progress = new ProgressBar();
    private final Button back = Parts.button("fth-chevron-left", "wizard.back", draft::back);
    private final Button next = Parts.button("fth-arrow-right", "wizard.next", this::goOn);
    private final Button cancel = Parts.button("fth-x", "wizard.cancel", this::cancel);
    private final Button save = Parts.button("fth-download", "wizard.report.save", this::saveReport);
    private final VBox node;

    /**
     * @param remembered where the corpora that were prepared are remembered
     * @param train      begins to train on the corpus when it is ready
     */
    public CorpusPlace(Appearance appearance, FileChoice files, Path remembered, Consumer<OpenedCorpus> train) {
        this.files = files;
        recent = new RecentCorpora(remembered);
        this.train = train;
        saver = new FileSaver(refused -> Platform.runLater(() -> showProblem(refused)));
        CorpusPictures pictures = new CorpusPictures(appearance, files, saver);
        draft.estimateProperty().subscribe(pictures::show);
        fileStep = new FileStep(draft, this::choose, recent);
        steps = Map.of(Step.FILE, fileStep.node(), Step.COLUMNS, new ColumnsStep(draft).node(),
                Step.WORDS, new WordsStep(draft).node(), Step.LIMITS, new LimitsStep(draft, files::corpora).node(), Step.REPORT, new ReportStep(draft, pictures).node());
        back.setId("wizard-back");
        next.setId("wizard-next");
        next.getStyleClass().add("primary-button");
        cancel.setId("wizard-cancel");
        save.setId("wizard-save-report");
        progress.setId("wizard-progress");
        progress.getStyleClass().add("training-progress");
        progress.progressProperty().bind(draft.work().progressProperty());
        Node way = new StepBar(draft).node();
        HBox.setHgrow(way, Priority.ALWAYS);
        HBox head = new HBox(way, progress, save, cancel, back, next);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().addAll("page-head", "wizard-head");
        problem.setId("wizard-problem");
        problem.setWrapText(true);
        HBox.setHgrow(problem, Priority.ALWAYS);
        problem.setMaxWidth(Double.MAX_VALUE);
        problemBar = new HBox(Parts.icon("fth-x-circle"), problem);
        problemBar.setId("wizard-problem-bar");
        problemBar.setAlignment(Pos.CENTER_LEFT);
        problemBar.getStyleClass().add("problem-bar");
        problemBar.setMinHeight(Region.USE_PREF_SIZE);
        VBox.setVgrow(stage, Priority.ALWAYS);
        stage.setMinHeight(0);
        node = new VBox(head, problemBar, stage);
        node.getStyleClass().add("lab-page");
        draft.stepProperty().subscribe(this::show);
        draft.work().busyProperty().subscribe(this::show);
        draft.inspectionProperty().subscribe(this::show);
        draft.preparedProperty().subscribe(ready -> {
            if (ready != null) {
                CorpusRecipe.parse(ready.opened().id()).ifPresent(recent::add);
            }
            show();
        });
        draft.work().problemProperty().subscribe(this::showProblem);
        Text.follow(node, () -> {
            pictures.show(draft.estimateProperty().get());
            show();
            showProblem(draft.work().problemProperty().get());
        });
    }

    public Node page() {
        return node;
    }

    /** Begins with one file, or two whose lines belong together. */
    public void open(List<Path> chosen) {
        draft.begin(chosen);
    }

    /**
     * Asks for a file, or two, and begins with them.
     *
     * @return whether a person chose any
     */
    public boolean choose() {
        List<Path> chosen = files.corpora();
        if (!chosen.isEmpty()) {
            open(chosen);
        }
        return !chosen.isEmpty();
    }

    private void show() {
        Step step = draft.stepProperty().get();
        boolean busy = draft.work().busyProperty().get();
        stage.getChildren().setAll(steps.get(step));
        showWhere(progress, busy);
        showWhere(back, step != Step.FILE);
        showWhere(cancel, step != Step.FILE);
        showWhere(next, step != Step.FILE || draft.inspectionProperty().get() != null);
        showWhere(save, step == Step.REPORT);
        next.setDisable(busy || draft.inspectionProperty().get() == null);
        next.textProperty().unbind();
        PreparedCorpus prepared = draft.preparedProperty().get();
        next.setText(step == Step.REPORT && prepared != null ? Text.of("wizard.train", prepared.corpus().pairs().size())
                : Text.of("wizard.next." + step.name().toLowerCase(Locale.ROOT)));
    }

    private static void showWhere(Node part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }

    private void showProblem(InputException refused) {
        showWhere(problemBar, refused != null);
        problem.setText(refused == null ? "" : refused.text(Text.language().locale()));
    }

    private void goOn() {
        if (draft.isPrepared()) {
            train.accept(draft.preparedProperty().get().opened());
        } else {
            draft.next();
        }
    }

    /** Stops what is being read; where nothing is, leaves the way. What is being trained goes on either way. */
    private void cancel() {
        if (draft.work().busyProperty().get()) {
            draft.work().stop();
        } else {
            draft.cancel();
        }
    }

    private void saveReport() {
        PreparedCorpus ready = draft.preparedProperty().get();
        files.report(ready.corpus().name().replaceAll("[^\\p{L}\\p{N}._-]+", "-") + "-report.tsv")
                .ifPresent(file -> saveReport(ready, file));
    }

    private void saveReport(PreparedCorpus ready, Path file) {
        if (draft.choices().reads(file)) {
            draft.work().tell(new InputException("output.isCorpus", file));
        } else {
            saver.save(file, stream -> ReportTable.write(ready.corpus().report(), stream));
        }
    }

    /** Waits until what a person saved is written, but not for ever. */
    public void close(Deadline deadline) {
        fileStep.close();
        draft.close();
        recent.close(deadline);
        saver.close(deadline);
    }
}
