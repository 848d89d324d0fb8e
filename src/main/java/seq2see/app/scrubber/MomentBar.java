package seq2see.app.scrubber;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import seq2see.app.control.Parts;
import seq2see.app.scrubber.TickLayout.Group;
import seq2see.app.theme.Appearance;
import seq2see.app.theme.Text;
import seq2see.trace.Moment;

/** The scrubber as the last row sees it: the moment's name, and a line cut into time steps with a knob where one is. */
public final class MomentBar {
    private static final double LINE = 3;
    private static final double KNOB = 5;
    private static final double HEIGHT = 2 * KNOB;

    private final MomentTrack track;
    private final Appearance appearance;
    private final Label place = new Label();
    private final Label part = new Label();
    private final Label where = new Label();
    private final Line line = new Line();
    private final VBox node;

    public MomentBar(MomentTrack track, Appearance appearance) {
        this.track = track;
        this.appearance = appearance;
        place.getStyleClass().add("moment");
        part.getStyleClass().addAll("moment", "moment-part");
        HBox name = new HBox(place, part);
        name.getStyleClass().add("moment-name");
        where.getStyleClass().addAll("small", "muted");
        where.setId("present-place");
        HBox keys = new HBox(key("present.key.space"), Parts.label("present.next", "small", "muted"), key("present.key.escape"), Parts.label("present.leave", "small", "muted"));
        keys.getStyleClass().add("keys");
        keys.setAlignment(Pos.CENTER_RIGHT);
        HBox row = new HBox(name, Parts.spring(), where, keys);
        row.getStyleClass().add("scrubber-row");
        row.setAlignment(Pos.CENTER_LEFT);
        node = new VBox(row, line);
        node.getStyleClass().add("moment-bar");
        node.setId("moment-bar");
        track.placeProperty().subscribe(this::show);
        Text.follow(node, this::show);
        appearance.scaleProperty().subscribe(line::requestLayout);
    }

    private static Label key(String message) {
        return Parts.label(message, "least", "mono", "key");
    }

    public Node node() {
        return node;
    }

    /** Says how far one has come in what is presented; empty where that is nothing to count. */
    public void say(String progress) {
        where.setText(progress);
    }

    private void show() {
        Optional<MomentName> name = track.present().map(moment -> MomentName.of(moment, track.placeProperty().get().timeline()));
        place.setText(name.map(words -> words.place() + " · ").orElse(""));
        part.setText(name.map(MomentName::part).orElse(""));
        line.requestLayout();
    }

    /** The line: one piece a time step, as long as it has moments. */
    private final class Line extends Pane {
        private List<Moment> moments = List.of();
        private double laidOutFor;
        private TickLayout layout = TickLayout.of(moments, 0);
        private final Circle knob = new Circle();

        Line() {
            knob.getStyleClass().addAll("tick", "now");
        }

        @Override
        protected double computeMinHeight(double width) {
            return computePrefHeight(width);
        }

        @Override
        protected double computePrefHeight(double width) {
            return HEIGHT * appearance.scale();
        }

        @Override
        protected void layoutChildren() {
            double scale = appearance.scale();
            if (!moments.equals(track.moments()) || laidOutFor != getWidth() / scale) {
                moments = track.moments();
                laidOutFor = getWidth() / scale;
                layout = TickLayout.of(moments, laidOutFor);
            }
            getChildren().clear();
            for (Group group : layout.groups()) {
                int done = Math.clamp(track.index() - group.first() + 1, 0, group.last() - group.first() + 1);
                double covered = group.width() * done / (group.last() - group.first() + 1);
                add(group.x(), covered, "past", scale);
                add(group.x() + covered, group.width() - covered, "later", scale);
                if (group.holds(track.index())) {
                    knob.setCenterX((group.x() + covered) * scale);
                }
            }
            knob.setCenterY(HEIGHT / 2 * scale);
            knob.setRadius(KNOB * scale);
            if (!layout.groups().isEmpty()) {
                getChildren().add(knob);
            }
        }

        private void add(double x, double width, String state, double scale) {
            if (width > 0) {
                Rectangle piece = new Rectangle(x * scale, (HEIGHT - LINE) / 2 * scale, width * scale, LINE * scale);
                piece.getStyleClass().addAll("tick", state);
                getChildren().add(piece);
            }
        }
    }
}
