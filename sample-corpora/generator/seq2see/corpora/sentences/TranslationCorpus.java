package seq2see.corpora.sentences;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import seq2see.corpora.Chance;
import seq2see.corpora.Corpus;
import seq2see.corpora.Pair;

/** English sentences and their translation: a sample of each pattern of the grammar, in random order. */
public final class TranslationCorpus implements Corpus {
    private final String fileName;
    private final long seed;
    private final Function<Phrase, String> target;

    private TranslationCorpus(String fileName, long seed, Function<Phrase, String> target) {
        this.fileName = fileName;
        this.seed = seed;
        this.target = target;
    }

    public static Corpus french() {
        return new TranslationCorpus("english-french.tsv", 4, Phrase::french);
    }

    public static Corpus chinese() {
        return new TranslationCorpus("english-chinese.tsv", 5, Phrase::chinese);
    }

    @Override
    public String fileName() {
        return fileName;
    }

    @Override
    public List<Pair> pairs() {
        Chance chance = new Chance(seed);
        Map<String, Pair> bySource = new LinkedHashMap<>();
        for (Pattern pattern : Grammar.PATTERNS) {
            for (Phrase phrase : chance.sample(pattern.phrases(), pattern.most())) {
                Pair pair = new Pair(phrase.english(), target.apply(phrase));
                Pair other = bySource.putIfAbsent(pair.source(), pair);
                if (other != null && !other.equals(pair)) {
                    throw new IllegalStateException(pattern.name() + " translates anew: " + pair + ", " + other);
                }
            }
        }
        return chance.shuffled(new ArrayList<>(bySource.values()));
    }
}
