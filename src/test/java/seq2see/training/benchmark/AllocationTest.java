package seq2see.training.benchmark;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seq2see.ForkedJava;
import seq2see.corpus.EncodedPair;
import seq2see.corpus.InputException;
import seq2see.model.ModelConfig;
import seq2see.model.TinyModels;
import seq2see.search.GreedySearch;
import seq2see.search.Seq2SeqModel;
import seq2see.tensor.Kernels;
import seq2see.tensor.Tape;
import seq2see.training.Recipe;
import seq2see.training.Trainer;
import seq2see.training.TrainingPlan;

/**
 * Training and translating leave next to nothing to the garbage collector, so a window that watches never waits for one. It is counted
 * in processes of its own, since what counts is every object of every thread: at once, as {@code seq2see train} begins, and
 * after models of all kinds were trained and searched, as in a window that is open for long. What ran before decides
 * what the compiler puts into what, and vectors are objects wherever it leaves a small method out.
 */
class AllocationTest {
    private static final int STEPS = 200;
    private static final long MOST_BYTES = 4096;
    /** Vectors are objects until the compiler has done its work; it gets so many rounds of {@link #STEPS} for that. */
    private static final int ROUNDS = 40;
    /** On a busy machine a launch may settle on a compilation that keeps some vectors as objects; a fault in the code shows in each. */
    private static final int LAUNCHES = 3;
    private static final List<String> JOBS = List.of("seq2see.lesson.plain.train.t1", "seq2see.lesson.attention.train.t1", "seq2see.lesson.plain.train.t2",
            "seq2see.lesson.plain.greedy.t1", "seq2see.lesson.attention.greedy.t1",
            "seq2see.lesson.plain.beam4.t1", "seq2see.lesson.attention.beam4.t1");
    private static final List<String> FLAGS = List.of("--add-modules", "jdk.incubator.vector");

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aSteadyStepOrSentenceAllocatesLessThanFourKilobytes(boolean afterOthers) throws IOException, InterruptedException {
        List<List<Long>> launches = new ArrayList<>();
        do {
            String said = ForkedJava.output(Redirect.DISCARD, FLAGS, Training.class, String.valueOf(afterOthers));
            launches.add(Arrays.stream(said.split("\\s+")).map(Long::valueOf).toList());
        } while (!isLittle(launches.getLast()) && launches.size() < LAUNCHES);
        assertTrue(isLittle(launches.getLast()), launches + " bytes a round");
    }

    private static boolean isLittle(List<Long> bytes) {
        return bytes.size() == JOBS.size() && bytes.stream().allMatch(each -> each <= MOST_BYTES);
    }

    /** The process: whether to work on other models first in, the bytes of a round of each job, over all threads, out. */
    static final class Training {
        private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        private Training() {
        }

        public static void main(String[] arguments) throws InputException {
            if (Boolean.parseBoolean(arguments[0])) {
                for (ModelConfig kind : TinyModels.everyKind().toList()) {
                    trainAndTranslate(kind);
                }
            }
            JOBS.forEach(name -> System.out.println(bytes(name)));
        }

        /** Sizes below a vector, so that loops over whole vectors are compiled as if they never ran. */
        private static void trainAndTranslate(ModelConfig kind) throws InputException {
            List<EncodedPair> pairs = TinyModels.pairs(24, 1);
            try (Trainer trainer = new Trainer(new TrainingPlan(null, null, kind, pairs, List.of(), Recipe.plain(8, 1000, 1e-3, 1), 1))) {
                for (int step = 0; step < 60; step++) {
                    trainer.step();
                }
                int[] source = pairs.getFirst().source();
                for (int sentence = 0; sentence < 10; sentence++) {
                    GreedySearch.search(new Seq2SeqModel(trainer.network(), Tape.forwardOnly(Kernels.best()), source, new int[] {source.length}), 8);
                }
            }
        }

        private static long bytes(String name) {
            int threads = name.endsWith("t2") ? 2 : 1;
            Job job = Benchmark.jobs(threads).stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
            try (Work work = job.begin().get()) {
                long bytes = Long.MAX_VALUE;
                for (int round = 0; round < ROUNDS && bytes > MOST_BYTES; round++) {
                    bytes = bytesARound(work);
                }
                return bytes;
            }
        }

        private static long bytesARound(Work work) {
            long before = THREADS.getTotalThreadAllocatedBytes();
            for (int step = 0; step < STEPS; step++) {
                work.once();
            }
            return (THREADS.getTotalThreadAllocatedBytes() - before) / STEPS;
        }
    }
}
