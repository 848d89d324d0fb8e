package seq2see.training.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import seq2see.corpus.InputException;

class BenchmarkTest {
    @Test
    void everyLineHasANameOfItsOwn() {
        List<String> names = Benchmark.jobs(1).stream().map(Job::name).toList();
        assertEquals(names.size(), new HashSet<>(names).size());
        assertTrue(names.containsAll(List.of("seq2see.d2l.plain.train.t1", "seq2see.lesson.attention.greedy.t1",
                "seq2see.d2l5k.attention.train.t1", "gemm.seq2see.d2l_fwd.NT_128x768x256")));
        assertTrue(Benchmark.jobs(2).stream().allMatch(job -> job.name().endsWith(".t2")));
    }

    @Test
    void aJobIsMeasured() throws Exception {
        for (Job job : Benchmark.jobs(1)) {
            if (job.name().startsWith("seq2see.lesson.plain") || job.name().contains("sq64")) {
                List<Job.Line> lines = job.measure(0.001);
                assertTrue(lines.stream().allMatch(line -> line.value() > 0));
                assertEquals(job.unit().equals("gflops") ? 1 : 2, lines.size());
            }
        }
    }

    @Test
    void figuresComeInTheirOrder() throws Exception {
        List<Job> jobs = List.of(new Job("gemm", "a", "gflops", 1e6, () -> () -> { }), new Job("gemm", "b", "gflops", 1e6, () -> () -> { }));
        List<String> names = new ArrayList<>();
        Benchmark.run(jobs, line -> names.add(line.name()));
        assertEquals(List.of("a.gflops", "b.gflops"), names);
    }

    @Test
    void eachSizeIsDoubledThreeTimes() {
        List<String> names = Benchmark.growth(1).stream().map(Job::name).toList();
        assertEquals(16, names.size());
        for (int hidden : new int[] {64, 128, 256, 512}) {
            assertTrue(names.contains("seq2see.growth.H." + hidden + ".train.t1"));
        }
    }

    @Test
    void anImplausibleFigureIsRefused() {
        Job slow = new Job("gemm", "gemm.slow", "gflops", 1, () -> () -> { });
        assertEquals("bench.implausible", assertThrows(InputException.class, () -> slow.measure(0.001)).key());
    }
}
