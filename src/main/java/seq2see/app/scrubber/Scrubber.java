package seq2see.app.scrubber;

import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import seq2see.app.control.Parts;
import seq2see.app.theme.Appearance;
import seq2see.app.theme.Text;

/** The bar under a page that steps through the moments of a sentence. */
public final class Scrubber {
    private static final Duration PLAY_STEP = Duration.millis(300);
    private static final List<Double> SPEEDS = List.of(0.5, 1.0, 2.0, 4.0);

    private final MomentTrack track;
    private final TickStrip ticks;
    private final Label place = Parts.figure();
    private final Label part = Parts.figure();
    private final Label count = Parts.figure("muted");
    private final Button play = Parts.iconButton("fth-play", "scrubber.play", this::playOrPause);
    private final Animation playing = new javafx.animation.Timeline(new KeyFrame(PLAY_STEP, event -> playStep()));
    private final HBox name = new HBox(place, part);
    private final HBox keys = keys();
    private final HBox buttons;
    private final HBox row;
    private final VBox node;
    /** The widest name that stood here since the room changed. */
    private double widestName;

    public Scrubber(MomentTrack track, Appearance appearance) {
        this.track = track;
        ticks = new TickStrip(appearance, track::select);
        ticks.accessibleTextProperty().bind(Text.binding("scrubber.name"));
        ticks.setId("scrubber-ticks");
        playing.setCycleCount(Animation.INDEFINITE);
        play.getStyleClass().add("primary");
        play.setId("scrubber-play");
        place.getStyleClass().setAll("label", "moment");
        part.getStyleClass().setAll("label", "moment", "moment-part");
        count.setId("moment-count");
        place.setId("moment-place");
        part.setId("moment-part");
        name.getStyleClass().add("moment-name");
        buttons = new HBox(button("fth-skip-back", "first", track::first), button("fth-chevron-left", "back", track::back), play,
                button("fth-chevron-right", "forward", track::forward), button("fth-skip-forward", "last", track::last));
        buttons.getStyleClass().add("scrubber-buttons");
        buttons.getChildren().add(speedButton());
        row = new HBox(buttons, name, count, Parts.spring(), keys);
        row.getStyleClass().add("scrubber-row");
        // As wide as there is room: what does not fit is left out.
        row.setMinWidth(0);
        row.setAlignment(Pos.CENTER_LEFT);
        node = new VBox(row, ticks);
        node.getStyleClass().add("scrubber");
        track.placeProperty().subscribe(this::showPlace);
        playing.statusProperty().subscribe(this::showPlaying);
        node.setOnKeyPressed(this::onKey);
        node.setMinWidth(0);
        row.widthProperty().subscribe(width -> {
            widestName = 0;
            fit();
        });
        name.widthProperty().subscribe(this::fit);
        Text.follow(node, this::showPlace);
    }

    public Node node() {
        return node;
    }

    /** Whether what the decoder has yet to write is kept back, for a reader who is to say it first. */
    public void veil(boolean wanted) {
        ticks.veil(wanted);
    }

    /** Where there is little room, the names of the keys give way, then the count. They do not come and go with a moment's name. */
    private void fit() {
        widestName = Math.max(widestName, name.prefWidth(-1));
        double named = buttons.prefWidth(-1) + widestName + row.getSpacing();
        double counted = named + count.prefWidth(-1) + row.getSpacing();
        show(count, counted);
        show(keys, counted + keys.prefWidth(-1) + 2 * row.getSpacing());
    }

    private void show(Node node, double needed) {
        node.setManaged(needed <= row.getWidth() - row.snappedLeftInset() - row.snappedRightInset());
        node.setVisible(node.isManaged());
    }

    private Button button(String icon, String name, Runnable action) {
        Button button = Parts.iconButton(icon, "scrubber." + name, () -> {
            playing.stop();
            action.run();
        });
        button.setId("scrubber-" + name);
        return button;
    }

    /** How fast it plays: a press goes on to the next speed. */
    private Node speedButton() {
        Button speed = new Button();
        speed.setId("scrubber-speed");
        speed.getStyleClass().addAll("icon-button", "bare", "speed", "mono");
        playing.rateProperty().subscribe(rate -> {
            speed.setText((rate.doubleValue() == 0.5 ? "½" : Integer.toString((int) Math.abs(rate.doubleValue()))) + "×");
            speed.setAccessibleText(Text.of("scrubber.speed", speed.getText()));
        });
        speed.setOnAction(event -> playing.setRate(SPEEDS.get((SPEEDS.indexOf(playing.getRate()) + 1) % SPEEDS.size())));
        return speed;
    }

    private static HBox keys() {
        Label back = new Label("←");
        Label forward = new Label("→");
        Label space = Parts.label("scrubber.key.space");
        for (Label key : List.of(back, forward, space)) {
            key.getStyleClass().addAll("least", "mono", "key");
            key.setMinWidth(Region.USE_PREF_SIZE);
        }
        Label playLabel = Parts.label("scrubber.key.play", "small", "muted");
        HBox keys = new HBox(back, forward, Parts.label("scrubber.key.step", "small", "muted"), space, playLabel);
        keys.getStyleClass().add("keys");
        keys.setAlignment(Pos.CENTER_RIGHT);
        return keys;
    }

    private void showPlace() {
        Timeline timeline = track.placeProperty().get().timeline();
        if (timeline.moments().isEmpty()) {
            playing.stop();
        }
        ticks.show(timeline);
        Optional<MomentName> name = track.present().map(moment -> MomentName.of(moment, timeline));
        place.setText(name.map(words -> words.place() + " · ").orElse(""));
        part.setText(name.map(MomentName::part).orElse(Text.of("scrubber.empty")));
        int total = track.moments().size();
        int digits = String.valueOf(total).length();
        count.setText(name.isEmpty() ? "" : Text.of("scrubber.count",
                Parts.padded(String.valueOf(track.index() + 1), digits), String.valueOf(total)));
        ticks.mark(track.index(), name.map(MomentName::toString).orElse(""));
    }

    private void showPlaying() {
        boolean running = playing.getStatus() == Animation.Status.RUNNING;
        play.setGraphic(Parts.icon(running ? "fth-pause" : "fth-play"));
    }

    void playOrPause() {
        if (playing.getStatus() == Animation.Status.RUNNING) {
            playing.stop();
            return;
        }
        if (track.atEnd()) {
            track.first();
        }
        playing.play();
    }

    private void playStep() {
        track.forward();
        if (track.atEnd()) {
            playing.stop();
        }
    }

    /** Arrows (with Shift a whole time step), Home, End and space, unless somebody who has the focus took them. */
    public void onKey(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> step(event.isShiftDown() ? track::backStep : track::back);
            case RIGHT -> step(event.isShiftDown() ? track::forwardStep : track::forward);
            case HOME -> step(track::first);
            case END -> step(track::last);
            case SPACE -> playOrPause();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void step(Runnable action) {
        playing.stop();
        action.run();
    }
}
