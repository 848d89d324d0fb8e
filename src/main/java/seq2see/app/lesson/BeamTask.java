package seq2see.app.lesson;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import seq2see.search.SearchTree.Candidate;
import seq2see.search.SearchTree.Fate;
import seq2see.search.SearchTree.Node;

/**
 * Which candidates of a decoder step the beam keeps.
 *
 * @param options parent by parent; where the vocabulary is large, the most probable of each
 */
public record BeamTask(Facts facts, List<Option> options) implements Task {
    /** So many candidates are offered at most; those that are kept are among them. */
    private static final int MOST_OPTIONS = 24;

    /** A candidate. @param words its tokens @param logProbability of all of them, in nats */
    public record Option(String words, double logProbability, boolean isKept) {
    }

    public BeamTask {
        options = List.copyOf(options);
    }

    /** @param step the decoder step, from 1, one that the search has taken */
    static BeamTask of(Facts facts, SearchFacts search, int step) {
        List<Node> parents = search.comparison().tree().rounds().get(step - 1);
        int each = Math.max(search.comparison().width(), MOST_OPTIONS / parents.size());
        List<Option> options = new ArrayList<>();
        for (Node parent : parents) {
            parent.best(each).stream().filter(candidate -> candidate.logProbability() > Double.NEGATIVE_INFINITY)
                    .sorted(Comparator.comparingInt(Candidate::tokenId)).forEach(candidate -> {
                        List<Integer> ids = new ArrayList<>(parent.prefix());
                        ids.add(candidate.tokenId());
                        options.add(new Option(search.written(ids), candidate.cumulative(), candidate.fate() != Fate.PRUNED));
                    });
        }
        return new BeamTask(facts, options);
    }

    private Set<Integer> kept() {
        return IntStream.range(0, options.size()).filter(option -> options.get(option).isKept()).boxed().collect(Collectors.toSet());
    }

    @Override
    public Verdict judge(Answer answer) {
        Set<Integer> chosen = ((Answer.Cells) answer).chosen();
        Set<Integer> kept = kept();
        Map<String, String> said = Map.of("answer", words(chosen), "right", words(kept), "count", String.valueOf(kept.size()));
        if (chosen.equals(kept)) {
            return new Verdict(true, facts.with(said));
        }
        int missed = best(kept, chosen);
        // Who chose too many chose nothing instead of something: then the weakest of the right ones stands for it.
        Option instead = options.get(missed < 0 ? kept.stream().min(Comparator.comparing(option -> options.get(option).logProbability())).orElseThrow() : missed);
        int wrongly = best(chosen, kept);
        Map<String, String> off = Map.of("missed", instead.words(), "missed.logp", Facts.written(instead.logProbability()),
                "missed.p", Facts.written(Math.exp(instead.logProbability())),
                "chosen", wrongly < 0 ? "∅" : options.get(wrongly).words(),
                "chosen.logp", wrongly < 0 ? "∅" : Facts.written(options.get(wrongly).logProbability()),
                "chosen.p", wrongly < 0 ? "∅" : Facts.written(Math.exp(options.get(wrongly).logProbability())));
        return new Verdict(false, facts.with(said).with(off));
    }

    /** The most probable of some that is not among others; -1 where all are. */
    private int best(Set<Integer> some, Set<Integer> others) {
        return some.stream().filter(option -> !others.contains(option)).max(Comparator.comparing(option -> options.get(option).logProbability())).orElse(-1);
    }

    private String words(Set<Integer> chosen) {
        return chosen.stream().sorted(Comparator.comparing((Integer option) -> options.get(option).logProbability()).reversed())
                .map(option -> options.get(option).words()).collect(Collectors.joining(", "));
    }

    @Override
    public Answer right() {
        return new Answer.Cells(kept());
    }

    /** The weakest of all instead of the best. */
    @Override
    public Answer wrong() {
        Set<Integer> kept = kept();
        Set<Integer> chosen = new HashSet<>(kept);
        chosen.remove(best(kept, Set.of()));
        IntStream.range(0, options.size()).filter(option -> !kept.contains(option)).boxed()
                .min(Comparator.comparing(option -> options.get(option).logProbability())).ifPresent(chosen::add);
        return new Answer.Cells(chosen);
    }
}
