package seq2see.corpus;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Parts of a corpus that come in files of their own; one that does not is drawn from the corpus. */
public record GivenParts(Optional<ParallelCorpus> validation, Optional<ParallelCorpus> test) {
    public static final GivenParts NONE = new GivenParts(Optional.empty(), Optional.empty());

    /** The same with source and target exchanged. */
    public GivenParts reversed() {
        return new GivenParts(validation.map(ParallelCorpus::reversed), test.map(ParallelCorpus::reversed));
    }


    /** A corpus with what is given behind it. */
    public ParallelCorpus with(ParallelCorpus corpus) {
        List<ParallelCorpus> all = Stream.of(Optional.of(corpus), validation, test).flatMap(Optional::stream).toList();
        return all.size() == 1 ? corpus : new ParallelCorpus(String.join(" + ", all.stream().map(ParallelCorpus::name).toList()),
                all.stream().flatMap(part -> part.pairs().stream()).toList(), corpus.report());
    }

    static List<SentencePair> pairs(Optional<ParallelCorpus> part, Normalisation normalisation) {
        return part.map(corpus -> corpus.pairs().stream().map(normalisation::of).toList()).orElse(List.of());
    }
}
