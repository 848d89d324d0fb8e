package seq2see.corpora;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import seq2see.corpora.sentences.TranslationCorpus;

/**
 * Writes the sample corpora. From the root of the project, with no build:
 *
 * <pre>java sample-corpora/generator/seq2see/corpora/MakeCorpora.java</pre>
 *
 * writes every file into {@code sample-corpora}; another folder can be named as the only argument. Nothing depends on
 * the machine or the day: each corpus has its own seed.
 */
public final class MakeCorpora {
    /** In the order in which they are shown. */
    public static final List<Corpus> CORPORA = List.of(new ReverseCorpus(), new DatesCorpus(), new NumbersCorpus(),
            TranslationCorpus.french(), TranslationCorpus.chinese());

    private MakeCorpora() {
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "sample-corpora");
        for (Corpus corpus : CORPORA) {
            Path file = folder.resolve(corpus.fileName());
            Files.writeString(file, corpus.text());
            System.out.println(file + " " + corpus.pairs().size() + " pairs");
        }
    }
}
