package seq2see.app.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import seq2see.app.control.Parts;
import seq2see.app.corpus.PreparedCorpus.Found;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Text;
import seq2see.app.view.ChoiceRow;
import seq2see.corpus.ReadingReport;
import seq2see.corpus.ReadingReport.Problem;
import seq2see.corpus.ReadingReport.Reason;
import seq2see.corpus.ReadingReport.Repairs;
import seq2see.corpus.reading.ReportTable;
import seq2see.corpus.reading.ScreeningRules;
import seq2see.corpus.reading.ScreeningRules.Treatment;

/** What became of every line, by rules that can be switched; and what training would see. */
final class ReportStep {
    private static final Found NONE = new Found(0, List.of());

    private final CorpusDraft draft;
    private final VBox summary = new VBox();
    private final VBox rules = new VBox();
    private final VBox side;
    private final CorpusPictures pictures;
    private final HBox node;

    ReportStep(CorpusDraft draft, CorpusPictures pictures) {
        this.draft = draft;
        this.pictures = pictures;
        summary.getStyleClass().addAll("card", "report-summary");
        rules.getStyleClass().addAll("card", "report-rules");
        VBox content = new VBox(summary, rules);
        content.getStyleClass().add("wizard-column");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinWidth(0);
        scroll.getStyleClass().addAll("edge-to-edge", "wizard-scroll");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        side = new VBox(pictures.nodes());
        side.getStyleClass().add("report-side");
        node = new HBox(scroll, side);
        node.getStyleClass().add("wizard-step");
        draft.preparedProperty().subscribe(prepared -> show());
        Text.follow(node, this::show);
    }

    Node node() {
        return node;
    }

    private void show() {
        PreparedCorpus prepared = draft.preparedProperty().get();
        if (prepared == null) {
            return;
        }
        ReadingReport report = prepared.corpus().report();
        showSummary(prepared, report);
        rules.getChildren().setAll(Parts.label("wizard.report.rules", "heading"), FileStep.wrapped("wizard.report.rules.words", "small", "muted"));
        int most = Math.max(1, Arrays.stream(Reason.values()).mapToInt(reason -> count(prepared, reason)).max().orElse(1));
        Arrays.stream(Reason.values()).filter(reason -> ScreeningRules.SWITCHABLE.contains(reason) || count(prepared, reason) > 0)
                .sorted(Comparator.comparing(reason -> -count(prepared, reason)))
                .forEach(reason -> rules.getChildren().add(rule(prepared, reason, most)));
        pictures.showProfile(prepared.profile(), prepared.opened().preparation().largestVocabulary());
    }

    private static Found found(PreparedCorpus prepared, Reason reason) {
        return prepared.leftOut().getOrDefault(reason, prepared.noted().getOrDefault(reason, NONE));
    }

    private static int count(PreparedCorpus prepared, Reason reason) {
        return found(prepared, reason).count();
    }

    private void showSummary(PreparedCorpus prepared, ReadingReport report) {
        long out = report.pairsRead() - report.pairsKept();
        Label name = new Label(prepared.corpus().name());
        name.getStyleClass().addAll("figure", "heading-figure");
        Label how = new Label(report.encoding() + " · " + report.format());
        how.getStyleClass().addAll("small", "muted");
        HBox head = new HBox(name, how);
        head.getStyleClass().add("wizard-row");
        head.setAlignment(Pos.BASELINE_LEFT);
        Label kept = new Label(Numbers.count(report.pairsKept()));
        kept.setId("report-kept");
        kept.getStyleClass().addAll("big-figure", "semi-bold");
        Label of = new Label(Text.of("wizard.report.kept", report.pairsRead()));
        Label leftOut = new Label(Text.of("wizard.report.leftout", out));
        leftOut.setId("report-left-out");
        HBox figures = new HBox(kept, of, Parts.spring(), leftOut);
        figures.getStyleClass().add("wizard-row");
        figures.setAlignment(Pos.BASELINE_LEFT);
        summary.getChildren().setAll(head, figures, bar(report.pairsKept(), out), small(Text.of("wizard.report.split", prepared.profile().training(),
                prepared.profile().validation(), prepared.profile().test())), small(mended(report.repairs())));
        if (prepared.profile().distinct() < report.pairsKept()) {
            Label distinct = small(Text.of("wizard.report.distinct", prepared.profile().distinct()));
            distinct.setId("report-distinct");
            summary.getChildren().add(distinct);
        }
    }

    private static Label small(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().addAll("small", "muted");
        return label;
    }

    /** One bar for all records: those kept in the text's colour, those left out in the warning's. */
    private static Node bar(long kept, long out) {
        Region used = new Region();
        used.getStyleClass().add("kept-bar");
        Region left = new Region();
        left.getStyleClass().add("left-bar");
        HBox bar = new HBox(used, left);
        bar.getStyleClass().add("whole-bar");
        left.setVisible(out > 0);
        bar.widthProperty().subscribe(width -> {
            double share = out == 0 ? 0 : Math.max(0.004, (double) out / (kept + out));
            left.setPrefWidth(width.doubleValue() * share);
            left.setMinWidth(width.doubleValue() * share);
            used.setPrefWidth(width.doubleValue() * (1 - share));
        });
        return bar;
    }

    private static String mended(Repairs repairs) {
        if (repairs.equals(Repairs.NONE)) {
            return Text.of("wizard.report.nothing.mended");
        }
        List<String> parts = new ArrayList<>();
        addMended(parts, "spaces", repairs.spacesAtEnds());
        addMended(parts, "breaks", repairs.lineBreaks());
        addMended(parts, "markup", repairs.markup());
        addMended(parts, "blank", repairs.blankLines());
        addMended(parts, "header", repairs.headerLines());
        addMended(parts, "marks", repairs.byteOrderMarks());
        return Text.of("wizard.report.mended", String.join(" · ", parts));
    }

    private static void addMended(List<String> parts, String what, long count) {
        if (count > 0) {
            parts.add(Text.of("wizard.mended." + what, count));
        }
    }

    private Node rule(PreparedCorpus prepared, Reason reason, int most) {
        boolean out = prepared.leftOut().containsKey(reason);
        int count = count(prepared, reason);
        Label name = new Label(words(reason));
        name.getStyleClass().addAll("control", "rule-name");
        Label figure = Parts.figure("small", "rule-count");
        figure.setId("count-" + reason.label());
        figure.setText(Numbers.count(count));
        HBox head = row(name, figure);
        VBox rule = new VBox(head);
        rule.getStyleClass().add("rule");
        HBox last = head;
        if (count > 0) {
            head.getChildren().addAll(bar(out, count, most), Parts.spring(), showAll(rule, reason, found(prepared, reason).first()));
            Label example = new Label(told(found(prepared, reason).first().getFirst()));
            example.getStyleClass().addAll("mono", "small", "example-line");
            example.setMinWidth(0);
            last = row(example);
            rule.getChildren().add(last);
        }
        if (ScreeningRules.SWITCHABLE.contains(reason)) {
            last.getChildren().addAll(Parts.spring(), treatment(reason));
        }
        return rule;
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("wizard-row");
        return row;
    }

    private static String words(Reason reason) {
        return Text.of("wizard.reason." + reason.name().toLowerCase(Locale.ROOT).replace("_", ""));
    }

    private static Node bar(boolean out, int count, int most) {
        Region bar = new Region();
        bar.getStyleClass().add(out ? "count-bar" : "note-bar");
        bar.setMinWidth(Math.max(2, 110.0 * count / most));
        HBox place = new HBox(bar);
        place.getStyleClass().add("bar-place");
        place.setAlignment(Pos.CENTER_LEFT);
        return place;
    }

    private static Node showAll(VBox rule, Reason reason, List<Problem> found) {
        Hyperlink showAll = new Hyperlink(Text.of("wizard.report.all"));
        showAll.setId("show-" + reason.label());
        showAll.getStyleClass().addAll("small", "show-all");
        showAll.setMinWidth(Region.USE_PREF_SIZE);
        showAll.setOnAction(event -> {
            if (rule.getChildren().getLast() instanceof ListView<?> list) {
                rule.getChildren().remove(list);
            } else {
                rule.getChildren().add(list(found));
            }
        });
        return showAll;
    }

    private static ListView<String> list(List<Problem> problems) {
        ListView<String> list = new ListView<>();
        list.getItems().setAll(problems.stream().map(ReportStep::told).toList());
        list.getStyleClass().addAll("mono", "small", "problem-list");
        return list;
    }

    private static String told(Problem problem) {
        String first = problem.firstLine() == 0 ? "" : "  — " + Text.of("wizard.report.first", problem.firstLine());
        return Text.of("wizard.report.line", problem.line()) + "   " + ReportTable.shown(problem.excerpt()) + first;
    }

    private Node treatment(Reason reason) {
        ChoiceRow<Treatment> choice = new ChoiceRow<>("wizard.reason." + reason.name().toLowerCase(Locale.ROOT).replace("_", ""),
                List.of(Treatment.values()), draft.choices().rules().treatments().get(reason),
                one -> Text.binding("wizard.treatment." + one.name().toLowerCase(Locale.ROOT).replace("_", "")));
        choice.setId("treat-" + reason.label());
        choice.getStyleClass().add("fitted");
        choice.getChildren().forEach(one -> ((Region) one).setMinWidth(Region.USE_PREF_SIZE));
        choice.valueProperty().subscribe((before, now) -> draft.choose(draft.choices().with(draft.choices().rules().with(reason, now))));
        return choice;
    }
}
