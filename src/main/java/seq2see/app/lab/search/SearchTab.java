package seq2see.app.lab.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import seq2see.app.lab.tab.LabDesk;
import seq2see.app.lab.tab.LabState;
import seq2see.app.lab.tab.LabTab;
import seq2see.app.lab.tab.TokenIds;
import seq2see.app.scrubber.Timeline;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Text;
import seq2see.app.view.search.BeamTreeView;
import seq2see.app.view.search.SearchLook;
import seq2see.app.view.search.SearchNumbersView;
import seq2see.app.view.search.SearchScene;
import seq2see.corpus.InputException;
import seq2see.search.LengthPenalty;
import seq2see.search.NextTokenModel;
import seq2see.search.ProbabilityTable;
import seq2see.search.SampleTable;
import seq2see.search.SearchComparison;
import seq2see.search.SearchSettings;
import seq2see.search.SearchTree;
import seq2see.trace.Moment;
import seq2see.training.SentenceSearch;
import seq2see.training.TrainingPlan;
import seq2see.training.TrainingSnapshot;

/** The search for the sentence's translation, or through a table typed by hand, as a tree that is stepped through. */
public final class SearchTab implements LabTab {
    /** Under what a scene keeps the chosen prefix and the one that is forced. */
    private static final String CHOSEN = "search-chosen";
    private static final String FORCED = "search-forced";
    /** How much of the width what stands beside the tree has, and how much at the least and most, in pixels at scale 1. */
    private static final double SIDE_PART = 0.27;
    private static final double LEAST_SIDE = 324;
    private static final double MOST_SIDE = 460;

    private final LabDesk desk;
    private final boolean leads;
    private final SearchControls controls;
    private final TrueBest exact;
    private final BeamTreeView tree;
    private final SearchNumbersView numbers;
    private final SearchedTable table;
    private final TableSearch tableSearch = new TableSearch(Platform::runLater);
    private final HBox cards;
    private final Region numbersCard;
    private final VBox node;
    private Optional<SearchComparison> search = Optional.empty();
    private List<String> tokens = List.of();
    private List<List<Integer>> references = List.of();
    private List<Integer> chosen = List.of();
    private List<Integer> forced = List.of();
    private Optional<SearchTree.Node> opened = Optional.empty();
    private final SearchedSentence sentence;
    /** The training step whose weights searched the sentence last. */
    private long searchedAt = -1;
    private TrainingPlan plan;
    private boolean setting;
    /** What was found before the penalty was moved; empty where something else has changed since. */
    private Optional<SearchComparison> beforePenalty = Optional.empty();
    /** The maximum length of a sentence's translation, where it was chosen beforehand. */
    private Optional<Integer> wantedLength = Optional.empty();

    /** @param leads whether the other views follow a hypothesis that is chosen here */
    public SearchTab(LabDesk desk, boolean leads) {
        this.desk = desk;
        this.leads = leads;
        exact = new TrueBest(this::searchExactly, this::refuse);
        sentence = new SearchedSentence(desk.session());
        table = new SearchedTable(desk, this::searchTable);
        controls = new SearchControls(this::take, () -> table.open(this::takeOpened), exact.node(), this::set);
        tree = new BeamTreeView(desk.appearance(), prefix -> choose(prefix.orElse(List.of())));
        numbers = new SearchNumbersView(desk.appearance());
        Node treeCard = desk.card(tree).node();
        numbersCard = desk.card(numbers).node();
        numbersCard.getStyleClass().add("search-numbers-card");
        cards = new HBox(treeCard, numbersCard);
        cards.getStyleClass().add("cards");
        cards.setMinHeight(0);
        HBox.setHgrow(treeCard, Priority.ALWAYS);
        VBox.setVgrow(cards, Priority.ALWAYS);
        node = new VBox(controls.node(), cards);
        node.getStyleClass().add("cards-below");
        node.setMinHeight(0);
        listen();
        nameSubject();
    }

    private void listen() {
        cards.widthProperty().subscribe(this::widen);
        controls.width.valueProperty().subscribe((before, now) -> set());
        controls.length.valueProperty().subscribe((before, now) -> set());
        controls.blockedNGramProperty().subscribe((before, now) -> set());
        controls.alpha.valueProperty().subscribe((before, now) -> setPenalty(now.doubleValue()));
        for (var shown : List.of(controls.fold.selectedProperty(), controls.everyKept.selectedProperty())) {
            shown.subscribe((before, now) -> desk.refresh().run());
        }
        controls.sought.textProperty().subscribe((before, now) -> desk.refresh().run());
        controls.sought.setOnAction(event -> seek());
        controls.edit.selectedProperty().subscribe((before, now) -> showEditor());
        controls.force.setOnAction(event -> force(chosen));
        controls.release.setOnAction(event -> force(List.of()));
        Text.follow(node, this::nameSubject);
        controls.edit.setVisible(false);
        desk.session().hypothesisProperty().subscribe(hypothesis -> {
            if (leads && !table.isPresent() && !hypothesis.equals(chosen)) {
                chosen = hypothesis;
                showForce();
                desk.refresh().run();
            }
        });
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public boolean aboutSentence() {
        return !table.isPresent();
    }

    @Override
    public Map<String, String> kept() {
        Map<String, String> kept = new TreeMap<>(table.kept());
        kept.putAll(controls.kept());
        kept.putAll(KeptTree.of(tree.look()));
        kept.put(CHOSEN, TokenIds.text(chosen));
        kept.put(FORCED, TokenIds.text(forced));
        return kept;
    }

    @Override
    public void restore(Map<String, String> kept) {
        begin(() -> table.restore(kept));
        // The sentence's model sets the maximum length first.
        desk.refresh().run();
        int known = table.isPresent() ? table.get().tokens().size() : plan == null ? 0 : plan.config().targetVocabulary();
        forced = TokenIds.parse(kept.get(FORCED), known);
        chosen = TokenIds.parse(kept.get(CHOSEN), known);
        controls.restore(kept);
        tree.look(KeptTree.look(kept, known));
        table.choose(chosen);
        showForce();
        set();
        if (!table.isPresent() && leads) {
            choose(chosen);
        }
    }

    @Override
    public Timeline timeline(LabState state) {
        if (search.isEmpty()) {
            return Timeline.EMPTY;
        }
        List<Moment> moments = Moment.ofSearch(search.get().tree().rounds().size());
        return new Timeline(moments, Map.of(), moments.size() - 1);
    }

    @Override
    public void show(LabState state) {
        if (!table.isPresent() && state.snapshot().isPresent()) {
            searchSentence(state.snapshot().get());
        }
        SearchLook look = new SearchLook(chosen.isEmpty() ? Optional.empty() : Optional.of(chosen), opened, controls.fold.isSelected(),
                controls.sought.getText().strip(), controls.everyKept.isSelected());
        SearchScene scene = search.map(found -> new SearchScene(search, tokens, state.moment().filter(now -> now.phase() == Moment.Phase.SEARCH),
                references, look)).orElse(SearchScene.EMPTY);
        tree.show(scene);
        numbers.show(scene);
        boolean over = scene.search().isPresent() && scene.moment().filter(now -> now.timeStep() > 0).isEmpty();
        controls.legend.tell(over);
        exact.offer(over && search.get().exact().isEmpty() && (table.isPresent() || leads));
    }

    /** Searches as somebody else chose. */
    public void search(SearchChoice choice) {
        wantedLength = choice.maximumLength();
        if (!choice.table().equals(table.sample())) {
            take(choice.table());
        }
        controls.everyKept.setSelected(false);
        setting = true;
        controls.block(0);
        controls.width.show(choice.width());
        controls.alpha.show(choice.alpha());
        controls.sampling.show(choice.sampling());
        choice.maximumLength().or(() -> Optional.ofNullable(plan).map(choice::length)).ifPresent(controls.length::show);
        setting = false;
        set();
    }

    /** Takes a worked example with the settings under which it shows its point, or the sentence. */
    private void take(Optional<SampleTable> wanted) {
        begin(() -> table.take(wanted));
        setting = true;
        wanted.ifPresent(one -> {
            controls.width.show(one.beamWidth());
            controls.length.show(one.maximumLength());
            controls.alpha.show(one.alpha());
        });
        controls.everyKept.setSelected(wanted.filter(SampleTable::everyKept).isPresent());
        controls.block(0);
        setting = false;
        set();
    }

    /** Takes a table that was opened from a file. */
    private void takeOpened() {
        begin(() -> { });
        setting = true;
        controls.length.show(Math.min(SearchControls.MOST_LENGTH, table.get().usualLength()));
        setting = false;
        set();
    }

    /** Forgets what was found in something else. */
    private void begin(Runnable change) {
        exact.cancel();
        tableSearch.forget();
        sentence.forget();
        search = Optional.empty();
        opened = Optional.empty();
        forced = List.of();
        if (leads) {
            desk.session().follow(List.of());
        }
        chosen = List.of();
        plan = null;
        change.run();
        table.choose(chosen);
        controls.edit.setVisible(table.isPresent());
        controls.edit.setSelected(false);
        controls.legend.say("");
        nameSubject();
        showForce();
    }

    private void nameSubject() {
        controls.name(table.title());
        search.ifPresent(found -> note());
    }

    /** What was found is ranked anew at once; then the search shows whether the penalty leads it elsewhere. */
    private void setPenalty(double alpha) {
        if (setting) {
            return;
        }
        Optional<SearchComparison> before = search;
        search = search.map(found -> found.ranked(new LengthPenalty(alpha)));
        set();
        beforePenalty = before;
        search.ifPresent(found -> note());
    }

    /** Something about the search itself was set. */
    private void set() {
        if (setting) {
            return;
        }
        exact.cancel();
        beforePenalty = Optional.empty();
        if (table.isPresent()) {
            searchTable();
        } else {
            desk.refresh().run();
        }
    }

    private void force(List<Integer> prefix) {
        forced = prefix;
        showForce();
        set();
    }

    /** Shows a prefix; where it is one of the sentence's, every other view follows it and stands at its last token. */
    private void choose(List<Integer> prefix) {
        chosen = prefix;
        table.choose(prefix);
        showForce();
        if (table.isPresent()) {
            openChosen();
        } else if (leads) {
            desk.session().follow(prefix);
            if (!prefix.isEmpty()) {
                String part = plan.config().hasAttention() ? "attentionWeights" : "token";
                desk.scrubber().prepare(new Moment(Moment.Phase.DECODER, prefix.size(), 0, "", part));
            }
        }
        desk.refresh().run();
    }

    /** What follows the chosen prefix in the table, where the search did not come by there. */
    private void openChosen() {
        opened = opening().flatMap(wanted -> table.after(wanted, search.orElseThrow().settings().lengthPenalty()));
    }

    /** To the next node with the token that is looked for. */
    private void seek() {
        desk.refresh().run();
        BeamTreeView.Found found = tree.seek();
        controls.legend.say(found.count() == 0 ? Text.of("search.seek.none") : Text.of("search.seek.found", found.number(), found.count()));
    }

    /** The chosen prefix where something may follow it and the search did not ask the model what. */
    private Optional<List<Integer>> opening() {
        boolean wanted = !chosen.isEmpty() && search.filter(found -> chosen.getLast() != found.tree().endToken() && chosen.size() < length()
                && found.tree().expansions().stream().noneMatch(node -> node.prefix().equals(chosen))).isPresent();
        return wanted ? Optional.of(chosen) : Optional.empty();
    }

    private void showForce() {
        controls.force.setVisible(!chosen.isEmpty() && !chosen.equals(forced));
        controls.release.setVisible(!forced.isEmpty());
    }

    private void showEditor() {
        cards.getChildren().set(1, controls.edit.isSelected() && table.isPresent() ? table.editor() : numbersCard);
        widen();
    }

    private void widen() {
        Region side = (Region) cards.getChildren().get(1);
        double scale = desk.appearance().scale();
        side.setPrefWidth(Math.clamp(SIDE_PART * cards.getWidth(), LEAST_SIDE * scale, MOST_SIDE * scale));
        side.setMaxWidth(Region.USE_PREF_SIZE);
    }

    /** What was found before stays until it is through. */
    private void searchTable() {
        ProbabilityTable model = table.get();
        List<Integer> beginning = forced.size() <= length() ? forced : List.of();
        SearchSettings settings = new SearchSettings(length(), new LengthPenalty(controls.alpha.value()), controls.blockedNGramProperty().get(), beginning);
        tableSearch.begin(model, settings, controls.width(), controls.sampling.settings(), found -> {
            exact.cancel();
            take(found, model.tokens(), List.of());
            openChosen();
            desk.refresh().run();
        }, problem -> {
            refuse(problem);
            desk.refresh().run();
        });
    }

    private void refuse(InputException problem) {
        controls.legend.say(problem.text(Text.language().locale()));
    }

    private int length() {
        return controls.length();
    }

    /** Asks for the search of the sentence where it is another one, or the model has learnt since; takes what has come. */
    private void searchSentence(TrainingSnapshot snapshot) {
        if (snapshot.plan() != plan) {
            plan = snapshot.plan();
            forced = List.of();
            chosen = List.of();
            setting = true;
            controls.length.show(wantedLength.orElse(Math.min(SearchControls.MOST_LENGTH, plan.config().maximumLength())));
            setting = false;
        }
        boolean dropped = sentence.hasLearntSince(snapshot) && exact.cancel();
        SentenceSearch.Question question = question();
        Optional<SentenceSearch> found = sentence.look(question, snapshot);
        if (found.isPresent()) {
            if (!sentence.isKept(question)) {
                take(found.get());
            }
            opened = found.get().opened();
            desk.refresh().run();
        }
        if (dropped) {
            controls.legend.say(Text.of("search.exact.dropped"));
        }
    }

    private SentenceSearch.Question question() {
        return new SentenceSearch.Question(desk.session().sentenceProperty().get(), controls.width(), controls.alpha.value(), length(),
                controls.blockedNGramProperty().get(), forced, opening().orElse(List.of()), controls.sampling.settings());
    }

    private void take(SentenceSearch found) {
        if (found.trainingStep() != searchedAt) {
            beforePenalty = Optional.empty();
        }
        searchedAt = found.trainingStep();
        take(found.search(), found.tokens(), found.references());
    }

    /**
     * Looks for the true best up to a budget. Meanwhile the training rests, and the sentence is searched anew by the weights
     * at which it rests: all that is compared is to be of the same.
     */
    private void searchExactly() {
        if (search.isEmpty()) {
            return;
        }
        if (table.isPresent()) {
            prove(search.get(), table::get);
            return;
        }
        SentenceSearch.Question question = question();
        desk.session().pause();
        desk.session().search(question);
        desk.session().lendAtRest(model -> {
            SentenceSearch now = desk.session().latestSearch();
            if (now != null && !table.isPresent() && now.question().equals(question()) && now.trainingStep() == model.trainingStep()) {
                sentence.keep(question, model);
                take(now);
                desk.refresh().run();
                prove(now.search(), () -> model.reading(question.source()));
            }
        });
    }

    private void prove(SearchComparison wanted, Supplier<NextTokenModel> model) {
        exact.begin(wanted, model, proved -> {
            if (search.filter(now -> now == wanted).isPresent()) {
                take(proved, tokens, references);
                if (proved.exact().isEmpty()) {
                    controls.legend.say(Text.of("search.exact.unproven", Numbers.count(TrueBest.BUDGET)));
                }
                desk.refresh().run();
            }
        });
    }

    private void take(SearchComparison found, List<String> names, List<List<Integer>> right) {
        search = Optional.of(found);
        tokens = names;
        references = right;
        if (chosen.stream().anyMatch(id -> id >= names.size())) {
            chosen = List.of();
        }
        note();
    }

    /** Which output wins under which penalty; and where only the penalty was moved, what that changed. */
    private void note() {
        SearchComparison now = search.orElseThrow();
        controls.legend.show(now, tokens);
        controls.legend.say(beforePenalty.map(before -> Text.of(before.tree().samePaths(now.tree()) ? "search.onlyRanking" : "search.otherPaths")).orElse(""));
    }
}
