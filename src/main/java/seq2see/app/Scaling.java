package seq2see.app;

/** The sizes that the whole window can be shown at. */
public final class Scaling {
    private static final double[] STEPS = {0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5};

    private Scaling() {
    }

    public static double larger(double scale) {
        for (double step : STEPS) {
            if (step > scale + 1e-6) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1];
    }

    public static double smaller(double scale) {
        for (int i = STEPS.length - 1; i >= 0; i--) {
            if (STEPS[i] < scale - 1e-6) {
                return STEPS[i];
            }
        }
        return STEPS[0];
    }

    /** The step next to a scale that may be none. */
    public static double nearest(double scale) {
        double nearest = STEPS[0];
        for (double step : STEPS) {
            if (Math.abs(step - scale) < Math.abs(nearest - scale)) {
                nearest = step;
            }
        }
        return nearest;
    }
}
