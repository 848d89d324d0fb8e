package seq2see.app.view.search;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import seq2see.app.drawing.Drawing;
import seq2see.app.drawing.Mark;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.TextStyle;
import seq2see.app.drawing.TokenText;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Role;
import seq2see.app.view.RenderInput;
import seq2see.model.Seq2Seq;
import seq2see.search.LengthPenalty;
import seq2see.search.Samples;
import seq2see.search.SearchComparison;
import seq2see.search.SearchSettings;
import seq2see.search.SearchTree;
import seq2see.search.SearchTree.Candidate;
import seq2see.search.SearchTree.Fate;
import seq2see.search.SearchTree.Node;
import seq2see.search.Seq2SeqModel;
import seq2see.tensor.Kernels;
import seq2see.tensor.Tape;
import seq2see.trace.Moment;
import seq2see.training.SavedModel;

/**
 * What the search views show. Nothing later than the moment is drawn.
 *
 * @param search     the search; empty while there is none
 * @param tokens     by id
 * @param moment     what is now; empty for the end
 * @param references token ids of right outputs, the end included; empty where nothing says what is right
 */
public record SearchScene(Optional<SearchComparison> search, List<String> tokens, Optional<Moment> moment, List<List<Integer>> references,
                          SearchLook look) {
    public static final SearchScene EMPTY = new SearchScene(Optional.empty(), List.of(), Optional.empty(), List.of(), SearchLook.PLAIN);

    /** Of a search that is drawn into a file: the beam's width, and how far the exact search may go. */
    private static final int DRAWN_WIDTH = 4;
    private static final int DRAWN_EXPANSIONS = 20_000;
    private static final double NUMBERS_WIDTH = 300;
    private static final double NUMBERS_GAP = 28;
    private static final double LINE = 18;
    private static final double LEAST_TREE_WIDTH = 460;

    /** How far a decoder step has come at the moment. */
    enum Stage { HIDDEN, EXPANDED, SCORED, KEPT }

    /** A search by itself, at a moment. */
    public static SearchScene of(SearchComparison search, List<String> tokens, Optional<Moment> moment) {
        return new SearchScene(Optional.of(search), tokens, moment, List.of(), SearchLook.PLAIN);
    }

    /** A model's search for the translation of a sentence, for a file. */
    static SearchScene of(RenderInput input) {
        if (input.model().isEmpty() || input.trace().isEmpty()) {
            return EMPTY;
        }
        SavedModel saved = input.model().get();
        int[] ids = input.trace().get().source().ids().stream().mapToInt(Integer::intValue).toArray();
        Seq2SeqModel model = new Seq2SeqModel(new Seq2Seq(saved.parameters()), Tape.forwardOnly(Kernels.best()), ids, new int[] {ids.length});
        SearchComparison search = SearchComparison.of(model, model.begin(0), new SearchSettings(saved.config().maximumLength(), LengthPenalty.USUAL),
                DRAWN_WIDTH, DRAWN_EXPANSIONS);
        return of(search, saved.codec().targetVocabulary().tokens(), input.moment());
    }

    /** The moments of that search. */
    public static List<Moment> moments(RenderInput input) {
        return of(input).search().map(search -> Moment.ofSearch(search.tree().rounds().size())).orElse(List.of());
    }

    /** The tree, and where there is room for them its numbers beside it. */
    public static Picture still(Sheet sheet, RenderInput input) {
        return still(sheet, of(input));
    }

    static Picture still(Sheet sheet, SearchScene scene) {
        if (scene.search().isEmpty()) {
            return BeamTreePicture.empty(sheet);
        }
        boolean beside = sheet.width() >= NUMBERS_WIDTH + LEAST_TREE_WIDTH;
        Sheet left = sheet.sized(beside ? sheet.width() - NUMBERS_WIDTH - NUMBERS_GAP : sheet.width(), sheet.height());
        Picture tree = stillTree(left, scene);
        if (!beside) {
            return tree;
        }
        Sheet right = sheet.sized(NUMBERS_WIDTH, Math.max(sheet.height(), SearchNumbersPicture.height(sheet.sized(NUMBERS_WIDTH, 0), scene)));
        Picture numbers = SearchNumbersPicture.of(right, scene);
        return new Picture(sheet.width(), right.height(), List.of(new Mark.Shift(0, 0, tree.marks()),
                new Mark.Shift(left.width() + NUMBERS_GAP, 0, numbers.marks())), tree.description() + " " + numbers.description());
    }

    /** Nobody can move over a file: where the tree is too high, what was pruned is left out; and what is left out is said below. */
    private static Picture stillTree(Sheet whole, SearchScene scene) {
        Still all = Still.of(whole, scene);
        if (all.leftOut().isEmpty()) {
            return all.picture();
        }
        double room = LINE * whole.wrapped(all.leftOut().get(), TextStyle.SMALL, whole.width()).size() + LINE / 2;
        Still still = Still.of(whole.sized(whole.width(), whole.height() - room), scene);
        Drawing below = new Drawing(whole);
        String words = still.leftOut().orElse("");
        below.paragraph(words, 0, whole.height() - room + LINE, whole.width(), TextStyle.SMALL, below.ink(Role.MUTED_TEXT));
        return new Picture(whole.width(), whole.height(), Stream.concat(still.picture().marks().stream(), below.marks().stream()).toList(),
                still.picture().description() + " " + words);
    }

    /** A tree as large as it can be on a sheet, and what is not there to be seen of what was searched by now. */
    private record Still(Picture picture, Optional<String> leftOut) {
        static Still of(Sheet sheet, SearchScene scene) {
            SearchScene drawn = scene.folding(scene.look().folded() || BeamTreePicture.isTooHigh(sheet, scene, BeamTreeLayout.of(sheet, scene)));
            BeamTreeLayout unzoomed = BeamTreeLayout.of(sheet, drawn);
            BeamTreeLayout layout = unzoomed.zoomed(BeamTreePicture.fittingHeight(sheet, drawn, unzoomed));
            BeamTreePicture.Corner corner = BeamTreePicture.wholeColumns(sheet, drawn, layout);
            long pruned = drawn.look().folded() && !scene.look().folded() ? scene.tree().expansions().stream()
                    .filter(node -> scene.stage(node.prefix().size() + 1) != Stage.HIDDEN)
                    .flatMap(node -> node.candidates().stream()).filter(candidate -> !isKept(candidate)).count() : 0;
            long outside = BeamTreePicture.outOfSight(sheet, drawn, layout, corner);
            return new Still(BeamTreePicture.of(sheet, drawn, layout, corner), words(sheet, pruned, outside));
        }

        private static Optional<String> words(Sheet sheet, long pruned, long outside) {
            if (pruned == 0 && outside == 0) {
                return Optional.empty();
            }
            return Optional.of(outside == 0 ? sheet.words("beamTree.leftOut.pruned", Numbers.count(pruned))
                    : pruned == 0 ? sheet.words("beamTree.leftOut.outside", Numbers.count(outside))
                    : sheet.words("beamTree.leftOut", Numbers.count(pruned), Numbers.count(outside)));
        }
    }

    public SearchScene choosing(Optional<List<Integer>> prefix) {
        return looked(look.choosing(prefix));
    }

    public SearchScene folding(boolean fold) {
        return looked(look.folding(fold));
    }

    private SearchScene looked(SearchLook other) {
        return new SearchScene(search, tokens, moment, references, other);
    }

    Optional<List<Integer>> chosen() {
        return look.chosen();
    }

    SearchTree tree() {
        return search.orElseThrow().tree();
    }

    /** What was drawn beside the search; empty where nothing was. */
    Optional<Samples> samples() {
        return search.flatMap(SearchComparison::samples);
    }

    /** The decoder step that is now, from 1; one more than there are at the end. */
    int step() {
        return moment.filter(now -> now.timeStep() > 0).map(Moment::timeStep).orElse(tree().rounds().size() + 1);
    }

    /** Whether the search has stopped. */
    boolean isStopped() {
        return step() > tree().rounds().size();
    }

    /** How far the candidates of a decoder step, from 1, have come. */
    Stage stage(int decoderStep) {
        if (decoderStep != step()) {
            return decoderStep < step() ? Stage.KEPT : Stage.HIDDEN;
        }
        return switch (moment.map(Moment::part).orElse("stop")) {
            case "expand" -> Stage.EXPANDED;
            case "score" -> Stage.SCORED;
            default -> Stage.KEPT;
        };
    }

    String token(int id) {
        return TokenText.of(tokens.get(id));
    }

    String tokens(List<Integer> ids) {
        return ids.stream().map(this::token).collect(Collectors.joining(" "));
    }

    /** The expansion of a prefix, where there was one. */
    Optional<Node> node(List<Integer> prefix) {
        return prefix.size() >= tree().rounds().size() ? Optional.empty()
                : tree().rounds().get(prefix.size()).stream().filter(node -> node.prefix().equals(prefix)).findFirst();
    }

    /** Whether what was chosen has ended, so that nothing may follow it. */
    boolean choseAnEnd() {
        return chosen().filter(prefix -> !prefix.isEmpty() && prefix.getLast() == tree().endToken()).isPresent();
    }

    /** What is explained: the chosen prefix where it was expanded by now, or was opened; else the first that is expanded now. */
    Node explained() {
        return chosen().filter(prefix -> prefix.size() < step()).flatMap(this::node).or(this::opened)
                .orElseGet(() -> tree().rounds().get(Math.min(step(), tree().rounds().size()) - 1).getFirst());
    }

    /** What would follow the chosen prefix, which the search itself did not expand. */
    Optional<Node> opened() {
        return look.opened().filter(node -> chosen().filter(node.prefix()::equals).isPresent() && node(node.prefix()).isEmpty());
    }

    /** The candidate that the chosen prefix is. */
    Optional<Candidate> chosenCandidate() {
        return chosen().filter(prefix -> !prefix.isEmpty()).flatMap(prefix -> node(prefix.subList(0, prefix.size() - 1)).map(node -> node.candidate(prefix.getLast())));
    }

    /** The best output so far of those that were finished by now; of none there is none. */
    boolean isFinishedByNow(int length) {
        return length < step() || length == step() && stage(length) == Stage.KEPT;
    }

    public static List<Integer> child(List<Integer> prefix, int token) {
        return Stream.concat(prefix.stream(), Stream.of(token)).toList();
    }

    /** Whether a candidate was kept by its step, whatever came later. */
    static boolean isKept(Candidate candidate) {
        return candidate.fate() != Fate.PRUNED;
    }
}
