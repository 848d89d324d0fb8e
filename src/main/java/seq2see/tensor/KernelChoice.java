package seq2see.tensor;

/** Chooses the kernels once: SIMD where the incubating Vector API is there, else scalar with a word on what is missing. */
final class KernelChoice {
    static final Kernels BEST = choose();

    private KernelChoice() {
    }

    private static Kernels choose() {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
            return new SimdKernels();
        }
        System.err.println("Seq2See computes without SIMD, many times slower: "
                + "start Java with --add-modules jdk.incubator.vector");
        return new ScalarKernels();
    }
}
