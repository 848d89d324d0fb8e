package seq2see.app.view;

import java.util.Optional;
import seq2see.app.view.search.SearchScene;
import seq2see.search.LengthPenalty;
import seq2see.search.ProbabilityTable;
import seq2see.search.SampleTable;
import seq2see.search.SamplingSettings;
import seq2see.search.SearchComparison;
import seq2see.search.SearchSettings;
import seq2see.trace.Moment;

/** Searches of the worked examples, to be drawn. */
public final class SampleScenes {
    private SampleScenes() {
    }

    /** The end of an example's own search. */
    public static SearchScene of(String file) {
        SampleTable sample = SampleTable.all().stream().filter(one -> one.file().equals(file)).findFirst().orElseThrow();
        return of(sample.read(), sample.beamWidth(), sample.maximumLength(), sample.alpha());
    }

    public static SearchScene of(ProbabilityTable table, int width, int length, double alpha) {
        SearchSettings settings = new SearchSettings(length, new LengthPenalty(alpha));
        return SearchScene.of(SearchComparison.of(table, table.begin(0), settings, width, 20_000), table.tokens(), Optional.empty());
    }

    /** The same with outputs drawn from an example beside it. */
    public static SearchScene sampled(SampleTable sample, SamplingSettings drawing) {
        SearchScene scene = of(sample.file());
        ProbabilityTable table = sample.read();
        return SearchScene.of(scene.search().orElseThrow().sampled(table, table.begin(0), drawing), scene.tokens(), Optional.empty());
    }

    public static SearchScene at(SearchScene scene, Moment moment) {
        return new SearchScene(scene.search(), scene.tokens(), Optional.of(moment), scene.references(), scene.look());
    }
}
