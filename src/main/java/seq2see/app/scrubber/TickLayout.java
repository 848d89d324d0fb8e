package seq2see.app.scrubber;

import java.util.ArrayList;
import java.util.List;
import seq2see.trace.Moment;
import seq2see.trace.Moment.Phase;

/**
 * Where the ticks of a scrubber stand: one tick a moment, grouped by time step. When that would be cramped the encoder's
 * moments share a tick a time step, then the decoder's a tick a {@linkplain #stage stage}, then a tick a time step, then
 * several time steps do. Grouping changes what is drawn, never the moments.
 *
 * @param ticks  from left to right; together they hold every moment once
 * @param groups the time steps, each with the place of its ticks
 * @param border the x of the hairline between encoder and decoder; NaN where there is only one of them
 */
record TickLayout(List<Tick> ticks, List<Group> groups, double border) {
    /** A tick narrower than this is not drawn; its moments are grouped instead. */
    static final double LEAST_WIDTH = 4.5;
    private static final int COARSEST = 3;
    private static final double GAP = 2;
    private static final double GROUP_GAP = 4;
    private static final double RUN_GAP = 10;
    private static final double PHASE_GAP = 20;

    /** The moments {@code first} to {@code last}, both included, at x and its width. */
    record Tick(int first, int last, double x, double width) {
    }

    /** What is gone through from one end of a sentence to the other; layer and direction are told apart only with two directions. */
    record Run(Phase phase, int layer, String direction) {
        static Run of(Moment moment, boolean bidirectional) {
            boolean apart = bidirectional && moment.phase() == Phase.ENCODER;
            return new Run(moment.phase(), apart ? moment.layer() : 0, apart ? moment.direction() : "");
        }
    }

    /** The time steps from {@code firstStep} to {@code lastStep} of a run, the moments {@code first} to {@code last}; a moment that belongs to no time step stands alone, as step 0. */
    record Group(Run run, int firstStep, int lastStep, int first, int last, double x, double width) {
        /** Whether a moment is in this group. */
        boolean holds(int moment) {
            return first <= moment && moment <= last;
        }
    }

    /** Whether the moments' encoder reads in two directions. */
    static boolean bidirectional(List<Moment> moments) {
        return moments.stream().anyMatch(moment -> moment.direction().equals("backward"));
    }

    /** Chooses the finest grouping that is not cramped within the width. */
    static TickLayout of(List<Moment> moments, double width) {
        if (moments.isEmpty() || width <= 0) {
            return new TickLayout(List.of(), List.of(), Double.NaN);
        }
        TickLayout layout = place(steps(moments, 0), width);
        for (int coarseness = 1; coarseness <= COARSEST && layout.cramped(); coarseness++) {
            layout = place(steps(moments, coarseness), width);
        }
        List<Step> steps = steps(moments, COARSEST);
        for (int together = 2; layout.cramped() && together <= steps.size(); together++) {
            layout = place(together(steps, together), width);
        }
        return layout;
    }

    private boolean cramped() {
        return ticks.getFirst().width() < LEAST_WIDTH;
    }

    /** The index of the tick that holds a moment. */
    int tickOf(int moment) {
        int tick = 0;
        while (tick < ticks.size() - 1 && ticks.get(tick).last() < moment) {
            tick++;
        }
        return tick;
    }

    /** The moment at an x; the nearest one where x lies in a gap or outside. */
    int momentAt(double x) {
        Tick nearest = ticks.getFirst();
        for (Tick tick : ticks) {
            if (tick.x() <= x) {
                nearest = tick;
            }
        }
        double part = Math.clamp((x - nearest.x()) / nearest.width(), 0, 0.999);
        return nearest.first() + (int) (part * (nearest.last() - nearest.first() + 1));
    }

    /** Time steps that stand together, with the last moment of each of their ticks. */
    private record Step(Run run, int firstStep, int lastStep, int first, List<Integer> tickEnds) {
    }

    /** @param coarseness 0: a tick a moment; 1: the encoder a tick a time step; 2: the decoder a tick a stage; 3: a time step */
    private static List<Step> steps(List<Moment> moments, int coarseness) {
        List<Step> steps = new ArrayList<>();
        boolean bidirectional = bidirectional(moments);
        int first = 0;
        List<Integer> ends = new ArrayList<>();
        for (int i = 0; i < moments.size(); i++) {
            Moment moment = moments.get(i);
            Moment next = i + 1 < moments.size() ? moments.get(i + 1) : null;
            boolean stepEnds = next == null || next.timeStep() != moment.timeStep() || moment.timeStep() == 0
                    || !Run.of(next, bidirectional).equals(Run.of(moment, bidirectional));
            if (stepEnds || !sameTick(moment, next, coarseness)) {
                ends.add(i);
            }
            if (stepEnds) {
                steps.add(new Step(Run.of(moment, bidirectional), moment.timeStep(), moment.timeStep(), first, List.copyOf(ends)));
                ends.clear();
                first = i + 1;
            }
        }
        return steps;
    }

    /** Whether two neighbours within a time step share a tick. */
    private static boolean sameTick(Moment moment, Moment next, int coarseness) {
        return switch (coarseness) {
            case 0 -> false;
            case 1 -> moment.phase() == Phase.ENCODER;
            case 2 -> moment.phase() == Phase.ENCODER || stage(moment).equals(stage(next));
            default -> true;
        };
    }

    /** What a decoder step is busy with: reading its token, looking back, computing its state, or choosing. */
    private static String stage(Moment moment) {
        return switch (moment.part()) {
            case "embedding" -> "read";
            case "attentionScores", "attentionWeights", "contextVector" -> "look back";
            case "logits", "probabilities", "token" -> "choose";
            default -> "compute";
        };
    }

    /** Joins up to so many neighbouring time steps of one phase under one tick. */
    private static List<Step> together(List<Step> steps, int count) {
        List<Step> joined = new ArrayList<>();
        int inLast = 0;
        for (Step step : steps) {
            Step last = joined.isEmpty() ? step : joined.getLast();
            if (inLast > 0 && inLast < count && last.run().equals(step.run())) {
                joined.set(joined.size() - 1, new Step(last.run(), last.firstStep(), step.lastStep(), last.first(), step.tickEnds()));
                inLast++;
            } else {
                joined.add(step);
                inLast = 1;
            }
        }
        return joined;
    }

    private static TickLayout place(List<Step> steps, double width) {
        int count = 0;
        double gaps = 0;
        for (int i = 0; i < steps.size(); i++) {
            count += steps.get(i).tickEnds().size();
            gaps += (steps.get(i).tickEnds().size() - 1) * GAP + gapBefore(steps, i);
        }
        double tickWidth = (width - gaps) / count;
        List<Tick> ticks = new ArrayList<>();
        List<Group> groups = new ArrayList<>();
        double border = Double.NaN;
        double x = 0;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            border = gapBefore(steps, i) == PHASE_GAP ? x + PHASE_GAP / 2 : border;
            x += gapBefore(steps, i);
            double start = x;
            int first = step.first();
            for (int end : step.tickEnds()) {
                x += first == step.first() ? 0 : GAP;
                ticks.add(new Tick(first, end, x, tickWidth));
                x += tickWidth;
                first = end + 1;
            }
            groups.add(new Group(step.run(), step.firstStep(), step.lastStep(), step.first(), first - 1, start, x - start));
        }
        return new TickLayout(List.copyOf(ticks), List.copyOf(groups), border);
    }

    private static double gapBefore(List<Step> steps, int index) {
        if (index == 0) {
            return 0;
        }
        Run before = steps.get(index - 1).run();
        Run after = steps.get(index).run();
        return before.equals(after) ? GROUP_GAP : before.phase() == after.phase() ? RUN_GAP : PHASE_GAP;
    }
}
