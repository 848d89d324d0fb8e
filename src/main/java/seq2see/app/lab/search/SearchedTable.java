package seq2see.app.lab.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.application.Platform;
import javafx.scene.Node;
import seq2see.app.lab.tab.LabDesk;
import seq2see.app.theme.Text;
import seq2see.corpus.InputException;
import seq2see.search.LengthPenalty;
import seq2see.search.ProbabilityTable;
import seq2see.search.ProbabilityTableFile;
import seq2see.search.SampleTable;
import seq2see.search.SearchTree;
import seq2see.search.UnknownPrefixException;

/** The table that is searched instead of the sentence: a worked example or one from a file, as somebody edited it. */
final class SearchedTable {
    /** Under what a scene keeps it. */
    private static final String SAMPLE = "search-sample";
    private static final String NAME = "search-table-name";
    private static final String ROWS = "search-table";

    private final LabDesk desk;
    private final TableEditor editor;
    private Optional<SampleTable> sample = Optional.empty();
    private Optional<ProbabilityTable> table = Optional.empty();

    /** @param edited hears that the table was changed */
    SearchedTable(LabDesk desk, Runnable edited) {
        this.desk = desk;
        editor = new TableEditor(changed -> {
            table = Optional.of(changed);
            edited.run();
        }, this::save);
    }

    boolean isPresent() {
        return table.isPresent();
    }

    ProbabilityTable get() {
        return table.orElseThrow();
    }

    /** The worked example that it is; empty for a file's, and for none. */
    Optional<SampleTable> sample() {
        return sample;
    }

    Node editor() {
        editor.show(get());
        return editor.node();
    }

    /** The prefix that a new row would be for. */
    void choose(List<Integer> prefix) {
        editor.choose(prefix);
    }

    /** What it is called; the sentence, where there is none. */
    String title() {
        return sample.map(one -> one.titles().getOrDefault(Text.language().code(), one.file()))
                .or(() -> table.map(own -> lastPart(own.name()))).orElseGet(() -> Text.of("search.sentence"));
    }

    /** Of a file's path on whatever system the table was opened: a scene may come from another. */
    static String lastPart(String path) {
        String last = path.substring(1 + Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')));
        return last.isEmpty() ? path : last;
    }

    /** The table as it was edited, for a scene to keep; nothing where there is none. */
    Map<String, String> kept() {
        Map<String, String> kept = new TreeMap<>();
        sample.ifPresent(one -> kept.put(SAMPLE, one.file()));
        table.ifPresent(now -> {
            kept.put(NAME, now.name());
            kept.put(ROWS, ProbabilityTableFile.text(now));
        });
        return kept;
    }

    /** Takes the table that a scene kept, or none; one that is none is passed over. */
    void restore(Map<String, String> kept) {
        sample = SampleTable.all().stream().filter(one -> one.file().equals(kept.get(SAMPLE))).findFirst();
        table = sample.map(SampleTable::read);
        if (kept.containsKey(ROWS)) {
            try {
                table = Optional.of(ProbabilityTableFile.parse(kept.getOrDefault(NAME, ""), kept.get(ROWS)));
            } catch (InputException refused) {
                desk.session().tell(refused);
            }
        }
    }

    /** Takes a worked example, or none. */
    void take(Optional<SampleTable> wanted) {
        sample = wanted;
        table = wanted.map(SampleTable::read);
    }

    /** Asks for a file and reads it beside the window. What is no table is explained, and the one before stays. */
    void open(Runnable taken) {
        desk.files().tableToOpen().ifPresent(file -> Thread.ofVirtual().start(() -> {
            try {
                ProbabilityTable read = ProbabilityTableFile.read(file);
                Platform.runLater(() -> {
                    desk.session().dismissProblem();
                    sample = Optional.empty();
                    table = Optional.of(read);
                    taken.run();
                });
            } catch (InputException refused) {
                Platform.runLater(() -> desk.session().tell(refused));
            }
        }));
    }

    private void save() {
        ProbabilityTable saved = get();
        desk.files().table("table").ifPresent(file -> desk.saver().save(file, stream -> ProbabilityTableFile.write(saved, stream)));
    }

    /** What follows a prefix; empty where the table has no row for it. */
    Optional<SearchTree.Node> after(List<Integer> prefix, LengthPenalty penalty) {
        try {
            return Optional.of(SearchTree.after(get(), get().begin(0), prefix, penalty));
        } catch (UnknownPrefixException noRow) {
            return Optional.empty();
        }
    }
}
