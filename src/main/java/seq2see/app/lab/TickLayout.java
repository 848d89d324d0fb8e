package seq2see.app.lab;

import java.util.ArrayList;
import java.util.List;
import seq2see.trace.Moment;
import seq2see.trace.Moment.Phase;

/**
 * Where the ticks of a scrubber stand: one tick a moment, grouped by time step. When that would be cramped the encoder's
 * moments share a tick a time step, then the decoder's too, then several time steps do. Grouping changes what is drawn,
 * never the moments.
 *
 * @param ticks  from left to right; together they hold every moment once
 * @param groups the time steps, each with the place of its ticks
 * @param border the x of the hairline between encoder and decoder; NaN where there is only one of them
 */
record TickLayout(List<Tick> ticks, List<Group> groups, double border) {
    /** A tick narrower than this is not drawn; its moments are grouped instead. */
    static final double LEAST_WIDTH = 4;
    private static final double GAP = 2;
    private static final double GROUP_GAP = 3;
    private static final double PHASE_GAP = 20;

    /** The moments {@code first} to {@code last}, both included, at x and its width. */
    record Tick(int first, int last, double x, double width) {
    }

    /** The time steps {@code firstStep} to {@code lastStep} of a phase; step 0 is what belongs to none. */
    record Group(Phase phase, int firstStep, int lastStep, double x, double width) {
    }

    /** Chooses the finest grouping that is not cramped within the width. */
    static TickLayout of(List<Moment> moments, double width) {
        if (moments.isEmpty() || width <= 0) {
            return new TickLayout(List.of(), List.of(), Double.NaN);
        }
        List<Span> spans = spans(moments);
        TickLayout layout = place(spans, width, 0, 1);
        for (int coarseness = 1; coarseness <= 2 && layout.cramped(); coarseness++) {
            layout = place(spans, width, coarseness, 1);
        }
        for (int steps = 2; layout.cramped() && steps <= spans.size(); steps++) {
            layout = place(spans, width, 2, steps);
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

    /** Neighbouring moments of one time step. */
    private record Span(Phase phase, int step, int first, int last) {
    }

    private static List<Span> spans(List<Moment> moments) {
        List<Span> spans = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= moments.size(); i++) {
            Moment begun = moments.get(first);
            if (i == moments.size() || moments.get(i).phase() != begun.phase() || moments.get(i).timeStep() != begun.timeStep()) {
                spans.add(new Span(begun.phase(), begun.timeStep(), first, i - 1));
                first = i;
            }
        }
        return spans;
    }

    /** @param coarseness 0: a tick a moment, 1: the encoder's time steps one tick each, 2: the decoder's too */
    private static TickLayout place(List<Span> spans, double width, int coarseness, int stepsTogether) {
        List<List<Span>> groups = together(spans, stepsTogether);
        int count = 0;
        double gaps = 0;
        for (int g = 0; g < groups.size(); g++) {
            int ticks = ticks(groups.get(g), coarseness);
            count += ticks;
            gaps += (ticks - 1) * GAP + (g == 0 ? 0 : gapBetween(groups.get(g - 1), groups.get(g)));
        }
        double tickWidth = (width - gaps) / count;
        List<Tick> ticks = new ArrayList<>();
        List<Group> places = new ArrayList<>();
        double border = Double.NaN;
        double x = 0;
        for (int g = 0; g < groups.size(); g++) {
            List<Span> group = groups.get(g);
            if (g > 0) {
                double gap = gapBetween(groups.get(g - 1), group);
                border = gap == PHASE_GAP ? x + gap / 2 : border;
                x += gap;
            }
            double start = x;
            int ticksHere = ticks(group, coarseness);
            for (int i = 0; i < ticksHere; i++) {
                int first = ticksHere == 1 ? group.getFirst().first() : group.getFirst().first() + i;
                int last = ticksHere == 1 ? group.getLast().last() : first;
                ticks.add(new Tick(first, last, x, tickWidth));
                x += tickWidth + (i < ticksHere - 1 ? GAP : 0);
            }
            places.add(new Group(group.getFirst().phase(), group.getFirst().step(), group.getLast().step(), start, x - start));
        }
        return new TickLayout(List.copyOf(ticks), List.copyOf(places), border);
    }

    /** Joins up to so many neighbouring time steps of one phase. */
    private static List<List<Span>> together(List<Span> spans, int steps) {
        List<List<Span>> groups = new ArrayList<>();
        for (Span span : spans) {
            List<Span> open = groups.isEmpty() ? List.of() : groups.getLast();
            if (!open.isEmpty() && open.size() < steps && open.getFirst().phase() == span.phase()) {
                open.add(span);
            } else {
                groups.add(new ArrayList<>(List.of(span)));
            }
        }
        return groups;
    }

    private static int ticks(List<Span> group, int coarseness) {
        boolean oneTick = coarseness == 2 || coarseness == 1 && group.getFirst().phase() == Phase.ENCODER;
        return oneTick ? 1 : group.getLast().last() - group.getFirst().first() + 1;
    }

    private static double gapBetween(List<Span> before, List<Span> after) {
        return before.getFirst().phase() == after.getFirst().phase() ? GROUP_GAP : PHASE_GAP;
    }
}
