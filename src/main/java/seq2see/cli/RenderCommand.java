package seq2see.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import seq2see.app.theme.Language;
import seq2see.app.theme.Theme;
import seq2see.app.view.RenderInput;
import seq2see.app.view.render.RenderedView;
import seq2see.app.view.render.Rendering;
import seq2see.corpus.Choice;
import seq2see.corpus.EncodedPair;
import seq2see.corpus.InputException;
import seq2see.corpus.Limits;
import seq2see.corpus.OutputFiles;
import seq2see.model.Seq2Seq;
import seq2see.trace.Moment;
import seq2see.trace.Trace;
import seq2see.trace.Tracer;
import seq2see.training.BatchLosses;
import seq2see.training.SavedModel;

/** Draws a view into a file, with no display. */
@Command(name = "render", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = "Draws a view of a model into a PNG or SVG file. It needs no display.")
final class RenderCommand implements Callable<Integer> {
    private static final Limits BATCHES = new Limits(1, 1_000_000);

    @Spec
    private CommandSpec spec;

    @Option(names = "--view", required = true, paramLabel = "VIEW",
            description = "One of ${COMPLETION-CANDIDATES}.", completionCandidates = ViewNames.class)
    private String view;

    @Mixin
    private ModelOption model;

    @Option(names = "--text", paramLabel = "TEXT", description = "The source sentence, for the views that show one.")
    private String text;

    @Option(names = "--beside", paramLabel = "TEXT", description = "Another sentence beside it, for state-plane; may be given several times.")
    private List<String> beside = List.of();

    @ArgGroup(exclusive = false)
    private CorpusOption corpus;

    @Option(names = "--batch-number", paramLabel = "N", defaultValue = "1",
            description = "Which batch of four pairs of --corpus, for mask: the first unless given.")
    private int batchNumber;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write; it ends in .png or .svg.")
    private Path out;

    @Option(names = "--moment", paramLabel = "MOMENT", description = "What is now, such as decoder.2.attentionWeights.")
    private String moment;

    @Option(names = "--theme", paramLabel = "light|dark", defaultValue = "light", description = "light unless given.")
    private String theme;

    @Option(names = "--language", paramLabel = "en|zh", defaultValue = "en", description = "en unless given.")
    private String language;

    @Option(names = "--width", paramLabel = "PIXELS", defaultValue = "960", description = "960 unless given.")
    private int width;

    @Option(names = "--height", paramLabel = "PIXELS", defaultValue = "640", description = "640 unless given.")
    private int height;

    /** The names of the views, for the help. */
    private static final class ViewNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return RenderedView.names().iterator();
        }
    }

    @Override
    public Integer call() throws InputException {
        RenderedView wanted = checkCall();
        OutputFiles.refuseUnwritable(out);
        SavedModel saved = model.read();
        Rendering rendering = rendering(wanted, atMoment(wanted, input(saved)));
        byte[] image = endsIn(".svg") ? rendering.svg().getBytes(StandardCharsets.UTF_8) : rendering.png();
        OutputFiles.write(out, stream -> stream.write(image));
        return Commands.DONE;
    }

    /** What is wrong with the call is said before anything is read. */
    private RenderedView checkCall() {
        if (!endsIn(".png") && !endsIn(".svg")) {
            throw Misuse.of(spec, "--out: " + out + " does not say what to write; it may end in .png or .svg");
        }
        Misuse.refuse(spec, () -> {
            Choice.check("--theme", theme, List.of("light", "dark"));
            Choice.check("--language", language, List.of("en", "zh"));
            if (moment != null) {
                Moment.parse(moment);
            }
            BATCHES.check("--batch-number", batchNumber);
            if (corpus != null) {
                corpus.check();
            }
        });
        RenderedView wanted = Misuse.read(spec, () -> RenderedView.named(view));
        Misuse.refuse(spec, () -> rendering(wanted, RenderInput.NOTHING).checked());
        if (corpus != null && wanted != RenderedView.MASK) {
            throw Misuse.of(spec, "--corpus: only the mask view shows a batch of a corpus");
        }
        if (!beside.isEmpty() && wanted != RenderedView.STATE_PLANE) {
            throw Misuse.of(spec, "--beside: only the state-plane view shows other sentences");
        }
        if (wanted.ofSentence() && text == null) {
            throw Misuse.of(spec, "--text is missing; the " + view + " view shows a sentence");
        }
        Misuse.refuseReplacing(spec, "--out", out, ModelOption.NAME, model.file());
        return wanted;
    }

    private boolean endsIn(String extension) {
        return out.toString().toLowerCase(Locale.ROOT).endsWith(extension);
    }

    private Rendering rendering(RenderedView wanted, RenderInput input) {
        return new Rendering(wanted, input, theme.equals("dark") ? Theme.DARK : Theme.LIGHT,
                language.equals("zh") ? Language.CHINESE : Language.ENGLISH, width, height);
    }

    private RenderInput input(SavedModel saved) throws InputException {
        RenderInput input = RenderInput.of(saved, Optional.ofNullable(text).map(source -> trace(saved, source)))
                .beside(beside.stream().map(source -> trace(saved, source)).toList());
        if (corpus == null) {
            return input;
        }
        List<EncodedPair> pairs = corpus.readToMeasure().pairs().stream().map(saved.codec()::encode).toList();
        int batches = Math.max(1, pairs.size() / BatchLosses.SENTENCES);
        if (batchNumber > batches) {
            throw new InputException("render.batch", corpus.file(), String.valueOf(batchNumber), String.valueOf(batches));
        }
        return input.measured(BatchLosses.of(new Seq2Seq(saved.parameters()), saved.codec(), pairs, batchNumber - 1, saved.training().trainingStep()));
    }

    private static Trace trace(SavedModel saved, String source) {
        return new Tracer(new Seq2Seq(saved.parameters()), saved.codec()).greedyInDepth(source, saved.config().maximumLength());
    }

    private RenderInput atMoment(RenderedView wanted, RenderInput input) {
        if (moment == null) {
            return input;
        }
        List<Moment> moments = wanted.moments(input);
        if (moments.isEmpty()) {
            throw Misuse.of(spec, "--moment: the " + view + " view has no moments; leave it out");
        }
        Moment named = moments.stream().filter(known -> known.toString().equals(moment)).findFirst()
                .orElseThrow(() -> Misuse.of(spec, "--moment: \"" + moment + "\" is no moment here; they go from " + moments.getFirst() + " to "
                        + moments.getLast()));
        return input.at(named);
    }
}
