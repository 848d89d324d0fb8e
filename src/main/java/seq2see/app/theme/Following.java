package seq2see.app.theme;

import java.util.Map;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.util.Subscription;

/**
 * Calls that end with whoever wanted them. Language, theme and scale outlive most of what follows them, the language even the
 * window: a plain listener would keep all that, and go on to call it.
 */
final class Following {
    private Following() {
    }

    /**
     * Calls back at every change, as long as the owner is there, which nothing keeps because of that.
     *
     * @param owner the properties of a node or a scene
     * @return ends it before that
     */
    static Subscription whileThere(Map<Object, Object> owner, Runnable action, ObservableValue<?>... followed) {
        ChangeListener<Object> listener = (value, before, now) -> action.run();
        ChangeListener<Object> weak = new WeakChangeListener<>(listener);
        owner.put(listener, Following.class);
        for (ObservableValue<?> value : followed) {
            value.addListener(weak);
        }
        return () -> {
            owner.remove(listener);
            for (ObservableValue<?> value : followed) {
                value.removeListener(weak);
            }
        };
    }
}
