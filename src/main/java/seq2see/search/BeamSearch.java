package seq2see.search;

import java.util.ArrayList;
import java.util.List;
import seq2see.corpus.Limits;
import seq2see.search.NextTokenModel.State;
import seq2see.search.NextTokenModel.Writing;

/**
 * Beam search (Lowerre, 1976): at each step the k most probable candidates over all live hypotheses are kept. Those that end are finished,
 * the others live on, and the next step keeps k again. It stops when no live hypothesis can reach a higher score than the
 * best finished one, or at the maximum length. Width 1 is greedy search. It may miss the best output, and a wider beam may
 * find a worse one.
 *
 * @param width k
 */
public record BeamSearch(SearchSettings settings, int width) implements Search {
    /** What k may be. */
    public static final Limits WIDTH = new Limits(1, 10_000);

    public BeamSearch {
        if (width < 1) {
            throw new IllegalArgumentException("beam width " + width);
        }
    }

    @Override
    public SearchResult search(NextTokenModel model, State begin, SearchObserver observer) {
        Expander expander = new Expander(model, settings, observer);
        MostProbable mostProbable = new MostProbable(width);
        List<Prefix> parents = new ArrayList<>();
        List<Prefix> live = new ArrayList<>();
        List<Prefix> finished = new ArrayList<>();
        Prefix start = expander.start(begin);
        (expander.isFinished(start) ? finished : live).add(start);
        Writing writing = model.write(List.of(start.state()));
        // Of each live hypothesis.
        int[] origins = new int[width];
        int[] tokenIds = new int[width];
        tokenIds[0] = start.tokenId();
        while (!live.isEmpty() && canStillBeat(live.getFirst(), finished)) {
            expander.expand(live, writing, origins, tokenIds);
            mostProbable.clear();
            for (int row = 0; row < live.size(); row++) {
                Prefix parent = live.get(row);
                mostProbable.offer(row, parent.logProbability(), writing.logProbabilities(row), expander.blockedAfter(parent));
            }
            List<Prefix> room = parents;
            parents = live;
            live = room;
            live.clear();
            for (int rank = 0; rank < mostProbable.count(); rank++) {
                int origin = mostProbable.parent(rank);
                Prefix candidate = parents.get(origin).child(mostProbable.token(rank), mostProbable.logProbability(rank));
                expander.settle(candidate);
                if (expander.isFinished(candidate)) {
                    finished.add(candidate);
                } else {
                    origins[live.size()] = origin;
                    tokenIds[live.size()] = candidate.tokenId();
                    live.add(candidate);
                }
            }
        }
        finished.sort(Ranking.by(settings.lengthPenalty()));
        return expander.result(finished);
    }

    /** Whether what begins with a prefix can have a higher score than everything that is finished. */
    private boolean canStillBeat(Prefix prefix, List<Prefix> finished) {
        if (finished.isEmpty()) {
            return true;
        }
        LengthPenalty penalty = settings.lengthPenalty();
        double bound = penalty.bound(prefix.logProbability(), settings.maximumLength());
        for (Prefix output : finished) {
            if (!(bound > penalty.score(output.logProbability(), output.length()))) {
                return false;
            }
        }
        return true;
    }
}
