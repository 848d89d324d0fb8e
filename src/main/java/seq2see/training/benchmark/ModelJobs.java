package seq2see.training.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import seq2see.corpus.EncodedPair;
import seq2see.corpus.InputException;
import seq2see.corpus.Vocabulary;
import seq2see.model.AttentionType;
import seq2see.model.CellType;
import seq2see.model.ContextType;
import seq2see.model.ModelConfig;
import seq2see.model.OutputType;
import seq2see.model.Parameters;
import seq2see.model.Seq2Seq;
import seq2see.search.BeamSearch;
import seq2see.search.GreedySearch;
import seq2see.search.LengthPenalty;
import seq2see.search.NextTokenModel;
import seq2see.search.Search;
import seq2see.search.SearchSettings;
import seq2see.search.SourceReader;
import seq2see.training.Recipe;
import seq2see.training.Trainer;
import seq2see.training.TrainingPlan;

/**
 * Whole training steps (forward, loss, backward, clip to norm 1, Adam) and searches of models of the sizes that teaching
 * texts use, on random token ids with lengths from 5 to 10. A batch is ordered by length, as in training, so its parts are
 * padded differently; padded positions are computed, but for the cells' elementwise part and for attention.
 */
final class ModelJobs {
    private static final int TIME = 10;
    private static final int SHORTEST = 5;
    private static final int SEED = 7;
    private static final int DOUBLINGS = 3;

    /** Sizes of a model and its batch: V, V′, D, H, L, N, and how long the sentences are, T and T′ at most. */
    private record Size(String name, int sourceVocabulary, int targetVocabulary, int embedding, int hidden, int layers, int batch,
                        int shortest, int time) {
    }

    private static final List<Size> SIZES = List.of(
            new Size("lesson", 60, 60, 32, 64, 1, 32, SHORTEST, TIME),
            new Size("d2l", 200, 200, 256, 256, 2, 128, SHORTEST, TIME),
            new Size("d2l5k", 5000, 5000, 256, 256, 2, 128, SHORTEST, TIME));

    private ModelJobs() {
    }

    static List<Job> all(int threads) {
        List<Job> jobs = new ArrayList<>();
        for (Size size : SIZES) {
            for (AttentionType attention : List.of(AttentionType.NONE, AttentionType.ADDITIVE)) {
                String name = "seq2see." + size.name + (attention == AttentionType.NONE ? ".plain" : ".attention");
                jobs.add(new Job(size.name, name + ".train.t" + threads, "ms_per_step", 0, () -> training(size, attention, threads)));
                if (threads == 1) {
                    jobs.add(new Job(size.name, name + ".greedy.t1", "ms_per_sentence", 0, () -> searching(size, attention,
                            model -> GreedySearch.search(model, TIME))));
                    Search beam = new BeamSearch(new SearchSettings(TIME, LengthPenalty.USUAL), 4);
                    jobs.add(new Job(size.name, name + ".beam4.t1", "ms_per_sentence", 0, () -> searching(size, attention,
                            model -> beam.search(model, model.begin(0)))));
                }
            }
        }
        return jobs;
    }

    /**
     * How a training step's time grows: one of T (with T′), N, H and V′ doubled three times, the others as they are. Every
     * sentence is of full length.
     */
    static List<Job> growth(int threads) {
        List<Job> jobs = new ArrayList<>();
        for (int value : doubled(8)) {
            jobs.add(growth("T", value, threads, new Size("growth", 250, 250, 64, 64, 1, 16, value, value)));
        }
        for (int value : doubled(16)) {
            jobs.add(growth("N", value, threads, new Size("growth", 250, 250, 64, 64, 1, value, 8, 8)));
        }
        for (int value : doubled(64)) {
            jobs.add(growth("H", value, threads, new Size("growth", 250, 250, 64, value, 1, 16, 8, 8)));
        }
        for (int value : doubled(250)) {
            jobs.add(growth("V", value, threads, new Size("growth", 250, value, 64, 64, 1, 16, 8, 8)));
        }
        return jobs;
    }

    private static int[] doubled(int first) {
        return IntStream.rangeClosed(0, DOUBLINGS).map(times -> first << times).toArray();
    }

    private static Job growth(String axis, int value, int threads, Size size) {
        return new Job("growth", "seq2see.growth.%s.%d.train.t%d".formatted(axis, value, threads), "ms_per_step", 0,
                () -> training(size, AttentionType.ADDITIVE, threads));
    }

    private static ModelConfig config(Size size, AttentionType attention) {
        return new ModelConfig(CellType.GRU, size.layers, false, ContextType.LAST, attention, false, OutputType.STATE, false,
                size.sourceVocabulary, size.targetVocabulary, size.embedding, size.hidden, size.time);
    }

    private static Work training(Size size, AttentionType attention, int threads) {
        TrainingPlan plan = new TrainingPlan(null, null, config(size, attention), pairs(size), List.of(),
                Recipe.plain(size.batch, Integer.MAX_VALUE, 1e-3, SEED), threads);
        Trainer trainer = new Trainer(plan);
        return new Work() {
            @Override
            public void once() {
                try {
                    trainer.step();
                } catch (InputException failure) {
                    throw new IllegalStateException(failure);
                }
            }

            @Override
            public void close() {
                trainer.close();
            }
        };
    }

    /** One sentence of the full length, ten steps whatever is said. */
    private static Work searching(Size size, AttentionType attention, Consumer<NextTokenModel> search) {
        Seq2Seq network = new Seq2Seq(Parameters.initialised(config(size, attention), SEED));
        int[] source = ids(new Random(SEED), TIME, size.sourceVocabulary);
        int[] length = {TIME};
        SourceReader reader = new SourceReader(network);
        return () -> search.accept(new Endless(reader.read(source, length)));
    }

    /** The same model, but nothing ends a sentence. */
    private record Endless(NextTokenModel model) implements NextTokenModel {
        @Override
        public int sentences() {
            return model.sentences();
        }

        @Override
        public int vocabularySize() {
            return model.vocabularySize();
        }

        @Override
        public int beginToken() {
            return model.beginToken();
        }

        @Override
        public int endToken() {
            return -1;
        }

        @Override
        public State begin(int sentence) {
            return model.begin(sentence);
        }

        @Override
        public Writing write(List<? extends State> states) {
            return model.write(states);
        }

        @Override
        public List<Continuation> advance(List<? extends State> states, int[] tokenIds) {
            return model.advance(states, tokenIds);
        }
    }

    private static List<EncodedPair> pairs(Size size) {
        Random random = new Random(SEED);
        EncodedPair[] pairs = new EncodedPair[size.batch];
        Arrays.setAll(pairs, i -> new EncodedPair(ids(random, length(size, random), size.sourceVocabulary),
                ids(random, length(size, random), size.targetVocabulary), null));
        return List.of(pairs);
    }

    private static int length(Size size, Random random) {
        return size.shortest + random.nextInt(size.time - size.shortest + 1);
    }

    private static int[] ids(Random random, int length, int vocabulary) {
        int[] ids = random.ints(length, Vocabulary.UNK + 1, vocabulary).toArray();
        ids[length - 1] = Vocabulary.EOS;
        return ids;
    }
}
