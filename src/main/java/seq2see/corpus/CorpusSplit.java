package seq2see.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A corpus in three parts, each in the corpus's order. No source stands in two, so what is measured on the others was never
 * trained on.
 *
 * @param shared pairs that are in no part, since a file for another part holds their source
 */
public record CorpusSplit(List<SentencePair> training, List<SentencePair> validation, List<SentencePair> test, int shared) {
    public CorpusSplit {
        training = List.copyOf(training);
        validation = List.copyOf(validation);
        test = List.copyOf(test);
    }

    /** The parts that sources can be drawn for. */
    private enum Part {
        TRAINING, VALIDATION, TEST, NONE
    }

    /**
     * Normalises the pairs and draws the parts that are not given: distinct sources at random, the same for the same seed
     * everywhere. Where there are two or more distinct sources, training and validation have at least one each; where there
     * is one, it trains. Where both directions are learnt, a target is a source too: what hangs together by either stays
     * together, and the parts may come out smaller than asked for.
     */
    public static CorpusSplit of(List<SentencePair> pairs, GivenParts given, Preparation preparation, long seed) {
        Normalisation normalisation = preparation.normalisation();
        List<SentencePair> own = pairs.stream().map(normalisation::of).toList();
        List<SentencePair> validation = GivenParts.pairs(given.validation(), normalisation);
        List<SentencePair> test = GivenParts.pairs(given.test(), normalisation);
        SourceGroups groups = SourceGroups.of(own, preparation.bothDirections());
        Part[] parts = draw(groups, preparation.shares(), given, seed);
        boolean both = preparation.bothDirections();
        Set<String> held = texts(test, both);
        List<SentencePair> validated = validation.stream().filter(pair -> !isHeld(pair, held, both)).toList();
        held.addAll(texts(validation, both));
        Map<Part, List<SentencePair>> found = new HashMap<>();
        for (int i = 0; i < own.size(); i++) {
            SentencePair pair = own.get(i);
            found.computeIfAbsent(isHeld(pair, held, both) ? Part.NONE : parts[groups.group(i)], _ -> new ArrayList<>()).add(pair);
        }
        return new CorpusSplit(found.getOrDefault(Part.TRAINING, List.of()),
                given.validation().isPresent() ? validated : found.getOrDefault(Part.VALIDATION, List.of()),
                given.test().isPresent() ? test : found.getOrDefault(Part.TEST, List.of()), found.getOrDefault(Part.NONE, List.of()).size() + validation.size() - validated.size());
    }

    /** What a pair of another part may not hold: sources, and in both directions targets too. */
    private static Set<String> texts(List<SentencePair> pairs, boolean both) {
        Set<String> texts = new HashSet<>();
        pairs.forEach(pair -> {
            texts.add(pair.source());
            if (both) {
                texts.add(pair.target());
            }
        });
        return texts;
    }

    private static boolean isHeld(SentencePair pair, Set<String> held, boolean both) {
        return held.contains(pair.source()) || both && held.contains(pair.target());
    }

    /** By group, the part that it falls to: in a random order, those that fit validate, then they test, and the others train. */
    private static Part[] draw(SourceGroups groups, SplitShares shares, GivenParts given, long seed) {
        int sources = groups.sources();
        int validation = given.validation().isPresent() ? 0 : held(sources, shares.validation(), sources - 1);
        int test = given.test().isPresent() ? 0 : held(sources, shares.test(), sources - 1 - validation);
        Part[] parts = new Part[groups.count()];
        for (int group : Permutation.of(groups.count(), seed, 0)) {
            int size = groups.sources(group);
            if (size <= validation) {
                parts[group] = Part.VALIDATION;
                validation -= size;
            } else if (size <= test) {
                parts[group] = Part.TEST;
                test -= size;
            } else {
                parts[group] = Part.TRAINING;
            }
        }
        return parts;
    }

    private static int held(int sources, double share, int most) {
        return share == 0 || most < 1 ? 0 : Math.clamp(Math.round(sources * share), 1, most);
    }

    /** The same as a model that learns both directions sees it: each pair both ways, its source marked. */
    CorpusSplit bothWays() {
        return new CorpusSplit(bothWays(training), bothWays(validation), bothWays(test), 2 * shared);
    }

    private static List<SentencePair> bothWays(List<SentencePair> pairs) {
        return Stream.concat(pairs.stream().map(pair -> marked(pair, Direction.FORWARD)),
                pairs.stream().map(pair -> marked(pair.reversed(), Direction.REVERSE))).toList();
    }

    private static SentencePair marked(SentencePair pair, Direction direction) {
        return new SentencePair(direction.mark(pair.source()), pair.target(), pair.line());
    }

    /** All pairs, part by part. */
    public List<SentencePair> all() {
        return Stream.of(training, validation, test).flatMap(List::stream).toList();
    }
}
