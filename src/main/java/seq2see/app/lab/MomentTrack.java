package seq2see.app.lab;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import seq2see.trace.Moment;

/**
 * An index into the ordered moments of a sentence. The moments change while a model learns (its output grows and
 * shrinks); what a person chose is kept as a wish, and the index stands on the moment that comes nearest to it.
 */
final class MomentTrack {
    private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(new Place(List.of(), -1));
    private Optional<Moment> wish = Optional.empty();

    /**
     * A place among moments. The two change together, so that nobody sees an index that is not in the list.
     *
     * @param moments what can be stepped through, in order
     * @param index   the present index, from 0; -1 while there are no moments
     */
    record Place(List<Moment> moments, int index) {
        Optional<Moment> present() {
            return index < 0 ? Optional.empty() : Optional.of(moments.get(index));
        }
    }

    ReadOnlyObjectProperty<Place> placeProperty() {
        return place.getReadOnlyProperty();
    }

    List<Moment> moments() {
        return place.get().moments();
    }

    int index() {
        return place.get().index();
    }

    Optional<Moment> present() {
        return place.get().present();
    }

    /** Takes the moments of another sentence or output and keeps the place as well as it can. */
    void show(List<Moment> newMoments) {
        if (newMoments.equals(moments())) {
            return;
        }
        List<Moment> shown = List.copyOf(newMoments);
        place.set(new Place(shown, wish.map(moment -> nearest(moment, shown)).orElseGet(() -> firstPlace(shown))));
    }

    /** Goes to an index, held within the list. */
    void select(int newIndex) {
        if (moments().isEmpty()) {
            return;
        }
        goTo(Math.clamp(newIndex, 0, moments().size() - 1));
        wish = present();
    }

    /** Goes to a moment or the one that comes nearest to it. */
    void select(Moment moment) {
        if (!moments().isEmpty()) {
            goTo(nearest(moment, moments()));
            wish = Optional.of(moment);
        }
    }

    private void goTo(int newIndex) {
        place.set(new Place(moments(), newIndex));
    }

    void first() {
        select(0);
    }

    void last() {
        select(moments().size() - 1);
    }

    void forward() {
        select(index() + 1);
    }

    void back() {
        select(index() - 1);
    }

    boolean atEnd() {
        return index() == moments().size() - 1;
    }

    /** Where nothing was chosen: the last decoder step's attention weights, or what comes last. */
    private static int firstPlace(List<Moment> moments) {
        for (int i = moments.size() - 1; i >= 0; i--) {
            if (moments.get(i).part().equals("attentionWeights")) {
                return i;
            }
        }
        return moments.size() - 1;
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
