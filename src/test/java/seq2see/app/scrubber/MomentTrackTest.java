package seq2see.app.scrubber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import seq2see.app.scrubber.MomentTrack.Place;
import seq2see.model.AttentionType;
import seq2see.model.CellType;
import seq2see.model.ContextType;
import seq2see.model.ModelConfig;
import seq2see.model.OutputType;
import seq2see.trace.Moment;

class MomentTrackTest {
    private static final ModelConfig CONFIG = new ModelConfig(CellType.GRU, AttentionType.ADDITIVE, 30, 30, 8, 8, 20);

    private final MomentTrack track = new MomentTrack();

    private static Timeline moments(int sourceTime, int targetTime) {
        return Timeline.of(CONFIG, Collections.nCopies(sourceTime, "a"), Collections.nCopies(targetTime, "b"));
    }

    private String present() {
        return track.present().map(Moment::toString).orElse("none");
    }

    @Test
    void beginsAtTheLastStepsAttentionWeights() {
        track.show(moments(5, 7));
        assertEquals("decoder.7.attentionWeights", present());
        track.show(moments(5, 3));
        assertEquals("decoder.3.attentionWeights", present());
    }

    @Test
    void aMomentIsPreparedForTabsThatComeToTheFrontLater() {
        track.show(moments(5, 7));
        track.select(0);
        track.show(Timeline.of(Moment.ofSearch(3)));
        track.select(4);
        track.prepare(new Moment(Moment.Phase.DECODER, 2, 0, "", "attentionWeights"));
        assertEquals(4, track.index());
        track.show(moments(5, 3));
        assertEquals("decoder.2.attentionWeights", present());
    }

    /** Of a search a round. */
    @Test
    void aWholeTimeStepIsGoneForwardAndBack() {
        track.show(Timeline.of(Moment.ofSearch(3)));
        track.first();
        List<String> there = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            track.forwardStep();
            there.add(present());
        }
        assertEquals(List.of("search.1.keep", "search.2.keep", "search.3.keep", "search.stop"), there);
        List<String> back = new ArrayList<>(List.of(present()));
        for (int i = 0; i < 3; i++) {
            track.backStep();
            back.add(present());
        }
        assertEquals(there, back.reversed());
        track.backStep();
        assertEquals("search.1.expand", present());
        track.show(moments(5, 7));
        track.first();
        track.forwardStep();
        assertEquals("encoder.1.layer1.forward.hiddenState", present());
    }

    @Test
    void forwardFiveAndBackFiveIsTheSameMoment() {
        track.show(moments(5, 7));
        track.select(20);
        for (int i = 0; i < 5; i++) {
            track.forward();
        }
        for (int i = 0; i < 5; i++) {
            track.back();
        }
        assertEquals(20, track.index());
    }

    @Test
    void endsHold() {
        track.show(moments(2, 2));
        track.first();
        track.back();
        assertEquals(0, track.index());
        track.last();
        track.forward();
        assertEquals(track.moments().size() - 1, track.index());
    }

    @Test
    void whatWasChosenComesBackWhenTheOutputGrowsAgain() {
        track.show(moments(5, 9));
        track.select(new Moment(Moment.Phase.DECODER, 8, 0, "", "logits"));
        track.show(moments(5, 3));
        assertEquals("decoder.3.logits", present());
        track.show(moments(5, 9));
        assertEquals("decoder.8.logits", present());
    }

    @Test
    void aShorterSentenceKeepsThePart() {
        track.show(moments(9, 4));
        track.select(new Moment(Moment.Phase.ENCODER, 7, 1, "forward", "updateGate"));
        track.show(moments(3, 4));
        assertEquals("encoder.3.layer1.forward.updateGate", present());
    }

    @Test
    void nothingToLookAtIsNoMoment() {
        track.forward();
        track.show(Timeline.EMPTY);
        assertEquals("none", present());
    }

    @Test
    void everyPlaceThatIsToldIsAmongItsMoments() {
        track.show(moments(5, 7));
        List<Place> told = new ArrayList<>();
        track.placeProperty().addListener((place, before, now) -> told.add(now));
        track.show(moments(5, 9));
        track.show(moments(5, 2));
        assertEquals(2, told.size());
        told.forEach(place -> assertTrue(place.present().isPresent()));
    }

    @Test
    void eachTabsMomentsKeepTheirOwnPlace() {
        Timeline mask = Timeline.of(Moment.ofMask());
        track.show(moments(5, 7));
        track.select(new Moment(Moment.Phase.ENCODER, 2, 1, "forward", "resetGate"));
        track.show(mask);
        assertEquals("mask.lengths", present());
        track.forward();
        track.show(moments(5, 9));
        assertEquals("encoder.2.layer1.forward.resetGate", present());
        track.show(Timeline.of(Moment.ofSearch(4)));
        assertEquals("search.1.expand", present());
        track.show(mask);
        assertEquals("mask.broadcast", present());
    }

    @Test
    void backIsTheInverseOfForwardFromEveryMoment() {
        for (CellType cell : CellType.values()) {
            for (boolean bidirectional : new boolean[] {false, true}) {
                ModelConfig config = new ModelConfig(cell, 2, bidirectional, ContextType.LAST, AttentionType.DOT, false, OutputType.STATE, false, 9, 9, 4, 4, 9);
                MomentTrack all = new MomentTrack();
                all.show(Timeline.of(config, List.of("a", "b", "c"), List.of("d", "e")));
                for (int i = 0; i + 1 < all.moments().size(); i++) {
                    all.select(i);
                    Place before = all.placeProperty().get();
                    all.forward();
                    assertEquals(i + 1, all.index());
                    all.back();
                    assertEquals(before, all.placeProperty().get());
                }
            }
        }
    }
}
