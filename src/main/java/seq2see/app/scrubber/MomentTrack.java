package seq2see.app.scrubber;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import seq2see.trace.Moment;
import seq2see.trace.Moment.Phase;

/**
 * An index into the ordered moments of a timeline. The moments change while a model learns (its output grows and
 * shrinks), and when another tab comes to the front; what a person chose is kept as a wish, and the index stands on the
 * moment that comes nearest to it.
 */
public final class MomentTrack implements MomentChoice {
    private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(new Place(Timeline.EMPTY, -1));
    /** What was chosen last in each timeline that has phases of its own, the newest at the end. */
    private final List<Moment> wishes = new ArrayList<>();

    /**
     * A place among moments. The two change together, so that nobody sees an index that is not in the list.
     *
     * @param timeline what can be stepped through
     * @param index    the present index, from 0; -1 while there are no moments
     */
    public record Place(Timeline timeline, int index) {
        public Optional<Moment> present() {
            return index < 0 ? Optional.empty() : Optional.of(timeline.moments().get(index));
        }
    }

    public ReadOnlyObjectProperty<Place> placeProperty() {
        return place.getReadOnlyProperty();
    }

    List<Moment> moments() {
        return place.get().timeline().moments();
    }

    int index() {
        return place.get().index();
    }

    public Optional<Moment> present() {
        return place.get().present();
    }

    /** Takes the moments of another sentence, output or tab and keeps the place as well as it can. */
    public void show(Timeline timeline) {
        if (timeline.equals(place.get().timeline())) {
            return;
        }
        Set<Phase> phases = phases(timeline);
        Optional<Moment> wish = wishes.reversed().stream().filter(moment -> phases.contains(moment.phase())).findFirst();
        place.set(new Place(timeline, wish.map(moment -> nearest(moment, timeline.moments())).orElse(timeline.start())));
    }

    private static Set<Phase> phases(Timeline timeline) {
        return timeline.moments().stream().map(Moment::phase).collect(Collectors.toSet());
    }

    /** Goes to an index, held within the list. */
    public void select(int newIndex) {
        if (moments().isEmpty()) {
            return;
        }
        goTo(Math.clamp(newIndex, 0, moments().size() - 1));
        wish(present().orElseThrow());
    }

    /** Goes to a moment or the one that comes nearest to it. */
    public void select(Moment moment) {
        if (!moments().isEmpty()) {
            goTo(nearest(moment, moments()));
            wish(moment);
        }
    }

    @Override
    public void go(Moment moment) {
        select(moment);
    }

    @Override
    public void prepare(Moment moment) {
        wishes.removeIf(old -> old.phase() == moment.phase());
        wishes.add(moment);
    }

    private void wish(Moment moment) {
        Set<Phase> phases = phases(place.get().timeline());
        wishes.removeIf(old -> phases.contains(old.phase()));
        wishes.add(moment);
    }

    private void goTo(int newIndex) {
        place.set(new Place(place.get().timeline(), newIndex));
    }

    void first() {
        select(0);
    }

    void last() {
        select(moments().size() - 1);
    }

    public void forward() {
        select(index() + 1);
    }

    public void back() {
        select(index() - 1);
    }

    /** To where a time step, or a round of a search, is through. */
    void forwardStep() {
        int there = index() + 1;
        while (there < moments().size() && !endsStep(there)) {
            there++;
        }
        select(there);
    }

    /** To where the time step before was through. */
    void backStep() {
        int there = index() - 1;
        while (there > 0 && !endsStep(there)) {
            there--;
        }
        select(there);
    }

    private boolean endsStep(int moment) {
        Moment now = moments().get(moment);
        Moment next = moment + 1 < moments().size() ? moments().get(moment + 1) : null;
        return next == null || next.phase() != now.phase() || next.timeStep() != now.timeStep() || !next.direction().equals(now.direction());
    }

    boolean atEnd() {
        return index() == moments().size() - 1;
    }

    /** The same address, else the same part at the nearest time step, else the nearest time step of the phase. */
    private static int nearest(Moment wanted, List<Moment> moments) {
        int nearest = -1;
        long least = Long.MAX_VALUE;
        for (int i = 0; i < moments.size(); i++) {
            long distance = distance(wanted, moments.get(i));
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    private static long distance(Moment wanted, Moment candidate) {
        long distance = Math.abs(wanted.timeStep() - candidate.timeStep());
        distance += wanted.phase() == candidate.phase() ? 0 : 1L << 40;
        distance += wanted.part().equals(candidate.part()) ? 0 : 1L << 32;
        distance += wanted.layer() == candidate.layer() ? 0 : 1L << 24;
        distance += wanted.direction().equals(candidate.direction()) ? 0 : 1L << 16;
        return distance;
    }
}
