package seq2see.app.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import seq2see.app.control.Parts;
import seq2see.app.control.ValueSlider;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Text;
import seq2see.app.view.ChoiceRow;
import seq2see.corpus.CorpusProfile;
import seq2see.corpus.Direction;
import seq2see.corpus.EncodedPair;
import seq2see.corpus.PairCodec;
import seq2see.corpus.Preparation;
import seq2see.corpus.SentencePair;
import seq2see.corpus.SourceNoise;
import seq2see.corpus.SplitShares;
import seq2see.corpus.Vocabulary;

/** What a model is fed: limits, directions, noise and the split, shown on real lines. */
final class LimitsStep {
    private final CorpusDraft draft;
    private final Supplier<List<Path>> choose;
    private final ValueSlider longest = new ValueSlider("wizard.limits.longest", "accent", LimitsStep::count, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000);
    private final ValueSlider vocabulary = new ValueSlider("wizard.limits.vocabulary", "accent", LimitsStep::count,
            100, 200, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000);
    private final ChoiceRow<Boolean> directions = new ChoiceRow<>("wizard.limits.directions", List.of(false, true), false,
            both -> Text.binding(both ? "wizard.limits.both" : "wizard.limits.one"));
    private final ValueSlider drop = chance("wizard.noise.drop");
    private final ValueSlider swap = chance("wizard.noise.swap");
    private final ValueSlider unknown = chance("wizard.noise.unknown");
    private final ValueSlider validation = chance("wizard.split.validation");
    private final ValueSlider test = chance("wizard.split.test");
    private final HBox validationFile = fileRow();
    private final HBox testFile = fileRow();
    private final Label figures = new Label();
    private final PreviewTable lines = new PreviewTable("wizard-fed");
    private final HBox node;
    private boolean showing;

    /** @param choose asks a person for one file or two; gives none where they changed their mind */
    LimitsStep(CorpusDraft draft, Supplier<List<Path>> choose) {
        this.draft = draft;
        this.choose = choose;
        directions.setId("wizard-directions");
        figures.setId("wizard-figures");
        figures.setWrapText(true);
        figures.setMinHeight(Region.USE_PREF_SIZE);
        figures.getStyleClass().addAll("small", "muted", "wizard-figures");
        List<ValueSlider> sliders = List.of(longest, vocabulary, drop, swap, unknown, validation, test);
        sliders.forEach(slider -> slider.valueProperty().subscribe((before, now) -> take()));
        directions.valueProperty().subscribe((before, now) -> take());
        List<Node> form = List.of(Parts.label("wizard.limits.title", "heading"), longest, vocabulary,
                Parts.label("wizard.limits.directions", "heading"), directions, FileStep.wrapped("wizard.limits.directions.words", "small", "muted"),
                Parts.label("wizard.noise.title", "heading"), FileStep.wrapped("wizard.noise.words", "small", "muted"), drop, swap, unknown,
                Parts.label("wizard.split.title", "heading"), FileStep.wrapped("wizard.split.words", "small", "muted"),
                validation, validationFile, test, testFile);
        node = PreviewTable.page(lines, form, figures);
        draft.previewProperty().subscribe(this::show);
        Text.follow(node, () -> show(draft.previewProperty().get()));
    }

    private static ValueSlider chance(String key) {
        return new ValueSlider(key, "accent", share -> Text.of("settings.percent", Math.round(100 * share)), 0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5);
    }

    private static String count(double value) {
        return Numbers.count(Math.round(value));
    }

    private static HBox fileRow() {
        HBox row = new HBox();
        row.getStyleClass().add("choice-setting");
        return row;
    }

    Node node() {
        return node;
    }

    private void take() {
        if (showing) {
            return;
        }
        CorpusChoices before = draft.choices();
        // A share that leaves too little gives way to the one that was moved.
        double test = Math.min(this.test.value(), SplitShares.SHARE.most() - validation.value());
        Preparation preparation = before.preparation().withLargestVocabulary((int) vocabulary.value())
                .withBothDirections(directions.valueProperty().get()).with(new SplitShares(validation.value(), test));
        draft.choose(before.with(before.rules().withLongestSide((int) longest.value())).with(preparation)
                .with(new SourceNoise(drop.value(), swap.value(), unknown.value())));
    }

    private void show(CorpusPreview preview) {
        if (preview == null) {
            return;
        }
        CorpusChoices choices = draft.choices();
        showing = true;
        longest.show(choices.rules().longestSide());
        vocabulary.show(choices.preparation().largestVocabulary());
        directions.valueProperty().set(choices.preparation().bothDirections());
        drop.show(choices.noise().drop());
        swap.show(choices.noise().swap());
        unknown.show(choices.noise().unknown());
        validation.show(choices.preparation().shares().validation());
        test.show(choices.preparation().shares().test());
        showing = false;
        showFile(validationFile, validation, "validation", choices.validation(), files -> draft.choose(draft.choices().withValidation(files)));
        showFile(testFile, test, "test", choices.test(), files -> draft.choose(draft.choices().withTest(files)));
        showFigures(preview.profile());
        showLines(preview);
    }

    /** Where a part comes in a file of its own, its name; else a button that asks for one. */
    private void showFile(HBox row, ValueSlider share, String part, List<Path> files, Consumer<List<Path>> take) {
        share.setDisable(!files.isEmpty());
        Button button = files.isEmpty() ? Parts.button("fth-folder", "wizard.split.file", () -> {
            List<Path> chosen = choose.get();
            if (!chosen.isEmpty() && draft.areOneOrTwo(chosen)) {
                take.accept(chosen);
            }
        }) : Parts.iconButton("fth-x", "wizard.split.nofile", () -> take.accept(List.of()));
        button.setId("wizard-" + part + "-file");
        Label name = new Label(String.join(" + ", files.stream().map(file -> String.valueOf(file.getFileName())).toList()));
        name.getStyleClass().addAll("small", "figure");
        row.getChildren().setAll(name, Parts.spring(), button);
    }

    private void showFigures(CorpusProfile profile) {
        figures.setText(TrainingEstimate.unbroken(Text.of("wizard.limits.figures", profile.training(), profile.validation(), profile.test(),
                profile.codec().sourceVocabulary().size(), profile.codec().targetVocabulary().size(),
                Numbers.fixed(100 * profile.unknownSource(), 1), Numbers.fixed(100 * profile.unknownTarget(), 1))
                + (profile.shared() > 0 ? " " + Text.of("wizard.limits.shared", profile.shared()) : "")));
    }

    private void showLines(CorpusPreview preview) {
        PairCodec codec = preview.profile().codec();
        SourceNoise noise = preview.choices().noise();
        lines.begin();
        int place = 0;
        for (SentencePair pair : preview.lines()) {
            lines.add(pair.line(), source(pair.source(), codec, noise, place++), target(pair.target(), codec));
            if (codec.bothDirections()) {
                PairCodec reverse = codec.towards(Direction.REVERSE);
                lines.add(pair.line(), source(pair.target(), reverse, noise, place++), target(pair.source(), reverse));
            }
        }
    }

    private static Node source(String text, PairCodec codec, SourceNoise noise, int place) {
        List<String> tokens = codec.sourceTokens(text);
        VBox side = new VBox(TokenChips.of(tokens, token -> isUnknown(token, codec.sourceVocabulary())));
        side.getStyleClass().add("token-side");
        if (!noise.equals(SourceNoise.NONE)) {
            Label epoch = new Label(Text.of("wizard.noise.epoch"));
            epoch.getStyleClass().addAll("least", "muted");
            side.getChildren().addAll(epoch, TokenChips.of(noisy(tokens, noise, codec.bothDirections() ? 1 : 0, place),
                    token -> isUnknown(token, codec.sourceVocabulary())));
        }
        return side;
    }

    /** The tokens as an epoch may have them: which of them change there, also follows from the seed and the place among all that trains. */
    private static List<String> noisy(List<String> tokens, SourceNoise noise, int marks, int place) {
        int[] places = IntStream.range(0, tokens.size()).map(i -> i == tokens.size() - 1 ? Vocabulary.EOS : Vocabulary.SPECIAL_COUNT + i).toArray();
        int[] changed = noise.on(new EncodedPair(places, new int[0], null), marks, 1, 1, place).source();
        return Arrays.stream(changed).mapToObj(id -> id == Vocabulary.UNK ? "<unk>" : id == Vocabulary.EOS ? tokens.getLast()
                : tokens.get(id - Vocabulary.SPECIAL_COUNT)).toList();
    }

    private static Node target(String text, PairCodec codec) {
        List<String> tokens = new ArrayList<>(codec.targetTokenizer().tokenize(codec.normalisation().of(text)));
        tokens.add(codec.targetVocabulary().token(Vocabulary.EOS));
        return TokenChips.of(tokens, token -> isUnknown(token, codec.targetVocabulary()));
    }

    private static boolean isUnknown(String token, Vocabulary vocabulary) {
        return vocabulary.id(token) == Vocabulary.UNK && !token.equals(vocabulary.token(Vocabulary.EOS));
    }
}
