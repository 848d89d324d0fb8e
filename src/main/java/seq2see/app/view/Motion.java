package seq2see.app.view;

import java.util.function.DoubleConsumer;
import javafx.animation.Interpolator;
import javafx.animation.Transition;
import javafx.util.Duration;
import seq2see.app.theme.Appearance;

/**
 * The time in a frame: runs from 0 to 1 within 300 ms, easing out, and tells whoever draws. With motion switched off it is at
 * the end at once, and nothing is lost.
 */
public final class Motion {
    /** The longest that anything moves. */
    static final Duration LENGTH = Duration.millis(300);

    private final Appearance appearance;
    private final DoubleConsumer heard;
    private boolean moving;
    private final Transition transition = new Transition() {
        {
            setCycleDuration(LENGTH);
            setInterpolator(Interpolator.EASE_OUT);
        }

        @Override
        protected void interpolate(double part) {
            heard.accept(part);
            moving = part < 1;
        }
    };

    public Motion(Appearance appearance, DoubleConsumer heard) {
        this.appearance = appearance;
        this.heard = heard;
    }

    /** From the start. */
    public void begin() {
        transition.stop();
        if (appearance.motionProperty().get()) {
            moving = true;
            transition.playFromStart();
        } else {
            heard.accept(1);
        }
    }

    /** Everything is where it belongs. */
    public void settle() {
        if (moving) {
            moving = false;
            transition.stop();
            heard.accept(1);
        }
    }
}
